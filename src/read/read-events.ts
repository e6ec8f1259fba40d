/**
 * The events that dates in the text tell of: `:date[2 September 1933]{on=1933-09-02 event="The pact is signed"}`.
 *
 * Out: the register of dates with an entry for each of them; one where several, or the register itself, say the same. What one of
 * them lacks of thread, place, short form or status, another gives.
 * Reports d-002 (a status that is none), d-032 (two that say the same event differ in one of these).
 */
import type { TextDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { nearest } from '../diagnostics/nearest.js';
import type { Report } from '../diagnostics/diagnostic.js';
import { claimStatuses, type RegisterEntry, type Source } from '../model/document.js';
import { formatEdtf, parseEdtf } from '../model/edtf.js';
import { attributePlace, placeOf } from '../model/source.js';

type ParseText = (written: Omit<Source, 'tree'>) => Source;

export function withEvents(register: readonly RegisterEntry[], sources: readonly Source[], language: string, report: Report, parse: ParseText): readonly RegisterEntry[] {
  const entries = new Map<string, RegisterEntry>();
  for (const entry of register) {
    const name = identityOf(entry);
    entries.set(entries.has(name) ? entry.key : name, entry);
  }
  const counts = new Map<string, number>();
  for (const source of sources) {
    for (const { node, on, event } of eventsIn(source)) {
      const told = fieldsOf(node, source, report);
      const name = eventIdentity(on, event);
      const known = entries.get(name);
      if (known) entries.set(name, joined(known, told, node, source, report));
      else {
        const count = (counts.get(on) ?? 0) + 1;
        counts.set(on, count);
        entries.set(name, readEvent(on, event, `${on}-t${count}`, told, node, source, language, parse));
      }
    }
  }
  return [...entries.values()];
}

interface WrittenEvent {
  readonly node: TextDirective;
  readonly on: string;
  readonly event: string;
}

const known = new WeakMap<Source, readonly WrittenEvent[]>();

function eventsIn(source: Source): readonly WrittenEvent[] {
  const events = known.get(source) ?? findEvents(source);
  known.set(source, events);
  return events;
}

function findEvents({ text, tree }: Source): WrittenEvent[] {
  const events: WrittenEvent[] = [];
  if (!text.includes('event=')) return events;
  visit(tree, 'textDirective', (node) => {
    const { on, event } = node.attributes ?? {};
    if (node.name === 'date' && on && event && parseEdtf(on)) events.push({ node, on, event });
  });
  return events;
}

/** What two tellings of one event share: neither markup nor capitals, white space or a full stop make another. */
export const eventIdentity = (on: string, event: string): string => `${on} ${event.toLowerCase().replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim().replace(/[.;]$/, '')}`;

export const identityOf = ({ fields, texts }: RegisterEntry): string => eventIdentity(fields['on'] ?? '', texts['event']?.text ?? '');

const told = ['short', 'place', 'thread', 'status'] as const;

function fieldsOf(node: TextDirective, source: Source, report: Report): Record<string, string> {
  const fields = Object.fromEntries(told.flatMap((name) => (node.attributes?.[name] ? [[name, node.attributes[name]]] : [])));
  const status = fields['status'];
  if (status !== undefined && !(claimStatuses as readonly string[]).includes(status)) {
    report('d-002', attributePlace(source, node, 'status'), `\`${status}\` is not a status`, ...nearest(status, claimStatuses).map((like) => `\`${like}\` exists`), `a status is one of ${claimStatuses.join(', ')}`);
    delete fields['status'];
  }
  return fields;
}

function readEvent(on: string, event: string, key: string, fields: Readonly<Record<string, string>>, node: TextDirective, source: Source, language: string, parse: ParseText): RegisterEntry {
  const { line = 1, column = 1 } = attributePlace(source, node, 'event');
  const origin = { line: line - 1, column: column - 1 + 'event="'.length };
  return {
    kind: 'dates',
    key,
    name: formatEdtf(on, language),
    sort: on,
    variants: [],
    place: placeOf(source, node),
    fields: { key, on, ...fields },
    texts: { event: parse({ file: source.file, stem: `${source.stem}#${key}.event`, text: event, origin }) },
  };
}

function joined(entry: RegisterEntry, given: Readonly<Record<string, string>>, node: TextDirective, source: Source, report: Report): RegisterEntry {
  for (const [name, value] of Object.entries(given)) {
    const known = entry.fields[name];
    if (known !== undefined && known !== value) report('d-032', attributePlace(source, node, name), `this event has another \`${name}\` elsewhere: \`${known}\``, { text: 'told here first, and printed so', place: entry.place });
  }
  return { ...entry, fields: { ...given, ...entry.fields } };
}
