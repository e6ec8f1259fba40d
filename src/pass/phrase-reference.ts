/**
 * The words of a cross-reference: “figure 3”, “figures 2–4 and 6”, “section ‘The road’”, “document 1, line 12”, “note 4 on page 12”.
 *
 * In: the numbers of everything. Out: pieces, of which those that pages decide are left open.
 * Reports x-003 (a label without a number), x-004 (a form that a reference cannot have).
 * Kinds stand in the nominative, singular or plural, as in “(see figures 2–4)”: right in every language that declines its nouns.
 */
import { toString } from 'mdast-util-to-string';
import { nearest } from '../diagnostics/nearest.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Cited, Labelled, ReferencePiece } from '../model/document.js';
import { wholeNumber } from '../model/directive.js';
import { placeOf, placeWithin } from '../model/source.js';
import type { CrossReference } from '../model/syntax.js';
import { capital, type Words } from '../model/words.js';
import { plain } from '../read/read-chapter.js';
import { documentParts, paragraphOf } from './document-parts.js';
import { opensSentence } from './sentence.js';
import type { Visit } from './walk.js';

/** `[@fig:a]{form=page}` */
const forms = ['title', 'page', 'number'] as const;
type Form = (typeof forms)[number];

/** A run of so many numbers is a range. */
const leastRange = 3;

interface Phrasing {
  readonly book: Cited;
  readonly documents: ReadonlyMap<string, Labelled>;
  readonly words: Words;
  readonly report: Report;
}

/** @param documents all source documents, by their ids */
export function phraseReference(node: CrossReference, targets: readonly Labelled[], visit: Visit, phrasing: Phrasing): ReferencePiece[] {
  const form = formOf(node, visit, phrasing.report);
  const isBare = node.bare || form === 'number';
  const groups = new Map<string, Labelled[]>();
  for (const target of targets) groups.set(groupOf(target), [...(groups.get(groupOf(target)) ?? []), target]);
  const isCapital = opensSentence(visit);
  return join(
    [...groups.values()].map((group, index) => phraseGroup(group, form, isBare, isCapital && index === 0, visit, phrasing)),
    phrasing.words,
  );
}

/** What is counted together shares a kind’s name: notes, in each chapter anew. */
function groupOf({ kind, own, chapter }: Labelled): string {
  return own ? `own ${own.name}` : kind === 'note' ? `note ${chapter.slug}` : kind;
}

function phraseGroup(group: readonly Labelled[], form: Form | undefined, isBare: boolean, isCapital: boolean, visit: Visit, phrasing: Phrasing): ReferencePiece[] {
  const { words } = phrasing;
  const [first] = group;
  if (!first) return [];
  if (form === 'title') return join(group.map((target) => titlePiece(target, isCapital, visit, phrasing)), words);
  if (first.kind === 'passage') return join(group.map((target, index) => [...passagePieces(target, group[index - 1], isBare, isCapital && index === 0, visit, phrasing), ...(form === 'page' ? [{ text: ' ' }, { pageOf: target.anchor }] : [])]), words);
  const isPaged = form === 'page' || (first.kind === 'note' && first.chapter !== visit.chapter);
  const numbered = group.flatMap((target) => {
    const number = numberOf(target, phrasing.book);
    return number === undefined ? [] : [{ target, number }];
  });
  if (isPaged) return join(group.map((target, index) => [...named([[namePiece(target, visit, phrasing)]], target, 1, isBare, isCapital && index === 0, words), { text: ' ' }, { pageOf: target.anchor }]), words);
  if (numbered.length < group.length) return named(group.map((target) => [namePiece(target, visit, phrasing)]), first, group.length, isBare, isCapital, words);
  const sorted = numbered.toSorted((one, other) => compareNumbers(one.number, other.number)).filter(({ number }, index, all) => all[index - 1]?.number !== number);
  return named(runsOf(sorted).map(rangePieces), first, sorted.length, isBare, isCapital, words);
}

/** The kind’s name, then its members. The first member’s link begins with the name. */
function named(members: readonly (readonly ReferencePiece[])[], first: Labelled, count: number, isBare: boolean, isCapital: boolean, words: Words): ReferencePiece[] {
  const pieces = join(members, words);
  const [lead, ...rest] = pieces;
  if (isBare || !lead || !('text' in lead)) return pieces;
  return [{ ...lead, text: `${kindWords(first, count, words, isCapital)}\u00a0${lead.text}` }, ...rest];
}

interface Numbered {
  readonly target: Labelled;
  readonly number: string;
}

/** `2, 3, 4, 6` in runs: numbers that follow one another, if they are three or more. */
function runsOf(sorted: readonly Numbered[]): Numbered[][] {
  const runs: Numbered[][] = [];
  for (const one of sorted) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && follows(one.number, last.number)) run.push(one);
    else runs.push([one]);
  }
  return runs.flatMap((run) => (run.length < leastRange ? run.map((one) => [one]) : [run]));
}

function rangePieces(run: readonly Numbered[]): ReferencePiece[] {
  const [from, to] = [run[0], run.at(-1)];
  if (!from || !to) return [];
  const piece = ({ target, number }: Numbered) => ({ text: number, anchor: target.anchor });
  return from === to ? [piece(from)] : [piece(from), { text: '–' }, piece(to)];
}

