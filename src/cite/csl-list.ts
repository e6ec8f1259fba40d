/**
 * Reads one source given in CSL's own variables, as CSL-JSON and CSL-YAML do, with the liberties that Pandoc allows.
 *
 * Reports c-002 (no key, no type, unreadable) and c-007 (not a date); never throws.
 */
import type { Report } from '../diagnostics/diagnostic.js';
import type { Place } from '../model/place.js';
import type { CslDate } from './csl.js';
import { tidyCsl } from './engine.js';
import type { LibraryEntry } from './library.js';
import { evenRange, noDate, readDate } from './read-date.js';
import { withShortTitle } from './refine-entry.js';

type Variables = Readonly<Record<string, unknown>>;

export function readCslItem(value: unknown, place: Place, report: Report): LibraryEntry[] {
  if (!isVariables(value)) {
    report('c-002', place, 'this is not an entry');
    return [];
  }
  const { id, type } = value;
  if ((typeof id !== 'string' && typeof id !== 'number') || id === '') {
    report('c-002', place, 'this entry has no `id`');
    return [];
  }
  const key = String(id);
  if (typeof type !== 'string') {
    report('c-002', place, `entry \`${key}\` has no \`type\``);
    return [];
  }
  const written: Record<string, unknown> = { ...value, id: key };
  const dates: Record<string, CslDate> = {};
  let isUndated = false;
  for (const variable of dateVariables) {
    if (!(variable in written)) continue;
    const date = cslDate(written[variable]);
    if (date === undefined) {
      const given = written[variable];
      if (typeof given === 'string' || typeof given === 'number') dates[variable] = { literal: String(given) };
      report('c-007', place, `\`${variable}\` of entry \`${key}\` is not a date${dates[variable] ? ` and is printed as it is written: \`${String(given)}\`` : ' and is left out'}`, 'write `1933`, `1933-09-02`, `1918/1940`, `1990/..` or `1933~`');
    } else if (date !== noDate) dates[variable] = date;
    else if (variable === 'issued') isUndated = true;
    delete written[variable];
  }
  for (const variable of nameVariables) {
    const names = written[variable];
    if (names === undefined) continue;
    written[variable] = (Array.isArray(names) ? names : [names]).map((name: unknown) => (typeof name === 'string' ? { literal: name } : name));
  }
  try {
    const [csl] = tidyCsl([written]);
    if (csl) return [{ key, csl: withShortTitle({ ...csl, ...dates, id: key }), place, ...(isUndated && { isUndated }) }];
    report('c-002', place, `entry \`${key}\` cannot be read`);
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
    report('c-002', place, `entry \`${key}\` cannot be read: ${fault.message.replace(/\.$/, '')}`);
  }
  return [];
}

const dateVariables = ['issued', 'accessed', 'event-date', 'original-date', 'submitted', 'available-date'];
const nameVariables = ['author', 'editor', 'translator', 'container-author', 'collection-editor', 'compiler', 'composer', 'contributor', 'director', 'editorial-director', 'illustrator', 'interviewer', 'original-author', 'recipient', 'reviewed-author'];

const isVariables = (value: unknown): value is Variables => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `1933-09`, `{year: 1933, month: 9}`, two of these in a list, or the form that CSL has. */
function cslDate(given: unknown): CslDate | typeof noDate | undefined {
  if (typeof given === 'string' || typeof given === 'number') return readDate(String(given));
  if (Array.isArray(given)) {
    const ends = given.map(dateParts);
    return ends.length > 0 && ends.length <= 2 && ends.every((parts) => parts !== undefined) ? evenRange({ 'date-parts': ends }) : undefined;
  }
  if (!isVariables(given)) return undefined;
  const circa = given['circa'] !== undefined && given['circa'] !== false && given['circa'] !== 0 && given['circa'] !== '' ? { circa: true } : {};
  if (Array.isArray(given['date-parts'])) {
    const ends = given['date-parts'].map((parts: unknown) => (Array.isArray(parts) ? parts.map(Number) : undefined));
    if (!ends.every((parts) => parts !== undefined && parts.length > 0 && parts.every(Number.isInteger)) || ends.length === 0 || ends.length > 2) return undefined;
    const season = Number(given['season']);
    const parts = ends as number[][];
    return evenRange({ 'date-parts': parts.length === 1 && parts[0]?.length === 1 && season >= 1 && season <= 4 ? [[parts[0][0] as number, 20 + season]] : parts, ...circa });
  }
  const parts = dateParts(given);
  if (parts) return { 'date-parts': [parts], ...circa };
  if (typeof given['literal'] === 'string') return { literal: given['literal'] };
  const raw = given['raw'] ?? given['edtf'];
  return typeof raw === 'string' ? (readDate(raw) ?? { literal: raw }) : undefined;
}

function dateParts(given: unknown): number[] | undefined {
  if (!isVariables(given)) return undefined;
  const season = given['season'] === undefined ? undefined : 20 + Number(given['season']);
  const all = [given['year'], given['month'] ?? season, given['day']];
  const parts = all.slice(0, all.findIndex((part) => part === undefined) === -1 ? 3 : all.findIndex((part) => part === undefined)).map(Number);
  return parts.length > 0 && parts.every(Number.isInteger) ? parts : undefined;
}
