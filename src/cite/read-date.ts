/**
 * Says in CSL's form when something was published, from what BibLaTeX, RIS and CSL-YAML write: EDTF levels 0 and 1, and the
 * years that authors type.
 *
 * Out: CSL dates that the citation engine can take: both ends of a range of one precision, 1 BC as -1.
 * Not here: how a date prints (the style), dates of a timeline (model/edtf.ts).
 */
import type { CslDate } from './csl.js';

interface Point {
  readonly parts: readonly number[];
  readonly circa: boolean;
  /** The other end, where digits are left open: `193X`. */
  readonly last?: readonly number[];
}

/** A date of which one knows that it is not known. */
export const noDate = 'no date';

/**
 * @returns `noDate` for `unknown`; undefined when it is no date
 */
export function readDate(written: string): CslDate | typeof noDate | undefined {
  const text = written.trim().replace(/^(?:c|ca|circa)\.?\s+(?=\d)/i, '~');
  if (/^(?:unknown|\.\.)?$/.test(text)) return noDate;
  const [from = '', to, ...rest] = (/^~?\d{4}\s*(?:--?|–)\s*\d{4}$/.test(text) ? text.replace(/\s*(?:--?|–)\s*/, '/') : text).split('/');
  if (rest.length > 0) return undefined;
  const start = isOpen(from) ? undefined : readPoint(from);
  if (start === undefined && !isOpen(from)) return undefined;
  if (to === undefined) return start && cslDate(start.parts, start.last, start.circa);
  const end = isOpen(to) ? undefined : readPoint(to);
  if (end === undefined && !isOpen(to)) return undefined;
  if (start === undefined) return end === undefined ? noDate : { literal: `–${end.parts.join('-')}` };
  return cslDate(start.parts, end === undefined ? [0] : (end.last ?? end.parts), start.circa || end?.circa === true);
}

/** The engine stops the whole program at a range whose ends differ in precision: what one of them lacks is 0. */
export function evenRange(date: CslDate): CslDate {
  const [start, end] = date['date-parts'] ?? [];
  if (start === undefined || end === undefined || start.length === end.length) return date;
  const length = Math.max(start.length, end.length);
  return { ...date, 'date-parts': [start, end].map((parts) => [...parts, ...Array<number>(length - parts.length).fill(0)]) };
}

const cslDate = (start: readonly number[], end: readonly number[] | undefined, circa: boolean): CslDate =>
  evenRange({ 'date-parts': end === undefined ? [start] : [start, end], ...(circa && { circa }) });

const isOpen = (text: string): boolean => text === '' || text === '..' || text === 'unknown';

const point = /^(~?)(Y-?\d{5,}|-?\d\d(?:XX|\dX|\d\d))(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T[\d:.+Z-]*)?([~?%]?)$/;

function readPoint(text: string): Point | undefined {
  const [, before, yearText = '', monthText, dayText, mark] = point.exec(text) ?? [];
  if (yearText === '') return undefined;
  const circa = before === '~' || (mark !== undefined && mark !== '');
  const [year, last] = ['0', '9'].map((digit) => commonEra(Number(yearText.replace('Y', '').replaceAll('X', digit)))) as [number, number];
  if (year !== last) return { parts: [year], last: [last], circa };
  if (monthText === undefined || monthText === 'XX') return { parts: [year], circa };
  const month = Number(monthText);
  // 21 to 24 are the seasons.
  if (month < 1 || month > 24 || (month > 12 && month < 21)) return undefined;
  if (dayText === undefined || dayText === 'XX') return { parts: [year, month], circa };
  const day = Number(dayText);
  return month <= 12 && day >= 1 && day <= daysIn(Number(yearText), month) ? { parts: [year, month, day], circa } : undefined;
}

/** EDTF has a year 0, as astronomers do; CSL and historians go from 1 BC to AD 1. */
const commonEra = (year: number): number => (year <= 0 ? year - 1 : year);

/** By the Julian calendar as long as some country dated its papers by it: 29 February 1900 was a day in Russia. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year < 1924 || year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
