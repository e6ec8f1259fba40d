import type { Code } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { placeOf } from '../../model/source.js';
import type { Collector } from './directive.js';

/** A chart or a timeline: a figure that the build draws. Without its label, which is asked for, it is none. */
export const collectDrawing: Collector<ContainerDirective | LeafDirective> = ({ node, id, label, visit }, gathering) => {
  if (!label) return;
  gathering.addLabelled('figure', visit, label);
  gathering.charts.push({ id, node, source: visit.source });
};

/** `:::chart{… data=days.csv}`, or its data in a fenced block of `csv` inside. Reports d-002 (no data, or two). */
export const collectChart: Collector<ContainerDirective | LeafDirective> = (met, gathering) => {
  const { node, given, spelt, at, visit } = met;
  const written = writtenData(node);
  if (!written && !given['data']) gathering.report('d-002', at(spelt), `\`${spelt}\` has no data`, 'name a file, `data=days.csv`, or write the rows inside, in a fenced block that begins with ```` ```csv ````');
  else if (written && given['data']) gathering.report('d-002', placeOf(visit.source, written), 'this chart has its data here and in a file', 'take out one of them');
  collectDrawing(met, gathering);
};

/** The rows that stand in a chart itself. */
export function writtenData(node: ContainerDirective | LeafDirective): Code | undefined {
  return node.type === 'containerDirective' ? node.children.find((child): child is Code => child.type === 'code' && child.lang === 'csv') : undefined;
}
