import { configFile, type BookConfig } from '../model/book.js';
import type { Context } from '../model/context.js';

/** 31 December 9999, the last day that an EPUB can name. */
const lastSecond = 253_402_300_799;

/**
 * When the edition was last modified, as an EPUB says it: `2026-11-22T10:20:30Z`.
 *
 * `SOURCE_DATE_EPOCH` decides, else the newest commit of the book folder, else the edition's date, else 1980, the beginning of zip's
 * time: never the clock, so that the same sources give the same bytes.
 * Version control is asked when the answer is. Reports b-010. Source: EPUB 3.3, last modified date; reproducible-builds.org, SOURCE_DATE_EPOCH.
 */
export function readModified({ date }: BookConfig, { world, folder, report }: Context): () => Promise<string> {
  const asked = world.env('SOURCE_DATE_EPOCH') ?? '';
  if (asked !== '') {
    if (/^\d{1,12}$/.test(asked) && Number(asked) <= lastSecond) return async () => dateTime(Number(asked));
    report('b-010', { file: configFile }, `the variable SOURCE_DATE_EPOCH is “${asked}”, which is no moment in time`, 'it is a whole number of seconds since the beginning of 1970, as `date +%s` or `git log -1 --format=%ct` print it', 'without it, the EPUB takes the date from git or from `date`');
  }
  return async () => {
    const changed = asked === '' ? await world.lastChange(folder) : undefined;
    return changed === undefined ? `${date ?? '1980-01-01'}T00:00:00Z` : dateTime(changed);
  };
}

const dateTime = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
