/**
 * Dates of a source that cannot be: a month or day that no calendar has, a range that ends before it begins, a year after the
 * edition that cites it. Each fault is said as the end of a sentence about the entry.
 *
 * Not here: dates that could not be read at all, which print as they are written (cite/read-date.ts).
 */
import type { CslDate, CslItem } from './csl.js';
import { daysIn } from './read-date.js';

const named: Readonly<Record<string, string>> = {
  issued: 'the date',
  accessed: 'the date of access',
  'event-date': 'the date of the event',
  'original-date': 'the original date',
  submitted: 'the date of submission',
};

/** @param edition the year in which the citing book appears, when it is known */
export function dateFaults(item: CslItem, edition: number | undefined): string[] {
  return Object.entries(named).flatMap(([variable, name]) => {
    const points = pointsOf(item[variable] as CslDate | undefined);
    const impossible = points.flatMap((point) => impossibility(point) ?? []);
    if (impossible.length > 0) return impossible.map((fault) => `has ${name} ${points.map(spell).join('/')}, but ${fault}`);
    const [first, last] = points;
    if (first && last && isBefore(last, first)) return [`has ${name} ${points.map(spell).join('/')}, which ends before it begins`];
    // What is announced has a date to come.
    const isAnnounced = variable === 'issued' && item['status'] !== undefined;
    const year = (last ?? first)?.[0];
    if (edition !== undefined && year !== undefined && year > edition && !isAnnounced) return [`has ${name} ${points.map(spell).join('/')}, but the edition is of ${edition}`];
    return [];
  });
}

/** Year, month, day, as far as known. */
type Point = readonly number[];

/** Without the zeros that `evenRange` fills up with: an open end is none. */
function pointsOf(date: CslDate | undefined): Point[] {
  const parts: unknown = date?.['date-parts'];
  if (!Array.isArray(parts)) return [];
  return parts.filter(Array.isArray).map((point: unknown[]) => point.map(Number)).map((point) => point.slice(0, point.findLastIndex((part) => part !== 0) + 1)).filter(({ length }) => length > 0);
}

function impossibility([year = 0, month, day]: Point): string | undefined {
  // 21 to 41 are seasons, quarters and their like (EDTF level 2).
  const isSeason = month !== undefined && month >= 21 && month <= 41 && day === undefined;
  if (month === undefined || isSeason) return undefined;
  if (!(month >= 1 && month <= 12)) return `there is no month ${month}`;
  if (day !== undefined && !(day >= 1 && day <= daysIn(year, month))) return `that month has ${daysIn(year, month)} days`;
  return undefined;
}

/** As far as both are known. */
function isBefore(a: Point, b: Point): boolean {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined || part !== other) return other !== undefined && part < other;
  }
  return false;
}

/** `1933-02-31` */
const spell = (point: Point): string => point.map((part, index) => String(part).padStart(index === 0 ? 1 : 2, '0')).join('-');

/** The year of a source, the first of a range. */
export const yearOf = (item: CslItem): number | undefined => pointsOf(item.issued)[0]?.[0];

/** Whether two sources can be of one date: as far as both say. */
export function sameDate(a: CslItem, b: CslItem): boolean {
  const [one, other] = [pointsOf(a.issued)[0] ?? [], pointsOf(b.issued)[0] ?? []];
  return one.every((part, index) => other[index] === undefined || other[index] === part);
}
