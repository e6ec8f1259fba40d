/** An edition's pages, recorded from the pages of the browser and kept after edits: seven lines a page, and room for one more below. */
import { describe, expect, test } from 'vitest';
import type { RecordedPage } from '../../src/edition/edition.js';
import { findBreaks } from '../../src/edition/find-breaks.js';
import { recordEdition } from '../../src/edition/record-edition.js';
import type { Part, Resolved } from '../../src/model/document.js';
import { config, part } from '../epub/edition.js';
import { type Laid, sharedPress } from './lay.js';

const { layParts } = sharedPress();
const page = { margins: { bottom: 20 } };

/** Blocks at ids that shift with every edit before them. */
function chapter(...blocks: string[]): Part {
  let offset = 0;
  const html = blocks.map((block) => {
    const at = `one:${offset}`;
    offset += block.length;
    return block.replace('>', ` data-at="${at}">`);
  });
  return part({ id: 'one', html: html.join(''), notes: blocks.join().includes('data-note="n-a"') ? { a: '<p>A note.</p>' } : {} });
}

function record(whole: Part, { printed }: Laid): readonly RecordedPage[] {
  const resolved = { config, chapters: [], labelled: [], numbers: new Map(), assets: new Map(), bibliography: [], registers: { terms: [], people: [], places: [], abbreviations: [], dates: [] } };
  return recordEdition(resolved as unknown as Resolved, [whole], printed, printed.length).pages;
}

/** Lays a chapter, records it, lays it edited. */
async function relay(before: Part, after: Part): Promise<readonly [first: Laid, kept: Laid]> {
  const first = await layParts([before], { page });
  return [first, await layParts([after], { page, recorded: findBreaks(record(before, first), [after]) })];
}

const textOf = ({ pages }: Laid): string[] => pages.map(({ lines }) => lines.map(({ text }) => text).join(' '));
const sentence = (name: string): string => `${name} sailed from Odessa with coal, came back from Genoa with tools, and was paid for in neither port before the winter.`;
const paragraph = (name: string): string => `<p>${sentence(name)} ${sentence(`Then ${name}`)}</p>`;
const names = ['Astra', 'Boreas', 'Ceres', 'Doris', 'Electra', 'Flora', 'Galatea'];
const book = names.map(paragraph);

describe('after an edit', () => {
  test('without one, every page is the same', async () => {
    const [first, kept] = await relay(chapter(...book), chapter(...book));
    expect(textOf(kept)).toEqual(textOf(first));
    expect(kept.pages.length).toBeGreaterThan(3);
  });

  test('words that make a line more make one page deeper, and change no other', async () => {
    const edited = book.with(2, book[2]?.replace('</p>', ' Nobody asked why, and nobody was told by anyone of them.</p>') ?? '');
    const [first, kept] = await relay(chapter(...book), chapter(...edited));
    const changed = textOf(kept).flatMap((text, index) => (text === textOf(first)[index] ? [] : [index]));
    expect(kept.pages).toHaveLength(first.pages.length);
    expect(changed.length).toBeLessThanOrEqual(2);
    const free = textOf(await layParts([chapter(...edited)], { page }));
    expect(free.filter((text, index) => text !== textOf(first)[index]).length).toBeGreaterThan(changed.length);
    const deeper = kept.pages.filter(({ depth }) => depth > (first.pages[0]?.depth ?? 0));
    expect(deeper.map(({ depth }) => depth - (first.pages[0]?.depth ?? 0))).toEqual(deeper.map(() => 18));
    expect(deeper.length).toBeGreaterThan(0);
  });

  test('a page that began within a paragraph begins with the same words, though the numbers in it differ', async () => {
    const call = (text: string): string => text.replace('coal', 'coal<a class="cross-reference" href="#x">12</a><sup class="call"><a href="#n-a" data-note="n-a">1</a></sup>');
    const before = book.map((text, index) => (index === 3 ? call(text) : text));
    const after = ['<p>New.</p>', ...before.map((text) => text.replace('>12<', '>3<'))];
    const [first, kept] = await relay(chapter(...before), chapter(...after));
    const begins = (laid: Laid): (string | undefined)[] => laid.pages.map(({ lines }) => lines[0]?.text);
    expect(begins(first)[2]).toMatch(/^Genoa with tools/);
    expect(begins(kept).slice(1)).toEqual(begins(first).slice(1));
  });

  test('a figure that found its place overleaf stays there', async () => {
    const figure = '<figure id="fig-a"><svg width="200" height="80" viewBox="0 0 200 80"><rect width="200" height="80"/></svg><figcaption>A map.</figcaption></figure>';
    const before = book.toSpliced(2, 0, figure);
    const [first, kept] = await relay(chapter(...before), chapter('<p>New.</p>', ...before));
    expect(textOf(kept).slice(2)).toEqual(textOf(first).slice(2));
  });

  test('a table that a page divides begins its page with the same row', async () => {
    const rows = names.concat(names).map((name, index) => `<tr><td>${name}</td><td>${index} trips</td></tr>`).join('');
    const table = `<table><thead><tr><th>Ship</th><th>Trips</th></tr></thead><tbody>${rows}</tbody></table>`;
    const before = [book[0] ?? '', table, ...book.slice(1)];
    const [first, kept] = await relay(chapter(...before), chapter(...before.with(0, (before[0] ?? '').replace('tools', 'many tools'))));
    expect(textOf(kept).slice(1)).toEqual(textOf(first).slice(1));
  });

  test('what was taken out leaves its page shorter, and the next as it was', async () => {
    const [first, kept] = await relay(chapter(...book), chapter(...book.with(1, `<p>${sentence('Boreas')}</p>`)));
    const changed = textOf(kept).filter((text, index) => text !== textOf(first)[index]);
    expect(changed.length).toBeLessThanOrEqual(2);
  });
});

test('each page tells what it holds', async () => {
  const notes = '<p>See <a class="cross-reference" href="#x">figure 3</a>, said Ada.<sup class="call"><a href="#n-a" data-note="n-a">1</a></sup></p>';
  const { printed } = await layParts([chapter(notes, ...book)], { page });
  expect(printed[0]).toMatchObject({ folio: '1', part: 'one', at: 'one:0', letters: 0, notes: ['n-a'] });
  expect(printed[0]?.text).toMatch(/^See , said Ada\./);
  expect(printed[0]?.text).toContain('A note.');
  expect(printed[0]?.numbers).toContain('figure 3');
});
