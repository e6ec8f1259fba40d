/** A book that stays open: after each edit its pages are those of a book laid from nothing, and only what changed is made anew. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Workbench } from '../../dist/print/workbench.js';
import { readStyles } from '../../dist/read/read-styles.js';
import { findFaces } from '../../dist/typeface/faces.js';
import { type Browser, startBrowser } from '../../dist/world/browser.js';
import { machineWorld } from '../../dist/world/machine.js';
import { Findings } from '../../src/diagnostics/diagnostic.js';
import type { Part } from '../../src/model/document.js';
import { config, part } from '../epub/edition.js';
import { calling, names, note, p, pageTo } from './blocks.js';

const { disk, env } = machineWorld();
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser(env);
}, 60_000);
afterAll(() => browser.close());

type Page = Partial<(typeof config)['page']>;
type Revised = Awaited<ReturnType<Workbench['revise']>>;
type Input = Parameters<Workbench['revise']>[0];

async function layIn(bench: Workbench, parts: readonly Part[], page: Page = {}, onProvisional?: (pages: Revised) => void) {
  const findings = new Findings();
  const { print } = await readStyles(disk);
  const input = { config: { ...config, page: { ...config.page, width: 120, height: 60, ...page } }, parts, assets: new Map(), faces: await findFaces(disk), css: print, placeOf: (id: string) => ({ file: id }) };
  const laid: Revised = await bench.revise(input as unknown as Input, findings.report as unknown as Parameters<Workbench['revise']>[1], onProvisional);
  return { ...laid, found: findings.list() };
}

/** What does not tell how it was made. */
const pagesOf = ({ markup, map, found, places }: Awaited<ReturnType<typeof layIn>>) => ({ markup, pages: map.pages, folios: [...map.folios].sort(), found, places });

/** One state of a book after the other; @returns which pages were made anew each time. */
async function layStates(states: readonly (readonly Part[])[], page?: Page): Promise<number[][]> {
  const bench = new Workbench(browser, disk);
  const fresh: number[][] = [];
  for (const parts of states) {
    const cold = new Workbench(browser, disk);
    const warm = await layIn(bench, parts, page);
    expect(pagesOf(warm)).toEqual(pagesOf(await layIn(cold, parts, page)));
    fresh.push([...warm.fresh]);
    await cold.close();
  }
  await bench.close();
  return fresh;
}

const chapter = (id: string, lines: number, more = ''): Part => part({ id, html: `<h1 id="${id}">${id}</h1>${p(id, lines)}${more}` });
const contents = (...ids: string[]): Part => part({ id: 'contents', kind: 'contents', matter: 'front', title: 'Contents', html: ids.map((id) => `<p data-at="c:${id}">${id} ${pageTo(id)}</p>`).join('') });

