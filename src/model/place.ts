/** Where something stands in the manuscript: what an error message points at. */
export interface Place {
  /** Path relative to the book folder, with forward slashes. */
  readonly file: string;
  /** 1-based; absent when the whole file is meant. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units, as editors count. */
  readonly column?: number;
  /** How many code units to underline on that line; at least 1 when given. */
  readonly length?: number;
}

/** Manuscript order: by file name, then line, then column. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** `03-thaw.md:41:21`, as editors and terminals understand it. */
export const spellPlace = ({ file, line, column }: Place): string => [file, line, column].filter((part) => part !== undefined).join(':');
