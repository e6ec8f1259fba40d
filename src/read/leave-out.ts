/**
 * Takes out of a chapter what its edition does not print.
 *
 * In: a chapter as written. Out: the chapter without what is for others (`:only`), without answers in a student's edition, and without
 * the place that prints them (`::answers`) where they are not at the back; and what was taken, so that nobody takes it for missing.
 * A heading with nothing left below it goes, too, and so does a chapter of which only the title is left.
 * What stays keeps its place, and a node in which nothing changed stays the same object.
 * Not here: what is wrong with these directives (pass/collect/), where answers are printed (pass/walk.ts, lower/).
 */
import type { Nodes } from 'mdast';
import type { Audience } from '../model/book.js';
import { readersOf } from '../model/directive.js';
import type { Chapter, Source } from '../model/document.js';
import type { Remaining } from './keep-reading.js';

export function leaveOut(written: Chapter, audience: Audience): Remaining<Chapter> {
  const { source: chapter, leftOut } = leaveOutOf(written, audience);
  const isEmptied = leftOut.length > 0 && chapter.tree.children.every((node) => node === chapter.titleNode || !isPrinted(node));
  if (!isEmptied) return { source: chapter, leftOut };
  const title = chapter.titleNode;
  return { leftOut: title && !leftOut.some(({ node }) => node === title) ? [...leftOut, { source: chapter, node: title }] : leftOut };
}

/** The same of whatever a chapter takes in. */
export function leaveOutOf<Kind extends Source>(source: Kind, audience: Audience): Required<Remaining<Kind>> {
  // Most hold nothing of the kind, and need not be gone through node by node.
  if (!/:(?:only|answers?)\b/.test(source.text)) return { source, leftOut: [] };
  const taken: Nodes[] = [];
  const slots = source.tree.children.map((node) => ({ node, kept: kept(node, source.tree, audience, taken) }));
  if (taken.length === 0) return { source, leftOut: [] };
  takeEmptied(slots, taken);
  const left = { ...source, tree: { ...source.tree, children: slots.flatMap((slot) => slot.kept ?? []) } };
  return { source: left, leftOut: taken.map((node) => ({ source: left, node })) };
}

/** A node as this edition has it; what is not printed goes to `taken`. */
function kept<Node extends Nodes>(node: Node, parent: Nodes, audience: Audience, taken: Nodes[]): Node | undefined {
  if (isLeftOut(node, parent, audience)) {
    taken.push(node);
    return undefined;
  }
  if (!('children' in node)) return node;
  if (node.type === 'table' && node.caption) {
    const caption = kept(node.caption, node, audience, taken);
    if (caption && caption !== node.caption) return { ...node, caption };
  }
  const children = (node.children as Nodes[]).map((child) => kept(child, node, audience, taken));
  return children.every((child, index) => child === node.children[index]) ? node : { ...node, children: children.filter((child) => child !== undefined) };
}

function isLeftOut(node: Nodes, parent: Nodes, audience: Audience): boolean {
  if (node.type !== 'textDirective' && node.type !== 'leafDirective' && node.type !== 'containerDirective') return false;
  if (node.name === 'only' && node.type !== 'leafDirective') return readersOf(node).every((reader) => reader !== audience);
  if (node.name === 'answers' && node.type === 'leafDirective') return audience !== 'self-study';
  return node.name === 'answer' && audience === 'student' && parent.type === 'containerDirective' && parent.name === 'question';
}

/** Takes headings below which something was taken and nothing is left: from the last, so that a section goes with its sub-sections. */
function takeEmptied(slots: { readonly node: Nodes; kept: Nodes | undefined }[], taken: Nodes[]): void {
  for (const [index, slot] of [...slots.entries()].reverse()) {
    const heading = slot.kept;
    if (heading?.type !== 'heading') continue;
    const below = slots.slice(index + 1);
    const length = below.findIndex(({ kept }) => kept !== undefined && isPrinted(kept));
    const next = below[length]?.kept;
    const isEnded = next === undefined || (next.type === 'heading' && next.depth <= heading.depth);
    if (!isEnded || !below.slice(0, length < 0 ? undefined : length).some(({ kept }) => kept === undefined)) continue;
    slot.kept = undefined;
    taken.push(heading);
  }
}

const isPrinted = ({ type }: Nodes): boolean => type !== 'yaml' && type !== 'definition' && type !== 'footnoteDefinition';
