/**
 * Dates as the manuscript gives them: EDTF level 0 and the part of level 1 that historians of dated papers need.
 *
 * Read: `1933`, `1933-09`, `1933-09-02`, each perhaps with `~` (circa), and two of them as an interval `a/b`.
 * Refused, so that nothing is half understood: days that no calendar has, intervals that run backwards, open intervals,
 * times of day, `?`, `X`, seasons, years outside 0001 to 9999. All dates are Gregorian.
 * Not here: what a finding says about a refused date.
 */
declare const brand: unique symbol;

/** Whole days since 1 January 1970. */
export type DayNumber = number & { readonly [brand]?: 'day' };

export type Precision = 'year' | 'month' | 'day';

export interface EdtfDate {
  readonly start: DayNumber;
  /** The last day that is meant, itself included: a year ends on its 31 December. */
  readonly end: DayNumber;
  /** Of an interval: the coarser of its two ends. */
  readonly precision: Precision;
  readonly circa: boolean;
}

/** One date without a slash; `month` and `day` count from 1 and are absent when not given. */
interface Point {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly circa: boolean;
}

export function dayNumber(year: number, month = 1, day = 1): DayNumber {
  return new Date(0).setUTCFullYear(year, month - 1, day) / 86_400_000;
}

export function parseEdtf(text: string): EdtfDate | undefined {
  const points = parsePoints(text);
  if (points === undefined) return undefined;
  const [first, last = first] = points;
  const precisions = [precisionOf(first), precisionOf(last)];
  return {
    start: firstDay(first),
    end: lastDay(last),
    precision: precisions.includes('year') ? 'year' : precisions.includes('month') ? 'month' : 'day',
    circa: first.circa || last.circa,
  };
}

function parsePoints(text: string): readonly [Point, Point?] | undefined {
  const [from = '', to, ...rest] = text.trim().split('/');
  const first = parsePoint(from);
  if (first === undefined || rest.length > 0) return undefined;
  if (to === undefined) return [first];
  const last = parsePoint(to);
  if (last === undefined || firstDay(last) < firstDay(first) || lastDay(last) < lastDay(first)) return undefined;
  return [first, last];
}

function parsePoint(text: string): Point | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)$/.exec(text);
  if (!match) return undefined;
  const [, yearText, monthText, dayText, mark] = match;
  const year = Number(yearText);
  const circa = mark === '~';
  if (year === 0) return undefined;
  if (monthText === undefined) return { year, circa };
  const month = Number(monthText);
  if (month < 1 || month > 12) return undefined;
  if (dayText === undefined) return { year, month, circa };
  const day = Number(dayText);
  if (day < 1 || day > daysIn(year, month)) return undefined;
  return { year, month, day, circa };
}

const daysIn = (year: number, month: number): number => dayNumber(year, month + 1) - dayNumber(year, month);
const firstDay = (point: Point): DayNumber => dayNumber(point.year, point.month, point.day);
const lastDay = ({ year, month, day }: Point): DayNumber => {
  if (month === undefined) return dayNumber(year, 12, 31);
  return dayNumber(year, month, day ?? daysIn(year, month));
};
const precisionOf = (point: Point): Precision =>
  point.day !== undefined ? 'day' : point.month !== undefined ? 'month' : 'year';

/** The months of a language and how it puts a date together. */
interface DateLanguage {
  readonly circa: string;
  readonly months: readonly string[];
  readonly short: readonly string[];
  /** The month after a day, where the language inflects it. */
  readonly monthsOfDay?: readonly string[];
  readonly day: (day: number) => string;
  readonly order: 'day-month' | 'month-day';
}

const list = (words: string): readonly string[] => words.split(' ');
const plainDay = (day: number): string => String(day);

const english: Omit<DateLanguage, 'order'> = {
  circa: 'c.',
  months: list('January February March April May June July August September October November December'),
  short: list('Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec'),
  day: plainDay,
};

