/**
 * Finds the locator in the words after a citation key: `, pp. 3-5 and passim` is the pages `3-5`, then ` and passim`.
 *
 * In: a suffix as written, its comma included. Out: number and CSL label, and what is left of the suffix. Never throws.
 * English abbreviations only; how label and range are printed is the style's affair.
 * Source: Pandoc User's Guide, "Citation syntax"; CSL 1.0.2, appendix IV (locators).
 */
import type { PhrasingContent } from 'mdast';

export interface Locator {
  /** CSL's name for the kind: `page`, `chapter`, … */
  readonly label: string;
  /** `3-5`, `iv, 12`; ranges with a hyphen, as CSL processors expect them. */
  readonly number: string;
  /** The author's own words for both, without the comma before them: `pp. 3-5`. */
  readonly written: string;
}

const abbreviations: Readonly<Record<string, readonly string[]>> = {
  act: ['act', 'acts'],
  appendix: ['appendix', 'appendices', 'app.', 'apps.'],
  'article-locator': ['article', 'articles', 'art.', 'arts.'],
  book: ['book', 'books', 'bk.', 'bks.'],
  canon: ['canon', 'canons', 'can.'],
  chapter: ['chapter', 'chapters', 'chap.', 'chaps.', 'ch.', 'chs.'],
  column: ['column', 'columns', 'col.', 'cols.'],
  elocation: ['location', 'locations', 'loc.', 'locs.'],
  equation: ['equation', 'equations', 'eq.', 'eqs.'],
  figure: ['figure', 'figures', 'fig.', 'figs.'],
  folio: ['folio', 'folios', 'fol.', 'fols.'],
  issue: ['number', 'numbers', 'no.', 'nos.', 'issue', 'issues'],
  line: ['line', 'lines', 'l.', 'll.'],
  note: ['note', 'notes', 'n.', 'nn.'],
  opus: ['opus', 'opera', 'op.', 'opp.'],
  page: ['page', 'pages', 'p.', 'pp.', 'p', 'pp'],
  paragraph: ['paragraph', 'paragraphs', 'para.', 'paras.', '¶', '¶¶'],
  part: ['part', 'parts', 'pt.', 'pts.'],
  rule: ['rule', 'rules', 'r.', 'rr.'],
  scene: ['scene', 'scenes', 'sc.', 'scs.'],
  section: ['section', 'sections', 'sec.', 'secs.', 'sect.', 'sects.', '§', '§§'],
  'sub-verbo': ['sub verbo', 'sub verbis', 's.v.', 's.vv.'],
  supplement: ['supplement', 'supplements', 'supp.', 'supps.'],
  table: ['table', 'tables', 'tbl.', 'tbls.'],
  timestamp: ['timestamp', 'timestamps'],
  'title-locator': ['title', 'titles', 'tit.'],
  verse: ['verse', 'verses', 'v.', 'vv.'],
  version: ['version', 'versions'],
  volume: ['volume', 'volumes', 'vol.', 'vols.'],
};

const labels = new Map(Object.entries(abbreviations).flatMap(([label, forms]) => forms.map((form) => [form, label] as const)));

/** Longest first: `pp.` before `p.`, `chapters` before `ch.`. A form that ends in a letter ends its word. */
const labelAtStart = new RegExp(
  `^(${[...labels.keys()]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replaceAll('.', '\\.').replaceAll(' ', '\\s+') + (/\p{L}$/u.test(form) ? '(?=\\s)' : ''))
    .join('|')})\\s*`,
  'iu',
);

/** M to I in order: refuses `mix` and `civil`, which are made of the same letters. */
const roman = '(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})';
const wordEnd = '(?![\\p{L}\\p{N}])';
const numbered = '(?=[\\p{L}\\p{N}.:/]*\\p{N})[\\p{L}\\p{N}]+(?:[.:/][\\p{L}\\p{N}]+)*(?:(?<=\\p{N}ff?)\\.|\\sff?\\.(?!\\p{L}))?';
/** After a label: `3`, `12r`, `A3`, `4.2`, `xiv`, `XIV`, `(xv)`, `33ff.` */
const unitAfterLabel = `(?:\\((?:${numbered}|${roman})\\)|${numbered}|${roman}${wordEnd})`;
/** Without one, only what can hardly be a word: `33`, `12a`, `xiv`; `1930s` is a decade. */
const bareUnit = `(?!\\d{4}s${wordEnd})(?:\\d[\\d.:/]*\\d|\\d)(?:\\s?ff?\\.?(?!\\p{L})|\\p{L})?${wordEnd}`;
const bareRoman = `(?:${roman})${wordEnd}(?!\\s+\\p{L})`;
const range = '\\s*(?:--?|[‐‑–])\\s*';
const between = '(?:\\s*,\\s*(?:(?:and|&)\\s+)?|\\s+and\\s+|\\s*&\\s*)';

const series = (unit: string): string => `(?:${unit})(?:${range}(?:${unit}))?`;
const listOf = (first: string, next: string, flags: string): RegExp => new RegExp(`^${series(first)}(?:${between}${series(next)})*`, flags);

const afterLabel = listOf(unitAfterLabel, unitAfterLabel, 'iu');
const bare = listOf(`${bareUnit}|${bareRoman}`, bareUnit, 'u');

/**
 * @returns the suffix without the locator; no `locator` when the words begin with none
 *
 * `{…}` around it says where a locator begins and ends when the words alone do not, and `{}` that there is none.
 */
export function parseLocator(suffix: readonly PhrasingContent[]): { locator?: Locator; suffix: PhrasingContent[] } {
  const [first, ...others] = suffix;
  if (first?.type !== 'text') return { suffix: [...suffix] };
  const found = splitLocator(first.value);
  if (!found) return { suffix: [...suffix] };
  const rest: PhrasingContent[] = found.rest === '' ? others : [{ type: 'text', value: found.rest }, ...others];
  return found.locator ? { locator: found.locator, suffix: rest } : { suffix: rest };
}

function splitLocator(text: string): { locator?: Locator; rest: string } | undefined {
  const lead = /^\s*,?\s*/.exec(text)?.[0].length ?? 0;
  const words = text.slice(lead);

  const braced = /^\{([^{}]*)\}/.exec(words);
  if (braced) {
    const inside = (braced[1] ?? '').trim();
    const rest = words.slice(braced[0].length);
    if (inside === '') return { rest };
    const { label, after } = takeLabel(inside);
    return { locator: { label: label ?? 'page', number: tidy(after === '' ? inside : after), written: inside }, rest };
  }

  const { label, after } = takeLabel(words);
  const number = label === undefined ? bare.exec(words)?.[0] : (label === 'sub-verbo' ? /^[^,;]+/ : afterLabel).exec(after)?.[0];
  if (!number) return undefined;
  const written = words.slice(0, words.length - after.length + number.length);
  return { locator: { label: label ?? 'page', number: tidy(number), written: written.trim() }, rest: words.slice(written.length) };
}

function takeLabel(words: string): { label?: string; after: string } {
  const match = labelAtStart.exec(words);
  const label = labels.get((match?.[1] ?? '').toLowerCase().replace(/\s+/g, ' '));
  return match && label !== undefined ? { label, after: words.slice(match[0].length) } : { after: words };
}

const tidy = (number: string): string => number.trim().replace(/\s*(?:--?|[‐‑–])\s*/g, '-').replace(/\s+/g, ' ');
