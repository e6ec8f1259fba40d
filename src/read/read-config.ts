/**
 * Reads `book.yaml` into a `BookConfig`.
 *
 * Out: the config with defaults filled in, even when some values are wrong, so that one run can report everything else too;
 * `undefined` when there is no file or no YAML in it.
 * Reports b-001 to b-004. Not here: whether the listed files exist (read-book.ts), what a rule of silence does (diagnostics/silence.ts).
 */
import { basename, resolve } from 'node:path';
import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import { type Code, codes } from '../diagnostics/codes.js';
import { nearest } from '../diagnostics/nearest.js';
import { abbreviationRules, audiences, commentPlacements, configFile, conformances, epubFontForms, epubMathForms, epubProfiles, hazardKinds, pageRules, registerKinds, type AccessibilitySetup, type Audience, type BookConfig, type Contributor, type HazardKind, type OwnKind, type PageSize, type Silence } from '../model/book.js';
import type { Context } from '../model/context.js';
import { directives } from '../model/directive.js';
import { parseEdtf } from '../model/edtf.js';
import { geometryOf, leastDepth, leastMeasure } from '../model/geometry.js';
import { wordsOf } from '../model/words.js';
import { defaultCosts } from '../page/costs.js';
import { Unreadable } from '../world/world.js';
import { contributor, identifier, isbns, series, subject } from './catalogue-fields.js';
import { sortName } from './sort-name.js';
import { labelPrefixes } from './syntax/citation/citation-key.js';
import { YamlFile } from './yaml.js';

/** The namespace of Octavo's own UUIDv5 identifiers: made once, never to change. */
const octavoNamespace = '6f0f6d4b-0c5e-5a7e-9d55-1f2f3b0c8a51';

/** Trim sizes in mm, by the name that `page.size` takes. */
export const pageSizes: Readonly<Record<string, PageSize>> = {
  A4: { width: 210, height: 297 },
  A5: { width: 148, height: 210 },
  A6: { width: 105, height: 148 },
  B5: { width: 176, height: 250 },
  B6: { width: 125, height: 176 },
};

const file = z.string().min(1);
const files = z.union([file.transform((name) => [name]), z.array(file)]);
const language = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en-GB is expected');
/** YAML turns a bare date into text only with quotes in some programs; accept what an author types. */
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'a date such as 2026-11-22 is expected', abort: true }).refine((day) => parseEdtf(day) !== undefined, 'no calendar has this day');

/** mm */
const margin = z.number().min(0).optional();

