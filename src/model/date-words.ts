/**
 * Whether the words of a date say what its EDTF says: `2 September 1933`, `September 2, 1933`, `in 1933`, `Saturday, 2 September`.
 *
 * Words are read in one language (months, weekdays and the order of day and month), numbers in all. They contradict a date only if
 * no reading of them agrees with it: `2/9/1933` may be in February or in September. What the words leave open agrees with everything,
 * and words that name no date say nothing.
 * Not here: what is told to the author (pass/collect/date.ts).
 */
import { calendarWords, type CalendarWords } from './calendar-words.js';
import { type DayNumber, dayNumber, parseEdtf } from './edtf.js';

/** A day of the calendar as far as it was said. */
interface Said {
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
  /** `33`, in `2/9/33` */
  readonly shortYear?: number;
  /** `the 1930s` */
  readonly isDecade?: true;
}

interface Mention {
  readonly from: number;
  readonly to: number;
  /** More than one where the order of day and month is open. */
  readonly readings: readonly Said[];
}

export type Contradiction =
  | { readonly kind: 'date' }
  /** The weekday that the words give, and the one that the date has. */
  | { readonly kind: 'weekday'; readonly said: string; readonly right: string };

/**
 * @param on EDTF that parses
 * @param language BCP 47, of the words
 */
export function findContradiction(words: string, on: string, language: string): Contradiction | undefined {
  const grammar = grammarOf(language);
  const mentions = findMentions(words, grammar);
  if (!agrees(mentions, words, on)) return { kind: 'date' };
  return wrongWeekday(words, mentions, on, grammar);
}

function agrees(mentions: readonly Mention[], words: string, on: string): boolean {
  if (mentions.length === 0) return true;
  const [first, second] = mentions;
  const [from, to] = on.trim().split('/');
  const isRange = first && second && mentions.length === 2 && connector.test(words.slice(first.to, second.from));
  if (isRange && from && to) return fits(first, from) && fits(second, to);
  // Of “the October Revolution of 7 November 1917”, what says most is meant.
  const most = Math.max(...mentions.map(detail));
  return mentions.some((mention) => detail(mention) === most && fits(mention, on));
}

const detail = ({ readings: [said] }: Mention): number => [said?.day, said?.month, said?.year ?? said?.shortYear].filter((part) => part !== undefined).length;

/** @param on EDTF, or an open end of it */
function fits({ readings }: Mention, on: string): boolean {
  const date = parseEdtf(on);
  return date === undefined || readings.some((said) => overlaps(said, date.start, date.end));
}

function overlaps(said: Said, start: DayNumber, end: DayNumber): boolean {
  if (said.year !== undefined) return meets(said, said.year, start, end);
  // A day of some year lies in every stretch that is longer than a year.
  if (end - start > 366 && said.shortYear === undefined) return true;
  const [first, last] = [yearOf(start), yearOf(Math.min(end, start + 36_525))];
  for (let year = first; year <= last; year += 1) {
    if ((said.shortYear === undefined || year % 100 === said.shortYear) && meets(said, year, start, end)) return true;
  }
  return !Number.isFinite(end - start);
}

function meets({ day, month, isDecade }: Said, year: number, start: DayNumber, end: DayNumber): boolean {
  const first = dayNumber(year, month, day);
  const last = day !== undefined ? first : month !== undefined ? dayNumber(year, month + 1) - 1 : dayNumber(year + (isDecade ? 9 : 0), 12, 31);
  const isDay = day === undefined || new Date(first * 86_400_000).getUTCDate() === day;
  return isDay && first <= end && last >= start;
}

const yearOf = (day: DayNumber): number => new Date(day * 86_400_000).getUTCFullYear();

/** Of the date that the words give in full, else of the day that is meant. */
function wrongWeekday(words: string, mentions: readonly Mention[], on: string, { weekdays, names }: Grammar): Contradiction | undefined {
  const found = weekdays?.exec(words);
  if (!found || !names) return undefined;
  const said = found.slice(1).findIndex((group) => group !== undefined);
  const full = mentions.flatMap(({ readings }) => (readings.length === 1 ? readings : [])).find(({ day, year }) => day !== undefined && year !== undefined);
  const date = parseEdtf(on);
  const day = full ? dayNumber(full.year ?? 0, full.month, full.day) : date && date.start === date.end ? date.start : undefined;
  if (day === undefined) return undefined;
  const right = (((day + 4) % 7) + 7) % 7;
  return said === right ? undefined : { kind: 'weekday', said: names.weekdays[said] ?? '', right: names.weekdays[right] ?? '' };
}

/* Reading. */

interface Pattern {
  readonly pattern: RegExp;
  /** @param groups as they matched; what did not is absent */
  readonly read: (groups: readonly (string | undefined)[]) => readonly (readonly Said[])[];
}

interface Grammar {
  readonly names: CalendarWords | undefined;
  /** The more specific before the more general: what one has read, the next does not see. */
  readonly patterns: readonly Pattern[];
  /** With a group for each, from Sunday on. */
  readonly weekdays: RegExp | undefined;
}

