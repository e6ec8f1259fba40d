import type { ElementContent } from 'hast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { h, text } from '../element.js';
import { captionOf, placementOf } from '../handlers/figure.js';
import type { Lowering } from '../lowering.js';

export const chart = (node: ContainerDirective, lowering: Lowering): ElementContent[] => drawn(node, node.children.flatMap((child) => ('children' in child ? lowering.all(child.children) : [])), lowering);

export const timeline = (node: LeafDirective, lowering: Lowering): ElementContent[] => drawn(node, node.attributes?.['caption'] ? [text(node.attributes['caption'])] : [], lowering);

/** A chart or timeline with its caption; in the EPUB with its data as a table, too. */
function drawn(node: ContainerDirective | LeafDirective, words: ElementContent[], lowering: Lowering): ElementContent[] {
  const id = lowering.id(node);
  const drawing = lowering.doc.drawings.get(id);
  const labelled = lowering.lookup.labelled(id);
  if (!drawing) return words.length > 0 ? [h('p', { dataAt: id }, words)] : [];
  const { head, rows } = drawing.table;
  const data =
    lowering.target === 'print'
      ? []
      : [
          h(
            'details',
            { className: ['figure-data'] },
            h('summary', {}, lowering.words.table),
            h('table', {}, h('thead', {}, h('tr', {}, head.map((cell) => h('th', { scope: 'col' }, cell)))), h('tbody', {}, rows.map((row) => h('tr', {}, row.map((cell) => h('td', {}, cell)))))),
          ),
        ];
  return [h('figure', { id: labelled?.anchor, className: ['figure', 'drawing'], dataAt: id, dataPlacement: placementOf(node.attributes?.['placement'], node, lowering) }, drawing.svg, h('figcaption', {}, captionOf('figure', labelled && lowering.doc.numbers.get(labelled.id), words, lowering)), data)];
}
