/**
 * Dates as the manuscript gives them: EDTF level 0 and the part of level 1 that historians of dated papers need.
 *
 * Read: `1933`, `1933-09`, `1933-09-02`, `1933-21` (spring; 22 to 24 are the other seasons), `193X` (the thirties), `19XX` (the
 * century), each perhaps with `~` (circa), `?` (uncertain) or `%` (both); two of them as an interval `a/b`, of which one may be
 * `..` (open).
 * Refused, so that nothing is half understood: days that no calendar has, intervals that run backwards, times of day, other `X`,
 * years outside 0001 to 9999. All dates are Gregorian; seasons are those of the northern hemisphere, in whole months.
 * Not here: what a finding says about a refused date, dates of sources (cite/read-date.ts).
 */
import { calendarWords, type CalendarWords } from './calendar-words.js';

declare const brand: unique symbol;

/** Whole days since 1 January 1970; infinite at an open end. */
export type DayNumber = number & { readonly [brand]?: 'day' };

/** From fine to coarse. */
const precisions = ['day', 'month', 'season', 'year', 'decade', 'century'] as const;
export type Precision = (typeof precisions)[number];

export interface EdtfDate {
  readonly start: DayNumber;
  /** The last day that is meant, itself included: a year ends on its 31 December. */
  readonly end: DayNumber;
  /** Of an interval: the coarser of its two ends. */
  readonly precision: Precision;
  readonly circa: boolean;
  readonly isUncertain: boolean;
}

/** One date without a slash; `month` and `day` count from 1 and are absent when not given. */
interface Point {
  /** The first that is meant. */
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** From 0, spring. */
  readonly season?: number;
  /** Of the year that is written with `X`. */
  readonly span?: 10 | 100;
  readonly circa: boolean;
  readonly isUncertain: boolean;
}

type End = Point | 'open';

export const dateForms = 'write 1933, 1933-09, 1933-09-02, 193X or 1933-21 (spring), or two of them with a slash between, one perhaps `..`; `~` after it for circa, `?` for uncertain';

export function dayNumber(year: number, month = 1, day = 1): DayNumber {
  return new Date(0).setUTCFullYear(year, month - 1, day) / 86_400_000;
}

export function parseEdtf(text: string): EdtfDate | undefined {
  const ends = parseEnds(text);
  if (ends === undefined) return undefined;
  const [first, last = first] = ends;
  const points = [first, last].filter((end) => end !== 'open');
  return {
    start: first === 'open' ? -Infinity : firstDay(first),
    end: last === 'open' ? Infinity : lastDay(last),
    precision: precisions[Math.max(...points.map((point) => precisions.indexOf(precisionOf(point))))] ?? 'day',
    circa: points.some((point) => point.circa),
    isUncertain: points.some((point) => point.isUncertain),
  };
}

/** A date both ends of which can stand on an axis. */
export function parseBounded(text: string): EdtfDate | undefined {
  const date = parseEdtf(text);
  return date && Number.isFinite(date.end - date.start) ? date : undefined;
}

/** The order of a chronology: by the beginning, a longer date before those within it. */
export function compareDates(a: EdtfDate, b: EdtfDate): number {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  return a.end === b.end ? 0 : a.end > b.end ? -1 : 1;
}

function parseEnds(text: string): readonly [End, End?] | undefined {
  const [from = '', to, ...rest] = text.trim().split('/');
  const first = to !== undefined && from === '..' ? 'open' : parsePoint(from);
  if (first === undefined || rest.length > 0) return undefined;
  if (to === undefined) return [first];
  const last = to === '..' ? 'open' : parsePoint(to);
  if (last === undefined || (first === 'open' && last === 'open')) return undefined;
  if (first !== 'open' && last !== 'open' && (firstDay(last) < firstDay(first) || lastDay(last) < lastDay(first))) return undefined;
  return [first, last];
}

function parsePoint(text: string): Point | undefined {
  const match = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/.exec(text);
  if (!match) return undefined;
  const [, yearText = '', monthText, dayText, mark = ''] = match;
  const unknown = yearText.split('X').length - 1;
  const year = Number(yearText.replaceAll('X', '0'));
  const marks = { circa: mark === '~' || mark === '%', isUncertain: mark === '?' || mark === '%' };
  if (unknown > 0) return monthText === undefined ? { year, span: unknown === 1 ? 10 : 100, ...marks } : undefined;
  if (year === 0) return undefined;
  if (monthText === undefined) return { year, ...marks };
  const month = Number(monthText);
  if (month >= 21 && month <= 24 && dayText === undefined) return { year, season: month - 21, ...marks };
  if (month < 1 || month > 12) return undefined;
  if (dayText === undefined) return { year, month, ...marks };
  const day = Number(dayText);
  if (day < 1 || day > daysIn(year, month)) return undefined;
  return { year, month, day, ...marks };
}

