/**
 * What a careful editor would flag in the registers.
 *
 * In: `Resolved`. Reports d-019 (a term or abbreviation that is never mentioned: a reader would look up what nobody said; a cast of
 * people or places may well have more than the text), d-020 (one word that leads to two entries of a register).
 */
import type { Report } from '../diagnostics/diagnostic.js';
import { registerKinds } from '../model/book.js';
import type { RegisterEntry, Resolved } from '../model/document.js';
import { unprintedFacts } from './left-out.js';

export function checkRegisters(resolved: Resolved, report: Report): void {
  const { registers, mentions } = resolved;
  const mentioned = new Set(mentions.map(({ entry }) => entry));
  const elsewhere = unprintedFacts(resolved).mentioned;
  const isMentioned = (entry: RegisterEntry): boolean => mentioned.has(entry) || [entry.key, entry.name, ...entry.variants].some((name) => elsewhere.has(name.trim().toLowerCase()));
  for (const [kind, directive] of [['terms', 'term'], ['abbreviations', 'abbr']] as const) {
    for (const entry of registers[kind]) {
      if (!isMentioned(entry)) report('d-019', entry.place, `\`${entry.name}\` is never mentioned`, `mark it in the text: \`:${directive}[${entry.name}]\``);
    }
  }
  for (const kind of registerKinds) if (kind !== 'dates') reportDoubles(registers[kind], report);
}

/** Each pair of entries once, however many words lead to both. */
function reportDoubles(entries: readonly RegisterEntry[], report: Report): void {
  const leadsTo = new Map<string, RegisterEntry>();
  for (const entry of entries) {
    const told = new Set<RegisterEntry>();
    for (const name of [entry.key, entry.name, ...entry.variants]) {
      const folded = name.trim().toLowerCase();
      const first = leadsTo.get(folded);
      if (!first) leadsTo.set(folded, entry);
      else if (first !== entry && !told.has(first)) {
        told.add(first);
        report('d-020', entry.place, `\`${name}\` leads to two entries, \`${first.key}\` and \`${entry.key}\`, and is taken for the first`, { text: 'the first of them', place: first.place }, `take it out of one of them; \`of=${entry.key}\` leads to this one in any case`);
      }
    }
  }
}
