/** Running heads, folios, and the sides that parts open on. */
import { describe, expect, test } from 'vitest';
import { part } from '../epub/edition.js';
import { calling, heading, names, p } from './blocks.js';
import { sharedPress } from './lay.js';

const { lay, layParts } = sharedPress();

const front = (count: number) => part({ id: 'before', kind: 'contents', matter: 'front', title: 'Before', html: p('f', count) });
const body = part({ id: 'one', title: 'One', html: p('a', 25) });
const second = (count: number) => part({ id: 'two', title: 'Two', html: p('b', count) });
const back = part({ id: 'after', matter: 'back', kind: 'contents', title: 'After', html: p('z', 3) });

describe('folios', () => {
  test('a body begins on a recto, after a page that is blank, when the front ends on one', async () => {
    const { pages, map } = await layParts([front(5), body]);
    expect(pages.map((page) => [page.side, page.isBlank, page.folio])).toEqual([['recto', false, 'i'], ['verso', true, ''], ['recto', false, '1'], ['verso', false, '2'], ['recto', false, '3']]);
    expect(map.pages.map((page) => page.folio)).toEqual(['i', '', '1', '2', '3']);
  });

  test('a body follows at once when the front ends on a verso', async () => {
    expect((await layParts([front(15), body])).pages.map((page) => page.folio)).toEqual(['i', 'ii', '1', '2', '3']);
  });

  test('the back counts on from the body', async () => {
    expect((await layParts([front(5), body, back])).pages.map((page) => page.folio)).toEqual(['i', '', '1', '2', '3', '4']);
  });

  test('a front of many parts counts on, in roman numbers', async () => {
    const { pages } = await layParts([front(14), { ...front(14), id: 'more' as typeof body.id }, body]);
    expect(pages.map((page) => page.folio)).toEqual(['i', 'ii', 'iii', 'iv', '1', '2', '3']);
  });

  test('stand at the same height on every page', async () => {
    expect((await layParts([body, back])).pages.every((page) => /^\d+$/.test(page.folio))).toBe(true);
  });
});

describe('chapters', () => {
  test('open on the next page', async () => {
    const { pages } = await layParts([second(5), { ...second(5), id: 'three' as typeof body.id }]);
    expect(pages.map((page) => [page.side, page.isBlank])).toEqual([['recto', false], ['verso', false]]);
  });

  test('open on a recto, if book.yaml says so, after a page that is blank and counts', async () => {
    const { pages, map } = await layParts([second(5), { ...second(5), id: 'three' as typeof body.id }], { page: { chaptersOpen: 'recto' } });
    expect(pages.map((page) => [page.side, page.isBlank, page.folio, page.head])).toEqual([['recto', false, '1', ''], ['verso', true, '', ''], ['recto', false, '3', '']]);
    expect(map.pages.map((page) => page.folio)).toEqual(['1', '', '3']);
  });

  test('that end on a verso need no blank page', async () => {
    const { pages } = await layParts([second(15), { ...second(15), id: 'three' as typeof body.id }], { page: { chaptersOpen: 'recto' } });
    expect(pages.map((page) => page.isBlank)).toEqual([false, false, false, false]);
  });
});

