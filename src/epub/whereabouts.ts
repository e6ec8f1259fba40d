/**
 * What a file of the EPUB asks of the rest of the book: where things stand, and what they are called.
 *
 * All of it is asked through these few doors, so that it can be written down with its answers: a file stays as it was made while
 * its own matter and all these answers are the same.
 */
import type { PageMap } from '../model/document.js';
import type { Chunks } from './chunk.js';

/** Each answers `undefined` where there is none. */
export interface Whereabouts {
  /** The file that holds an anchor. */
  readonly file: (anchor: string) => string | undefined;
  /** The section or part that an anchor stands in, as a reader would name it. */
  readonly name: (anchor: string) => string | undefined;
  /** The number of the note that an anchor stands in. */
  readonly note: (anchor: string) => number | undefined;
  /** The page number that an anchor has in print. */
  readonly folio: (anchor: string) => string | undefined;
  /** Which of all printed pages has a folio. */
  readonly page: (folio: string) => number | undefined;
  /** The file of a picture, by the key of its asset. */
  readonly picture: (key: string) => string | undefined;
}

export function whereabouts({ holderOf, nameOf, noteOf }: Chunks, pages: PageMap | undefined, pictureFiles: ReadonlyMap<string, string>): Whereabouts {
  const folios: ReadonlyMap<string, string> = pages?.folios ?? new Map();
  const order = new Map((pages?.pages ?? []).map(({ folio }, index) => [folio, index]));
  return {
    file: (anchor) => holderOf.get(anchor)?.file,
    name: (anchor) => nameOf.get(anchor),
    note: (anchor) => noteOf.get(anchor),
    folio: (anchor) => folios.get(anchor),
    page: (folio) => order.get(folio),
    picture: (key) => pictureFiles.get(key),
  };
}

/** What was asked of a book, and what it said. */
export interface Heard {
  readonly asked: keyof Whereabouts;
  readonly of: string;
  readonly said: string | number | undefined;
}

/** The same doors, and what goes through them, each question once. */
export function overhear(book: Whereabouts): { readonly book: Whereabouts; readonly heard: () => readonly Heard[] } {
  const heard = new Map<string, Heard>();
  const note = <Said extends string | number | undefined>(asked: keyof Whereabouts, answer: (of: string) => Said) => (of: string): Said => {
    const said = answer(of);
    heard.set(`${asked} ${of}`, { asked, of, said });
    return said;
  };
  return {
    book: { file: note('file', book.file), name: note('name', book.name), note: note('note', book.note), folio: note('folio', book.folio), page: note('page', book.page), picture: note('picture', book.picture) },
    heard: () => [...heard.values()],
  };
}

export const answersAs = (book: Whereabouts, heard: readonly Heard[]): boolean => heard.every(({ asked, of, said }) => book[asked](of) === said);