const daysIn = (year: number, month: number): number => dayNumber(year, month + 1) - dayNumber(year, month);

/** Spring begins on 1 March, winter ends in the February of the next year. */
function firstDay({ year, month, day, season }: Point): DayNumber {
  return dayNumber(year, season === undefined ? month : 3 + 3 * season, day);
}

function lastDay({ year, month, day, season, span }: Point): DayNumber {
  if (season !== undefined) return dayNumber(year, 6 + 3 * season) - 1;
  if (month === undefined) return dayNumber(year + (span ?? 1) - 1, 12, 31);
  return dayNumber(year, month, day ?? daysIn(year, month));
}

const precisionOf = ({ day, month, season, span }: Point): Precision =>
  day !== undefined ? 'day' : month !== undefined ? 'month' : season !== undefined ? 'season' : span === undefined ? 'year' : span === 10 ? 'decade' : 'century';

/**
 * A date in words: `2 September 1933`, `c. 1933`, `30 October – 2 November 1933`, `1990–` (open), `1933 (?)`; months abbreviated in
 * the short form. What is common to both ends of an interval is said once.
 *
 * @param on EDTF; what does not parse comes back as it is
 * @param language BCP 47; a language without a table gets the ISO form
 */
export function formatEdtf(on: string, language: string, form: 'long' | 'short' = 'long'): string {
  const ends = parseEnds(on);
  const words = calendarWords(language);
  if (ends === undefined || words === undefined) return on;
  const [from, to] = ends;
  if (from === 'open') return to === undefined || to === 'open' ? on : openRange('', formatPoint(to, words, form));
  if (to === undefined) return formatPoint(from, words, form);
  return to === 'open' ? openRange(formatPoint(from, words, form), '') : formatInterval(from, to, words, form);
}

const openRange = (from: string, to: string): string => (/ /.test(from + to) ? `${from} – ${to}`.trim() : `${from}–${to}`);

function formatInterval(from: Point, to: Point, words: CalendarWords, form: 'long' | 'short'): string {
  const first = formatPoint(from, words, form);
  const last = formatPoint(to, words, form);
  if (first === last) return first;
  const isMarked = [from, to].some((point) => point.circa || point.isUncertain || point.season !== undefined || point.span !== undefined);
  if (isMarked || precisionOf(from) !== precisionOf(to)) return `${first} – ${last}`;
  if (from.year !== to.year || from.month === undefined) return join(first, last);
  if (from.day === undefined) return join(monthName(from, words, form), last);
  const sameMonth = from.month === to.month;
  if (words.order === 'day-month') return join(sameMonth ? words.day(from.day) : dayAndMonth(from, words, form), last);
  return sameMonth ? `${dayAndMonth(from, words, form)}–${to.day}, ${to.year}` : join(dayAndMonth(from, words, form), last);
}

/** A dash after a single word stands close; after several it has a space on either side. */
const join = (from: string, to: string): string => (from.includes(' ') ? `${from} – ${to}` : `${from}–${to}`);

function formatPoint(point: Point, words: CalendarWords, form: 'long' | 'short'): string {
  return `${point.circa ? `${words.circa} ` : ''}${bare(point, words, form)}${point.isUncertain ? ' (?)' : ''}`;
}

function bare(point: Point, words: CalendarWords, form: 'long' | 'short'): string {
  if (point.span === 10) return words.decade(point.year);
  if (point.span === 100) return words.century(point.year / 100 + 1);
  if (point.season !== undefined) return `${words.seasons[point.season] ?? ''} ${point.year}`;
  if (point.month === undefined) return String(point.year);
  if (point.day === undefined) return `${monthName(point, words, form)} ${point.year}`;
  return `${dayAndMonth(point, words, form)}${words.order === 'month-day' ? ',' : ''} ${point.year}`;
}

function dayAndMonth(point: Point, words: CalendarWords, form: 'long' | 'short'): string {
  const day = words.day(point.day ?? 1);
  const inflected = words.monthsOfDay?.[(point.month ?? 1) - 1];
  const abbreviated = words.short[(point.month ?? 1) - 1] ?? '';
  // A month too short to be abbreviated is inflected like the full name: «2 мая», not «2 май».
  const month = form === 'short' && (inflected === undefined || abbreviated.endsWith('.')) ? abbreviated : (inflected ?? monthName(point, words, 'long'));
  return words.order === 'day-month' ? `${day} ${month}` : `${month} ${day}`;
}

const monthName = (point: Point, words: CalendarWords, form: 'long' | 'short'): string =>
  (form === 'short' ? words.short : words.months)[(point.month ?? 1) - 1] ?? '';
