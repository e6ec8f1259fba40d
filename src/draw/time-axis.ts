/** Calendar marks along an axis of days: years, or months where a year is wide enough. */
import { formatEdtf, dayNumber, type DayNumber } from '../model/edtf.js';
import type { Px } from '../model/unit.js';

export interface CalendarTick {
  readonly day: DayNumber;
  readonly label: string;
}

const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 300, 600, 1200, 2400, 6000, 12000] as const;
const averageMonth = 365.2425 / 12;

/**
 * The first days of years or months, as many as the axis has room to name.
 *
 * @param finest months between two marks at least: 12 shows years only
 * @param room the least distance between two marks, px, by the words that would stand there
 */
export function calendarTicks(start: DayNumber, end: DayNumber, length: Px, finest: 1 | 12, room: (label: string) => Px, language: string): readonly CalendarTick[] {
  const pxPerMonth = (length / Math.max(1, end - start)) * averageMonth;
  const sample = (step: number): string => (step < 12 ? formatEdtf('1888-09', language, 'short') : '1888');
  const step = monthSteps.find((months) => months >= finest && months * pxPerMonth >= room(sample(months))) ?? 12000;
  const first = new Date(start * 86_400_000).getUTCFullYear();
  const ticks: CalendarTick[] = [];
  for (let month = Math.floor((first * 12) / step) * step; ; month += step) {
    const year = Math.floor(month / 12);
    const day = dayNumber(year, (month % 12) + 1);
    if (day > end) return ticks;
    if (day < start) continue;
    const name = String(year).padStart(4, '0');
    ticks.push({ day, label: step < 12 ? formatEdtf(`${name}-${String((month % 12) + 1).padStart(2, '0')}`, language, 'short') : String(year) });
  }
}

export const yearOf = (day: DayNumber): number => new Date(day * 86_400_000).getUTCFullYear();
