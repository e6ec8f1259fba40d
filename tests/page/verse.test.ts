/** Verse and definition lists on pages of ten lines, as lower makes them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, part } from '../epub/edition.js';
import { type Laid, Press, texts } from './lay.js';

let press: Press;
beforeAll(async () => {
  press = await Press.start();
}, 60_000);
afterAll(() => press.stop());

const names = (name: string, count: number, from = 1): string[] => Array.from({ length: count }, (_, index) => `${name}${from + index}`);
/** A paragraph of so many lines: `a1`, `a2` … */
const p = (name: string, count: number): string => `<p data-at="x:1">${names(name, count).join('<br>')}</p>`;
const lines = (words: readonly string[]): string => `<p class="stanza" data-at="x:2">${words.map((line) => `<span class="verse-line">${line}</span>`).join('')}</p>`;
const stanza = (name: string, count: number): string => lines(names(name, count));
const verse = (...stanzas: string[]): string => `<div class="verse">${stanzas.join('')}</div>`;
const term = (words: string): string => `<dt data-at="x:3" data-keep="next">${words}</dt>`;
const meaning = (blocks: string): string => `<dd>${blocks}</dd>`;
const list = (...entries: string[]): string => `<dl class="definitions tight">${entries.join('')}</dl>`;

const lay = (html: string, notes: Readonly<Record<string, string>> = {}): Promise<Laid> => press.lay([part({ id: 'one', html, notes })]);
const linesOf = ({ pages }: Laid): string[][] => pages.map((page) => texts(page.lines));
/** From the left edge of the text, in px. */
const leftOf = ({ pages }: Laid, text: string): number => {
  const page = pages.find(({ lines: all }) => texts(all).includes(text));
  return (page?.lines.find((line) => line.text === text)?.left ?? NaN) - (page?.edges[0] ?? NaN);
};

/** Two lines on a page. */
const long = 'a line of verse that goes on for so much longer than the page is wide that it must turn over once';

describe('stanzas', () => {
  const cases: [name: string, html: string, pages: string[][]][] = [
    ['stand with a line of white above them and between', p('a', 2) + verse(stanza('s', 3), stanza('t', 3)) + p('b', 9), [[...names('a', 2), ...names('s', 3), ...names('t', 3)], names('b', 9)]],
    ['of three lines stay whole', p('a', 7) + verse(stanza('s', 3)) + p('b', 6), [names('a', 7), [...names('s', 3), ...names('b', 6)]]],
    ['of four are not divided where a page can end before', p('a', 2) + verse(stanza('s', 4), stanza('t', 4)) + p('b', 4), [[...names('a', 2), ...names('s', 4)], [...names('t', 4), ...names('b', 4)]]],
    ['leave no line alone at the head of a page', p('a', 1) + verse(stanza('s', 9), stanza('t', 6)), [['a1', ...names('s', 7)], [...names('s', 2, 8), ...names('t', 6)]]],
    ['leave no line alone at the foot', p('a', 8) + verse(stanza('s', 9)), [names('a', 8), names('s', 9)]],
  ];
  test.each(cases)('%s', async (_, html, pages) => expect(linesOf(await lay(html))).toEqual(pages));

  test('longer than a page are divided between lines', async () => {
    const laid = linesOf(await lay(p('a', 1) + verse(stanza('s', 25))));
    expect(laid.flat()).toEqual(['a1', ...names('s', 25)]);
    expect(laid).toHaveLength(3);
  });

  test('keep their title, and whose they are stays with their end', async () => {
    const source = '<p class="verse-source" data-keep="previous">Anon.</p>';
    const laid = linesOf(await lay(`${p('a', 6)}<div class="verse"><p class="verse-title" data-keep="next">Song</p>${stanza('s', 6)}${source}</div>`));
    expect(laid).toEqual([names('a', 6), ['Song', ...names('s', 6), 'Anon.']]);
  });

  test('bring their notes to the foot of the page', async () => {
    const laid = await lay(verse(lines([...names('s', 3), `s4${call('x', 1)}`, ...names('s', 4, 5)])) + p('a', 7), { x: '<p>n1</p>' });
    expect(laid.pages.map((page) => texts(page.notes))).toEqual([['1 n1'], []]);
  });
});

