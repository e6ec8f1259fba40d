import { toString } from 'mdast-util-to-string';
import type { TextDirective } from 'mdast-util-directive';
import type { Hint } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';
import type { RegisterKind } from '../../model/book.js';
import type { Read, RegisterEntry } from '../../model/document.js';
import { anchorOf } from '../../model/id.js';
import type { Collector, Met } from './directive.js';
import type { Gathering } from './gathering.js';
import { wordsBeside } from './name-words.js';

type NamedKind = Exclude<RegisterKind, 'dates'>;

/** `:term[tolls]{of=toll}`: words that belong to an entry of a register. Reports d-003 (no such entry). */
export const collectMention =
  (kind: NamedKind): Collector<TextDirective> =>
  (met, gathering) => {
    const { read, report } = gathering;
    const finder = finderOf(read, kind);
    const wanted = met.given['of'] ?? toString(met.node);
    const entry = finder.find(wanted);
    if (entry) return addMentions([entry], met, gathering);
    const register = read.config.registers[kind];
    const near = finder.near(wanted);
    const hints = register === undefined ? [`name one in book.yaml: \`registers: {${kind}: file.yaml}\``] : near.length > 0 ? near : [`write an entry for it in ${register}`];
    report('d-003', met.place, `\`${wanted}\` is not in the register of ${kind}`, ...hints);
  };

/** The words of one directive, for each entry that they mention: all under one anchor. */
export function addMentions(entries: readonly RegisterEntry[], { id, node, visit }: Met<TextDirective>, gathering: Gathering): void {
  const [first] = entries;
  if (!first) return;
  const anchor = gathering.claimAnchor(anchorOf(`m-${first.key}`), () => wordsBeside(visit));
  for (const entry of entries) gathering.mentions.push({ id, anchor, chapter: visit.chapter, node, entry });
}

const forms = ['short', 'long', 'full'];
const collectShortForm = collectMention('abbreviations');

/** `:abbr[TASS]`; `form` says how it is set here, whatever the book's rule. Reports d-002 (no such form), d-003. */
export const collectAbbreviation: Collector<TextDirective> = (met, gathering) => {
  const form = met.given['form'];
  if (form !== undefined && form !== null && !forms.includes(form)) gathering.report('d-002', met.atAttribute('form'), `\`${form}\` is no form of an abbreviation`, `its forms are ${forms.join(', ')}`);
  collectShortForm(met, gathering);
};

interface Finder {
  readonly find: (name: string) => RegisterEntry | undefined;
  readonly near: (name: string) => Hint[];
}

const finders = new WeakMap<readonly RegisterEntry[], Finder>();

/** Finds a register entry by key, name or variant, whatever the case of its letters. */
function finderOf({ registers }: Read, kind: NamedKind): Finder {
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