describe('an edit', () => {
  test('that changes nothing makes no page', async () => {
    const parts = [contents('one', 'two'), chapter('one', 25), chapter('two', 12)];
    expect((await layStates([parts, parts, parts.map((one) => ({ ...one }))]))[2]).toEqual([]);
  });

  test('of a few words makes the pages of its chapter', async () => {
    const [, fresh] = await layStates([[chapter('one', 25), chapter('two', 12)], [chapter('one', 25), chapter('two', 12, '<p data-at="x:1">more</p>')]]);
    expect(fresh).toEqual([3, 4]);
  });

  test('that moves all pages behind it makes the contents, too, and gives the others their folios', async () => {
    const ids = names('part', 6);
    const book = (lines: number): Part[] => [contents(...ids), ...ids.map((id, index) => chapter(id, index === 1 ? lines : 8))];
    const [, grown, back] = await layStates([book(8), book(14), book(8)]);
    // Contents, the two pages of the chapter that grew, and the four behind it; not the chapter before.
    expect([grown?.length, back?.length]).toEqual([7, 6]);
  });

  test('by which chapters open on the other side', async () => {
    await layStates([8, 14, 25, 8].map((lines) => [chapter('one', lines), chapter('two', 33), chapter('three', 27)]));
  });

  test('by which chapters that open on rectos get blank pages before them', async () => {
    await layStates([8, 14, 25, 8].map((lines) => [contents('two', 'three'), chapter('one', lines), chapter('two', 13), chapter('three', 7)]), { chaptersOpen: 'recto' });
  });

  test('that makes a page number wider, so that its line is broken elsewhere', async () => {
    const sentence = (anchor: string): string => `<p data-at="s:1">${names('word', 14).join(' ')} and on page ${pageTo(anchor)} again and again, as was said before in many words</p>`;
    await layStates([60, 72, 84, 96, 60].map((lines) => [part({ id: 'one', html: sentence('end') + p('a', 8) }), chapter('two', lines), chapter('end', 3)]));
  });

  test('that adds what a part far away refers to', async () => {
    const referring = part({ id: 'one', html: `<p data-at="r:1">see ${pageTo('there')}</p>${p('a', 12)}` });
    await layStates([[referring, chapter('two', 12)], [referring, chapter('two', 12, '<p data-at="t:1"><span id="there">there</span></p>')], [referring, chapter('three', 12, '<p data-at="t:1"><span id="there">there</span></p>')]]);
  });

  test('by which a margin no longer holds its notes, and by which it does again', async () => {
    const noted = (keys: readonly string[]): Part => {
      const whole = part({ id: 'one', html: `${p('a', 2)}${keys.map((key, index) => calling(key, 1, index + 1, key)).join('')}${p('b', 12)}`, notes: Object.fromEntries(keys.map((key) => [key, note(4, key)])) });
      return { ...whole, notes: whole.notes.map((one) => ({ ...one, isMarginal: true as const })) };
    };
    const margins = { notes: 'margin', margins: { outer: 40 } } as Page;
    await layStates([['a1', 'b1'], ['a1', 'b1', 'c1', 'd1'], ['a1']].map((keys) => [noted(keys), chapter('two', 5)]), margins);
  });

  test('that drops, adds and moves chapters', async () => {
    const [one, two, three] = [chapter('one', 12), chapter('two', 25), chapter('three', 9)];
    await layStates([[contents('one', 'two'), one, two], [contents('two'), two], [contents('three', 'two', 'one'), three, two, one]]);
  });

  test('that numbers the lines of a document, and takes them away', async () => {
    const document = (lines: number, more = ''): Part => part({ id: 'one', html: `<section class="document"${more} data-at="d:0">${p('d', lines)}</section>${p('e', 9)}` });
    await layStates([document(22), document(22, ' data-numbers="5"'), document(24, ' data-numbers="5"'), document(24)].map((one) => [chapter('zero', 11), one]));
  });
});

test('an edit that turns very many pages over is shown first, and the others as they were', async () => {
  const bench = new Workbench(browser, disk);
  const ids = names('part', 8);
  const book = (lines: number): Part[] => [contents(...ids), ...ids.map((id, index) => chapter(id, index === 1 ? lines : 133))];
  const first = await layIn(bench, book(8));
  const provisional: Revised[] = [];
  const last = await layIn(bench, book(14), {}, (pages) => provisional.push(pages));
  const cold = new Workbench(browser, disk);
  expect(pagesOf(last)).toEqual(pagesOf(await layIn(cold, book(14))));
  expect(provisional).toHaveLength(1);
  const grown = last.markup.findIndex((markup) => markup.includes('part214'));
  expect(provisional[0]?.markup[grown]).toBe(last.markup[grown]);
  // The contents are older by one edit for a moment; folios never are.
  expect(provisional[0]?.markup[0]).toBe(first.markup[0]);
  expect(provisional[0]?.map.pages.map(({ folio }) => folio)).toEqual(last.map.pages.map(({ folio }) => folio));
  await Promise.all([bench.close(), cold.close()]);
});

test('a new name for the state of the text makes its page anew, and is no change', async () => {
  const bench = new Workbench(browser, disk);
  const imprint = (state: string): Part => part({ id: 'imprint', kind: 'imprint', matter: 'front', html: `<section class="imprint"><p data-at="i:0">Printed by hand.</p><p class="text-state">State of the text: ${state}</p></section>` });
  await layIn(bench, [imprint('0a1b'), chapter('one', 5)]);
  const { fresh, changed } = await layIn(bench, [imprint('2c3d'), chapter('one', 5)]);
  expect([fresh, changed]).toEqual([[0], []]);
  await bench.close();
});

test('another size of page lays everything anew', async () => {
  const bench = new Workbench(browser, disk);
  const parts = [contents('one'), chapter('one', 25)];
  await layIn(bench, parts);
  const other = await layIn(bench, parts, { width: 100 });
  expect(pagesOf(other)).toEqual(pagesOf(await layIn(new Workbench(browser, disk), parts, { width: 100 })));
  expect(other.fresh).toHaveLength(other.markup.length);
});