describe('lines of verse', () => {
  test('are as long as their words, and at a page’s end too', async () => {
    const laid = await lay(verse(lines(names('some words of verse ', 18))));
    expect(laid.pages).toHaveLength(2);
    const widths = laid.pages.flatMap((page) => page.lines.map((line) => line.right - line.left));
    expect(Math.max(...widths)).toBeLessThan(180);
  });

  test('turn over under themselves', async () => {
    const laid = await lay(verse(lines(['one', long])));
    const [, first, second] = laid.pages[0]?.lines ?? [];
    expect(`${first?.text} ${second?.text}`).toBe(long);
    expect(leftOf(laid, 'one')).toBeCloseTo(leftOf(laid, first?.text ?? ''), 0);
    expect((second?.left ?? 0) - (first?.left ?? 0)).toBeGreaterThan(20);
  });

  test('are not parted from what is turned over', async () => {
    const ofFour = names(`${long}, and ${long}, line `, 8);
    const laid = linesOf(await lay(p('a', 1) + verse(lines(ofFour))));
    const wholes = laid.map((page) => page.filter((line) => line !== 'a1')).map((page) => page.join(' ').split(/(?<=line \d) /));
    expect(wholes.flat()).toEqual(ofFour);
    expect(laid.map((page) => page.length)).toEqual([9, 8, 8, 8]);
  });

  test('keep their indents', async () => {
    const laid = await lay(verse('<p class="stanza" data-at="x:2"><span class="verse-line">one</span><span class="verse-line" style="margin-left: 2em">two</span></p>'));
    expect(leftOf(laid, 'two') - leftOf(laid, 'one')).toBeCloseTo(28.4, 0);
  });

  test('have their numbers at the edge of the text, and turn over before them', async () => {
    const numbered = `<div class="verse numbered"><p class="stanza" data-at="x:2"><span class="verse-line"><span class="line-number">5</span> five</span><span class="verse-line"><span class="line-number">10</span> ${long}</span></p></div>`;
    const { pages } = await lay(numbered);
    const [five, ten] = pages[0]?.lines ?? [];
    expect([five?.text, ten?.text.slice(0, 14)]).toEqual(['5five', '10a line of ve']);
    expect([five, ten].map((line) => Math.round((line?.right ?? 0) - (pages[0]?.edges[1] ?? 0)))).toEqual([0, 0]);
    expect(pages[0]?.lines).toHaveLength(3);
  });
});

describe('definition lists', () => {
  const cases: [name: string, html: string, pages: string[][]][] = [
    ['a term stays with two lines of its definition', p('a', 7) + list(term('Term'), meaning(p('d', 8))), [names('a', 7), ['Term', ...names('d', 8)]]],
    ['with room for two lines it stands', p('a', 6) + list(term('Term'), meaning(p('d', 10))), [[...names('a', 6), 'Term', ...names('d', 2)], names('d', 8, 3)]],
    ['several terms stay together', p('a', 6) + list(term('One'), term('Two'), meaning(p('d', 7))), [names('a', 6), ['One', 'Two', ...names('d', 7)]]],
    ['entries are divided between them', p('a', 1) + list(term('One'), meaning(p('d', 6)), term('Two'), meaning(p('e', 6))), [['a1', 'One', ...names('d', 6)], ['Two', ...names('e', 6)]]],
    ['a further definition may begin a page', p('a', 1) + list(term('One'), meaning(p('d', 7)), meaning(p('e', 8))), [['a1', 'One', ...names('d', 7)], names('e', 8)]],
  ];
  test.each(cases)('%s', async (_, html, pages) => expect(linesOf(await lay(html))).toEqual(pages));

  test('a definition goes on overleaf as far from the edge as it began', async () => {
    const laid = await lay(list(term('Term'), meaning(p('d', 17))));
    expect([leftOf(laid, 'd2'), leftOf(laid, 'd10'), leftOf(laid, 'd16')].map(Math.round)).toEqual([14, 14, 14]);
    expect(leftOf(laid, 'Term')).toBeCloseTo(0, 0);
  });

  test('the numbers of a list in a definition go on', async () => {
    const items = names('i', 16).map((item) => `<li><p data-at="x:4">${item}</p></li>`).join('');
    const laid = await lay(list(term('Term'), meaning(`<ol>${items}</ol>`)));
    expect(laid.pages.flatMap((page) => page.markers)).toEqual(Array.from({ length: 16 }, (_, index) => `${index + 1}.`));
  });
});
