/** A book that uses every construct, read as its readers would: by day, by night, in large letters, on a small telephone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oneOfEverything } from '../e2e/shared-books.js';
import { lookAt } from './look-at.js';
import { browser, phone, Reader, smallPhone, whyNot } from './open-reader.js';

describe.skipIf(!browser)(`a book with one of everything${whyNot}`, { timeout: 120_000 }, () => {
  let reader: Reader;
  const sectionOf = (name: string): number => reader.contents.sections.findIndex((path) => path.endsWith(`/${name}.xhtml`));

  beforeAll(async () => {
    const { outputs, findings } = await oneOfEverything('standard');
    expect(findings).toEqual([]);
    reader = await Reader.open('everything', outputs[0]?.bytes ?? new Uint8Array());
  }, 120_000);
  afterAll(() => reader.close());

  test('is drawn: every word, line, letter of a formula and picture is ink on the page, by day and by night', async () => {
    const { unseen, seen } = await lookAt(reader);
    expect(unseen).toEqual([]);
    for (const [kind, least] of [['text', 200], ['label', 50], ['shape', 50], ['border', 20], ['picture', 4], ['formula', 30]] as const) expect({ kind, count: seen.get(kind) }).toEqual({ kind, count: expect.toSatisfy((count: number) => count >= least) });
  });

  describe.each([
    ['a telephone', phone, ''],
    ['a small telephone in letters twice as large', smallPhone, 'html { font-size: 200% }'],
    ['a tablet', { width: 800, height: 1000 }, ''],
  ])('on %s', (_name, screen, css) => {
    test('nothing is wider than the screen', async () => {
      await reader.do('scrolled', true);
      await reader.resize(screen);
      await reader.do('wear', { css });
      const wide: string[] = [];
      for (const [section, path] of reader.contents.sections.entries()) {
        await reader.goTo(section);
        wide.push(...(await reader.do<string[]>('wide')).map((what) => `${path}: ${what}`));
      }
      await reader.do('wear', {});
      expect(wide).toEqual([]);
    });
  });

  test('has its letters from its own fonts', async () => {
    await reader.goTo(sectionOf('figures'));
    const faces = await reader.do<{ family: string; status: string }[]>('fonts');
    expect(faces.filter(({ status }) => status === 'error')).toEqual([]);
    const loaded = faces.filter(({ status }) => status === 'loaded').map(({ family }) => family);
    for (const family of ['EB Garamond', 'Source Sans 3', 'STIX Two Math']) expect(loaded).toContain(family);
    for (const family of ['EB Garamond', 'Source Sans 3']) {
      const { own, other } = await reader.do<{ own: number; other: number }>('widths', family, 'Days on the road');
      expect(Math.abs(own - other), family).toBeGreaterThan(10);
    }
  });

  describe('opens in place', () => {
    test.each([
      ['a note', 'sup.call a', 0, /^1\.\s+A note with marks, a source \(Rossi 1919, 9\)/],
      ['a note with a list', 'sup.call a', 1, /^2\.\s+The long note begins here\.\s*and has a list\s*of two items/],
      ['a comment', 'sup.comment-call a', 0, /A phrase of sermons/],
      ['a term', 'a.mention.terms', 0, /toll: A price with a gate in front of it\./],
      ['a term in another language', 'a.mention.terms', 1, /полпред: Soviet title for an ambassador\./],
      ['a person', 'a.mention.people', 0, /Anna Rossi \(1874–c\. 1946\): historian of roads/],
      ['a place', 'a.mention.places', 0, /Genoa: The port that the salt came through\./],
      ['an abbreviation', 'a.mention.abbreviations', 0, /TASS: Telegraph Agency of the Soviet Union/],
    ])('%s', async (_name, selector, nth, words) => {
      await reader.do('scrolled', false);
      await reader.resize(phone);
      await reader.goTo(sectionOf('text'));
      await reader.do('touch', selector, nth);
      const popup = await reader.do<{ type: string; text: string; height: number } | undefined>('popup');
      expect(popup).toMatchObject({ type: 'footnote', text: expect.stringMatching(words) });
      expect(popup?.height).toBeGreaterThan(10);
    });

    test('what leads back to its words', async () => {
      await reader.goTo(sectionOf('text'));
      for (let nth = 0; nth < 8; nth++) {
        const back = await reader.do<{ href: string } | undefined>('follow', '.note-back', nth);
        expect({ back, isThere: await reader.do('isVisible', back?.href.slice(1)) }).toEqual({ back: expect.anything(), isThere: true });
      }
    });
  });

  test('makes the reader complain of nothing', () => {
    expect(reader.errors).toEqual([]);
  });
});