const fields = {
  title: z.string().min(1),
  subtitle: z.string().min(1),
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'small letters, digits and hyphens are expected'),
  language,
  languages: z.array(language),
  authors: z.array(contributor),
  publisher: z.string(),
  series,
  isbn: isbns,
  edition: z.string(),
  audience: z.enum(audiences),
  date,
  identifier,
  rights: z.string(),
  description: z.string(),
  subjects: z.array(subject),
  imprint: file,
  front: files,
  chapters: files,
  back: files,
  bibliography: files,
  /** Read entry by entry in cite/csl-yaml.ts. */
  references: z.array(z.unknown()),
  citation: z.strictObject({ style: z.string().min(1).optional(), locale: language.optional(), 'back-links': z.boolean().optional(), nocite: files.optional(), restart: z.enum(['chapter', 'book']).optional() }),
  registers: z.strictObject(Object.fromEntries(registerKinds.map((kind) => [kind, file.optional()]))),
  abbreviations: z.enum(abbreviationRules),
  commentary: z.enum(commentPlacements),
  page: z.strictObject({
    size: z.enum(Object.keys(pageSizes)).optional(),
    'chapters-open': z.enum(['any', 'recto']).optional(),
    'recto-head': z.enum(['chapter', 'section']).optional(),
    'number-notes': z.enum(['chapter', 'book']).optional(),
    notes: z.enum(['foot', 'margin']).optional(),
    margins: z.strictObject({ top: margin, bottom: margin, inner: margin, outer: margin }).optional(),
    costs: z.strictObject(Object.fromEntries(Object.keys(defaultCosts).map((name) => [name, z.number().min(0).optional()]))).optional(),
  }),
  pages: z.enum(pageRules),
  epub: z.strictObject({
    cover: z.union([file, z.literal(false)], 'the name of a picture is expected, or `false` for no cover').optional(),
    profile: z.enum(epubProfiles).optional(),
    fonts: z.enum(epubFontForms).optional(),
    math: z.enum(epubMathForms).optional(),
    'split-at': z.number().min(20, 'kilobytes are expected, 20 at least').optional(),
  }),
  accessibility: z.strictObject({
    'conforms-to': z.enum(conformances).optional(),
    'certified-by': z.string().min(1).optional(),
    credential: z.string().min(1).optional(),
    report: z.url({ protocol: /^https?$/, error: 'an address such as https://example.org/report is expected' }).optional(),
    hazards: z.union([z.literal('none').transform((): HazardKind[] => []), z.array(z.enum(hazardKinds))], `\`none\` is expected, or a list of ${hazardKinds.join(', ')}`).optional(),
    summary: z.string().min(1).optional(),
  }),
  'number-sections': z.number().int().min(0, '0 to 5 is expected').max(5, '0 to 5 is expected'),
  kinds: z.record(z.string(), z.strictObject({ label: z.string().regex(/^[a-z][a-z0-9]*$/, 'small letters and digits are expected, as in `thm`'), one: z.string().min(1), several: z.string().min(1) })),
  silence: z.array(z.strictObject({ code: z.string(), of: z.string().min(1).optional(), because: z.string().trim().min(1, 'say why, for whoever reads the book after you') })),
  allow: z.array(z.strictObject({ construct: z.string().min(1), output: z.enum(['pdf', 'booklet', 'epub']).optional(), because: z.string().trim().min(1, 'say why, for whoever reads the book after you') })),
} as const;

type Fields = { [Name in keyof typeof fields]?: z.output<(typeof fields)[Name]> };

/** @param audience instead of the one that `book.yaml` names */
export async function readConfig({ world, folder, report }: Context, audience?: Audience): Promise<BookConfig | undefined> {
  const text = await world.disk.read(`${folder}/${configFile}`).then(
    (bytes) => new TextDecoder().decode(bytes),
    (fault: unknown) => {
      if (!(fault instanceof Unreadable)) throw fault;
      report('b-001', { file: configFile }, `there is no ${configFile} that can be read in the book folder: ${fault.message}`, 'name a folder that holds a book, or run octavo inside it');
      return undefined;
    },
  );
  if (text === undefined) return undefined;

  const yaml = new YamlFile(text, configFile);
  for (const fault of yaml.faults) report('b-002', fault.place, fault.message, ...fault.hints);
  if (yaml.faults.length > 0) return undefined;
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) {
    report('b-002', { file: configFile, line: 1 }, 'a list of `key: value` lines is expected', 'the least a book needs is `title:` and `chapters:`');
    return undefined;
  }

  const given = readFields(yaml.value as Record<string, unknown>, yaml, report);
  for (const required of ['title', 'chapters'] as const) {
    if (!(required in yaml.value)) report('b-004', { file: configFile, line: 1 }, `\`${required}\` is missing`, required === 'title' ? 'write `title: …`' : 'list the files in reading order: `chapters: [01-beginning.md, 02-end.md]`');
  }
  if (given.chapters?.length === 0) report('b-004', yaml.placeOf(['chapters']), '`chapters` lists no file');
  const word = given.edition?.trim().toLowerCase();
  if (audiences.some((known) => known === word)) report('b-004', yaml.placeOf(['edition']), '`edition` is what the title page says, such as “First edition”', `for whom the edition is, says \`audience: ${word}\``);
  const { silence = [], allow = [], kinds = {}, accessibility = {}, ...shown } = given;
  const allowances = allow.map(({ construct, output, because }, index) => ({ construct, because, place: yaml.placeOf(['allow', index]), ...(output && { output }) }));
  const config = { ...withDefaults(shown, basename(resolve(folder)), audience), kinds: readKinds(kinds, yaml, report), accessibility: readAccessibility(accessibility, yaml, report), silence: readSilence(silence, yaml, report), allow: allowances };
  const { measure, depth } = geometryOf(config);
  if (measure < leastMeasure || depth < leastDepth) report('b-004', yaml.placeOf(['page', 'margins'], 'key'), '`page.margins` leave too little of the page for text', 'they are in millimetres', 'a line needs 40 mm, a page five lines');
  return config;
}

