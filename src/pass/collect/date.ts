import { toString } from 'mdast-util-to-string';
import type { TextDirective } from 'mdast-util-directive';
import type { RegisterEntry } from '../../model/document.js';
import { findContradiction } from '../../model/date-words.js';
import { dateForms, formatEdtf, parseEdtf } from '../../model/edtf.js';
import { eventIdentity, identityOf } from '../../read/read-events.js';
import { addMentions } from './mention.js';
import type { Collector, Met } from './directive.js';
import type { Gathering } from './gathering.js';

/**
 * `:date[2 September 1933]{on=1933-09-02}`: a mention of what the chronology has for that date, or of its own `event` alone.
 * Reports d-002 (what belongs to an event, without one), d-007 (no date), d-030 (its words say another date).
 */
export const collectDate: Collector<TextDirective> = (met, gathering) => {
  const { given, node, atAttribute } = met;
  const { read, report } = gathering;
  const { on, event } = given;
  if (!event) for (const name of ['short', 'thread', 'place', 'status']) if (given[name]) report('d-002', atAttribute(name), `\`${name}\` is said of an event, and this date has none`, 'say in `event="…"` what happened');
  if (!on) return;
  if (!parseEdtf(on)) return report('d-007', atAttribute('on'), `\`${on}\` is not a date`, dateForms);
  const chronology = chronologyOf(read.registers.dates);
  const own = event ? chronology.byEvent.get(eventIdentity(on, event)) : undefined;
  addMentions(event ? (own ? [own] : []) : (chronology.on.get(on) ?? []), met, gathering);
  checkWords(toString(node), on, met, gathering);
};

function checkWords(words: string, on: string, { given, place }: Met<TextDirective>, { read, report }: Gathering): void {
  const language = given['lang'] ?? read.config.language;
  const contradiction = findContradiction(words, on, language);
  if (!contradiction) return;
  const long = formatEdtf(on, language);
  if (contradiction.kind === 'date') report('d-030', place, `“${words}” is not \`${on}\``, `\`${on}\` is ${long}`);
  else report('d-030', place, `“${words}” has the wrong weekday: it was “${contradiction.right}”, not “${contradiction.said}”`);
}

interface Chronology {
  /** By date as it is written. */
  readonly on: ReadonlyMap<string, readonly RegisterEntry[]>;
  readonly byEvent: ReadonlyMap<string, RegisterEntry>;
}

const chronologies = new WeakMap<readonly RegisterEntry[], Chronology>();

function chronologyOf(entries: readonly RegisterEntry[]): Chronology {
  const known = chronologies.get(entries);
  if (known) return known;
  const on = new Map<string, RegisterEntry[]>();
  for (const entry of entries) {
    const others = on.get(entry.fields['on'] ?? '');
    if (others) others.push(entry);
    else on.set(entry.fields['on'] ?? '', [entry]);
  }
  const chronology = { on, byEvent: new Map(entries.toReversed().map((entry) => [identityOf(entry), entry])) };
  chronologies.set(entries, chronology);
  return chronology;
}
