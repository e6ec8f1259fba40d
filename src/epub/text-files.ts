import { isSame } from '../model/is-same.js';
import type { Part } from '../model/document.js';
import { type Kept, KeptStep } from '../world/kept.js';
import { type Chunks, navFile } from './chunk.js';
import { content, type ContentContext, type ContentDocument } from './content.js';
import { markSentences } from './mark-sentences.js';
import type { PlacedPage } from './page-breaks.js';
import { serialize } from './serialize.js';
import { type Heard, answersAs, overhear } from './whereabouts.js';

/** A file of the text as it goes into the container. */
export interface TextFile extends ContentDocument {
  readonly xhtml: string;
}

/**
 * The files of the text but for the contents page, which navigation writes.
 *
 * @param placed the pages that begin in each file
 * @param isCounted its sentences get names
 * @param kept a file whose matter is the same, and to which the book answers as before, is given again
 */
export function textFiles({ list }: Chunks, placed: ReadonlyMap<unknown, readonly PlacedPage[]>, context: ContentContext, isCounted: boolean, kept?: Kept): readonly TextFile[] {
  const shelf = keptFiles.turn(kept);
  const { language, title } = context;
  return list
    .filter(({ file }) => file !== navFile)
    .map((chunk) => {
      const frame = { isContinued: chunk.isContinued, section: chunk.section, pages: placed.get(chunk) ?? [], language, title, isCounted };
      const known = shelf.take(chunk.file);
      if (known?.part === chunk.part && isSame(known.frame, frame) && answersAs(context.book, known.heard)) return { ...known.made, chunk };
      const { book, heard } = overhear(context.book);
      const made = content(chunk, frame.pages, { ...context, book });
      if (isCounted) markSentences(made.tree);
      const file = { ...made, xhtml: serialize(made.tree, 'xhtml') };
      shelf.put(chunk.file, { part: chunk.part, frame, heard: heard(), made: file });
      return file;
    });
}

interface KeptFile {
  readonly part: Part;
  /** What else goes into it. */
  readonly frame: unknown;
  readonly heard: readonly Heard[];
  readonly made: TextFile;
}

const keptFiles = new KeptStep<KeptFile>();
