/**
 * Reads RIS, the tagged format that databases and reference managers export.
 *
 * A record is found by its `ID`, or by a key that is derived from it. Reports c-002 (outer form, nothing to derive a key from), c-007
 * (a type or date not understood), c-012 (tags that no style can print) and c-033 (two records of one derived key), each with its
 * line. Never throws.
 * Source: the RIS specification of Research Information Systems, tags of 2011, with those of its forerunner.
 */
import type { Report } from '../diagnostics/diagnostic.js';
import type { Place } from '../model/place.js';
import type { CslDate, CslItem, CslName } from './csl.js';
import { deriveKey } from './derive-key.js';
import type { LibraryEntry } from './library.js';
import { noDate, readDate } from './read-date.js';
import { withShortTitle } from './refine-entry.js';
import { reportUnprinted } from './report-unprinted.js';

interface RisField {
  readonly tag: string;
  readonly value: string;
  readonly line: number;
}

export function readRis(file: string, text: string, report: Report): LibraryEntry[] {
  const records = cutRecords(file, text, report);
  const taken = new Map(records.flatMap((record) => record.flatMap(({ tag, value, line }) => (tag === 'ID' ? [[value.replace(/\s+/g, '-'), line] as const] : []))));
  return records.flatMap((record) => readRecord(file, record, taken, report));
}

