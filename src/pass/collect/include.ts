import type { LeafDirective } from 'mdast-util-directive';
import type { Collector } from './directive.js';

/** `::include{file=…}`: what is wrong with its file was reported when it was read. Reports d-009 (where no file is taken in). */
export const collectInclude: Collector<LeafDirective> = ({ place, spelt, visit: { source, chapter } }, { report }) => {
  if (source !== chapter && source.headingShift === undefined) report('d-009', place, `\`${spelt}\` takes files into chapters only, so nothing is printed here`, 'write the words here');
};
