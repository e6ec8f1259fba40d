/**
 * The small signs that tell threads and series apart. Shape comes first and tone second, so that a black-and-white copy
 * loses nothing: the first eight differ in shape or filling alone.
 */
import type { Element, Properties } from 'hast';
import type { Px } from '../model/unit.js';
import { accent, px, svgElement } from './svg.js';

const shapes = ['circle', 'square', 'triangle', 'diamond'] as const;
type Shape = (typeof shapes)[number];

interface Sign {
  readonly shape: Shape;
  readonly filled: boolean;
  readonly color: string;
}

const ink = 'currentColor';
const signs: readonly Sign[] = [
  { shape: 'circle', filled: true, color: accent },
  { shape: 'square', filled: true, color: ink },
  { shape: 'diamond', filled: false, color: ink },
  { shape: 'triangle', filled: true, color: ink },
  { shape: 'circle', filled: false, color: ink },
  { shape: 'square', filled: false, color: accent },
  { shape: 'diamond', filled: true, color: accent },
  { shape: 'triangle', filled: false, color: accent },
];

/** More threads or lines than this would have to share signs: such a figure is refused. */
export const markCount = signs.length;

/** @param size half the height of the sign, px */
export function mark(index: number, x: Px, y: Px, size: Px): Element {
  return drawSign(signs[index] ?? plain, x, y, size);
}

/** The same sign filled, for a line that would show through an open one; there the dashes tell it apart. */
export function solidMark(index: number, x: Px, y: Px, size: Px): Element {
  return drawSign({ ...(signs[index] ?? plain), filled: true }, x, y, size);
}

const plain: Sign = { shape: 'circle', filled: true, color: ink };

function drawSign(sign: Sign, x: Px, y: Px, size: Px): Element {
  const outlineWidth = 0.8;
  // An open sign's outline lies half outside its path: draw it smaller, and all signs look equally large.
  const reach = sign.filled ? size : size - outlineWidth / 2;
  const paint: Properties = sign.filled ? { fill: sign.color } : { fill: 'none', stroke: sign.color, strokeWidth: px(outlineWidth) };
  if (sign.shape === 'circle') return svgElement('circle', { cx: px(x), cy: px(y), r: px(reach), ...paint });
  return svgElement('path', { d: outline(sign.shape, x, y, reach), ...paint });
}

export const markColor = (index: number): string => signs[index]?.color ?? ink;

function outline(shape: Exclude<Shape, 'circle'>, x: Px, y: Px, reach: Px): string {
  const corners = {
    square: [[-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]],
    diamond: [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]],
    triangle: [[0, -1.1], [1.1, 0.85], [-1.1, 0.85]],
  }[shape];
  return `${corners.map(([dx = 0, dy = 0], index) => `${index === 0 ? 'M' : 'L'}${px(x + dx * reach)} ${px(y + dy * reach)}`).join('')}Z`;
}