/** Each key on its own, so that one wrong value hides no other. */
function readFields(value: Record<string, unknown>, yaml: YamlFile, report: Context['report']): Fields {
  const read: Record<string, unknown> = {};
  for (const [key, given] of Object.entries(value)) {
    if (!Object.hasOwn(fields, key)) {
      reportUnknown(key, Object.keys(fields), [key]);
      continue;
    }
    const outcome = fields[key as keyof typeof fields].safeParse(given);
    if (outcome.success) read[key] = outcome.data;
    else for (const issue of outcome.error.issues) explain(issue, [key]);
  }
  return read as Fields;

  function reportUnknown(name: string, known: readonly string[], path: readonly (string | number)[]) {
    const hints = nearest(name, known).map((like) => `\`${like}\` exists`);
    report('b-003', yaml.placeOf(path, 'key'), `\`${nameOf(path)}\` is not a key of ${configFile}`, ...(hints.length > 0 ? hints : [`the keys here are ${known.join(', ')}`]));
  }

  function explain(issue: z.core.$ZodIssue, base: readonly (string | number)[]) {
    const path = [...base, ...(issue.path as (string | number)[])];
    if (issue.code === 'unrecognized_keys') {
      const known = keysAt(path);
      for (const name of issue.keys) reportUnknown(name, known, [...path, name]);
    } else if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      // What is of the form that was written says more than that it is not of the other.
      const told = ([first]: readonly z.core.$ZodIssue[]) => (first?.path.length ?? 0) * 2 + (first?.code === 'invalid_type' ? 0 : 1);
      const deepest = issue.errors.toSorted((a, b) => told(b) - told(a))[0] ?? [];
      for (const inner of deepest) explain(inner, path);
    } else {
      const given = valueAt(value, path);
      const name = nameOf(path);
      if (given === null) return report('b-004', yaml.placeOf(path, 'key'), `\`${name}\` has no value`, 'give it one, or take the line out');
      if (given === undefined) return report('b-004', yaml.placeOf(path), `\`${name}\` is missing`);
      const expected = issue.code === 'invalid_type' ? `${forms[issue.expected] ?? issue.expected} is expected` : issue.code === 'invalid_value' ? `one of ${issue.values.join(', ')} is expected` : issue.code === 'too_small' && typeof given !== 'number' ? 'it is empty' : issue.message;
      const quote = issue.code === 'invalid_type' && issue.expected === 'string' && typeof given !== 'object' ? [`write it in quotation marks: \`"${String(given)}"\``] : [];
      const meant = issue.code === 'custom' ? ((issue.params?.['hints'] as readonly string[] | undefined) ?? []) : [];
      report('b-004', yaml.placeOf(path), `\`${name}\` is wrong: ${expected}`, ...quote, ...meant);
    }
  }
}

/** The keys that a group of `book.yaml` takes: `page.costs` and its like. */
function keysAt(path: readonly (string | number)[]): string[] {
  const schema = path.reduce<unknown>((within, step) => {
    const group = groupOf(within);
    return group instanceof z.ZodObject ? (group.shape as Record<string, unknown>)[step] : group instanceof z.ZodArray ? group.element : group instanceof z.ZodRecord ? group.valueType : group;
  }, z.object(fields));
  const group = groupOf(schema);
  return group instanceof z.ZodObject ? Object.keys(group.shape) : [];
}

