/**
 * Which `::evidence` lists which claim, with the reasons for it.
 *
 * Each claim stands in the first list that takes its status, in the order of the text: walking and lowering follow this one order, or
 * notes would be numbered otherwise than they are printed.
 * Not here: what a claim is for the tables (collect/claim.ts).
 */
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { type ClaimStatus, claimStatuses, type Read, type Source } from '../model/document.js';
import { nodeId, type NodeId } from '../model/id.js';
import { sourcesOf, visitWritten } from '../model/source.js';

export interface EvidenceBlock {
  readonly source: Source;
  readonly node: ContainerDirective;
}

export interface ListedClaim {
  readonly id: NodeId;
  readonly label: string;
  readonly status: ClaimStatus;
  readonly blocks: readonly EvidenceBlock[];
}

export interface EvidenceLists {
  readonly lists: ReadonlyMap<LeafDirective, readonly ListedClaim[]>;
  /** Claims that no list takes. */
  readonly unlisted: readonly ListedClaim[];
  /** Evidence for no claim. */
  readonly stray: readonly EvidenceBlock[];
}

type Written = Pick<Read, 'chapters' | 'registers' | 'imprint'>;

const known = new WeakMap<Read['chapters'], EvidenceLists>();

export function listEvidence(book: Written): EvidenceLists {
  let listed = known.get(book.chapters);
  if (!listed) known.set(book.chapters, (listed = gather(book)));
  return listed;
}

function gather(book: Written): EvidenceLists {
  const blocks = new Map<string, EvidenceBlock[]>();
  for (const block of evidenceBlocks(book)) {
    const label = block.node.attributes?.['for'] ?? '';
    blocks.set(label, [...(blocks.get(label) ?? []), block]);
  }
  const lists = new Map<LeafDirective, ListedClaim[]>();
  for (const chapter of book.chapters) visitWritten(chapter, 'leafDirective', (node) => void (node.name === 'evidence' && lists.set(node, [])));
  const unlisted: ListedClaim[] = [];
  for (const claim of claimsOf(book, blocks)) {
    const list = [...lists].find(([node]) => takes(node, claim.status))?.[1] ?? unlisted;
    list.push(claim);
  }
  return { lists, unlisted, stray: [...blocks.values()].flat() };
}

/** In the order of the text. What a label names is the first that has it; its evidence is taken out of the blocks. */
function claimsOf(book: Written, blocks: Map<string, EvidenceBlock[]>): ListedClaim[] {
  const claims = new Map<string, ListedClaim>();
  for (const source of sourcesOf(book)) {
    if (!source.text.includes(':claim')) continue;
    visit(source.tree, 'textDirective', (node) => {
      const { id: label, status } = node.attributes ?? {};
      if (node.name !== 'claim' || !label || claims.has(label)) return;
      claims.set(label, { id: nodeId(source.stem, node), label, status: claimStatuses.find((one) => one === status) ?? 'unverified', blocks: blocks.get(label) ?? [] });
      blocks.delete(label);
    });
  }
  return [...claims.values()];
}

function takes(node: LeafDirective, status: ClaimStatus): boolean {
  const wanted = statusesIn(node);
  return wanted.length === 0 || wanted.includes(status);
}

/** `status="disputed, unverified"`, as written. */
export function statusesIn(node: LeafDirective): string[] {
  return (node.attributes?.['status'] ?? '').split(/[\s,]+/).filter((name) => name !== '');
}

/** Every `:::evidence{for=…}`, in the order written. */
export function evidenceBlocks(book: Pick<Read, 'chapters'>): EvidenceBlock[] {
  return book.chapters.flatMap((chapter) => {
    const found: EvidenceBlock[] = [];
    visitWritten(chapter, 'containerDirective', (node, source) => {
      if (node.name === 'evidence') found.push({ source, node });
    });
    return found;
  });
}
