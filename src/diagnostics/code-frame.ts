/** A line of source and the marks below it, both ready for a terminal with a fixed pitch. */
export interface CodeFrame {
  readonly text: string;
  readonly marks: string;
}

/**
 * Shows a stretch of one line. Tabs are kept in both, so that they end at the same stop; a wide character gets two marks; a
 * line that is too long is cut around the stretch.
 *
 * @param line   without its line ending
 * @param column 1-based, in UTF-16 code units; behind the end marks the end
 * @param length in code units; what leads over the end of the line is left out
 * @param width  columns of the terminal that may be used, at least 20
 */
export function codeFrame(line: string, column: number, length: number, width: number): CodeFrame {
  const start = Math.min(column - 1, line.length);
  const end = Math.min(start + length, line.length);
  const [from, to] = columns(line) <= width ? [0, line.length] : cut(line, start, end, width);
  const ellipsis = { before: from > 0 ? '…' : '', after: to < line.length ? '…' : '' };
  const before = ellipsis.before + line.slice(from, start);
  const marked = line.slice(start, Math.min(end, to));
  return {
    text: visible(ellipsis.before + line.slice(from, to) + ellipsis.after),
    marks: [...before].map((character) => (character === '\t' ? '\t' : ' '.repeat(columns(character)))).join('') + '^'.repeat(Math.max(1, columns(marked))),
  };
}

/** Characters that would move the cursor or change the terminal's colours, as pictures of themselves. */
export const visible = (words: string): string =>
  words.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, (control) => (control < ' ' ? String.fromCharCode(0x2400 + control.charCodeAt(0)) : '\ufffd'));

/** @returns the range of code units to show: the stretch, or its beginning, with some words before it; two columns are left for ellipses */
function cut(line: string, start: number, end: number, width: number): [number, number] {
  const room = width - 2;
  let from = start;
  let to = start;
  let used = 0;
  const take = (character: string | undefined, move: (size: number) => void): boolean => {
    if (character === undefined || used + columns(character) > room) return false;
    used += columns(character);
    move(character.length);
    return true;
  };
  const grow = (): boolean => take(characterAt(line, to), (size) => (to += size));
  const reach = (): boolean => take(characterBefore(line, from), (size) => (from -= size));
  while (to < end && grow());
  const lead = Math.floor((room - used) / 2) + used;
  while (used < lead && reach());
  while (grow());
  while (reach());
  return [from, to];
}

const characterAt = (line: string, at: number): string | undefined => {
  const point = line.codePointAt(at);
  return point === undefined ? undefined : String.fromCodePoint(point);
};

const characterBefore = (line: string, at: number): string | undefined => {
  if (at === 0) return undefined;
  const isPair = /[\udc00-\udfff]/.test(line[at - 1] ?? '') && /[\ud800-\udbff]/.test(line[at - 2] ?? '');
  return line.slice(at - (isPair ? 2 : 1), at);
};

const none = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const wide = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]$/u;

/** Columns that the words take in a terminal; a tab counts as one. */
function columns(words: string): number {
  let sum = 0;
  for (const character of words) sum += none.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return sum;
}
