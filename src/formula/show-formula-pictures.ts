import { createHash } from 'node:crypto';
import { h } from '../lower/element.js';
import type { Asset, Part } from '../model/document.js';
import { type FormulaPicture, formulaKey, pixelsPerEm } from './draw-formulas.js';
import { again, type Kept, KeptStep, type Made } from '../world/kept.js';
import { replaceFormulas } from './each-formula.js';

export interface Illustrated {
  readonly parts: readonly Part[];
  /** The pictures, by keys that no file of an author can have. */
  readonly assets: ReadonlyMap<string, Asset>;
}

/**
 * Sets before each formula its picture, for readers that know no MathML.
 *
 * Style sheets show the one or the other, never both (`styles/epub.css`, `styles/formulas.css`). The picture has the size of the type around it, stands
 * on its baseline and says what the formula says. Files are named by what they show, and so keep their names between editions.
 */
export function showFormulaPictures(parts: readonly Part[], language: string, pictures: ReadonlyMap<string, FormulaPicture>, kept?: Kept): Illustrated {
  const shelf = keptParts.turn(kept);
  const shown = parts.map((part) => again(shelf, part.id, [part, language, pictures], () => showIn(part, language, pictures)));
  return { parts: shown.flatMap((each) => each.parts), assets: new Map(shown.flatMap((each) => [...each.assets])) };
}

const keptParts = new KeptStep<Made<Illustrated>>();

function showIn(part: Part, language: string, pictures: ReadonlyMap<string, FormulaPicture>): Illustrated {
  const assets = new Map<string, Asset>();
  const parts = replaceFormulas([part], language, ({ math }) => {
    const picture = pictures.get(formulaKey(math));
    if (!picture) return math;
    const key = `//formula-${createHash('sha256').update(picture.bytes).digest('hex').slice(0, 12)}.png`;
    assets.set(key, { path: key, bytes: picture.bytes, mediaType: 'image/png', width: picture.width, height: picture.height });
    const alt = math.properties['alttext'];
    return h('span', { className: ['formula'], lang: typeof math.properties['lang'] === 'string' ? math.properties['lang'] : undefined }, h('img', { className: ['formula-picture'], src: key, alt: typeof alt === 'string' ? alt : '', style: `width: ${em(picture.width)}; vertical-align: ${em(-picture.depth)}` }), math);
  });
  return { parts, assets };
}

const em = (pixels: number): string => `${Number((pixels / pixelsPerEm).toFixed(3))}em`;
