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
  /** Width of the notes in the outer margin. */
  readonly column: Px;
}

/** Height of a line of text, and what the rule above the notes takes. */
export const leading: Px = 18;
export const noteRule: Px = 13;

/**
 * Margins in the old proportion, the inner narrowest and the foot deepest, rounded so that the depth is whole lines.
 * A booklet's inner margin is not halved: its spine is stapled, and the fold eats a little.
 */
export function geometryOf({ page, commentary }: Pick<BookConfig, 'page' | 'commentary'>): Geometry {
  const { margins } = page;
  const width = mmToPx(page.width);
  const height = mmToPx(page.height);
  const side = (name: keyof typeof margins, usual: Px): Px => (margins[name] === undefined ? usual : mmToPx(margins[name]));
  const inner = side('inner', width * 0.124);
  const outer = side('outer', width * (page.notes === 'margin' || commentary === 'margin' ? 0.27 : 0.118));
  const top = side('top', height * 0.098);
  const room = margins.top === undefined && margins.bottom === undefined ? height * 0.795 : height - top - side('bottom', height * 0.107);
  return { width, height, inner, measure: width - inner - outer, top, depth: Math.floor(room / leading) * leading, column: Math.max(0, outer - beside - edge) };
}

/** Lines by which a page may be deeper than others: what its foot has room for below them, the folio and some white. */
export function deepestOf({ page, commentary }: Pick<BookConfig, 'page' | 'commentary'>): number {
  const { height, top, depth } = geometryOf({ page, commentary });
  const room = height - top - depth - leading - folioLine - whiteBelowFolio;
  return Math.min(mostDeeper, Math.max(0, Math.floor(room / leading)));
}

const mostDeeper = 2;
const folioLine: Px = 14;
const whiteBelowFolio: Px = 22;

/** White between the text and the notes in the margin, and between them and the edge of the paper. */
const beside: Px = 13;
const edge: Px = 18;
/** A note in the margin needs about this width; without it, notes stand at the foot. */
export const leastColumn: Px = 62;
/** From this width on, an index stands in two columns. */
export const doubleMeasure: Px = 340;
/** A line of text is no shorter than this, a page no lower. */
export const leastMeasure: Px = 150;
export const leastDepth: Px = 5 * leading;
