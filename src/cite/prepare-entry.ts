/**
 * Writes a BibLaTeX entry so that citation-js takes all of it: TeX in plain words, titles with what is added to them, notes
 * in one field, BibLaTeX's own keys (`phdthesis`, `countryde`, `newseries`) in words, eprints as addresses.
 *
 * In: an entry that has inherited (cite/inherit.ts). Out: the entry to convert, without its dates, which
 * cite/refine-entry.ts reads, and the fields and options that no style can print.
 */
import type { RawEntry } from './engine.js';
import { simplifyTex, verbatim } from './tex.js';

export interface PreparedEntry {
  readonly entry: RawEntry;
  /** `holder`, `editora`, … */
  readonly unprinted: readonly string[];
}

export function prepareEntry({ type, label, properties }: RawEntry): PreparedEntry {
  const fields: Record<string, string | number> = {};
  for (const [field, value] of Object.entries(properties)) {
    if (dateFields.has(field)) continue;
    fields[field] = typeof value === 'number' ? value : verbatimFields.has(field) ? verbatim(value) : simplifyTex(value);
  }
  const unprinted = nowhere.filter((field) => field in fields);
  for (const [name, role] of [['editora', 'editoratype'], ['editorb', 'editorbtype'], ['editorc', 'editorctype']] as const) {
    const target = fields[name] === undefined ? undefined : roles[String(fields[role] ?? 'editor')];
    if (target !== undefined) fields[target] = joined(' and ', fields[target], fields[name]);
    else if (name in fields) unprinted.push(name);
  }

  for (const prefix of ['', 'book', 'main', 'journal', 'issue']) joinTitle(fields, prefix);
  const note = joined('. ', withoutStop(fields['note']), fields['addendum']);
  if (note !== '') fields['note'] = note;
  replaceKey(fields, 'type', typeNames);
  replaceKey(fields, 'series', seriesNames);
  if (type === 'article' && /^\d+$/.test(String(fields['series'] ?? ''))) fields['series'] = `ser. ${fields['series']}`;
  if (typeof fields['location'] === 'string') fields['location'] = fields['location'].split(/\s+and\s+/).map((name) => countries[name] ?? name).join(' and ');

  const named = String(fields['eprinttype'] ?? fields['archiveprefix'] ?? '').toLowerCase();
  const archive = named === '' && /^\d{4}\.\d{4,5}(?:v\d+)?$/.test(String(fields['eprint'])) ? 'arxiv' : named === 'pmid' ? 'pubmed' : named;
  if (archive === 'pubmed') fields['eprinttype'] = archive;
  if (fields['eprint'] !== undefined && archive !== 'pubmed') {
    const address = archives[archive]?.(String(fields['eprint'])) ?? /^https?:.*/.exec(String(fields['eprint']))?.[0];
    if (address !== undefined) fields['url'] ??= address;
    else unprinted.push('eprint');
  }
  if (!wholes.has(type)) joinWholes(fields);
  if (fields['volume'] !== undefined && fields['part'] !== undefined) {
    fields['volume'] = `${fields['volume']}.${fields['part']}`;
    delete fields['part'];
  }
  if (type === 'article' && fields['issue'] !== undefined && fields['number'] !== undefined) unprinted.push('issue');
  for (const option of String(fields['options'] ?? '').split(',')) if (/^\s*use(?:author|editor|translator)\s*=\s*false\s*$/.test(option)) unprinted.push(option.replace(/\s/g, ''));
  if (wholes.has(type) && fields['maintitle'] === undefined) {
    delete fields['booktitle'];
    delete fields['booksubtitle'];
  }
  return { entry: { type, label, properties: fields }, unprinted };
}