const languages: Readonly<Record<string, DateLanguage>> = {
  en: { ...english, order: 'day-month' },
  'en-us': { ...english, order: 'month-day' },
  it: {
    circa: 'ca.',
    months: list('gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'),
    short: list('gen. feb. mar. apr. mag. giu. lug. ago. set. ott. nov. dic.'),
    day: (day) => (day === 1 ? '1º' : String(day)),
    order: 'day-month',
  },
  de: {
    circa: 'ca.',
    months: list('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
    short: list('Jan. Febr. März April Mai Juni Juli Aug. Sept. Okt. Nov. Dez.'),
    day: (day) => `${day}.`,
    order: 'day-month',
  },
  fr: {
    circa: 'vers',
    months: list('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
    short: list('janv. févr. mars avril mai juin juill. août sept. oct. nov. déc.'),
    day: (day) => (day === 1 ? '1er' : String(day)),
    order: 'day-month',
  },
  ru: {
    circa: 'ок.',
    months: list('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'),
    short: list('янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.'),
    monthsOfDay: list('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
    day: plainDay,
    order: 'day-month',
  },
};

/**
 * A date in words: `2 September 1933`, `c. 1933`, `30 October – 2 November 1933`; months abbreviated in the short form.
 * What is common to both ends of an interval is said once.
 *
 * @param on EDTF; what does not parse comes back as it is
 * @param language BCP 47; a language without a table gets the ISO form, which is right in all of them
 */
export function formatEdtf(on: string, language: string, form: 'long' | 'short' = 'long'): string {
  const points = parsePoints(on);
  const tag = language.toLowerCase();
  const words = languages[tag] ?? languages[tag.split('-')[0] ?? ''];
  if (points === undefined || words === undefined) return on;
  const [from, to] = points;
  return to === undefined ? formatPoint(from, words, form) : formatInterval(from, to, words, form);
}

function formatInterval(from: Point, to: Point, words: DateLanguage, form: 'long' | 'short'): string {
  const first = formatPoint(from, words, form);
  const last = formatPoint(to, words, form);
  if (first === last) return first;
  if (from.circa || to.circa || precisionOf(from) !== precisionOf(to)) return `${first} – ${last}`;
  if (from.year !== to.year || from.month === undefined) return join(first, last);
  if (from.day === undefined) return join(monthName(from, words, form), last);
  const sameMonth = from.month === to.month;
  if (words.order === 'day-month') return join(sameMonth ? words.day(from.day) : dayAndMonth(from, words, form), last);
  return sameMonth ? `${dayAndMonth(from, words, form)}–${to.day}, ${to.year}` : join(dayAndMonth(from, words, form), last);
}

/** A dash after a single word stands close; after several it has a space on either side. */
const join = (from: string, to: string): string => (from.includes(' ') ? `${from} – ${to}` : `${from}–${to}`);

function formatPoint(point: Point, words: DateLanguage, form: 'long' | 'short'): string {
  const circa = point.circa ? `${words.circa} ` : '';
  if (point.month === undefined) return `${circa}${point.year}`;
  if (point.day === undefined) return `${circa}${monthName(point, words, form)} ${point.year}`;
  const comma = words.order === 'month-day' ? ',' : '';
  return `${circa}${dayAndMonth(point, words, form)}${comma} ${point.year}`;
}

function dayAndMonth(point: Point, words: DateLanguage, form: 'long' | 'short'): string {
  const day = words.day(point.day ?? 1);
  const inflected = words.monthsOfDay?.[(point.month ?? 1) - 1];
  const abbreviated = words.short[(point.month ?? 1) - 1] ?? '';
  // A month too short to be abbreviated is inflected like the full name: «2 мая», not «2 май».
  const month = form === 'short' && (inflected === undefined || abbreviated.endsWith('.')) ? abbreviated : (inflected ?? monthName(point, words, 'long'));
  return words.order === 'day-month' ? `${day} ${month}` : `${month} ${day}`;
}

const monthName = (point: Point, words: DateLanguage, form: 'long' | 'short'): string =>
  (form === 'short' ? words.short : words.months)[(point.month ?? 1) - 1] ?? '';
