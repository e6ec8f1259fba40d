/**
 * Puts a comparison into words, as a row of blocks that Markdown and HTML are written from.
 *
 * What is told: all that differs. What is not: pages that stayed.
 */
import type { Comparison, Edit, PageChange } from './comparison.js';
import { count, folioOf, kindWords, nameOf, phraseReason, phraseSheet, sentence, summarize } from './phrase.js';

/** Marked words stand apart from those before them where they begin with a space. */
export type Inline = string | { readonly mark: 'gone' | 'new' | 'ahead' | 'behind'; readonly words: string };

export type Block =
  | { readonly type: 'heading'; readonly level: 2 | 3; readonly words: string; readonly id?: string }
  | { readonly type: 'text'; readonly words: readonly Inline[] }
  | { readonly type: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly type: 'table'; readonly name: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** The page as it was and as it is: words cannot show it. */
  | { readonly type: 'pictures'; readonly page: PageChange };

export interface Report {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export function reportOf(comparison: Comparison): Report {
  const { before, after, remarks } = comparison;
  return {
    title: `What changed: ${after.title}`,
    blocks: [
      text(`From ${before.name} (${count(before.folios.length, 'page')}) to ${after.name} (${count(after.folios.length, 'page')}).`),
      { type: 'list', items: summarize(comparison).map((line) => [line]) },
      ...remarks.map(text),
      ...pages(comparison),
      ...numbers(comparison),
      ...citations(comparison),
      ...sheets(comparison),
    ],
  };
}

const text = (words: string): Block => ({ type: 'text', words: [words] });
const heading = (words: string, level: 2 | 3 = 2, id?: string): Block => ({ type: 'heading', level, words, ...(id !== undefined && { id }) });

function pages(comparison: Comparison): Block[] {
  const { before, after, changed, added, gone, moved } = comparison;
  const inOrder = [...changed, ...added].sort((one, other) => (one.after ?? 0) - (other.after ?? 0));
  const title = (page: PageChange): string => `Page ${folioOf(comparison, page)}${page.after === undefined ? ', gone' : page.before === undefined ? ', new' : ''}`;
  return [
    ...(inOrder.length + gone.length > 0 ? [heading('Pages')] : []),
    ...[...inOrder, ...gone].flatMap((page): Block[] => [
      heading(title(page), 3, pageId(page)),
      text(sentence(phraseReason(page))),
      ...(page.edits.length > 0 ? [{ type: 'list' as const, items: page.edits.map(editWords) }] : []),
      ...(page.numbers.length > 0 ? [{ type: 'table' as const, name: `Numbers and references on page ${folioOf(comparison, page)}`, head: ['Number or reference', 'Near the words', 'Was', 'Is'], rows: page.numbers.map(({ kind, near, was, is }) => [kindWords(kind), near, was, is]) }] : []),
      { type: 'pictures', page },
    ]),
    ...(moved.length > 0 ? [heading('Pages that moved'), text('The same is printed on them, under another number.'), { type: 'table' as const, name: 'Pages that moved', head: ['Was', 'Is'], rows: moved.map((page) => [nameOf(before.folios, page.before), nameOf(after.folios, page.after)]) }] : []),
  ];
}

/** Where a report speaks of a page. */
export const pageId = ({ before, after }: Pick<PageChange, 'before' | 'after'>): string => (after === undefined ? `gone-${(before ?? 0) + 1}` : `page-${after + 1}`);

function editWords(edit: Edit): Inline[] {
  return (['ahead', 'gone', 'new', 'behind'] as const).flatMap((mark): Inline[] => (edit[mark] === '' ? [] : [{ mark, words: edit[mark] }]));
}

function numbers({ numbers: changes }: Comparison): Block[] {
  if (changes.length === 0) return [];
  return [heading('Numbers'), { type: 'table', name: 'Numbers', head: ['What', 'Its name', 'Was', 'Is'], rows: changes.map(({ kind, anchor, was, is }) => [kind, anchor, was ?? 'new', is ?? 'gone']) }];
}

function citations({ citations: changes }: Comparison): Block[] {
  if (changes.length === 0) return [];
  return [heading('Citations'), { type: 'table', name: 'Citations', head: ['Sources', 'In', 'Was', 'Is'], rows: changes.map(({ keys, place, was, is }) => [keys.join(', '), place, was ?? 'new', is ?? 'gone']) }];
}

function sheets(comparison: Comparison): Block[] {
  const { wanted } = comparison.sheets;
  if (wanted.length === 0) return [];
  return [heading('Sheets to print again'), { type: 'list', items: wanted.map((sheet) => [phraseSheet(comparison, sheet)]) }];
}