/** The schema of a list or group, whatever else may stand in its place, and whatever becomes of it. */
function groupOf(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional) return groupOf(schema.unwrap());
  if (schema instanceof z.ZodPipe) return groupOf(schema.in);
  if (schema instanceof z.ZodUnion) return schema.options.map(groupOf).find((option) => option instanceof z.ZodObject || option instanceof z.ZodArray);
  return schema;
}

const forms: Readonly<Record<string, string>> = { string: 'text', boolean: '`true` or `false`', array: 'a list', object: 'a group of `key: value`' };

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, step) => (typeof inner === 'object' && inner !== null ? (inner as Record<string | number, unknown>)[step] : undefined), value);
}

/** `authors[2].role`, `citation.style`: entries are counted from 1. */
function nameOf(path: readonly (string | number)[]): string {
  return path.reduce<string>((name, step) => (typeof step === 'number' ? `${name}[${step + 1}]` : name === '' ? step : `${name}.${step}`), '');
}

/** The kinds whose names and labels nothing else has. */
function readKinds(given: NonNullable<Fields['kinds']>, yaml: YamlFile, report: Context['report']): OwnKind[] {
  const taken = new Map<string, string>(labelPrefixes.map((label) => [label, 'of Octavo’s own']));
  return Object.entries(given).flatMap(([name, kind]) => {
    const [fault, place] = !/^[a-z][a-z0-9-]*$/.test(name)
      ? ['the name of a kind has small letters, digits and hyphens only', yaml.placeOf(['kinds', name], 'key')]
      : Object.hasOwn(directives, name)
        ? [`there is a directive \`${name}\` already`, yaml.placeOf(['kinds', name], 'key')]
        : taken.has(kind.label)
          ? [`labels that begin with \`${kind.label}:\` are ${taken.get(kind.label)}`, yaml.placeOf(['kinds', name, 'label'])]
          : [];
    if (fault && place) {
      report('b-004', place, `\`kinds.${name}\` is wrong: ${fault}`);
      return [];
    }
    taken.set(kind.label, `those of \`${name}\``);
    return [{ name, ...kind }];
  });
}

/** A claim needs somebody who answers for it, and an examiner something that was examined. Source: EPUB Accessibility 1.1. */
function readAccessibility(given: NonNullable<Fields['accessibility']>, yaml: YamlFile, report: Context['report']): AccessibilitySetup {
  const { 'conforms-to': to, 'certified-by': certifiedBy, ...rest } = given;
  const { credential, report: address, hazards, summary } = rest;
  if (to !== undefined && certifiedBy === undefined) report('b-004', yaml.placeOf(['accessibility', 'conforms-to']), '`accessibility.conforms-to` says nobody who found that out', 'name who examined the e-book in `certified-by`');
  const detail = ([['certified-by', certifiedBy], ['credential', credential], ['report', address]] as const).find(([, value]) => value !== undefined);
  if (to === undefined && detail) report('b-004', yaml.placeOf(['accessibility', detail[0]], 'key'), `\`accessibility.${detail[0]}\` says nothing without \`conforms-to\``, 'say in `conforms-to` what was found');
  return {
    ...(to !== undefined && certifiedBy !== undefined && { conformance: definedOnly({ to, certifiedBy, credential, report: address }) }),
    ...definedOnly({ hazards, summary }),
  };
}

