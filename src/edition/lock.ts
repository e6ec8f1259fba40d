/**
 * Writes and reads an edition as `edition.lock`: a line of JSON for the edition, for each one before it, each page and each number,
 * so that what differs between two editions differs by lines.
 *
 * Reports b-015. Pure but for that. The same edition gives the same bytes.
 */
import { z } from 'zod';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Edition } from './edition.js';

/** Of the form; a new number when a key changes its meaning or goes. */
const form = 1;

const text = z.string();
const count = z.number().int().min(0);
const digests = z.string().transform((list) => (list === '' ? [] : list.split(' ')));
const edition = z.object({ lock: z.literal(form), edition: count.min(1), date: text.optional(), source: text, area: text, pages: count });
const former = z.object({ edition: count.min(1), date: text.optional(), source: text, pages: count });
const page = z.object({ page: text, part: text, letters: count.optional(), before: text.default(''), begins: text.default(''), lacks: count.default(0), words: text, numbers: text, blocks: digests.default([]), notes: digests.default([]) });
const number = z.object({ number: text, kind: text, of: text });

export function writeLock({ number: own, date, source, area, pageCount, former: earlier, pages, numbers }: Edition): string {
  const lines = [
    { lock: form, edition: own, date, source, area, pages: pageCount },
    ...earlier.map((one) => ({ edition: one.number, date: one.date, source: one.source, pages: one.pageCount })),
    ...pages.map(({ folio, part, letters, before, begins, lacks, words, numbers: among, blocks, notes }) => ({
      page: folio,
      part,
      letters,
      before: orNothing(before),
      begins: orNothing(begins),
      lacks: lacks === 0 ? undefined : lacks,
      words,
      numbers: among,
      blocks: orNothing(blocks.join(' ')),
      notes: orNothing(notes.join(' ')),
    })),
    ...numbers.map(({ anchor, kind, number: value }) => ({ number: value, kind, of: anchor })),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

const orNothing = (value: string): string | undefined => (value === '' ? undefined : value);

export function readLock(content: string, file: string, report: Report): Edition | undefined {
  const lines = content.split(/\r?\n/);
  const fail = (line: number, fact: string, hint = remedy): undefined => void report('b-015', { file, line: line + 1 }, fact, hint);
  let head: z.output<typeof edition> | undefined;
  const earlier: Edition['former'][number][] = [];
  const pages: Edition['pages'][number][] = [];
  const numbers: Edition['numbers'][number][] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const value = parse(line);
    if (value === undefined) return /^(?:<{7}|={7}|>{7})/.test(line) ? fail(index, 'the recorded edition has a conflict in it: two versions of it were merged', 'take one of the two as a whole: an edition is what was printed') : fail(index, 'the recorded edition cannot be read: this line is no JSON');
    if (!head) {
      if (typeof value['lock'] === 'number' && value['lock'] > form) return fail(index, `the edition was recorded by a later Octavo: in form ${value['lock']}, and this one knows ${form}`, 'build with the Octavo that recorded it, or a later one');
      head = edition.safeParse(value).data;
      if (!head) return fail(index, 'the recorded edition cannot be read: its first line does not say which edition it is');
      continue;
    }
    const [asPage, asNumber, asFormer] = ['page' in value ? page.safeParse(value).data : undefined, 'of' in value ? number.safeParse(value).data : undefined, 'edition' in value ? former.safeParse(value).data : undefined];
    if (asPage) {
      const { page: folio, letters, ...rest } = asPage;
      pages.push({ ...rest, folio, ...(letters !== undefined && { letters }) });
    } else if (asNumber) numbers.push({ anchor: asNumber.of, kind: asNumber.kind, number: asNumber.number });
    else if (asFormer) earlier.push({ number: asFormer.edition, ...(asFormer.date !== undefined && { date: asFormer.date }), source: asFormer.source, pageCount: asFormer.pages });
    else return fail(index, 'the recorded edition cannot be read: this line is no edition, no page and no number');
  }
  if (!head) return fail(0, 'the recorded edition cannot be read: the file is empty');
  const { edition: own, date, source, area, pages: pageCount } = head;
  return { number: own, ...(date !== undefined && { date }), source, area, pageCount, former: earlier, pages, numbers };
}

const remedy = 'nobody but Octavo writes this file: take it from your version control again, or delete it and record the edition anew';

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}
