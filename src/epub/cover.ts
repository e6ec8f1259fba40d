import type { Element } from 'xast';
import type { Cover } from '../cover/make-cover.js';
import type { Words } from '../model/words.js';
import { document, linkFrom } from './content.js';
import type { Resource } from './package.js';
import { element } from './tree.js';

/** The cover in the EPUB: the files that it adds, which no name of a part or a picture can meet. */
export interface CoverFiles {
  /** What the page of the cover is called among the landmarks. */
  readonly title: string;
  /** Absent where the reader makes its own page of the picture. */
  readonly page?: { readonly file: string; readonly tree: Element };
  readonly resources: readonly (Resource & { readonly bytes: Uint8Array })[];
}

export const coverImageId = 'cover-image';

interface CoverContext {
  readonly language: string;
  readonly words: Words;
  readonly stylesheet: string;
  /** A Kindle shows the picture of its own accord, and would show a page of it besides. Source: Kindle Publishing Guidelines. */
  readonly hasPage: boolean;
}

const pageFile = 'cover.xhtml';

/** The picture for the shelf, as EPUB 3 and EPUB 2 know it, and the first page of the book, which shows the same. */
export function coverFiles({ image, drawing, alt }: Cover, { language, words, stylesheet, hasPage }: CoverContext): CoverFiles {
  const file = image.mediaType === 'image/jpeg' ? 'cover.jpg' : 'cover.png';
  const shelf = { file, mediaType: image.mediaType, id: coverImageId, properties: 'cover-image', bytes: image.bytes };
  const title = words.epub.cover;
  if (!hasPage) return { title, resources: [shelf] };
  const drawn = drawing === undefined ? [] : [{ file: 'cover.svg', mediaType: 'image/svg+xml', bytes: new TextEncoder().encode(drawing) }];
  const shown = drawn[0]?.file ?? file;
  const picture = element('img', { src: linkFrom(pageFile, shown), alt, role: 'doc-cover' });
  const body = element('body', { 'epub:type': 'frontmatter' }, '\n', element('section', { class: 'cover', 'epub:type': 'cover' }, picture), '\n');
  return { title, page: { file: pageFile, tree: document({ language, title, stylesheets: [linkFrom(pageFile, stylesheet)] }, body) }, resources: [shelf, ...drawn] };
}
