import type { ElementContent } from 'hast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Drawing } from '../../draw/drawing.js';
import { mentionsOf } from './register.js';
import { h, registerAnchor, text } from '../element.js';
import { captionOf, placementOf } from '../handlers/figure.js';
import type { Lowering } from '../lowering.js';

export const chart = (node: ContainerDirective, lowering: Lowering): ElementContent[] => drawn(node, node.children.flatMap((child) => ('children' in child ? lowering.all(child.children) : [])), lowering);

export const timeline = (node: LeafDirective, lowering: Lowering): ElementContent[] => drawn(node, node.attributes?.['caption'] ? [text(node.attributes['caption'])] : [], lowering);

/** A chart or timeline with its caption; in the EPUB drawn for a narrow screen, and with its data as a table, too. A caption must end its figure. */
function drawn(node: ContainerDirective | LeafDirective, words: ElementContent[], lowering: Lowering): ElementContent[] {
  const id = lowering.id(node);
  const drawing = lowering.lookup.drawing(id);
  const labelled = lowering.lookup.labelled(id);
  if (!drawing) return words.length > 0 ? [h('p', { dataAt: id }, words)] : [];
  const data = lowering.target === 'print' ? [] : [h('details', { className: ['figure-data'] }, h('summary', {}, lowering.words.table), dataTable(drawing.table, lowering))];
  return [h('figure', { id: labelled?.anchor, className: ['figure', 'drawing'], dataAt: id, dataPlacement: placementOf(node.attributes?.['placement'], node, lowering) }, lowering.target === 'print' ? drawing.svg : drawing.narrow, data, h('figcaption', {}, captionOf('figure', labelled?.number, words, lowering)))];
}

/** The rows of a timeline lead to the chronology and, as there, to the passages that tell of the event. */
function dataTable({ head, rows, keys }: Drawing['table'], lowering: Lowering): ElementContent {
  const entries = new Map(keys && lowering.lookup.entries('dates').map((entry) => [entry.key, entry]));
  const cellsOf = (row: readonly string[], index: number): ElementContent[] => {
    const entry = entries.get(keys?.[index] ?? '');
    const [date = '', event = '', ...others] = row;
    if (!entry) return row.map((cell) => h('td', {}, cell));
    const linked = lowering.lookup.isPrinted('chronology') ? h('a', { href: `#${registerAnchor(entry)}` }, date) : text(date);
    return [h('td', {}, linked), h('td', {}, text(event), mentionsOf(entry, lowering)), ...others.map((cell) => h('td', {}, cell))];
  };
  return h('table', {}, h('thead', {}, h('tr', {}, head.map((cell) => h('th', { scope: 'col' }, cell)))), h('tbody', {}, rows.map((row, index) => h('tr', {}, cellsOf(row, index)))));
}
