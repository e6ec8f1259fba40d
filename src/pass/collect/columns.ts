import type { ContainerDirective } from 'mdast-util-directive';
import { columnWidths } from '../../model/directive.js';
import { placeOf } from '../../model/source.js';
import type { Collector } from './directive.js';

const mostColumns = 3;

/** `::::columns{widths="2:1"}` with two or three `:::column`. Reports d-002 and d-029. */
export const collectColumns: Collector<ContainerDirective> = ({ node, spelt, given, at, atAttribute, visit }, { report }) => {
  const columns = node.children.filter(isColumn);
  if (columns.length < 2 || columns.length > mostColumns) report('d-002', at(spelt), `\`${spelt}\` has ${columns.length === 0 ? 'no column' : columns.length === 1 ? 'one column' : `${columns.length} columns`}, and two or three stand side by side`, 'each is written between the fences of `:::column`');
  const { widths } = given;
  if (widths && columnWidths(widths)?.length !== columns.length) report('d-002', atAttribute('widths'), `\`widths=${widths}\` does not give each of ${columns.length} columns its width`, 'write their proportion, as in `widths=2:1`');
  const other = node.children.find((child) => !isColumn(child));
  if (other) report('d-029', placeOf(visit.source, other), 'this stands between columns, and in none of them', 'put it into a `:::column`');
};

export const collectColumn: Collector<ContainerDirective> = ({ place, spelt, visit: { parent } }, { report }) => {
  if (parent?.type !== 'containerDirective' || parent.name !== 'columns') report('d-029', place, `\`${spelt}\` stands in no \`::::columns\``, 'put it between the fences of one, which need more colons than its own');
};

const isColumn = (child: ContainerDirective['children'][number]): boolean => child.type === 'containerDirective' && child.name === 'column';
