import { toString } from 'mdast-util-to-string';
import type { TextDirective } from 'mdast-util-directive';
import type { Hint } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';
import type { Read, RegisterEntry } from '../../model/document.js';
import { parseEdtf } from '../../model/edtf.js';
import { anchorOf } from '../../model/id.js';
import type { Collector, Met } from './directive.js';
import type { Gathering } from './gathering.js';

/** `:term[tolls]{of=toll}`: words that belong to an entry of a register. Reports d-003 (no such entry). */
export const collectMention =
  (kind: 'terms' | 'people' | 'places'): Collector<TextDirective> =>
  (met, gathering) => {
    const { read, report } = gathering;
    const finder = finderOf(read, kind);
    const wanted = met.given['of'] ?? toString(met.node);
    const entry = finder.find(wanted);
    if (entry) return addMention(entry, met, gathering);
    const register = read.config.registers[kind];
    const near = finder.near(wanted);
    const hints = register === undefined ? [`name one in book.yaml: \`registers: {${kind}: file.yaml}\``] : near.length > 0 ? near : [`write an entry for it in ${register}`];
    report('d-003', met.place, `\`${wanted}\` is not in the register of ${kind}`, ...hints);
  };

/** `:date[2 September 1933]{on=1933-09-02}`: a mention of what the register has for that date. Reports d-007. */
export const collectDate: Collector<TextDirective> = (met, gathering) => {
  const on = met.given['on'];
  for (const entry of gathering.read.registers.dates) if (entry.fields['on'] === on) addMention(entry, met, gathering);
  if (on && !parseEdtf(on)) gathering.report('d-007', met.atAttribute('on'), `\`${on}\` is not a date`, 'write 1933, 1933-09, 1933-09-02, or two of them with a slash between; `~` after it for circa');
};

function addMention(entry: RegisterEntry, { id, node, visit }: Met<TextDirective>, gathering: Gathering): void {
  gathering.mentions.push({ id, anchor: gathering.claimAnchor(anchorOf(`m-${entry.key}`)), chapter: visit.chapter, node, entry });
}

interface Finder {
  readonly find: (name: string) => RegisterEntry | undefined;
  readonly near: (name: string) => Hint[];
}

const finders = new WeakMap<readonly RegisterEntry[], Finder>();

/** Finds a register entry by key, name or variant, whatever the case of its letters. */
function finderOf({ registers }: Read, kind: 'terms' | 'people' | 'places'): Finder {
  const known = finders.get(registers[kind]);
  if (known) return known;
  const names = new Map<string, RegisterEntry>();
  for (const entry of registers[kind]) {
    for (const name of [entry.key, entry.name, ...entry.variants]) {
      const folded = name.toLowerCase();
      if (!names.has(folded)) names.set(folded, entry);
    }
  }
  const finder: Finder = {
    find: (name) => names.get(name.trim().toLowerCase()),
    near: (name) => nearest(name.toLowerCase(), [...names.keys()]).map((like) => ({ text: `\`${like}\` exists`, place: (names.get(like) as RegisterEntry).place })),
  };
  finders.set(registers[kind], finder);
  return finder;
}
