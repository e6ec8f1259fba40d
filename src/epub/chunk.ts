import type { Element, ElementContent } from 'hast';
import type { Part } from '../model/document.js';

/** One file of the EPUB's text. */
export interface Chunk {
  readonly part: Part;
  /** Relative to the package document: `text/thaw.xhtml`. */
  readonly file: string;
}

export interface Chunks {
  readonly list: readonly Chunk[];
  /** The chunk that holds each anchor. */
  readonly holderOf: ReadonlyMap<string, Chunk>;
  /** The section or part that each anchor stands in, as a reader would name it: `§ 3.2`, or a title. */
  readonly nameOf: ReadonlyMap<string, string>;
  /** The number of the note that each anchor stands in, or is; none in a comment. */
  readonly noteOf: ReadonlyMap<string, number>;
  /** The chunk that sets each block of the manuscript; the first, where one is set twice. Notes are no place for a page to begin. */
  readonly blockHolder: ReadonlyMap<string, Chunk>;
}

/** The navigation document, which is also the contents page of a book that has one. */
export const navFile = 'nav.xhtml';

/**
 * Gives every part its file and finds the file of every anchor.
 *
 * In: parts whose anchors are unique in the book. File names come from part ids, so they survive changes elsewhere; ids that
 * differ in case alone get a number, because a zip may be unpacked where `A` and `a` are one name.
 * The first contents part becomes the navigation document.
 */
export function chunk(parts: readonly Part[]): Chunks {
  const taken = new Set<string>();
  const contents = parts.find((part) => part.kind === 'contents');
  const list = parts.map((part): Chunk => ({ part, file: part === contents ? navFile : fileFor(part, taken) }));
  const holderOf = new Map<string, Chunk>();
  const nameOf = new Map<string, string>();
  const noteOf = new Map<string, number>();
  const blockHolder = new Map<string, Chunk>();
  for (const holder of list) {
    const { part } = holder;
    const partName = part.number === undefined ? part.title : `§ ${part.number}`;
    let name = partName;
    const sections = new Map(part.sections.map((section) => [section.anchor as string, section]));
    const hold = (anchor: string): void => {
      const section = sections.get(anchor);
      if (section) name = section.number === undefined ? partName : `§ ${section.number}`;
      holderOf.set(anchor, holder);
      nameOf.set(anchor, name);
    };
    hold(part.id);
    for (const { properties } of elementsOf(part.body)) {
      const at = properties.dataAt ?? properties['data-at'];
      if (typeof at === 'string' && !blockHolder.has(at)) blockHolder.set(at, holder);
      if (typeof properties.id === 'string' && holder.file !== navFile) hold(properties.id);
    }
    for (const { anchor } of part.explanations ?? []) hold(anchor);
    for (const note of part.notes) {
      const within = [...elementsOf(note.body)].flatMap(({ properties }) => (typeof properties.id === 'string' ? [properties.id] : []));
      for (const anchor of [note.anchor, ...within]) {
        hold(anchor);
        if (typeof note.number === 'number') noteOf.set(anchor, note.number);
      }
    }
  }
  return { list, holderOf, nameOf, noteOf, blockHolder };
}

function fileFor(part: Part, taken: Set<string>): string {
  let stem: string = part.id;
  for (let count = 2; taken.has(stem.toLowerCase()); count++) stem = `${part.id}-${count}`;
  taken.add(stem.toLowerCase());
  return `text/${stem}.xhtml`;
}

function* elementsOf(content: readonly ElementContent[]): Generator<Element> {
  for (const node of content) {
    if (node.type !== 'element') continue;
    yield node;
    yield* elementsOf(node.children);
  }
}
