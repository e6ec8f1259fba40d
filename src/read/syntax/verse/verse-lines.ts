/** What each line of verse is, told from its letters alone: in Pandoc's line blocks and between the fences of `:::verse`. */
import { readAttributeList } from '../attributes/attribute-list.js';

/** Words after so many characters of marks and so many of indent, or a line without words. */
export type Line =
  | { readonly is: 'words'; readonly marks: number; readonly indent: number; /** Goes on with the line above. */ readonly runsOn: boolean }
  | { readonly is: 'fence' | 'blank' | 'last' };

export interface VerseReader {
  readonly first: Line;
  /** @returns nothing when the line is no part of the block */
  next(line: string): Line | undefined;
}

const fence = /^(:{3,})verse[ \t]*/;

/** The attributes of a line that opens `:::verse`; nothing when it does not. */
export function verseAttributes(line: string): Readonly<Record<string, string>> | undefined {
  const opening = fence.exec(line)?.[0];
  if (opening === undefined) return undefined;
  const list = readAttributeList(line, opening.length);
  if (line.slice(list?.end ?? opening.length).trim() !== '') return undefined;
  const { id, classes = [], values } = list?.attributes ?? {};
  return { ...(id !== undefined && { id }), ...(classes.length > 0 && { class: classes.join(' ') }), ...values };
}

/** @param indent columns before the fence: lines lose as many */
export function openFence(opening: string, indent: number): VerseReader | undefined {
  if (verseAttributes(opening) === undefined) return undefined;
  const colons = fence.exec(opening)?.[1]?.length ?? 0;
  return {
    first: { is: 'fence' },
    next(line) {
      const closing = /^ {0,3}(:{3,})[ \t]*$/.exec(line)?.[1];
      if (closing !== undefined && closing.length >= colons) return { is: 'last' };
      if (line.trim() === '') return { is: 'blank' };
      const white = whiteAt(line, 0);
      const marks = Math.min(white, indent);
      return { is: 'words', marks, indent: white - marks, runsOn: false };
    },
  };
}

/** A line that begins with white space runs on, but not below a line without words. */
export function openLineBlock(opening: string): VerseReader | undefined {
  const first = lineAfterBar(opening);
  if (first?.is !== 'words') return undefined;
  let above: Line['is'] = 'words';
  return {
    first,
    next(line) {
      const isRunningOn = above === 'words' && /^[ \t]+[^ \t|]/.test(line);
      const next = isRunningOn ? { is: 'words' as const, marks: whiteAt(line, 0), indent: 0, runsOn: true } : lineAfterBar(line);
      above = next?.is ?? above;
      return next;
    },
  };
}

function lineAfterBar(line: string): Line | undefined {
  if (/^ {0,3}\|[ \t]*$/.test(line)) return { is: 'blank' };
  const marks = /^ {0,3}\|[ \t]/.exec(line)?.[0].length;
  return marks === undefined ? undefined : { is: 'words', marks, indent: whiteAt(line, marks), runsOn: false };
}

function whiteAt(line: string, at: number): number {
  return line.slice(at).search(/[^ \t]|$/);
}
