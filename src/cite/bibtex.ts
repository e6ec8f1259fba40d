/**
 * Cuts a .bib file into its entries without reading their values, so that each has a place and one broken entry does not
 * take the file with it.
 *
 * In: the text of a file. Out: entries and string definitions in order, with what is wrong with their outer form.
 * Not here: fields, LaTeX, names, dates (cite/engine.ts); duplicates (cite/library.ts).
 */

export interface BibtexChunk {
  /** Lower case: `book`, `string`, `comment`. */
  readonly type: string;
  /** Absent on `@string` and `@preamble`. */
  readonly key?: string;
  readonly text: string;
  /** 1-based, of the `@`. */
  readonly line: number;
  /** Of the key, or of the `@` when there is none; 1-based. */
  readonly keyLine: number;
  readonly column: number;
  /** What its braces say: `open` never closes, `overrun` closes before its last fields. */
  readonly form: 'closed' | 'open' | 'overrun';
}

const head = /@[ \t]*([A-Za-z]+)\s*([{(])[ \t\r\n]*/y;
/** A line that begins an entry: inside another it shows that the other never closes, and reading goes on there. */
const nextEntry = /^[ \t]*@[A-Za-z]+\s*[{(]\s*[^\s,{}()="]+\s*,/gm;
const fieldsLeftBehind = /\s*,?\s*[A-Za-z][\w+:-]*\s*=\s*["{\w]/y;

export function cutBibtex(text: string): BibtexChunk[] {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  const position = lineFinder(lineStarts);

  const chunks: BibtexChunk[] = [];
  let at = 0;
  while ((at = text.indexOf('@', at)) !== -1) {
    head.lastIndex = at;
    const opening = head.exec(text);
    if (!opening || isCommented(text, at)) {
      at += 1;
      continue;
    }
    const type = (opening[1] ?? '').toLowerCase();
    const bodyStart = at + opening[0].length;
    const swallowed = hasKey(type) ? nextEntryAfter(text, bodyStart) : undefined;
    let close = closingBrace(text, at + opening[0].indexOf(opening[2] as string));
    if (close !== undefined && swallowed !== undefined && swallowed < close) close = undefined;
    const end = close === undefined ? (swallowed ?? text.length) : close + 1;
    const key = hasKey(type) ? /^[^\s,{}()="]+(?=\s*,|\s*[})]|\s*$)/.exec(text.slice(bodyStart, end))?.[0] : undefined;
    fieldsLeftBehind.lastIndex = end;
    const place = position(key === undefined ? at : bodyStart);
    chunks.push({
      type,
      ...(key === undefined ? {} : { key }),
      text: text.slice(at, end),
      line: position(at).line,
      keyLine: place.line,
      column: place.column,
      form: close === undefined ? 'open' : hasKey(type) && fieldsLeftBehind.test(text) ? 'overrun' : 'closed',
    });
    at = end;
  }
  return chunks;
}

export const hasKey = (type: string): boolean => type !== 'string' && type !== 'preamble' && type !== 'comment';

/** The brace (or parenthesis) that closes the one at `open`; escaped braces and those inside nested braces do not count. */
function closingBrace(text: string, open: number): number | undefined {
  const parenthesised = text[open] === '(';
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    else if (character === ')' && parenthesised && depth === 0) return at;
    if (depth === 0 && !parenthesised) return at;
  }
  return undefined;
}

function nextEntryAfter(text: string, from: number): number | undefined {
  nextEntry.lastIndex = from;
  return nextEntry.exec(text)?.index;
}

/** Text between entries is a comment to BibTeX; an `@` after `%` on the same line is never meant as an entry. */
const isCommented = (text: string, at: number): boolean => text.slice(text.lastIndexOf('\n', at) + 1, at).includes('%');

function lineFinder(lineStarts: readonly number[]): (offset: number) => { line: number; column: number } {
  return (offset) => {
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lineStarts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (lineStarts[low] as number) + 1 };
  };
}
