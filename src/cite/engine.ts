/**
 * The only place that touches citation-js: its BibLaTeX reader and, for rendering, the citeproc engine that it carries.
 *
 * The engine is driven directly and once for all citations of a book, because citation-js's own formatting builds a new
 * processor for every call and falls back silently when it does not know a style or locale.
 * Not here: which files and entries (cite/library.ts), in what steps the engine is driven (cite/render-clusters.ts), what a citation
 * becomes in the text (cite/render.ts).
 */
import { createHash } from 'node:crypto';
import Cite, { type CitationItem, type CslElement, type RawEntry } from 'citation-js';
import { markOthers, spellOthers } from './and-others.js';
import type { CslItem } from './csl.js';
import { renderClusters } from './render-clusters.js';
import type { CitationStyle } from './style.js';

export type { CitationItem, CslElement, RawEntry } from 'citation-js';

/** Entries of a .bib text, values still as LaTeX. Throws a `SyntaxError` whose message ends in `at line l col c`. */
export const readEntries = (bibtex: string): readonly RawEntry[] => Cite.plugins.input.data(bibtex, '@biblatex/text');

/** Throws when a value cannot be read. Titles keep their case protection as CSL's `nocase`. */
export const entriesToCsl = (entries: readonly RawEntry[]): readonly CslItem[] =>
  Cite.plugins.input.chain(entries.map(protectCase), { generateGraph: false, forceType: '@biblatex/entries+list' }).map(spellOutProtection);

const titleFields = new Set(['title', 'subtitle', 'titleaddon', 'shorttitle', 'booktitle', 'booksubtitle', 'maintitle', 'mainsubtitle']);

/** A word with a part in braces, or words in braces: `{B}erlin`, `{United Nations}`; not the argument of a command or an exponent. */
const protectedWords = /(?<![\\^_\p{L}\p{N}])([\p{L}\p{N}-]*)\{([^{}\\]+)\}([\p{L}\p{N}-]*)/gu;
const [protectionStart, protectionEnd] = ['\u{F0001}', '\u{F0002}'];

/** What the author says of a source may be several paragraphs. */
const annotationFields = new Set(['annotation', 'annote']);
const paragraphEnd = '\u{F0004}';

/**
 * citation-js drops the braces that keep a style from changing capitals and the blank lines between paragraphs, so private
 * characters stand for them meanwhile.
 */
function protectCase(entry: RawEntry): RawEntry {
  const properties = Object.entries(entry.properties).map(([field, value]) => [
    field,
    typeof value !== 'string' ? value : titleFields.has(field) ? value.replace(protectedWords, `${protectionStart}$1$2$3${protectionEnd}`) : annotationFields.has(field) ? value.replace(/\n[ \t]*\n\s*/g, paragraphEnd) : value,
  ]);
  return { ...entry, properties: Object.fromEntries(properties) as RawEntry['properties'] };
}

function spellOutProtection(item: CslItem): CslItem {
  const spelt = Object.entries(item).map(([variable, value]) => [
    variable,
    typeof value === 'string' ? value.replaceAll(protectionStart, '<span class="nocase">').replaceAll(protectionEnd, '</span>').replaceAll(paragraphEnd, '\n\n') : value,
  ]);
  return Object.fromEntries(spelt) as CslItem;
}

/** Puts names and dates of hand-written CSL-JSON into their proper form. Throws when a value cannot be read. */
export const tidyCsl = (items: readonly unknown[]): readonly CslItem[] =>
  Cite.plugins.input.chain(items, { generateGraph: false, forceType: '@csl/list+object' });

/**
 * Entries as a .bib file, in UTF-8, under their own keys.
 *
 * @param sources with the type they had in a .bib file, which is kept where the dialect has it: CSL does not tell all apart
 */
export function writeBibtex(sources: readonly { readonly csl: CslItem; readonly bibType?: string }[], dialect: 'bibtex' | 'biblatex'): string {
  const { format, types } = Cite.plugins.config.get('@bibtex');
  Object.assign(format, { useIdAsLabel: true, checkLabel: false, asciiOnly: false });
  const entries = sources.map(({ csl, bibType }) => {
    const written = Cite.plugins.output.format(dialect, [{ ...(withoutTex(csl) as CslItem), 'citation-key': csl.id }]).trim().replace(/(?<= and )\{others\}/g, 'others');
    return bibType !== undefined && Object.hasOwn(types[dialect].source, bibType) ? written.replace(/^@\w+/, `@${bibType}`) : written;
  });
  return entries.map((entry) => `${entry}\n`).join('\n');
}

const verbatimVariables = new Set(['id', 'type', 'URL', 'DOI']);

/** citation-js escapes what TeX takes for its own only where it also drops letters that are not Latin; so it is done before. */
function withoutTex(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\\|[&%$#_{}]/g, (sign) => (sign === '\\' ? '\\textbackslash{}' : `\\${sign}`));
  if (Array.isArray(value)) return value.map(withoutTex);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([variable, given]) => [variable, verbatimVariables.has(variable) ? given : withoutTex(given)]));
}

/** The entry types that citation-js maps to CSL; any other becomes a plain document. */
export const entryTypes: ReadonlySet<string> = new Set(Object.keys(Cite.plugins.config.get('@bibtex').types.biblatex.source));

/** What citeproc prints where a style has nothing to say. */
const nothing = /\[NO_PRINTED_FORM\]|\[CSL STYLE ERROR: reference with no printed form\.\]/g;

/**
 * The root of a style with its children.
 * @param definition CSL as XML
 * @returns undefined when it is not a CSL style
 */
