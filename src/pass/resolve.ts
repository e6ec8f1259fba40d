/**
 * Finds the words of every cross-reference, gives the bibliographies their entries, draws the charts and timelines, sorts the index.
 *
 * In: `Cited`. Out: `Resolved`, the last state before lowering: every fact that any output shows, page numbers apart.
 * Reports x-001 (no such label), x-003 (label without a number), d-006 (data that cannot be drawn), c-009 and c-010 (pass/list-sources.ts).
 */
import type { CrossReference } from '../model/syntax.js';
import type { Nodes } from 'mdast';
import type { Hint } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Context } from '../model/context.js';
import type { Cited, IndexEntry, IndexMark, Labelled, LabelKind, Resolved, ResolvedReference } from '../model/document.js';
import { nodeId, type NodeId } from '../model/id.js';
import { placeOf, placeWithin } from '../model/source.js';
import { wordsOf, type Words } from '../model/words.js';
import { plain } from '../read/read-chapter.js';
import { listSources } from './list-sources.js';
import { walkBook, type Visit } from './walk.js';

export async function resolve(cited: Cited, context: Context): Promise<Resolved> {
  return {
    ...cited,
    ...listSources(cited, context),
    references: resolveReferences(cited, context),
    drawings: cited.charts.length === 0 ? new Map() : await (await import('./draw.js')).drawFigures(cited, context),
    index: sortIndex(cited.marks, cited.config.language),
  };
}

function resolveReferences(cited: Cited, { report }: Context): Map<NodeId, ResolvedReference> {
  const words = wordsOf(cited.config.language);
  const references = new Map<NodeId, ResolvedReference>();
  walkBook(cited, (visit) => {
    const { node, source } = visit;
    if (node.type === 'textDirective' && node.name === 'page') {
      const label = node.children.length > 0 ? labelIn(node) : '';
      if (label === '') report('d-002', placeOf(source, node), '`:page` names no label', 'write `:page[fig:map]`');
      else if (!cited.byLabel.has(label)) reportUnknown(label, visit);
      return;
    }
    if (node.type !== 'crossReference') return;
    const targets = node.labels.map((label) => cited.byLabel.get(label) ?? reportUnknown(label, visit)).filter((target) => target !== undefined);
    if (targets.length === 0) return;
    references.set(nodeId(source.stem, node), { pieces: phrase(node, targets, visit) });
  });
  return references;

  function reportUnknown(label: string, { node, source }: Visit): undefined {
    report(
      'x-001',
      placeWithin(source, node, label),
      `there is no label \`${label}\``,
      ...hintLabel(label),
    );
  }

  function hintLabel(label: string): readonly (Hint | string)[] {
    const near = nearest(label, [...cited.byLabel.keys()]).map((like) => ({ text: `\`${like}\` exists`, place: (cited.byLabel.get(like) as Labelled).place }));
    return near.length > 0 ? near : [`write \`{#${label}}\` behind what it shall name`];
  }

  /** "figure 3", "figures 3 and 4", "section “The bargain”", "3" when bare. */
  function phrase(node: CrossReference, targets: readonly Labelled[], visit: Visit): ResolvedReference['pieces'] {
    const pieces: { text: string; anchor?: Labelled['anchor'] }[] = [];
    const kinds = [...new Set(targets.map((target) => target.kind))];
    let isFirst = true;
    for (const kind of kinds) {
      const group = targets.filter((target) => target.kind === kind);
      if (!isFirst) pieces.push({ text: ` ${words.and} ` });
      for (const [index, target] of group.entries()) {
        if (index > 0) pieces.push({ text: index === group.length - 1 ? ` ${words.and} ` : ', ' });
        const name = nameOf(target, visit);
        const kindWord = index > 0 || node.bare ? '' : `${kindWords(kind, group.length, words, isFirst && opensSentence(visit))}\u00a0`;
        pieces.push({ text: `${kindWord}${name}`, anchor: target.anchor });
      }
      isFirst = false;
    }
    return pieces;
  }

  function nameOf(target: Labelled, { node, source }: Visit): string {
    const number = cited.numbers.get(target.id);
    if (number !== undefined) return number;
    const title = target.kind === 'chapter' ? plain(target.chapter.title) : target.node.type === 'heading' ? plain(target.node.children) : undefined;
    if (title !== undefined) return `${words.open}${title}${words.close}`;
    report('x-003', placeWithin(source, node, target.label ?? ''), `\`${target.label ?? ''}\` stands on a ${target.kind} that has no number`, `link to it instead: \`[words](#${target.label ?? ''})\``, { text: 'the label stands here', place: target.place });
    return target.label ?? '';
  }
}

/** A note's number between two sentences does not join them. */
function isCall(node: Nodes): boolean {
  return node.type === 'footnoteReference' || node.type === 'inlineNote';
}

function kindWords(kind: LabelKind, count: number, words: Words, capital: boolean): string {
  const word = words.kinds[kind][count > 1 ? 1 : 0];
  return capital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** `e.g. `, `p. `, `cf. `: a full stop that ends no sentence. */
const abbreviation = /(?<!\p{L})(?:\p{L}|cf|vgl|vs|ca|bzw|см|ср)\.\s+$/u;

/** Whether the text before a node in its parent ends a sentence, or there is none. */
function opensSentence({ node, parent }: Visit): boolean {
  if (!parent || !('children' in parent)) return false;
  const siblings = parent.children as Nodes[];
  const isSpace = (sibling: Nodes) => sibling.type === 'text' && sibling.value.trim() === '';
  const upTo = siblings.slice(0, siblings.indexOf(node));
  const before = upTo.findLast((sibling) => !isCall(sibling) && !isSpace(sibling));
  if (!before) return parent.type === 'paragraph' || parent.type === 'inlineNote';
  const isParted = upTo.at(-1) !== before || /\s$/.test(before.type === 'text' ? before.value : '');
  return before.type === 'text' && isParted && /[.!?…]["”’»)]*\s*$/.test(before.value) && !abbreviation.test(before.value);
}

/** `:page[fig:x]`: the directive's words are a label; Markdown may have read `:x` in it as a directive of its own. */
export function labelIn(node: Extract<Nodes, { type: 'textDirective' }>): string {
  return node.children.map((child) => (child.type === 'text' ? child.value : child.type === 'crossReference' ? child.labels[0] : child.type === 'textDirective' ? `:${child.name}` : '')).join('').trim();
}

function sortIndex(marks: readonly IndexMark[], language: string): IndexEntry[] {
  interface Branch {
    marks: IndexMark[];
    branches: Map<string, Branch>;
  }
  const root: Branch = { marks: [], branches: new Map() };
  for (const mark of marks) {
    let branch = root;
    for (const words of mark.path) {
      let next = branch.branches.get(words);
      if (!next) branch.branches.set(words, (next = { marks: [], branches: new Map() }));
      branch = next;
    }
    branch.marks.push(mark);
  }
  const { compare } = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
  const entriesOf = (branch: Branch): IndexEntry[] =>
    [...branch.branches]
      .map(([words, { marks: own, branches }]) => ({ words, marks: own, entries: entriesOf({ marks: own, branches }) }))
      .sort((a, b) => compare(a.words, b.words) || (a.words < b.words ? -1 : 1));
  return entriesOf(root);
}
