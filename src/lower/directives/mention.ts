import type { ElementContent } from 'hast';
import type { TextDirective } from 'mdast-util-directive';
import { parseEdtf } from '../../model/edtf.js';
import { h, registerAnchor } from '../element.js';
import type { Lowering } from '../lowering.js';

const printedAs = { terms: 'glossary', people: 'people', places: 'places', dates: 'chronology' } as const;

/** Words in the text that belong to a register: they carry the anchor that the register's pages refer to. */
export function mention(node: TextDirective, lowering: Lowering): ElementContent[] {
  const known = lowering.lookup.mention(lowering.id(node));
  const words = lowering.all(node.children);
  if (!known) return words;
  const className = ['mention', known.entry.kind, ...(lowering.lookup.isFirstMention(known) ? ['first'] : [])];
  const lang = known.entry.lang;
  return lowering.lookup.isPrinted(printedAs[known.entry.kind])
    ? [h('a', { id: known.anchor, className, href: `#${registerAnchor(known.entry)}`, lang }, words)]
    : [h('span', { id: known.anchor, className, lang }, words)];
}

/** HTML has `time` for days, months and years, but not for ranges and doubts. Its words lead to what the chronology has for it. */
export function date(node: TextDirective, lowering: Lowering): ElementContent[] {
  const on = node.attributes?.['on'] ?? '';
  const known = lowering.lookup.mention(lowering.id(node));
  const words = lowering.all(node.children);
  const isTime = parseEdtf(on) && /^\d{4}(-\d{2}){0,2}$/.test(on) && !/-2[1-4]$/.test(on.slice(0, 7));
  const element = (properties: Parameters<typeof h>[1]) => (isTime ? h('time', { ...properties, dateTime: on }, words) : h('span', properties, words));
  if (!known || !lowering.lookup.isPrinted('chronology')) return [element({ id: known?.anchor })];
  return [h('a', { id: known.anchor, className: ['mention', 'dates'], href: `#${registerAnchor(known.entry)}` }, element({}))];
}
