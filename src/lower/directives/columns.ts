import type { ElementContent } from 'hast';
import type { ContainerDirective } from 'mdast-util-directive';
import { columnWidths } from '../../model/directive.js';
import { h } from '../element.js';
import type { Lowering } from '../lowering.js';

/** Two or three columns: a row of cells in print, which the paginator divides as it divides a table's; one below the other in the EPUB. */
export function columns(node: ContainerDirective, lowering: Lowering): ElementContent[] {
  const isColumn = (child: ContainerDirective['children'][number]): child is ContainerDirective => child.type === 'containerDirective' && child.name === 'column';
  const own = node.children.filter(isColumn);
  const others = node.children.filter((child) => !isColumn(child)).flatMap((child) => lowering.one(child));
  const widths = columnWidths(node.attributes?.['widths']);
  const cells = own.map((column, index) => cell(column, widths?.length === own.length ? widths[index] : undefined, lowering));
  const isRow = lowering.target === 'print' && cells.length > 0;
  const block = isRow
    ? h('table', { className: ['parallel', 'columns'], role: 'presentation', dataAt: lowering.id(node) }, h('tbody', {}, h('tr', {}, cells)))
    : h('div', { className: ['columns'], dataAt: lowering.id(node) }, cells);
  return [block, ...others];
}

function cell(column: ContainerDirective, width: number | undefined, lowering: Lowering) {
  const { lang, class: classes } = column.attributes ?? {};
  const className = ['column', ...(classes ?? '').split(/\s+/).filter((name) => name !== '')];
  const id = lowering.lookup.labelled(lowering.id(column))?.anchor;
  const content = lowering.all(column.children);
  if (lowering.target === 'epub') return h('div', { id, className, lang: lang ?? undefined }, content);
  return h('td', { id, className, lang: lang ?? undefined, style: width === undefined ? undefined : `width: ${(width * 100).toFixed(2)}%` }, content);
}
