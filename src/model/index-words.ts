/** The words of an index entry: plain but for `*emphasis*`, which titles of books and papers need. */

/** What an entry is sorted and found by. */
export const withoutEmphasis = (words: string): string => words.replace(emphasis, '$1');

/** The pieces of an entry in order. */
export function piecesOf(words: string): { readonly text: string; readonly isEmphasis: boolean }[] {
  return words.split(emphasis).map((text, index) => ({ text, isEmphasis: index % 2 === 1 })).filter(({ text }) => text !== '');
}

const emphasis = /\*([^*]+)\*/g;
