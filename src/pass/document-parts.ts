/**
 * What a source document is made of: the blocks of its original and those of its translation, side by side.
 *
 * Pure; what is wrong with it is reported where it is collected (collect/document.ts).
 */
import type { Nodes } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Source } from '../model/document.js';

/** A block and what it was written in: an included file's, where `::include` takes it in. */
export interface WrittenBlock {
  readonly node: Nodes;
  readonly source: Source;
}

export interface DocumentParts {
  /** `:::original`; all of a document that has none is its original. */
  readonly original?: ContainerDirective;
  readonly translation?: ContainerDirective;
  readonly originals: readonly WrittenBlock[];
  readonly translations: readonly WrittenBlock[];
  /** What stands beside the two. */
  readonly others: readonly WrittenBlock[];
}

/** A block stays the same when what its source includes does not. */
const known = new WeakMap<Source, Map<ContainerDirective, DocumentParts>>();

export function documentParts(document: ContainerDirective, source: Source): DocumentParts {
  const ofSource = known.get(source) ?? new Map<ContainerDirective, DocumentParts>();
  known.set(source, ofSource);
  const parts = ofSource.get(document) ?? divide(document, source);
  ofSource.set(document, parts);
  return parts;
}

function divide(document: ContainerDirective, source: Source): DocumentParts {
  const part = (name: string) => document.children.find((child): child is ContainerDirective => child.type === 'containerDirective' && child.name === name);
  const [original, translation] = [part('original'), part('translation')];
  const blocks = writtenBlocks(document.children, source);
  if (!original && !translation) return { originals: blocks, translations: [], others: [] };
  return {
    ...(original && { original }),
    ...(translation && { translation }),
    originals: writtenBlocks(original?.children ?? [], source),
    translations: writtenBlocks(translation?.children ?? [], source),
    others: blocks.filter(({ node }) => node !== original && node !== translation),
  };
}

/** Nothing of them is printed where they stand. */
const unprinted: ReadonlySet<Nodes['type']> = new Set(['definition', 'footnoteDefinition', 'yaml']);

function writtenBlocks(nodes: readonly Nodes[], source: Source): WrittenBlock[] {
  return nodes.flatMap((node) => {
    const included = node.type === 'leafDirective' ? source.includes?.get(node) : undefined;
    if (included) return writtenBlocks(included.tree.children, included);
    return unprinted.has(node.type) ? [] : [{ node, source }];
  });
}

/** Which block of a document, from 1 on, a node is in; 0 when it is in none of its original. */
export function paragraphOf({ node, source }: WrittenBlock, { originals }: DocumentParts): number {
  const at = node.position?.start.offset ?? -1;
  return 1 + originals.findIndex((block) => block.source === source && at >= (block.node.position?.start.offset ?? Infinity) && at < (block.node.position?.end.offset ?? 0));
}
