/**
 * The device of a cover: lines woven into a ring, as on old bonds and treaties. Each book has its own, made from its name, so it stays
 * the same through all editions of the text.
 */
import { createHash } from 'node:crypto';
import type { Element } from 'xast';
import { element } from '../epub/tree.js';
import type { Px } from '../model/unit.js';

/** Points of a ring at which its curve is computed; between them it is drawn as Bézier curves. */
const pointsPerLobe = 6;

interface Ring {
  readonly lobes: number;
  /** Strands that share the ring, each turned by a part of a lobe. */
  readonly strands: number;
  /** Of the device's radius. */
  readonly middle: number;
  readonly swing: number;
}

/** @param name what the device is derived from */
export function rosette(name: string, center: { readonly x: Px; readonly y: Px }, radius: Px, color: string): Element {
  const rings = ringsOf(name);
  const drawn = rings.flatMap((ring, place) => {
    const id = `strand-${place + 1}`;
    const turned = Array.from({ length: ring.strands - 1 }, (_, index) => (360 / ring.lobes / ring.strands) * (index + 1));
    return [element('path', { id, d: strand(ring, radius) }), ...turned.map((angle) => element('use', { 'xlink:href': `#${id}`, transform: `rotate(${angle.toFixed(3)})` }))];
  });
  const attributes = { transform: `translate(${rounded(center.x)} ${rounded(center.y)})`, fill: 'none', stroke: color, 'stroke-width': rounded(Math.max(1.6, radius / 150)), 'stroke-linejoin': 'round' };
  return element('g', attributes, ...drawn);
}

function ringsOf(name: string): Ring[] {
  const bytes = createHash('sha256').update(name).digest();
  const pick = (index: number, from: number, to: number): number => from + ((bytes[index] ?? 0) % (to - from + 1));
  const outer = pick(0, 7, 12);
  return [
    { lobes: outer * 2, strands: 4, middle: 0.9, swing: 0.1 },
    { lobes: outer, strands: pick(1, 4, 7), middle: pick(2, 56, 64) / 100, swing: pick(3, 18, 24) / 100 },
    { lobes: pick(4, 5, 8), strands: pick(5, 3, 5), middle: 0.22, swing: pick(6, 10, 16) / 100 },
  ];
}

/** One closed curve around the centre, its distance rising and falling once in every lobe. */
function strand({ lobes, middle, swing }: Ring, radius: Px): string {
  const count = lobes * pointsPerLobe;
  const step = (2 * Math.PI) / count;
  const at = (index: number): readonly [x: number, y: number, dx: number, dy: number] => {
    const angle = index * step;
    const far = radius * (middle + swing * Math.cos(lobes * angle));
    const slope = -radius * swing * lobes * Math.sin(lobes * angle);
    return [far * Math.cos(angle), far * Math.sin(angle), slope * Math.cos(angle) - far * Math.sin(angle), slope * Math.sin(angle) + far * Math.cos(angle)];
  };
  const [startX, startY] = at(0);
  const curves = Array.from({ length: count }, (_, index) => {
    const [x, y, dx, dy] = at(index);
    const [endX, endY, endDx, endDy] = at(index + 1);
    const third = step / 3;
    return `C${[x + dx * third, y + dy * third, endX - endDx * third, endY - endDy * third, endX, endY].map(rounded).join(' ')}`;
  });
  return `M${rounded(startX)} ${rounded(startY)}${curves.join('')}Z`;
}

const rounded = (value: number): string => String(Math.round(value * 10) / 10 || 0);
