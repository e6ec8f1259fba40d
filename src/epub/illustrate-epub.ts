/**
 * What of the EPUB needs no pages: its cover, and formulas in words and, where they are wanted, as pictures. It is begun while the
 * browser lays out the pages, and is another page to it.
 */
import type { Cover } from '../cover/make-cover.js';
import type { BookConfig } from '../model/book.js';
import type { Asset, Part } from '../model/document.js';
import type { Assets } from '../picture/prepare-pictures.js';
import type { Face } from '../typeface/faces.js';
import type { Browser } from '../world/browser.js';
import type { Kept } from '../world/kept.js';
import type { World } from '../world/world.js';

/** What the EPUB is made of, as it was lowered. */
export interface EpubMatter {
  readonly parts: readonly Part[];
  /** As readers take them. */
  readonly pictures: Assets;
  /** The author's cover, as readers take it; absent where none is named. */
  readonly cover?: Asset;
  /** When the EPUB says it was: asked when one is packed, since version control takes its time; absent where none is made. */
  readonly modified?: () => Promise<string>;
}

export interface Illustrated extends Pick<EpubMatter, 'parts' | 'pictures'> {
  readonly cover?: Cover;
}

export interface Studio {
  readonly faces: readonly Face[];
  readonly browser: Browser;
  readonly world: World;
  readonly kept?: Kept | undefined;
}

export async function illustrateEpub(config: BookConfig, matter: EpubMatter, studio: Studio): Promise<Illustrated> {
  const { makeCover } = await import('../cover/make-cover.js');
  const [cover, text] = await Promise.all([makeCover(config, matter.cover, studio.faces, studio.world), illustrateText(config, matter, studio)]);
  return { ...text, ...(cover && { cover }) };
}

/** What belongs into the text: formulas. */
export async function illustrateText({ language, epub }: BookConfig, { parts, pictures }: EpubMatter, { faces, browser, world, kept }: Studio): Promise<Omit<Illustrated, 'cover'>> {
  const { speakFormulas } = await import('../formula/speak-formulas.js');
  const speaking = speakFormulas(parts, language, { store: world.store, kept });
  if (epub.math !== 'pictures') return { parts: await speaking, pictures };
  const [{ drawFormulas }, { showFormulaPictures }] = await Promise.all([import('../formula/draw-formulas.js'), import('../formula/show-formula-pictures.js')]);
  const shown = showFormulaPictures(await speaking, language, await drawFormulas(parts, language, { faces, browser, disk: world.disk }, kept), kept);
  return { parts: shown.parts, pictures: new Map([...pictures, ...shown.assets]) };
}
