/** The record of an edition as a file: what is written is read again, and what is wrong with it is told. */
import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/diagnostic.js';
import type { Edition, RecordedPage } from '../../src/edition/edition.js';
import { findEdition } from '../../src/edition/find-edition.js';
import { readLock, writeLock } from '../../src/edition/lock.js';
import { readConfig } from '../../src/read/read-config.js';
import { memoryWorld } from '../../src/world/memory.js';

const page = (folio: string, rest: Partial<RecordedPage> = {}): RecordedPage => ({ folio, part: 'thaw', letters: 0, before: '', begins: '', lacks: 0, words: `w${folio}`, numbers: 'n', blocks: [], notes: [], ...rest });
const edition: Edition = {
  number: 3,
  date: '2026-11-22',
  source: 'abc',
  area: '424x630',
  pageCount: 3,
  former: [{ number: 1, source: 'old', pageCount: 2 }, { number: 2, date: '2025-10-01', source: 'older', pageCount: 2 }],
  pages: [page('i'), page('1', { letters: 12, before: 'they “met”', begins: 'in Rome', lacks: 2, blocks: ['a', 'b'], notes: ['c'] }), { ...page('2'), letters: 0 }],
  numbers: [{ anchor: 'fig-map', kind: 'figure', number: '3.1' }],
};
const read = (text: string) => {
  const findings = new Findings();
  return { edition: readLock(text, 'edition.lock', findings.report), told: findings.list().map(({ code, place, message }) => `${code} ${place.line ?? ''} ${message}`) };
};

test('what is written is read again', () => expect(read(writeLock(edition))).toEqual({ edition, told: [] }));

test('each page is a line, so that what differs shows as lines', () => {
  const [one, other] = [edition, { ...edition, pages: edition.pages.with(1, page('1', { words: 'other' })) }].map((state) => writeLock(state).split('\n'));
  expect(one?.filter((line, index) => line !== other?.[index])).toHaveLength(1);
});

test('a page that begins with no text of its own stays one', () => {
  const { letters: _, ...bare } = page('4');
  expect(read(writeLock({ ...edition, pages: [bare] })).edition?.pages).toEqual([bare]);
});

test('line ends of another system make no difference', () => expect(read(writeLock(edition).replaceAll('\n', '\r\n')).edition).toEqual(edition));

describe('what cannot be read', () => {
  const whole = writeLock(edition);
  const cases: [name: string, text: string, told: string][] = [
    ['an empty file', '', 'b-015 1 the recorded edition cannot be read: the file is empty'],
    ['two versions that were merged', `<<<<<<< HEAD\n${whole}=======\n${whole}>>>>>>> other\n`, 'b-015 1 the recorded edition has a conflict in it: two versions of it were merged'],
    ['a line that was cut off', whole.slice(0, whole.length - 12), `b-015 ${whole.trimEnd().split('\n').length} the recorded edition cannot be read: this line is no JSON`],
    ['a first line that names no edition', whole.slice(whole.indexOf('\n') + 1), 'b-015 1 the recorded edition cannot be read: its first line does not say which edition it is'],
    ['a line of something else', `${whole}{"chapter": 3}\n`, `b-015 ${whole.trimEnd().split('\n').length + 1} the recorded edition cannot be read: this line is no edition, no page and no number`],
    ['a later form', whole.replace('"lock":1', '"lock":9'), 'b-015 1 the edition was recorded by a later Octavo: in form 9, and this one knows 1'],
  ];
  test.each(cases)('%s', (_, text, told) => expect(read(text)).toEqual({ edition: undefined, told: [told] }));
});

describe('whether the pages are kept', () => {
  const find = async (yaml: string, lock?: Edition, name = 'edition.lock') => {
    const findings = new Findings();
    const files = { 'book/book.yaml': `title: T\nlanguage: en-GB\nchapters: [a.md]\n${yaml}`, 'book/a.md': '# A\n', ...(lock && { [`book/${name}`]: writeLock(lock) }) };
    const context = { world: memoryWorld(files), folder: 'book', report: findings.report };
    const config = await readConfig(context);
    if (!config) throw new Error('the config cannot be read');
    return { found: await findEdition(config, context), told: findings.list().map(({ code, message }) => `${code} ${message}`) };
  };

  test('not unless book.yaml asks for it', async () => expect(await find('', edition)).toEqual({ found: { edition, isKept: false }, told: [] }));
  test('if it does', async () => expect(await find('pages: stable', edition)).toEqual({ found: { edition, isKept: true }, told: [] }));
  test('nothing is said of a book without an edition', async () => expect(await find('')).toEqual({ found: undefined, told: [] }));
  test('without an edition there is nothing to keep', async () => expect((await find('pages: stable')).told).toEqual(['b-016 `pages: stable` has no effect: there is no `edition.lock` that records the pages of an edition']));
  test('each audience has its own', async () => {
    expect((await find('pages: stable\naudience: teacher', edition)).told[0]).toContain('`edition-teacher.lock`');
    expect((await find('pages: stable\naudience: teacher', edition, 'edition-teacher.lock')).found?.isKept).toBe(true);
  });
  test('not on pages of another size', async () => {
    const { found, told } = await find('pages: stable\npage: {size: A6}', edition);
    expect(found?.isKept).toBe(false);
    expect(told).toEqual([expect.stringMatching(/^b-017 .* and was 424x630 px in edition 3$/)]);
  });
});
