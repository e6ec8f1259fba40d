/** The words in which differences are told, the same in every report. */
import { listFolios } from '../edition/phrase-changes.js';
import type { Comparison, NumberChange, PageChange } from './comparison.js';
import { pagesOf, type Sheet } from './find-sheets.js';

/** `1 page`, `3 pages` */
export const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

export const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** `9`, `23 (was 22)` */
export function folioOf({ before, after }: Comparison, page: Pick<PageChange, 'before' | 'after'>): string {
  const is = page.after === undefined ? undefined : nameOf(after.folios, page.after);
  const was = page.before === undefined ? undefined : nameOf(before.folios, page.before);
  return is === undefined ? (was ?? '') : was === undefined || was === is ? is : `${is} (was ${was})`;
}

/** Only blank pages have no folio. */
export const nameOf = (folios: readonly string[], page: number): string => folios[page] || 'a blank one';

/** Words put in and taken out on some pages. */
export function countWords(pages: readonly PageChange[]): { readonly new: number; readonly gone: number } {
  const edits = pages.flatMap((page) => page.edits);
  return { new: edits.reduce((sum, edit) => sum + edit.newWords, 0), gone: edits.reduce((sum, edit) => sum + edit.goneWords, 0) };
}

function phraseWords(words: { readonly new: number; readonly gone: number }): string {
  if (words.new === 0) return `${count(words.gone, 'word')} taken out`;
  return `${count(words.new, 'word')} put in${words.gone > 0 ? `, ${words.gone} taken out` : ''}`;
}

/** What happened to a page, in one line. */
export function phraseReason(page: PageChange): string {
  const words = countWords([page]);
  const facts = [
    ...(words.new + words.gone > 0 ? [phraseWords(words)] : page.edits.length > 0 ? ['signs or pictures changed'] : []),
    ...(page.isReordered ? ['passages in another order'] : []),
    ...(page.came > 0 ? [`${count(page.came, 'word')} came from another page`] : []),
    ...(page.left > 0 ? [`${count(page.left, 'word')} went to another page`] : []),
    ...(page.numbers.length > 0 ? [`${count(page.numbers.length, 'number')} or references differ`.replace(/^1 number or references differ$/, 'one number or reference differs')] : []),
    ...(page.reason === 'look' ? ['the same words, set otherwise'] : page.reason === 'head' ? ['its running head differs'] : []),
  ];
  return facts.length > 0 ? facts.join('; ') : untold[page.reason];
}

/** Where no more is known than that. */
const untold = { words: 'its words differ', break: 'it has text of the page before or behind', numbers: 'numbers and references on it differ', head: 'its running head differs', look: 'it is set otherwise' } as const;

/** The few lines that tell the whole. */
export function summarize(comparison: Comparison): string[] {
  const { changed, moved, added, gone, numbers, citations, textState } = comparison;
  const list = (pages: readonly Pick<PageChange, 'before' | 'after'>[]): string => ` (${listFolios(pages.map((page) => folioOf(comparison, page)))})`;
  const words = countWords([...changed, ...added, ...gone]);
  const same = changed.length + moved.length + added.length + gone.length === 0;
  return [
    ...(same ? ['no page changed'] : [([[changed, 'changed'], [moved, 'moved'], [added, 'new'], [gone, 'gone']] as const).flatMap(([pages, what]) => (pages.length > 0 ? [`${count(pages.length, 'page')} ${what}${list(pages)}`] : [])).join(', ')]),
    ...(words.new + words.gone > 0 ? [phraseWords(words)] : []),
    ...(numbers.length > 0 ? [`numbers that differ: ${countKinds(numbers)}`] : []),
    ...(citations.length > 0 ? [`citations that differ: ${citations.length}`] : []),
    ...(textState ? [`the state of the text on page ${textState.folio} differs (${textState.was}, now ${textState.is}), which alone is no reason to print it again`] : []),
    phraseSheets(comparison),
  ];
}

function countKinds(numbers: readonly NumberChange[]): string {
  const kinds = new Map<string, number>();
  for (const { kind } of numbers) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return [...kinds].map(([kind, times]) => count(times, kind)).join(', ');
}

export function phraseSheets({ sheets: { total, before, wanted } }: Comparison): string {
  if (wanted.length === 0) return 'no sheet has to be printed again';
  if (total !== before) return `${total === 1 ? 'the one sheet has' : `all ${total} sheets have`} to be printed again: the booklet had ${before}, and its pages lie on other sheets`;
  if (wanted.length === total && total > 1) return `all ${total} sheets have to be printed again`;
  return `${count(wanted.length, 'sheet')} of ${total} to print again (${listFolios(wanted.map(({ number }) => String(number)))})`;
}

/** `sheet 3 of 19 replaces sheet 3: pages 10, 11, 66, 67` */
export function phraseSheet({ sheets: { total, before }, after, changed, added }: Comparison, { number, sides }: Sheet): string {
  const pages = pagesOf({ sides });
  const names = pages.map((page) => nameOf(after.folios, page - 1)).join(', ');
  const differing = new Set([...changed, ...added].map((page) => page.after));
  const marked = pages.filter((page) => differing.has(page - 1)).map((page) => nameOf(after.folios, page - 1));
  return `sheet ${number} of ${total}${total === before ? ` replaces sheet ${number}` : ''}: pages ${names}${marked.length > 0 && marked.length < pages.length ? `; changed: ${marked.join(', ')}` : ''}`;
}

/** What a number is of, where a page's markup tells it. */
export function kindWords(kind: string): string {
  return kinds[kind] ?? kind.replace(/-(?:number|ref)$/, '');
}

const kinds: Readonly<Record<string, string>> = { call: 'call of a note', 'page-ref': 'page reference', locators: 'page references', 'page-words': 'page reference', 'cross-reference': 'reference', 'caption-number': 'caption', 'contents-number': 'number in the contents' };
