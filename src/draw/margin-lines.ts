/** The words above and below a figure: its unit at the head, its notes at the foot. */
import type { Element } from 'hast';
import type { Px } from '../model/unit.js';
import { glossSize } from './label-column.js';
import type { TextMeasure } from './measure-text.js';
import { svgText, tone, typeface } from './svg.js';
import { wrapText } from './wrap-text.js';

const leading = 1.25;

export interface MarginLines {
  readonly elements: readonly Element[];
  readonly bottom: Px;
}

/**
 * Paragraphs one under the other, each wrapped.
 *
 * @returns where they end; `top` itself when there is nothing to say
 */
export function marginLines(paragraphs: readonly string[], x: Px, top: Px, width: Px, measure: TextMeasure): MarginLines {
  const lines = paragraphs.filter((text) => text !== '').flatMap((text) => wrapText(text, width, (line) => measure(line, glossSize, 400)));
  const elements = lines.map((line, index) =>
    svgText(x, top + index * glossSize * leading + glossSize * typeface.ascent, line, { size: glossSize, opacity: tone.second }));
  return { elements, bottom: top + lines.length * glossSize * leading };
}

/** A unit short enough to follow every number; a longer one is said once, at the head. */
export const isShortUnit = (unit: string): boolean => [...unit].length <= 3;