function findMentions(words: string, { patterns }: Grammar): Mention[] {
  const mentions: Mention[] = [];
  let rest = words;
  for (const { pattern, read } of patterns) {
    rest = rest.replaceAll(pattern, (match: string, ...details: unknown[]) => {
      const at = details.findIndex((part) => typeof part === 'number');
      const from = details[at] as number;
      const said = read(details.slice(0, at) as (string | undefined)[]);
      for (const [index, readings] of said.entries()) mentions.push({ from: from + Math.min(index, 1), to: from + match.length, readings });
      return ' '.repeat(match.length);
    });
  }
  return mentions.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Between the two ends of a range, in all languages: the words around it are dates. */
const connector = /^[\s,.()]*(?:г\.)?\s*(?:[–—-]|to|until|till|through|and|al|all’|fino al?|e|bis|und|zum|au|à|et|jusqu’(?:au|en)|по|до|и)?(?:\s+(?:the|il|en|zum|le))?\s*$/iu;

const number = (text: string | undefined): number | undefined => (text === undefined || text === '' ? undefined : Number(text));

function said(day: string | undefined, month: number | undefined, year: string | undefined): Said {
  const [d, y] = [number(day), number(year)];
  return { ...(d !== undefined && { day: d }), ...(month !== undefined && { month }), ...(y !== undefined && (year?.length === 2 ? { shortYear: y } : { year: y })) };
}

const grammars = new Map<string, Grammar>();

function grammarOf(language: string): Grammar {
  const known = grammars.get(language);
  if (known) return known;
  const names = calendarWords(language);
  const grammar = { names, patterns: [...numeric, ...(names ? named(names, language) : []), ...years], weekdays: names && weekdayPattern(names, language) };
  grammars.set(language, grammar);
  return grammar;
}

const numeric: readonly Pattern[] = [
  { pattern: /(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)/g, read: ([year, month, day]) => [[said(day, number(month), year)]] },
  {
    pattern: /(?<!\d)(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)/g,
    read: ([first, sign, second, year]) => [[said(first, number(second), year), ...(sign === '.' ? [] : [said(second, number(first), year)])].filter(({ month = 0 }) => month <= 12)].map((readings) => (readings.length > 0 ? readings : [said(first, number(second), year)])),
  },
];

const years: readonly Pattern[] = [
  { pattern: /(?<!\d)(?:(?:anni|années)\s+(\d{3}0)(?!\d)|(\d{3}0)(?:[’']?s|er|-[ехм]+)(?!\p{L}))/giu, read: ([romance, other]) => [[{ year: Number(romance ?? other), isDecade: true }]] },
  { pattern: /(?<![\d.,])([12]\d{3})(?![\d]|[.,]\d)/g, read: ([year]) => [[said(undefined, undefined, year)]] },
];

/** Dates with the name of a month. In English and German names are capitalised: “it may be 1933” is no month. */
function named(words: CalendarWords, language: string): Pattern[] {
  const numbers = monthNumbers(words);
  const flags = isCapitalised(language) ? 'gu' : 'giu';
  const monthOf = (name: string | undefined) => numbers.get((name ?? '').toLowerCase());
  const month = `(?<!\\p{L})(${[...numbers.keys()].sort((a, b) => b.length - a.length).map((name) => (isCapitalised(language) ? capital(name) : name)).join('|')})(?!\\p{L})\\.?`;
  const day = '(?<![\\d])(\\d{1,2})(?:st|nd|rd|th|er|º|°|\\.|-?(?:го|е|ого))?';
  const year = '(?:,?\\s+(?:of\\s+|del\\s+|de\\s+)?(\\d{3,4})(?!\\d))';
  const dash = '\\s*(?:[–—-]|to|al?|bis|und|and|e|au|et|по|и)\\s*';
  const pattern = (source: string): RegExp => new RegExp(source, flags);
  return [
    { pattern: pattern(`${day}${dash}${day}\\s+(?:of\\s+|de\\s+|di\\s+)?${month}${year}?`), read: ([first, second, name, y]) => [[said(first, monthOf(name), y)], [said(second, monthOf(name), y)]] },
    { pattern: pattern(`${day}\\s+(?:of\\s+|de\\s+|di\\s+)?${month}${year}?`), read: ([d, name, y]) => [[said(d, monthOf(name), y)]] },
    { pattern: pattern(`${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:${dash}(\\d{1,2})(?!\\d))?${year}?`), read: ([name, first, second, y]) => [[said(first, monthOf(name), y)], ...(second === undefined ? [] : [[said(second, monthOf(name), y)]])] },
    { pattern: pattern(`${month}${dash}${month}${year}`), read: ([first, second, y]) => [[said(undefined, monthOf(first), y)], [said(undefined, monthOf(second), y)]] },
    { pattern: pattern(`${month}${year}`), read: ([name, y]) => [[said(undefined, monthOf(name), y)]] },
    // A month by itself only where the words end with it: the March on Rome was in October.
    { pattern: pattern(`${month}[\\s.,;:!?)»”’]*$`), read: ([name]) => [[said(undefined, monthOf(name), undefined)]] },
  ];
}

function weekdayPattern({ weekdays }: CalendarWords, language: string): RegExp {
  const stems = weekdays.map((name) => (language.startsWith('ru') ? `${name.replace(/(?:а|ье)$/u, '')}\\p{L}{0,2}` : name));
  if (language.startsWith('de')) stems[6] = 'Samstag|Sonnabend';
  return new RegExp(`(?<!\\p{L})(?:${stems.map((stem) => `(${stem})`).join('|')})(?!\\p{L})`, isCapitalised(language) ? 'u' : 'iu');
}

const isCapitalised = (language: string): boolean => /^(?:en|de)(?:-|$)/i.test(language);
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** All names and abbreviations, in small letters and without a full stop. */
function monthNumbers({ months, short, monthsOfDay = [], alsoShort = {} }: CalendarWords): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const names of [months, short, monthsOfDay]) for (const [index, name] of names.entries()) numbers.set(name.toLowerCase().replace(/\.$/, ''), index + 1);
  for (const [name, month] of Object.entries(alsoShort)) numbers.set(name.toLowerCase().replace(/\.$/, ''), month);
  return numbers;
}
