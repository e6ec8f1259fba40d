/**
 * How words are put in order in a language: by its alphabet, articles and marks before the first letter left aside.
 *
 * Source: CLDR, through Intl.Collator; The Chicago Manual of Style, 17th edition, 16.56 ff., on initial articles.
 */
export interface Collation {
  /** What words are sorted by: `The Hague` by `Hague`, `«Правда»` by `Правда»`. */
  readonly keyOf: (words: string) => string;
  /** The same of a name, whose article belongs to it: `La Spezia` stays there. */
  readonly nameKeyOf: (name: string) => string;
  readonly compare: (one: string, other: string) => number;
  /** The letter that a key is listed under: `Ä` under A in German, `Й` under Й in Russian; digits as `0–9`, all else as ''. */
  readonly letterOf: (key: string) => string;
}

/** Articles that may stand before a word of the language; those that end in an apostrophe join it. */
const articles: Readonly<Record<string, readonly string[]>> = {
  de: ['der', 'die', 'das', 'den', 'dem', 'des', 'ein', 'eine', 'einer', 'eines'],
  en: ['the', 'a', 'an'],
  es: ['el', 'la', 'los', 'las', 'lo', 'un', 'una', 'unos', 'unas'],
  fr: ['le', 'la', 'les', 'un', 'une', 'des', 'l’', "l'"],
  it: ['il', 'lo', 'la', 'i', 'gli', 'le', 'un', 'uno', 'una', 'l’', "l'", 'un’', "un'"],
  nl: ['de', 'het', 'een', '’t', "'t"],
  pt: ['o', 'a', 'os', 'as', 'um', 'uma'],
};

const known = new Map<string, Collation>();

/** @param language BCP 47 */
export function collationOf(language: string): Collation {
  const ready = known.get(language);
  if (ready) return ready;
  const base = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
  const exact = new Intl.Collator(language, { numeric: true });
  const own = articles[new Intl.Locale(language).language] ?? [];

  const nameKeyOf = (name: string): string => name.replace(/^[^\p{L}\p{N}]+/u, '') || name;
  const keyOf = (words: string): string => {
    const bare = nameKeyOf(words);
    const folded = bare.toLowerCase();
    const article = own.find((candidate) => folded.startsWith(/['’]$/.test(candidate) ? candidate : `${candidate} `));
    return article === undefined ? bare : nameKeyOf(bare.slice(article.length).trimStart()) || bare;
  };
  const letterOf = (key: string): string => {
    const [first = ''] = key.normalize('NFC').match(/^\p{L}|^\p{N}/u) ?? [];
    if (first === '') return '';
    if (/\p{N}/u.test(first)) return '0–9';
    const [plain = first] = first.normalize('NFD');
    return (base.compare(first, plain) === 0 ? plain : first).toLocaleUpperCase(language);
  };
  const collation: Collation = {
    keyOf,
    nameKeyOf,
    compare: (one, other) => base.compare(one, other) || exact.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0),
    letterOf,
  };
  known.set(language, collation);
  return collation;
}
