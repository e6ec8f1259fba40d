import type { ContainerDirective, TextDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { type EdtfDate, parseEdtf } from '../../model/edtf.js';
import { placeOf } from '../../model/source.js';
import type { Collector } from './directive.js';

/**
 * `:::sequence`: its dates are claimed to be in the order of time. Reports d-031 (a date that lies before one above it, however
 * vague both are), d-002 (fewer than two dates).
 */
export const checkSequence: Collector<ContainerDirective> = ({ node, visit: { source }, at, spelt }, { report }) => {
  let count = 0;
  let latest: { date: EdtfDate; node: TextDirective } | undefined;
  visit(node, 'textDirective', (inner) => {
    const date = inner.name === 'date' ? parseEdtf(inner.attributes?.['on'] ?? '') : undefined;
    if (!date) return;
    count += 1;
    if (latest && date.end < latest.date.start) {
      report('d-031', placeOf(source, inner), `\`${inner.attributes?.['on']}\` comes after \`${latest.node.attributes?.['on']}\` in this sequence, and was before it`, { text: 'the later date', place: placeOf(source, latest.node) });
    } else if (!latest || date.start > latest.date.start) latest = { date, node: inner };
  });
  if (count < 2) report('d-002', at(spelt), `\`${spelt}\` holds ${count === 0 ? 'no date' : 'one date'}, so it claims no order`, 'mark its dates: `:date[2 September 1933]{on=1933-09-02}`');
};