describe('running heads', () => {
  test('the book stands over a verso, the chapter over a recto, nothing over an opening', async () => {
    expect((await layParts([body, back])).pages.map((page) => page.head)).toEqual(['', 'The Thaw & After', 'One', '']);
  });

  test('title and imprint show neither head nor folio', async () => {
    const { pages } = await layParts([part({ id: 'title', kind: 'title', matter: 'front', html: '<p>Title</p>' }), part({ id: 'imprint', kind: 'imprint', matter: 'front', html: p('i', 14) }), body]);
    expect(pages.slice(0, 3).map((page) => [page.head, page.folio])).toEqual([['', ''], ['', ''], ['', '']]);
    expect(pages.find((page) => page.folio !== '')?.folio).toBe('1');
  });

  const sections = (html: string) => layParts([part({ id: 'one', title: 'One', html })], { page: { rectoHead: 'section' } });

  test('the first section that begins on a recto stands over it, if book.yaml says so', async () => {
    const { pages } = await sections(p('a', 23) + heading('First') + p('b', 2) + heading('Second') + p('c', 17));
    expect([pages[2]?.head, pages[2]?.lines.some(({ text }) => text === 'First')]).toEqual(['First', true]);
  });

  test('the section that goes on stands over a recto where none begins', async () => {
    const { pages } = await sections(p('a', 2) + heading('First') + p('b', 45));
    expect([pages[2]?.head, pages[4]?.head]).toEqual(['First', 'First']);
  });

  test('the chapter stands over a recto before its first section', async () => {
    const { pages } = await sections(p('a', 40) + heading('First') + p('b', 8));
    expect(pages[2]?.head).toBe('One');
  });

  test('no section below the second level stands there', async () => {
    const { pages } = await sections(heading('First') + p('a', 20) + heading('Below', 3) + p('b', 20));
    expect(pages.map((page) => page.head)).not.toContain('Below');
  });

  test('a section\'s words stand there without soft hyphens and without the number of its note', async () => {
    const { pages } = await layParts([part({ id: 'one', title: 'One', html: `<h2 id="h">Ti\u00adtle<sup class="call"><a data-note="n-x" id="c-x" href="#n-x">1</a></sup></h2>${p('b', 25)}`, notes: { x: '<p>n1</p>' } })], { page: { rectoHead: 'section' } });
    expect(pages[2]?.head).toBe('Title');
  });

  test('a head that is too long stays on one line within the page', async () => {
    const { pages } = await layParts([part({ id: 'one', title: 'word '.repeat(60), html: p('a', 25) })]);
    expect(pages[2]?.head.startsWith('word word')).toBe(true);
  });
});

describe('sides', () => {
  test('recto and verso have their outer margins apart', async () => {
    const { pages } = await lay(p('a', 20));
    const [recto, verso] = pages;
    expect(recto?.side).toBe('recto');
    expect(recto?.edges[0]).toBeCloseTo((verso?.width ?? NaN) - (verso?.edges[1] ?? NaN), 0);
    expect(recto?.edges[0]).not.toBeCloseTo(verso?.edges[0] ?? NaN, 0);
  });

  test('margins are those of book.yaml', async () => {
    const [page] = (await lay(p('a', 3), { page: { margins: { inner: 30, outer: 20 } } })).pages;
    expect([page?.edges[0], (page?.width ?? NaN) - (page?.edges[1] ?? NaN)].map((side) => Math.round((side ?? NaN) / 96 * 25.4))).toEqual([30, 20]);
  });

  test('a page is whole lines high', async () => {
    for (const height of [60, 61, 63, 65]) expect(((await lay(p('a', 3), { page: { height } })).pages[0]?.depth ?? NaN) % 18).toBeCloseTo(0, 1);
  });
});

describe('where pages begin, for the EPUB', () => {
  const starts = async (html: string) => (await lay(html)).map.pages.map(({ at, letters }) => [at, letters]);

  test('is told by block and letters', async () => {
    expect(await starts(p('a', 14) + p('b', 4))).toEqual([['a:1', 0], ['a:1', names('a', 10).join('').length]]);
  });

  test('is told by the block alone where it opens a page', async () => {
    expect(await starts(p('a', 10) + p('b', 8))).toEqual([['a:1', 0], ['b:1', 0]]);
  });

  test('does not count the numbers of notes', async () => {
    const html = calling('a', 17, 2, 'x');
    const { map, pages } = await lay(html, { notes: { x: '<p>n1</p>' } });
    const shown = pages[0]?.lines.map(({ text }) => text).join('') ?? '';
    expect(map.pages[1]?.letters).toBe(shown.length - 1);
  });

  test('is told of a page that begins with a figure', async () => {
    expect((await starts(p('a', 10) + `<figure id="f" data-at="f:1"><svg viewBox="0 0 10 10" width="10" height="50"></svg><figcaption data-at="f:2">Words</figcaption></figure>${p('b', 3)}`))[1]).toEqual(['f:1', 0]);
  });
});