/** `Title. Subtitle` is one title to CSL; a question or exclamation mark takes the colon's place. */
function joinTitle(fields: Record<string, string | number>, prefix: string): void {
  const [title, subtitle, addition] = ['title', 'subtitle', 'titleaddon'].map((field) => `${prefix}${field}`) as [string, string, string];
  if (fields[title] === undefined) return;
  if (fields[subtitle] !== undefined && /[?!]\}*$/.test(String(fields[title]))) {
    if (prefix === '') fields['shorttitle'] ??= fields[title];
    fields[title] = `${fields[title]} ${fields[subtitle]}`;
    delete fields[subtitle];
  }
  if (fields[addition] === undefined) return;
  const last = fields[subtitle] === undefined ? title : subtitle;
  fields[last] = joined('. ', withoutStop(fields[last]), fields[addition]);
  delete fields[addition];
}

/** A chapter is in a book, and that in a set: few styles have a place for both titles, so they are one. */
function joinWholes(fields: Record<string, string | number>): void {
  if (fields['maintitle'] === undefined || fields['booktitle'] === undefined) return;
  const [set, book] = ['main', 'book'].map((prefix) => joined(': ', fields[`${prefix}title`], fields[`${prefix}subtitle`])) as [string, string];
  fields['booktitle'] = joined('. ', withoutStop(set), book);
  for (const field of ['maintitle', 'mainsubtitle', 'booksubtitle']) delete fields[field];
}

const joined = (by: string, ...values: readonly (string | number | undefined)[]): string => values.filter((value) => value !== undefined && value !== '').join(by);
const withoutStop = (value: string | number | undefined): string | undefined => (value === undefined ? undefined : String(value).replace(/\.$/, ''));

function replaceKey(fields: Record<string, string | number>, field: string, names: Readonly<Record<string, string>>): void {
  const name = names[String(fields[field] ?? '').toLowerCase()];
  if (name !== undefined) fields[field] = name;
}

const dateFields = new Set(['date', 'urldate', 'eventdate', 'origdate']);
const verbatimFields = new Set(['url', 'doi', 'eprint', 'file', 'pdf', 'verba', 'verbb', 'verbc', 'ids', 'keywords', 'options']);

/** What BibLaTeX prints and CSL has no variable for. */
const nowhere = ['annotator', 'commentator', 'introduction', 'foreword', 'afterword', 'holder', 'nameaddon', 'origlanguage', 'reprinttitle', 'shortauthor', 'shorteditor', 'shorthand'];
const roles: Readonly<Record<string, string>> = { editor: 'editor', translator: 'translator' };
/** Types that are not in anything. */
const wholes = new Set(['book', 'collection', 'proceedings', 'reference', 'manual', 'mvbook', 'mvcollection', 'mvproceedings', 'mvreference']);

const archives: Readonly<Record<string, (eprint: string) => string>> = {
  arxiv: (eprint) => `https://arxiv.org/abs/${eprint}`,
  jstor: (eprint) => `https://www.jstor.org/stable/${eprint}`,
  hdl: (eprint) => `https://hdl.handle.net/${eprint}`,
  googlebooks: (eprint) => `https://books.google.com/books?id=${eprint}`,
};

const typeNames: Readonly<Record<string, string>> = {
  bathesis: 'Bachelor’s thesis', mathesis: 'Master’s thesis', phdthesis: 'PhD thesis', candthesis: 'Candidate thesis', techreport: 'technical report', resreport: 'research report', software: 'computer software',
  datacd: 'data CD', audiocd: 'audio CD', patent: 'patent', patentde: 'German patent', patenteu: 'European patent', patentfr: 'French patent', patentuk: 'British patent', patentus: 'US patent',
  patreq: 'patent request', patreqde: 'German patent request', patreqeu: 'European patent request', patreqfr: 'French patent request', patrequk: 'British patent request', patrequs: 'US patent request',
};
/** Abbreviations that English, French and Italian share. */
const seriesNames: Readonly<Record<string, string>> = { newseries: 'n.s.', oldseries: 'o.s.' };
const countries: Readonly<Record<string, string>> = { countryde: 'Germany', countryeu: 'European Union', countryep: 'European Union', countryfr: 'France', countryuk: 'United Kingdom', countryus: 'United States' };
