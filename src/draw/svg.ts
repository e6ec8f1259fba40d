/**
 * The few SVG elements that every figure is made of, as hast, and the house's way of drawing.
 *
 * Everything is said in presentation attributes, so a reader without CSS shows the same picture. Ink is `currentColor` and
 * greys are its opacities, so the picture follows a dark page. The one accent is dark enough to print as a full grey and
 * never carries a meaning alone: shape, place or words say the same. Coordinates are CSS px, rounded to two decimals.
 */
import type { Element, ElementContent, Properties } from 'hast';
import type { Px } from '../model/unit.js';
import type { FontWeight } from './measure-text.js';

/** A brick red; in grey it prints at about three quarters of black. */
export const accent = '#8c2f1b';

/** How strongly ink is laid on: words, secondary words, axes, and rules that only guide the eye. */
export const tone = { full: 1, second: 0.68, axis: 0.55, guide: 0.18 } as const;

/** No stroke is thinner than `hair`; no type is smaller than `smallestType`. */
export const hair: Px = 0.4;
export const smallestType: Px = 6.5;

/** Parts of the type size: what a line of text reaches above and below its baseline, and half the height of its x. */
export const typeface = { ascent: 0.72, descent: 0.21, middle: 0.3 } as const;

/** A length as it is written: two decimals, no negative zero. */
export const px = (length: Px): string => String(Math.round(length * 100) / 100 || 0);

export function svgElement(tagName: string, properties: Properties, children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}

/** The whole figure. `alt` becomes its title, the name that assistive technology reads out. */
export function frame(figure: { idPrefix: string; alt: string }, width: Px, height: Px, children: ElementContent[]): Element {
  const titleId = `${figure.idPrefix}-title`;
  const title = svgElement('title', { id: titleId }, [{ type: 'text', value: figure.alt }]);
  const properties: Properties = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${px(width)} ${px(height)}`,
    width: px(width),
    height: px(height),
    role: 'img',
    ariaLabelledBy: [titleId],
    fill: 'currentColor',
    fontFamily: "'Source Sans 3', sans-serif",
    // What surrounds the figure may be spaced, slanted or set in old-style figures: none of it was measured.
    fontWeight: '400',
    fontStyle: 'normal',
    fontVariant: 'normal',
    letterSpacing: '0',
    wordSpacing: '0',
    textAnchor: 'start',
    textRendering: 'geometricPrecision',
  };
  return svgElement('svg', properties, [title, ...children]);
}

export interface TextStyle {
  readonly size: Px;
  readonly weight?: FontWeight;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly opacity?: number;
}

/** One line of text; `y` is its baseline. */
export function svgText(x: Px, y: Px, content: string | ElementContent[], style: TextStyle): Element {
  const properties: Properties = { x: px(x), y: px(y), fontSize: px(style.size) };
  if (style.weight !== undefined && style.weight !== 400) properties['fontWeight'] = String(style.weight);
  if (style.anchor !== undefined && style.anchor !== 'start') properties['textAnchor'] = style.anchor;
  if (style.opacity !== undefined && style.opacity < 1) properties['fillOpacity'] = style.opacity;
  return svgElement('text', properties, typeof content === 'string' ? [{ type: 'text', value: content }] : content);
}

export interface StrokeStyle {
  readonly width: Px;
  readonly opacity?: number;
  readonly color?: string;
  /** Lengths of dashes and gaps. */
  readonly dash?: readonly Px[];
}

/** A line through the points, in order. */
export function stroke(points: readonly (readonly [Px, Px])[], style: StrokeStyle): Element {
  const properties: Properties = {
    d: points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join(''),
    fill: 'none',
    stroke: style.color ?? 'currentColor',
    strokeWidth: px(Math.max(style.width, hair)),
  };
  if (style.opacity !== undefined && style.opacity < 1) properties['strokeOpacity'] = style.opacity;
  if (style.dash !== undefined && style.dash.length > 0) properties['strokeDashArray'] = style.dash.map(px);
  if (points.length > 2) properties['strokeLineJoin'] = 'round';
  return svgElement('path', properties);
}

/** A filled rectangle; a width or height below nothing is drawn as nothing. */
export function block(x: Px, y: Px, width: Px, height: Px, style: { color?: string; opacity?: number } = {}): Element {
  const properties: Properties = { x: px(x), y: px(y), width: px(Math.max(0, width)), height: px(Math.max(0, height)) };
  if (style.color !== undefined) properties['fill'] = style.color;
  if (style.opacity !== undefined && style.opacity < 1) properties['fillOpacity'] = style.opacity;
  return svgElement('rect', properties);
}