/** From each `TY` to its `ER`; a line without a tag goes on with the one before. */
function cutRecords(file: string, text: string, report: Report): RisField[][] {
  const records: RisField[][] = [];
  let record: RisField[] | undefined;
  let strayed = false;
  for (const [index, line] of text.replace(/^\uFEFF/, '').split(/\r\n?|\n/).entries()) {
    const [, tag, value = ''] = /^\s*([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/.exec(line) ?? [];
    const last = record?.at(-1);
    if (tag === 'TY') records.push((record = [{ tag, value: value.trim(), line: index + 1 }]));
    else if (tag === 'ER') record = undefined;
    else if (record && tag !== undefined) record.push({ tag, value: value.trim(), line: index + 1 });
    else if (record && last && line.trim() !== '') record[record.length - 1] = { ...last, value: `${last.value} ${line.trim()}`.trim() };
    else if (line.trim() !== '' && !strayed) {
      strayed = true;
      report('c-002', { file, line: index + 1 }, 'this line belongs to no record', 'a record begins with `TY  - BOOK` and ends with `ER  - `');
    }
  }
  return records;
}

/** @param keys those that are taken, with their lines */
function readRecord(file: string, fields: readonly RisField[], keys: Map<string, number>, report: Report): LibraryEntry[] {
  const filled = fields.filter(({ value }) => value !== '');
  const begin: Place = { file, line: (fields[0] as RisField).line };
  const first = (...tags: readonly string[]): string | undefined => tags.map((tag) => filled.find((field) => field.tag === tag)?.value).find((value) => value !== undefined);
  const keyField = filled.find(({ tag }) => tag === 'ID');
  const key = keyField?.value.replace(/\s+/g, '-') ?? derivedKey();
  if (key === undefined) {
    report('c-002', begin, 'the record has no key, and neither a name nor a title to make one of', 'write one below its `TY`: `ID  - smith2003`');
    return [];
  }
  const place: Place = keyField ? { file, line: keyField.line, column: 7, length: keyField.value.length } : begin;
  const written = first('TY') ?? '';
  const type = types[written];
  if (type === undefined) report('c-007', begin, `the type \`${written}\` of record \`${key}\` is not known; it is taken for a document of no special kind`);

  const item: Record<string, unknown> = { id: key, type: type ?? 'document' };
  const inside = /^(?:article|chapter|paper-conference|entry)/.test(item['type'] as string);
  const variables: Readonly<Record<string, string>> = { ...plain, ...(inside ? containers : { BT: 'title', T2: 'collection-title' }), ...(item['type'] === 'book' ? { M1: 'number' } : {}) };
  const unprinted: string[] = [];
  const taken = new Map<string, string>();
  for (const { tag, value, line } of filled) {
    const names = people[tag];
    const date = dates[tag];
    const variable = variables[tag];
    if (names !== undefined) item[names] = [...((item[names] as CslName[] | undefined) ?? []), readName(value)];
    else if (date !== undefined) setDate(item, date, value, { file, line }, key, report);
    else if (variable !== undefined && (item[variable] === undefined || variable === 'note')) {
      item[variable] = item[variable] === undefined ? value : `${item[variable] as string}. ${value}`;
      taken.set(variable, value);
    } else if (variable !== undefined ? taken.get(variable) !== value && variable !== 'container-title' && variable !== 'ISBN' : !silent.has(tag)) unprinted.push(tag);
  }
  const pages = [first('SP'), first('EP')].filter((page) => page !== undefined && page !== '');
  if (pages.length > 0) item[item['type'] === 'book' ? 'number-of-pages' : 'page'] = (pages[0] as string).includes('-') ? pages[0] : [...new Set(pages)].join('-');
  const issn = item['ISBN'];
  if (typeof issn === 'string' && /^article/.test(item['type'] as string)) {
    item['ISSN'] = issn;
    delete item['ISBN'];
  }
  reportUnprinted(unprinted, key, place, report);
  return [{ key, csl: withShortTitle(item as unknown as CslItem), place }];

  function derivedKey(): string | undefined {
    const name = first('AU', 'A1', 'ED', 'A2');
    const title = first('TI', 'T1', 'CT', 'BT');
    const year = /^\d{4}/.exec(first('PY', 'Y1', 'DA') ?? '')?.[0];
    const wanted = deriveKey({ ...(name !== undefined && { name: readName(name) }), ...(year !== undefined && { year }), ...(title !== undefined && { title }) });
    if (wanted === undefined) return undefined;
    let free = wanted;
    for (let count = 2; keys.has(free); count += 1) free = `${wanted}-${count}`;
    if (free !== wanted) report('c-033', begin, `the key \`${wanted}\`, which this record would have, is taken; it is \`${free}\``, { text: 'taken here', place: { file, line: keys.get(wanted) as number } }, 'write a key of its own below its `TY`: `ID  - smith2003`');
    keys.set(free, begin.line as number);
    return free;
  }
}

/** `Clarke, J. Calvitt, III`, `van Gennep, Arnold`; without a comma the name of a body. */
function readName(written: string): CslName {
  const [whole = '', given, suffix] = written.split(/\s*,\s*/);
  if (given === undefined || given === '') return { literal: whole };
  const [, particle, family = whole] = /^((?:\p{Ll}[\p{Ll}’']*\s+)+)(\S.*)$/u.exec(whole) ?? [];
  return { ...(particle !== undefined && { 'non-dropping-particle': particle.trim() }), family, given, ...(suffix ? { suffix } : {}) };
}

/** `1933/09/02/summer`: what is not known is left empty. The fuller of several dates counts. */
function setDate(item: Record<string, unknown>, variable: string, value: string, place: Place, key: string, report: Report): void {
  const [, year, month, day] = /^(\d{4})(?:\/(\d{0,2})(?:\/(\d{0,2})(?:\/.*)?)?)?$/.exec(value) ?? [];
  const iso = year === undefined ? value : [year, month, month === '' ? '' : day].filter((part) => part !== undefined && part !== '').map((part) => (part as string).padStart(2, '0')).join('-');
  const date = readDate(iso);
  if (date === noDate) return;
  if (date === undefined) report('c-007', place, `this date of record \`${key}\` is not understood and is printed as it is written: \`${value}\``, 'RIS writes `1933/09/02/`');
  const before = item[variable] as CslDate | undefined;
  const length = (of: CslDate | undefined) => of?.['date-parts']?.flat().length ?? 0;
  const read = date ?? { literal: value };
  if (before === undefined || length(read) > length(before)) item[variable] = read;
}

const people: Readonly<Record<string, string>> = { AU: 'author', A1: 'author', ED: 'editor', A2: 'editor', A3: 'collection-editor', A4: 'translator', TA: 'translator' };
const dates: Readonly<Record<string, string>> = { PY: 'issued', Y1: 'issued', DA: 'issued', Y2: 'accessed' };
const plain: Readonly<Record<string, string>> = {
  TI: 'title', T1: 'title', CT: 'title', ST: 'title-short', T3: 'collection-title', VL: 'volume', IS: 'issue', CP: 'issue', PB: 'publisher', CY: 'publisher-place', PP: 'publisher-place', ET: 'edition', SN: 'ISBN', UR: 'URL',
  DO: 'DOI', LA: 'language', N1: 'note', NV: 'number-of-volumes', SE: 'section', CN: 'call-number', M3: 'genre', AN: 'archive_location', DB: 'archive', OP: 'original-title', AB: 'abstract', N2: 'abstract', J2: 'container-title-short', JA: 'container-title-short',
};
const containers: Readonly<Record<string, string>> = { T2: 'container-title', JO: 'container-title', JF: 'container-title', BT: 'container-title' };
/** Of the record and its keeping, not of the source. */
const silent = new Set(['TY', 'ID', 'SP', 'EP', 'KW', 'L1', 'L2', 'L3', 'L4', 'LK', 'LB', 'AD', 'AV', 'CA', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'DP', 'RN', 'RP', 'U1', 'U2', 'U3', 'U4', 'U5', 'M1', 'M2', 'TT', 'JO', 'JF', 'RI']);

const types: Readonly<Record<string, string>> = {
  ABST: 'article-journal', ADVS: 'motion_picture', AGGR: 'dataset', ANCIENT: 'classic', ART: 'graphic', BILL: 'bill', BLOG: 'post-weblog', BOOK: 'book', CASE: 'legal_case', CHAP: 'chapter', CHART: 'figure', CLSWK: 'classic', COMP: 'software',
  CONF: 'paper-conference', CPAPER: 'paper-conference', CTLG: 'book', DATA: 'dataset', DBASE: 'dataset', DICT: 'entry-dictionary', EBOOK: 'book', ECHAP: 'chapter', EDBOOK: 'book', EJOUR: 'article-journal', ELEC: 'webpage', ENCYC: 'entry-encyclopedia',
  EQUA: 'figure', FIGURE: 'figure', GEN: 'document', GOVDOC: 'report', HEAR: 'hearing', ICOMM: 'webpage', INPR: 'article-journal', JFULL: 'periodical', JOUR: 'article-journal', LEGAL: 'legislation', MANSCPT: 'manuscript', MAP: 'map', MGZN: 'article-magazine',
  MPCT: 'motion_picture', MULTI: 'webpage', MUSIC: 'musical_score', NEWS: 'article-newspaper', PAMP: 'pamphlet', PAT: 'patent', PCOMM: 'personal_communication', RPRT: 'report', SER: 'book', SLIDE: 'speech', SOUND: 'song', STAND: 'standard', STAT: 'legislation',
  THES: 'thesis', UNBILL: 'bill', UNPB: 'manuscript', VIDEO: 'motion_picture', WEB: 'webpage',
};
