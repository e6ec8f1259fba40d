import type { Element } from 'xast';
import { visitElements } from './tree.js';

/** What a file holds for those who see it, and what it has for those who don't. */
export interface AccessFacts {
  readonly hasSvg: boolean;
  readonly hasMath: boolean;
  /** Pictures and drawings that say something; `undescribed` of them have nothing to read out. */
  readonly pictures: number;
  readonly undescribed: number;
  /** Charts and timelines; `withData` of them have their data beside them as a table. */
  readonly drawings: number;
  readonly withData: number;
  /** `spoken` of the formulas can be read out; `drawn` of them have a picture, too. */
  readonly formulas: Readonly<Record<'all' | 'spoken' | 'drawn', number>>;
  readonly headings: number;
  /** Keys of the assets shown. */
  readonly assets: ReadonlySet<string>;
}

/**
 * Counts them in a file's own section, as it was lowered.
 *
 * A picture whose author says that it only decorates (`role="presentation"`) says nothing. One that nobody described has no words
 * either, and is counted (`data-undescribed`).
 */
export function accessFactsOf(section: Element): AccessFacts {
  const named: Readonly<Record<'img' | 'svg' | 'math' | 'figure', Element[]>> = { img: [], svg: [], math: [], figure: [] };
  let headings = 0;
  visitElements(section, (node) => {
    if (Object.hasOwn(named, node.name)) named[node.name as keyof typeof named].push(node);
    if (/^h[1-6]$/.test(node.name)) headings += 1;
    return node.name !== 'svg' && node.name !== 'math';
  });
  const { img: images, svg: svgs, math: formulas } = named;
  const drawn = images.filter((image) => hasClass(image, 'formula-picture'));
  const telling = images.filter((image) => image.attributes.role !== 'presentation' && !drawn.includes(image));
  const tellingSvgs = svgs.filter((svg) => svg.attributes['aria-hidden'] !== 'true');
  const drawings = named.figure.filter((figure) => hasClass(figure, 'drawing') || figure.children.some((child) => child.type === 'element' && child.name === 'svg'));
  return {
    hasSvg: svgs.length > 0,
    hasMath: formulas.length > 0,
    pictures: telling.length + tellingSvgs.length,
    undescribed: telling.filter((image) => !image.attributes.alt?.trim() || image.attributes['data-undescribed'] !== undefined).length + tellingSvgs.filter((svg) => !isNamed(svg)).length,
    drawings: drawings.length,
    withData: drawings.filter(holdsTable).length,
    formulas: { all: formulas.length, spoken: formulas.filter((formula) => formula.attributes.alttext?.trim()).length, drawn: drawn.length },
    headings,
    assets: new Set(images.map((image) => image.attributes.src ?? '')),
  };
}

const holdsTable = (element: Element): boolean => element.name === 'table' || element.children.some((child) => child.type === 'element' && holdsTable(child));

const hasClass = ({ attributes }: Element, name: string): boolean => (attributes.class ?? '').split(' ').includes(name);

const isNamed = (svg: Element): boolean =>
  [svg.attributes['aria-label'], svg.attributes['aria-labelledby']].some((name) => typeof name === 'string' && name !== '') ||
  svg.children.some((child) => child.type === 'element' && child.name === 'title');
