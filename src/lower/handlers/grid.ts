import { h } from '../element.js';
import { captionOf, placementOf } from './figure.js';
import type { Handler } from './table.js';

export const table: Handler<'table'> = (node, lowering) => {
  const id = lowering.id(node);
  const labelled = lowering.lookup.labelled(id);
  const [head, ...rows] = node.children;
  // An empty corner says that the first column names the rows as the first row names the columns.
  const [corner, ...heads] = head?.children ?? [];
  const namesRows = corner?.children.length === 0 && heads.some(({ children }) => children.length > 0);
  const row = (cells: typeof head, isHead: boolean) =>
    h(
      'tr',
      {},
      (cells?.children ?? []).map((cell, column) => {
        const align = node.align?.[column];
        const isRowName = namesRows && !isHead && column === 0;
        const scope = isRowName ? 'row' : isHead && cell !== (namesRows ? corner : undefined) ? 'col' : undefined;
        const className = [...(isRowName ? ['row-name'] : []), ...(align && align !== 'left' ? [`align-${align}`] : [])];
        return h(scope === undefined ? 'td' : 'th', { scope, className: className.length > 0 ? className : undefined, dataAt: lowering.id(cell) }, lowering.all(cell.children));
      }),
    );
  const words = node.caption ? lowering.one(node.caption) : [];
  const number = labelled?.number;
  const attributes = node.data?.attributes ?? node.caption?.data?.attributes;
  return [
    h(
      'table',
      { id: labelled?.anchor, className: attributes && attributes.classes.length > 0 ? attributes.classes : undefined, dataAt: id, dataPlacement: placementOf(attributes?.values['placement'], node, lowering) },
      number === undefined && words.length === 0 ? [] : [h('caption', {}, captionOf('table', number, words, lowering))],
      h('thead', {}, row(head, true)),
      rows.length > 0 ? [h('tbody', {}, rows.map((cells) => row(cells, false)))] : [],
    ),
  ];
};

/** Rows and cells are lowered by their table, which knows their column. */
export const tableRow: Handler<'tableRow'> = (node, lowering) => [h('tr', {}, lowering.all(node.children))];
export const tableCell: Handler<'tableCell'> = (node, lowering) => [h('td', {}, lowering.all(node.children))];