export function readStyle(definition: string): CslElement | undefined {
  try {
    const { dataObj } = Cite.CSL.engine(`read ${hash(definition)}`, 'en-US', definition, () => undefined, () => emptyLocale).cslXml;
    return dataObj.name === 'style' ? dataObj : undefined;
  } catch (fault) {
    // citeproc-js has no errors of its own: a text that is no style makes it stumble, with whatever comes of that.
    if (fault instanceof Error || typeof fault === 'string') return undefined;
    throw fault;
  }
}

export interface Cluster {
  readonly id: string;
  /** What tells its note from others: cite/position-notes.ts. */
  readonly note: number;
  /** What the page calls that note. */
  readonly shownNote: number;
  /** The items stay as written, where the style would sort them. */
  readonly unsorted: boolean;
  readonly items: readonly CitationItem[];
}

/** All methods but `renderAll` speak of the state that `renderAll` left. Everything returned is HTML of inline content. */
export interface Processor {
  /** Some styles (Vancouver) never print where in the source. */
  readonly printsLocators: boolean;
  readonly citesByNumber: boolean;
  readonly hasBibliography: boolean;
  /** What ends every citation: `.` in most note styles. */
  readonly ending: string;
  /** A word of the locale: `and`, `et-al`, `pp.` */
  term(name: string, form?: 'long' | 'short', plural?: boolean): string | undefined;
  renderAll(clusters: readonly Cluster[], uncited: readonly string[]): ReadonlyMap<string, string>;
  /** The author as the style names one that was cited before; empty in a style that names none. */
  author(key: string): string;
  /** The citation as the style gives one that was cited before. */
  short(key: string): string;
  bibliography(): readonly { readonly key: string; readonly html: string }[];
  /** Of entries as `bibliography` gives them, those with a dash for the author of the entry before: with the author in its place. */
  dashedInFull(entries: readonly { readonly key: string; readonly html: string }[]): ReadonlyMap<string, string>;
}

export function openProcessor(style: CitationStyle, items: ReadonlyMap<string, CslItem>): Processor {
  const engine = Cite.CSL.engine(
    `${style.id} ${hash(style.definition)}`,
    style.locale,
    style.definition,
    (id) => withMarks(items.get(id)),
    (locale) => style.locales.get(locale) ?? (style.locales.get('en-US') as string),
  );
  const authors = new Map<string, string>();
  const words = { and: engine.getTerm('and') ?? '', etAl: engine.getTerm('et-al') ?? 'et al.' };
  const orNothing = (html: string): string => spellOthers(html.replace(nothing, '').replaceAll(apostrophe, '’'), words);
  engine.setOutputFormat('html');
  engine.opt.development_extensions['wrap_url_and_doi'] = true;
  return {
    printsLocators: uses(engine.cslXml.dataObj, 'locator'),
    citesByNumber: uses(engine.cslXml.dataObj, 'citation-number'),
    hasBibliography: engine.bibliography.tokens.length > 0,
    ending: engine.citation.opt.layout_suffix,
    term: (name, form = 'long', plural = false) => engine.getTerm(name, form, plural ? 1 : 0),
    renderAll: (clusters, uncited) => {
      authors.clear();
      return new Map([...renderClusters(engine, clusters, uncited)].map(([id, html]) => [id, orNothing(html)]));
    },
    author: (key) => {
      const named = authors.get(key) ?? orNothing(engine.makeCitationCluster([{ id: key, 'author-only': true, position: 1 }]));
      authors.set(key, named);
      return named;
    },
    short: (key) => orNothing(engine.makeCitationCluster([{ id: key, position: 1 }])),
    bibliography: () => bibliography(),
    dashedInFull: (entries) => {
      const { opt } = engine.bibliography;
      const dash = opt[authorDash];
      if (dash === undefined) return new Map();
      const dashed = entries.filter(({ html }) => html.includes(dash));
      delete opt[authorDash];
      const inFull = bibliography(dashed.map(({ key }) => key));
      opt[authorDash] = dash;
      return new Map(inFull.map(({ key, html }) => [key, html]));
    },
  };

  function bibliography(only?: readonly string[]) {
    if (only?.length === 0) return [];
    const made = engine.makeBibliography(only && { include: only.map((id) => ({ field: 'id', value: id })) });
    if (!made) return [];
    const [{ entry_ids: ids }, entries] = made;
    return entries.map((html, index) => ({ key: ids[index]?.[0] as string, html: orNothing(html) }));
  }
}

/**
 * The number of a report or patent is a name: with its hyphen escaped, `99-02` is no range. An apostrophe before a word goes through
 * the engine as a private character: it would take it for a quotation mark, and show the markup around it as it is written.
 */
function withMarks(item: CslItem | undefined): CslItem | undefined {
  if (item === undefined) return undefined;
  const { number } = item;
  const elided = Object.entries(item).flatMap(([variable, value]) => (variable !== 'id' && typeof value === 'string' && elision.test(value) ? [[variable, value.replace(elisions, apostrophe)]] : []));
  const marked = { ...item, ...(Object.fromEntries(elided) as Record<string, string>) };
  return markOthers(typeof number === 'string' && number.includes('-') ? { ...marked, number: number.replaceAll('-', '\\-') } : marked);
}

/** `’t Hooft`, `’Round Midnight`; not the end of a quotation. */
const elision = /(?<![\p{L}\p{N}\p{P}])’(?=\p{L})/u;
const elisions = new RegExp(elision, 'gu');
const apostrophe = '\u{F0005}';

const authorDash = 'subsequent-author-substitute';

function uses(element: CslElement, variable: string): boolean {
  return element.attrs['variable']?.split(' ').includes(variable) === true || element.children.some((child) => typeof child !== 'string' && uses(child, variable));
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Enough of a locale to look into a style without one. */
const emptyLocale = '<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US"><terms><term name="and">and</term></terms></locale>';
