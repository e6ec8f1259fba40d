/**
 * The cover of the e-book: the author's, or one drawn from the words of the title page.
 *
 * A drawn cover is kept between runs: outlines and pixels take half a second, and its words seldom change.
 */
import type { BookConfig } from '../model/book.js';
import type { Asset } from '../model/document.js';
import { wordsOf } from '../model/words.js';
import type { Face } from '../typeface/faces.js';
import { remember } from '../world/remember.js';
import type { World } from '../world/world.js';
import type { CoverWords } from './draw-cover.js';

export interface Cover {
  /** What shelves and shops show: JPEG or PNG. */
  readonly image: { readonly bytes: Uint8Array; readonly mediaType: string };
  /** The same as SVG, where it was drawn. */
  readonly drawing?: string;
  /** What it says, for those who do not see it. */
  readonly alt: string;
}

/** @param given the author's, prepared */
export async function makeCover(config: BookConfig, given: Asset | undefined, faces: readonly Face[], world: World): Promise<Cover | undefined> {
  const { title, subtitle, edition, publisher, language, slug } = config;
  const authors = config.authors.map(({ name }) => name);
  if (given) return { image: given, alt: altOf(language, [title, subtitle, authors.join(', ')]) };
  if (config.epub.cover === false) return undefined;
  const words: CoverWords = { name: slug, language, title, authors, ...(subtitle !== undefined && { subtitle }), ...(edition !== undefined && { edition }), ...(publisher !== undefined && { publisher }) };
  const { svg, png } = await remember(world, { name: 'cover', code: ['cover', 'picture', 'typeface', 'epub'] }, words, () => draw(words, faces, world));
  return { image: { bytes: new Uint8Array(Buffer.from(png, 'base64')), mediaType: 'image/png' }, drawing: svg, alt: altOf(language, [title, subtitle, authors.join(', '), edition, publisher]) };
}

async function draw(words: CoverWords, faces: readonly Face[], { disk }: World): Promise<{ readonly svg: string; readonly png: string }> {
  const [{ clothOf, drawCover, gilt, paper, shownText }, { openLetters }, { rasterizeCover }, { hyphenate }, { serialize }] = await Promise.all([
    import('./draw-cover.js'),
    import('./outline-text.js'),
    import('./rasterize-cover.js'),
    import('../typeface/hyphenate.js'),
    import('../epub/serialize.js'),
  ]);
  const divide = (text: string): string => hyphenate([{ type: 'text', value: text }], words.language).map((node) => (node.type === 'text' ? node.value : '')).join('');
  const svg = serialize(drawCover(words, await openLetters(faces, disk, shownText(words)), divide), 'xml');
  return { svg, png: Buffer.from(await rasterizeCover(svg, clothOf(words.name), [paper, gilt])).toString('base64') };
}

/** `Cover: Salt. A History. Ada Writer` */
function altOf(language: string, said: readonly (string | undefined)[]): string {
  const sentences = said.map((words) => words?.replace(/\s+/g, ' ').trim()).filter((words) => words !== undefined && words !== '');
  return `${wordsOf(language).epub.cover}: ${sentences.map((words, index) => (index === sentences.length - 1 || /[.!?…]$/.test(words ?? '') ? words : `${words}.`)).join(' ')}`;
}
