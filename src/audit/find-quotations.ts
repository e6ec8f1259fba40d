import { wordsOf } from '../model/words.js';

/** A paragraph as far as quotations are concerned. */
export type Piece =
  | { readonly kind: 'words'; readonly words: string }
  /** `As Clarke says, “…”`: a narrative citation says whose words come after it. */
  | { readonly kind: 'citation'; readonly isNarrative: boolean };

/** A quotation of fewer words is a phrase. */
const leastWords = 5;

/**
 * What stands in quotation marks: those of the language, or `"`. The outermost only. It has a source if a citation comes after it in
 * the paragraph, or a narrative one before it.
 */
export function findQuotations(pieces: readonly Piece[], language: string): { readonly words: string; readonly isSourced: boolean }[] {
  const text = pieces.map((piece) => (piece.kind === 'words' ? piece.words : '')).join('');
  const citations: { at: number; isNarrative: boolean }[] = [];
  let length = 0;
  for (const piece of pieces) {
    if (piece.kind === 'words') length += piece.words.length;
    else citations.push({ at: length, isNarrative: piece.isNarrative });
  }
  return quoted(text, language).map(({ from, to }) => ({
    words: text.slice(from, to),
    isSourced: citations.some(({ at, isNarrative }) => (isNarrative && at <= from) || at >= to),
  }));
}

function quoted(text: string, language: string): { from: number; to: number }[] {
  const { open, close, innerOpen, innerClose } = wordsOf(language);
  const pairs = [[open, close], [innerOpen, innerClose], ['"', '"']] as const;
  const found: { from: number; to: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const pair = pairs.find(([mark]) => text.startsWith(mark.trim(), at));
    if (!pair || /\p{L}/u.test(text[at - 1] ?? '')) continue;
    const to = endOf(text, at + 1, pair[0].trim(), pair[1].trim());
    if (to === undefined) continue;
    if (text.slice(at, to).trim().split(/\s+/).length >= leastWords) found.push({ from: at, to });
    at = to - 1;
  }
  return found;
}

/** Behind the mark that closes; an apostrophe, which has a letter after it, closes nothing. */
function endOf(text: string, from: number, open: string, close: string): number | undefined {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === close && !/\p{L}/u.test(text[at + 1] ?? '')) {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (text[at] === open && open !== close) depth += 1;
  }
  return undefined;
}