/** The rules that can be followed: those for warnings. */
function readSilence(given: NonNullable<Fields['silence']>, yaml: YamlFile, report: Context['report']): Silence[] {
  return given.flatMap(({ code, of, because }, index) => {
    const place = yaml.placeOf(['silence', index, 'code']);
    if (!Object.hasOwn(codes, code)) {
      const near = nearest(code, Object.keys(codes));
      report('b-004', place, `\`silence[${index + 1}].code\` is wrong: there is no code \`${code}\``, ...near.map((like) => `\`${like}\` exists`));
      return [];
    }
    if (codes[code as Code].severity === 'error') {
      report('b-004', place, `\`silence[${index + 1}].code\` is wrong: \`${code}\` is an error`, 'only warnings can be silenced');
      return [];
    }
    return [{ code: code as Code, because, place, ...(of !== undefined && { of }) }];
  });
}

function withDefaults(given: Omit<Fields, 'silence' | 'kinds' | 'allow' | 'accessibility'>, folderName: string, asked: Audience | undefined): Omit<BookConfig, 'silence' | 'kinds' | 'allow' | 'accessibility'> {
  const slug = given.slug ?? (folderName.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'book');
  const language = given.language ?? 'en-GB';
  const { title = slug, citation, page, epub, registers, references, edition, isbn = {}, audience: usual = 'self-study', 'number-sections': numberSections = 0, ...rest } = given;
  const audience = asked ?? usual;
  const fileStem = audience === 'self-study' ? slug : `${slug}-${audience}`;
  const statement = [edition, audience === 'self-study' ? undefined : wordsOf(language).editions[audience]].filter((words) => words !== undefined).join(' · ');
  return {
    ...definedOnly(rest),
    audience,
    title,
    slug,
    fileStem,
    ...(statement !== '' && { edition: statement }),
    language,
    languages: [...new Set(given.languages ?? [])].filter((other) => other !== language),
    authors: (given.authors ?? []).map((person) => withSortName(person, language)),
    // An ISBN is of one edition, and it is that of book.yaml.
    isbn: audience === usual ? definedOnly(isbn) : {},
    identifier: identifierOf(given.identifier, audience === usual, fileStem),
    subjects: given.subjects ?? [],
    numberSections,
    front: given.front ?? [],
    chapters: given.chapters ?? [],
    back: given.back ?? [],
    bibliography: given.bibliography ?? [],
    references: references !== undefined,
    citation: { style: citation?.style ?? 'chicago-author-date', locale: citation?.locale ?? language, backLinks: citation?.['back-links'] ?? true, nocite: citation?.nocite ?? [], restart: citation?.restart ?? 'book' },
    registers: definedOnly(registers ?? {}),
    abbreviations: given.abbreviations ?? 'as-written',
    commentary: given.commentary ?? 'foot',
    pages: given.pages ?? 'free',
    page: {
      ...(pageSizes[page?.size ?? 'A5'] as PageSize),
      chaptersOpen: page?.['chapters-open'] ?? 'any',
      rectoHead: page?.['recto-head'] ?? 'chapter',
      numberNotes: page?.['number-notes'] ?? 'chapter',
      notes: page?.notes ?? 'foot',
      margins: definedOnly(page?.margins ?? {}) as BookConfig['page']['margins'],
      costs: definedOnly(page?.costs ?? {}),
    },
    epub: {
      ...(epub?.cover !== undefined && { cover: epub.cover }),
      profile: epub?.profile ?? 'standard',
      fonts: epub?.fonts ?? ((epub?.profile ?? 'standard') === 'standard' ? 'woff2' : 'ttf'),
      math: epub?.math ?? 'mathml',
      splitAt: epub?.['split-at'] ?? 260,
    },
  };
}

function withSortName(person: Contributor, language: string): Contributor {
  const sort = person.sort ?? sortName(person.name, language);
  return sort === undefined ? person : { ...person, sort };
}

/** Editions are never one publication: what the author gives names the edition of `book.yaml`, and others are named after it. */
function identifierOf(given: string | undefined, isUsual: boolean, fileStem: string): string {
  if (given !== undefined && isUsual) return given;
  return `urn:uuid:${uuidv5(given === undefined ? fileStem : `${given} ${fileStem}`, octavoNamespace)}`;
}

function definedOnly<T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
