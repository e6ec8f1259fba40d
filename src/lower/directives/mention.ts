import type { ElementContent } from 'hast';
import type { TextDirective } from 'mdast-util-directive';
import type { Mention } from '../../model/document.js';
import { parseEdtf } from '../../model/edtf.js';
import { h, registerAnchor, text } from '../element.js';
import type { Lowering } from '../lowering.js';
import { partLink } from '../part-link.js';

/** Words in the text that belong to a register: they carry the anchor that the register's pages refer to. */
export function mention(node: TextDirective, lowering: Lowering): ElementContent[] {
  const known = lowering.lookup.mention(lowering.id(node));
  const words = lowering.all(node.children);
  return known ? mentioned(known, words, known.entry.lang, lowering) : words;
}

/** `TASS`, or `Telegraph Agency of the Soviet Union (TASS)` where it is explained. */
export function abbreviation(node: TextDirective, lowering: Lowering): ElementContent[] {
  const known = lowering.lookup.mention(lowering.id(node));
  const words = lowering.all(node.children);
  if (!known) return words;
  const { lang } = known.entry;
  const long = known.entry.fields['long'] ?? '';
  const short = h('abbr', { title: long, lang }, words);
  const inFull = h('span', { className: ['in-full'], lang }, long);
  const form = node.attributes?.['form'] ?? (lowering.lookup.isExpanded(known.id) ? 'full' : 'short');
  return mentioned(known, form === 'full' ? [inFull, text(' ('), short, text(')')] : form === 'long' ? [inFull] : [short], undefined, lowering);
}

/** In print a link to the entry; in the EPUB one to what is said of it in the same file, which a reading system shows in place. */
function mentioned(known: Mention, words: ElementContent[], lang: string | undefined, lowering: Lowering): ElementContent[] {
  const { entry } = known;
  const className = ['mention', entry.kind, ...(lowering.lookup.isFirstMention(known.id) ? ['first'] : [])];
  if (!lowering.lookup.printsRegister(entry.kind)) return [h('span', { id: known.anchor, className, lang }, words)];
  const explanation = lowering.explain(known);
  return partLink(words, { id: known.anchor, className, href: `#${explanation ?? registerAnchor(entry)}`, lang, dataExplains: explanation });
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
