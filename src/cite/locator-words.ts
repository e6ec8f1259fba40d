/**
 * The words by which authors say where in a source: `p.`, `chapters`, `S.`, `гл.`, each with CSL's name for the kind.
 *
 * In: a style, whose locale names the kinds in its language. Out: those words, the abbreviations that writers of the language
 * use besides, and the English ones, which hold in every language. Where two kinds share a word, the language's own comes first.
 * Source: CSL 1.0.2, appendix IV (locators); Pandoc User's Guide, "Citation syntax".
 */
import type { CslElement } from './engine.js';
import type { CitationStyle } from './style.js';

export interface LocatorWords {
  /** A word at the beginning, with the white space after it; the longest of those that begin alike. */
  readonly atStart: RegExp;
  /** CSL's name of the kind; a word as `atStart` found it. */
  kindOf(word: string): string | undefined;
  /** What joins two numbers: `and`, `und`. */
  readonly and: readonly string[];
}

type Kinds = Readonly<Record<string, readonly string[]>>;

const english: Kinds = {
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

/** Usual in a language for what its locale names otherwise: the style prints the locale's word. */
const usual: Readonly<Record<string, Kinds>> = {
  de: {
    figure: ['abbn.'],
    folio: ['bl.', 'bll.', 'foll.'],
    issue: ['nrn.'],
    line: ['zl.'],
    note: ['fn.', 'fußnote', 'fußnoten'],
    part: ['tl.', 't.'],
  },
  fr: {
    chapter: ['ch.', 'chaps.'],
    folio: ['f°', 'fo', 'fos', 'f.', 'ff.', 'fol.'],
    issue: ['n°', 'nº'],
    line: ['ll.'],
    note: ['nn.'],
    page: ['pp.', 'pag.'],
    paragraph: ['par.'],
    section: ['sec.'],
    table: ['tabl.'],
    verse: ['vv.'],
    volume: ['tome', 'tomes', 't.', 'tt.', 'vols.'],
  },
  it: {
    'article-locator': ['artt.'],
    column: ['coll.'],
    figure: ['figg.'],
    folio: ['f.', 'ff.'],
    line: ['r.', 'rr.', 'linea', 'linee'],
    note: ['nn.'],
    page: ['pag.', 'pagg.', 'pg.'],
    paragraph: ['parr.'],
    section: ['sezz.'],
    table: ['tav.', 'tavv.'],
    volume: ['tomo', 'tomi', 't.', 'tt.'],
  },
  ru: {
    column: ['стлб.'],
    note: ['примеч.', 'сноска', 'сн.'],
    // The locale abbreviates a line so, and nobody else does.
    page: ['стр.'],
  },
};

/** @param style its locale is the book's language, unless book.yaml says otherwise */
export function locatorWords({ locale, locales }: Pick<CitationStyle, 'locale' | 'locales'>): LocatorWords {
  const language = locale.split('-', 1)[0] as string;
  const isEnglish = language === 'en';
  const terms = isEnglish ? new Map<string, string[]>() : termsOf(locales.get(locale));
  const inEnglish = isEnglish ? terms : termsOf(locales.get('en-US'));
  // A locale that lacks a word has the English one: `Art. 3` would print as “Article 3” in a German book.
  const isNamed = (kind: string): boolean => isEnglish || kind === 'sub-verbo' || (terms.has(kind) && String(terms.get(kind)) !== String(inEnglish.get(kind)));
  const kinds = new Map<string, string>();
  const add = (kind: string, words: readonly string[]): void => {
    // § is a paragraph here and a section there: out of English, the sign stays as it is written.
    const own = words.map(folded).filter((word) => isEnglish || /\p{L}/u.test(word));
    if (isNamed(kind)) for (const word of own) if (!kinds.has(word)) kinds.set(word, kind);
  };
  for (const [kind, words] of Object.entries(Object.hasOwn(usual, language) ? (usual[language] as Kinds) : {})) add(kind, words);
  // The Russian for *sub verbo* is what every “see” begins with.
  for (const [kind, words] of terms) if (Object.hasOwn(english, kind) && kind !== 'sub-verbo') add(kind, words);
  for (const [kind, words] of Object.entries(english)) add(kind, words);
  return {
    atStart: new RegExp(`^(${[...kinds.keys()].sort((a, b) => b.length - a.length).map(pattern).join('|')})\\s*`, 'iu'),
    kindOf: (word) => kinds.get(folded(word)),
    and: ['and', ...(terms.get('and') ?? [])],
  };
}

/** A word that ends in a letter ends there: `part` is not in `partly`. */
const pattern = (word: string): string => word.replaceAll('.', '\\.\\s*').replace(/\\s\*$/, '').replaceAll(' ', '\\s+') + (/\p{L}$/u.test(word) ? '(?=\\s)' : '');

const folded = (word: string): string => word.toLowerCase().replace(/\s+/g, ' ').replace(/\. (?=\p{L})/gu, '.').trim();

/** The words of a locale by their names, all forms and numbers. */
function termsOf(locale: string | undefined): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  const look = ({ name, attrs, children }: CslElement): void => {
    const kind = attrs['name'] ?? '';
    if (name === 'term') found.set(kind, [...(found.get(kind) ?? []), ...children.flatMap(wordsIn)]);
    else for (const child of children) if (typeof child !== 'string') look(child);
  };
  if (locale !== undefined) look(JSON.parse(locale) as CslElement);
  return found;
}

const wordsIn = (child: CslElement | string): string[] => (typeof child === 'string' ? [child] : child.children.flatMap(wordsIn));
