/** Reads a drawing back: where its words stand and how far they reach, by the same fonts that print them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Element } from 'hast';
import { expect } from 'vitest';
import type { Fault } from '../../src/draw/chart-request.js';
import type { Drawing } from '../../src/draw/drawing.js';
import { measureText, type FontWeight } from '../../src/draw/measure-text.js';

const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/source-sans-3/package.json'));
const weights: readonly FontWeight[] = [400, 600];

export const measure = measureText(
  weights.flatMap((weight) =>
    ['latin', 'latin-ext', 'cyrillic', 'greek'].map((script) => ({
      weight,
      bytes: readFileSync(join(folder, 'files', `source-sans-3-${script}-${weight}-normal.woff2`)),
    }))),
);

export interface Words {
  readonly text: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function drawn(result: Drawing | Fault): Drawing {
  if ('fault' in result) throw new Error(result.fault);
  return result;
}

export function elementsOf(parent: Element, tagName?: string): Element[] {
  const children = parent.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsOf(child)] : []));
  return tagName === undefined ? children : children.filter((child) => child.tagName === tagName);
}

const number = (element: Element, name: string): number => Number(element.properties[name]);

export const textOf = (element: Element): string =>
  element.children.map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : '')).join('');

export function wordsOf(svg: Element): Words[] {
  return elementsOf(svg, 'text').map((element) => {
    const size = number(element, 'fontSize');
    const bold = element.properties['fontWeight'] === '600';
    const width = element.children.reduce((sum, child) => {
      if (child.type === 'text') return sum + measure(child.value, size, bold ? 600 : 400);
      return child.type === 'element' ? sum + measure(textOf(child), size, 600) : sum;
    }, 0);
    const anchor = element.properties['textAnchor'];
    const left = number(element, 'x') - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    const y = number(element, 'y');
    return { text: textOf(element), size, left, right: left + width, top: y - size * 0.72, bottom: y + size * 0.21 };
  });
}

export const sizeOf = (svg: Element): { width: number; height: number } => ({ width: number(svg, 'width'), height: number(svg, 'height') });

/** What every figure owes its reader: no word cut, none over another, none too small, no line too fine. */
export function expectLegible({ svg, table }: Drawing): void {
  const words = wordsOf(svg);
  const { width, height } = sizeOf(svg);
  expect(svg.properties['viewBox']).toBe(`0 0 ${width} ${height}`);
  expect(words.filter(({ left, right, top, bottom }) => left < -0.02 || right > width + 0.02 || top < -0.02 || bottom > height + 0.02)).toEqual([]);
  const meeting = words.flatMap((a, index) =>
    words.slice(index + 1)
      .filter((b) => a.left < b.right - 0.02 && b.left < a.right - 0.02 && a.top < b.bottom - 0.02 && b.top < a.bottom - 0.02)
      .map((b) => `${a.text} × ${b.text}`));
  expect(meeting).toEqual([]);
  const blocks = elementsOf(svg, 'rect').map((rect) => ({ left: number(rect, 'x'), right: number(rect, 'x') + number(rect, 'width'), top: number(rect, 'y'), bottom: number(rect, 'y') + number(rect, 'height') }));
  expect(blocks.filter(({ left, right, top, bottom }) => left < -0.02 || right > width + 0.02 || top < -0.02 || bottom > height + 0.02)).toEqual([]);
  expect(words.filter((a) => blocks.some((b) => a.left < b.right - 0.02 && b.left < a.right - 0.02 && a.top < b.bottom - 0.02 && b.top < a.bottom - 0.02))).toEqual([]);
  expect(words.filter(({ size }) => size < 6.5)).toEqual([]);
  expect(elementsOf(svg).filter(({ properties }) => Number(properties['strokeWidth'] ?? 1) < 0.4)).toEqual([]);
  expect(JSON.stringify(svg)).not.toMatch(/NaN|Infinity|undefined|e-\d/);
  expect(table.rows.filter((row) => row.length !== table.head.length)).toEqual([]);
}
