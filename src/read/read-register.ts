/**
 * Reads one register: a YAML list of terms, people, places, abbreviations or dates.
 *
 * Out: its entries in file order, every text value parsed as Markdown with an id of its own.
 * Reports b-008 (not a list, a field missing, unknown or wrong; a key twice) and d-007 (a date that is none).
 * Not here: terms that are written as a definition list (read-definitions.ts).
 */
import { nearest } from '../diagnostics/nearest.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { RegisterKind } from '../model/book.js';
import { claimStatuses, type RegisterEntry } from '../model/document.js';
import { dateForms, formatEdtf, parseEdtf } from '../model/edtf.js';
import { parseMarkdown } from './markdown.js';
import { YamlFile } from './yaml.js';

interface Shape {
  /** The field that names the entry. */
  readonly name: string;
  readonly required: readonly string[];
  readonly plain: readonly string[];
  readonly texts: readonly string[];
}

const shapes: Record<RegisterKind, Shape> = {
  terms: { name: 'term', required: ['term', 'definition'], plain: ['key', 'term', 'sort', 'lang'], texts: ['definition'] },
  people: { name: 'name', required: ['name'], plain: ['key', 'name', 'sort', 'lang', 'born', 'died', 'role'], texts: ['note'] },
  places: { name: 'name', required: ['name'], plain: ['key', 'name', 'sort', 'lang', 'now'], texts: ['note'] },
  abbreviations: { name: 'short', required: ['short', 'long'], plain: ['key', 'short', 'long', 'sort', 'lang'], texts: ['note'] },
  dates: { name: 'on', required: ['on', 'event'], plain: ['key', 'on', 'short', 'place', 'thread', 'status'], texts: ['event'] },
};

export function readRegister(kind: RegisterKind, text: string, file: string, language: string, report: Report, ownLabels: readonly string[] = []): RegisterEntry[] {
  const yaml = new YamlFile(text, file);
  for (const fault of yaml.faults) report('b-008', fault.place, fault.message, ...fault.hints);
  if (yaml.faults.length > 0 || yaml.value === null) return [];
  if (!Array.isArray(yaml.value)) {
    report('b-008', { file, line: 1 }, 'a register is a list: every entry begins with `- `');
    return [];
  }
  return yaml.value.flatMap((value, index) => readEntry(kind, value, index, yaml, file, language, report, ownLabels) ?? []);
}

/** The entries of a register, from wherever they were read. Reports b-008 (a key twice). */
export function withoutTwins(entries: readonly RegisterEntry[], report: Report): RegisterEntry[] {
  const keys = new Map<string, RegisterEntry>();
  for (const entry of entries) {
    const twin = keys.get(entry.key);
    if (twin) report('b-008', entry.place, `the key \`${entry.key}\` is given twice`, { text: 'first given here', place: twin.place });
    else keys.set(entry.key, entry);
  }
  return [...keys.values()];
}

function readEntry(kind: RegisterKind, value: unknown, index: number, yaml: YamlFile, file: string, language: string, report: Report, ownLabels: readonly string[]): RegisterEntry | undefined {
  const shape = shapes[kind];
  const place = yaml.placeOf([index]);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report('b-008', place, `an entry is a list of \`key: value\` lines, such as \`${shape.name}: …\``);
    return undefined;
  }
  const known = [...shape.plain, 'variants', ...shape.texts];
  const fields: Record<string, string> = {};
  const texts: Record<string, string> = {};
  for (const [name, given] of Object.entries(value)) {
    if (!known.includes(name)) {
      const like = nearest(name, known).map((candidate) => `\`${candidate}\` exists`);
      report('b-008', yaml.placeOf([index, name], 'key'), `\`${name}\` is not a field of a register of ${kind}`, ...(like.length > 0 ? like : [`its fields are ${known.join(', ')}`]));
    } else if (name === 'variants') {
      if (!Array.isArray(given)) report('b-008', yaml.placeOf([index, name]), '`variants` is not a list', 'write `variants: [polpreds, polpredy]`');
    } else if (given === null) {
      report('b-008', yaml.placeOf([index, name], 'key'), `\`${name}\` has no value`, 'give it one, or take the line out');
    } else if (typeof given !== 'string' && typeof given !== 'number') {
      report('b-008', yaml.placeOf([index, name]), `\`${name}\` is not text`);
    } else (shape.texts.includes(name) ? texts : fields)[name] = String(given).trim();
  }
  const missing = shape.required.filter((name) => !(name in value));
  for (const name of missing) report('b-008', place, `\`${name}\` is missing`);
  if (missing.length > 0) return undefined;

  for (const name of ['on', 'born', 'died']) {
    const written = fields[name];
    if (written !== undefined && !parseEdtf(written)) {
      report('d-007', yaml.placeOf([index, name]), `\`${written}\` is not a date`, dateForms);
      if (name === 'on') return undefined;
      delete fields[name];
    }
  }
  const status = fields['status'];
  if (status !== undefined && !(claimStatuses as readonly string[]).includes(status)) {
    report('b-008', yaml.placeOf([index, 'status']), `\`${status}\` is not a status`, `a status is one of ${claimStatuses.join(', ')}`);
    delete fields['status'];
  }

  const written = fields[shape.name] ?? '';
  const name = kind === 'dates' ? formatEdtf(written, language) : written;
  const key = fields['key'] ?? (kind === 'dates' ? `${written}-${index}` : written.toLowerCase());
  const variants = (value as { variants?: unknown }).variants;
  return {
    kind,
    key,
    name,
    sort: kind === 'dates' ? written : (fields['sort'] ?? written),
    variants: Array.isArray(variants) ? variants.map(String) : [],
    ...(fields['lang'] !== undefined && { lang: fields['lang'] }),
    place,
    fields,
    texts: Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, { file, stem: `${file}#${key}.${field}`, text, tree: parseMarkdown(text, ownLabels), origin: yaml.originOf([index, field]) }])),
  };
}
