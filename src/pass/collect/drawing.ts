import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Collector } from './directive.js';

/** A chart or a timeline: a figure that the build draws. Without its label, which is asked for, it is none. */
export const collectDrawing: Collector<ContainerDirective | LeafDirective> = ({ node, id, label, visit }, gathering) => {
  if (!label) return;
  gathering.addLabelled('figure', visit, label);
  gathering.charts.push({ id, node, source: visit.source });
};
