import type { BookConfig } from './book.js';
import { mmToPx, type Px } from './unit.js';

/** The type area of a page. */
export interface Geometry {
  readonly width: Px;
  readonly height: Px;
  readonly top: Px;
  readonly inner: Px;
  /** Width of a line of text. */
  readonly measure: Px;
  /** Height of the text area: a whole number of lines. */
  readonly depth: Px;
}

/** Height of a line of text, and what the rule above the notes takes. */
export const leading: Px = 18;
export const noteRule: Px = 13;

/**
 * Margins in the old proportion, the inner narrowest and the foot deepest, rounded so that the depth is whole lines.
 * A booklet's inner margin is not halved: its spine is stapled, and the fold eats a little.
 */
export function geometryOf({ page }: BookConfig): Geometry {
  const width = mmToPx(page.width);
  const height = mmToPx(page.height);
  const inner = width * 0.124;
  const outer = width * 0.118;
  const depth = Math.floor((height * 0.795) / leading) * leading;
  return { width, height, inner, measure: width - inner - outer, top: height * 0.098, depth };
}