/** `1.10` comes after `1.9`. */
function compareNumbers(one: string, other: string): number {
  const [a, b] = [one.split('.'), other.split('.')];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? a.length - b.length : Number(a[at]) - Number(b[at] ?? -1);
}

function follows(number: string, before: string): boolean {
  const [a, b] = [number.split('.'), before.split('.')];
  return a.length === b.length && a.slice(0, -1).join('.') === b.slice(0, -1).join('.') && Number(a.at(-1)) === Number(b.at(-1)) + 1;
}

/** “a”, “a and b”, “a, b and c”. */
function join(members: readonly (readonly ReferencePiece[])[], { and }: Words): ReferencePiece[] {
  return members.flatMap((pieces, index) => (index === 0 ? pieces : [{ text: index === members.length - 1 ? ` ${and} ` : ', ' }, ...pieces]));
}

function numberOf(target: Labelled, book: Cited): string | undefined {
  return target.kind === 'note' ? book.noteNumbers.get(target.id)?.toString() : book.numbers.get(target.id);
}

/** Its number; of what has none, its title. */
function namePiece(target: Labelled, { node, source }: Visit, { book, words, report }: Phrasing): ReferencePiece {
  const number = numberOf(target, book);
  if (number !== undefined) return { text: number, anchor: target.anchor };
  const { label = '', anchor } = target;
  const title = titleOf(target);
  if ((target.kind === 'chapter' || target.kind === 'section') && title !== undefined) return { text: `${words.open}${title}${words.close}`, anchor };
  // A note that is called and not written was reported where it is called.
  if (target.kind !== 'note') report('x-003', placeWithin(source, node, label), `\`${label}\` stands on a ${target.kind} that has no number`, `link to it instead: \`[words](#${label})\``, { text: 'the label stands here', place: target.place });
  return { text: label, anchor };
}

function titlePiece(target: Labelled, isCapital: boolean, visit: Visit, phrasing: Phrasing): ReferencePiece[] {
  const { words, report } = phrasing;
  const title = titleOf(target);
  if (title !== undefined && title !== '') return [{ text: `${words.open}${title}${words.close}`, anchor: target.anchor }];
  report('x-004', formPlace(visit), `\`${target.label ?? ''}\` has no title to be called by`, { text: 'the label stands here', place: target.place });
  return phraseGroup([target], undefined, false, isCapital, visit, phrasing);
}

function titleOf({ kind, chapter, node }: Labelled): string | undefined {
  if (kind === 'chapter') return plain(chapter.title);
  switch (node.type) {
    case 'heading':
    case 'figure':
      return plain(node.children);
    case 'table':
      return node.caption && plain(node.caption.children);
    case 'code':
      return node.data?.attributes?.values['caption'] ?? node.data?.attributes?.values['title'];
    case 'containerDirective':
    case 'leafDirective':
      return node.attributes?.['title'] ?? node.attributes?.['caption'] ?? undefined;
    case 'span':
      return toString(node);
    default:
      return undefined;
  }
}

/** A place in a source document is told by its line, after another in the same document by that alone; one that stands in none has no number. */
function passagePieces(target: Labelled, before: Labelled | undefined, isBare: boolean, isCapital: boolean, visit: Visit, phrasing: Phrasing): ReferencePiece[] {
  const { book, documents, words } = phrasing;
  const document = target.insideDocument === undefined ? undefined : documents.get(target.insideDocument);
  const number = document && book.numbers.get(document.id);
  if (number === undefined || document?.node.type !== 'containerDirective') return [namePiece(target, visit, phrasing)];
  const name = { text: isBare ? number : `${kindWords(document, 1, words, isCapital)}\u00a0${number}`, anchor: target.anchor };
  if (wholeNumber(document.node.attributes?.['numbers']) === undefined) return [name];
  const line = { lineOf: target.anchor, paragraph: paragraphOf(target, documentParts(document.node, document.source)), isBare };
  return line.paragraph === 0 ? [name] : isBare || before?.insideDocument === target.insideDocument ? [line] : [name, { text: ', ' }, line];
}

function kindWords({ kind, own }: Labelled, count: number, words: Words, isCapital: boolean): string {
  const [one, several] = own ? [own.one, own.several] : kind === 'own' ? [kind, kind] : words.kinds[kind];
  const word = count > 1 ? several : one;
  return isCapital ? capital(word) : word;
}

function formOf(node: CrossReference, visit: Visit, report: Report): Form | undefined {
  const given = node.data?.attributes?.values['form'];
  if (given === undefined) return undefined;
  const form = forms.find((known) => known === given);
  if (!form) report('x-004', formPlace(visit), `\`form=${given}\` is not a form of a reference`, ...nearest(given, forms).map((like) => `\`${like}\` exists`), `a reference gives the \`title\`, the \`page\` besides, or only the \`number\``);
  return form;
}

function formPlace({ node, source }: Visit) {
  const given = node.data?.attributes?.values['form'] ?? '';
  return given === '' ? placeOf(source, node) : placeWithin(source, node, `form=${given}`);
}
