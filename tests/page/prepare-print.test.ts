/** What the printed PDF is told of its pages, and which pages the browser prints without clipping. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { geometryOf, leading } from '../../src/model/geometry.js';
import { placeScheme } from '../../src/page/contract.js';
import { call, config, part } from '../epub/edition.js';
import { type Laid, Press, texts } from './lay.js';

let press: Press;
beforeAll(async () => {
  press = await Press.start();
}, 60_000);
afterAll(() => press.stop());

const lines = (name: string, count: number): string => `<p data-at="x:1">${Array.from({ length: count }, (_, index) => `${name}${index + 1}`).join('<br>')}</p>`;
const lay = (html: string, notes: Readonly<Record<string, string>> = {}): Promise<Laid> => press.lay([part({ id: 'one', html, notes })]);
const pageOf = ({ pages }: Laid, text: string): number => pages.findIndex((page) => texts(page.lines).includes(text));
const placeOf = ({ navigation }: Laid, anchor: string) => navigation.places.find((place) => place.anchor === anchor);
const { top, inner } = geometryOf({ page: { ...config.page, width: 120, height: 60 } });

describe('a link within the book', () => {
  test('leads to an anchor as long as pages are HTML, and to a place once they are printed', async () => {
    const laid = await lay(`<p data-at="x:1"><a href="#far">far</a></p>${lines('a', 12)}<h2 id="far">Far</h2>${lines('b', 3)}`);
    expect(laid.pages[0]?.html).toContain('href="#far"');
    const [address = ''] = laid.prepared[0]?.links ?? [];
    expect(address).toMatch(new RegExp(`^${placeScheme}\\d+$`));
    expect(laid.navigation.places[Number(address.slice(placeScheme.length))]).toMatchObject({ anchor: 'far', page: pageOf(laid, 'Far') });
  });

  test('leads to the height of its target, from the corner of its page', async () => {
    const laid = await lay(`${lines('a', 22)}<h2 id="h">Head</h2>${lines('b', 3)}<p data-at="x:2"><a href="#h">up</a></p>`);
    const place = placeOf(laid, 'h');
    expect(place?.page).toBe(2);
    expect(Math.abs((place?.top ?? 0) - (top + 3 * leading))).toBeLessThan(1);
    expect(Math.abs((place?.left ?? 0) - inner)).toBeLessThan(1);
  });

  test('leads to the page that its target came to stand on: a figure that text runs past', async () => {
    const figure = '<figure id="fig" data-at="x:5"><svg viewBox="0 0 100 10" width="100" height="100" role="img"><rect width="100" height="10"></rect></svg><figcaption>Caption</figcaption></figure>';
    const laid = await lay(`<p data-at="x:1"><a href="#fig">figure</a></p>${lines('a', 5)}${figure}${lines('b', 14)}`);
    expect([placeOf(laid, 'fig')?.page, pageOf(laid, 'Caption'), pageOf(laid, 'b1')]).toEqual([1, 1, 0]);
  });

  test('leads from a call to the head of its note and back, though the note goes on overleaf', async () => {
    const laid = await lay(`<p data-at="x:1">${'line<br>'.repeat(5)}called${call('x', 1)}</p>${lines('b', 8)}`, { x: `<p>${'n<br>'.repeat(16)}</p>` });
    const noted = laid.pages.findIndex((page) => page.notes.some((line) => line.text.startsWith('1 n')));
    expect(laid.pages.filter((page) => page.notes.length > 0).length).toBeGreaterThan(1);
    expect(placeOf(laid, 'n-x')?.page).toBe(noted);
    expect(placeOf(laid, 'c-x')?.page).toBe(laid.pages.findIndex((page) => page.html.includes('id="c-x"')));
    expect(laid.prepared.flatMap(({ links }) => links).every((link) => link.startsWith(placeScheme))).toBe(true);
  });

  test('keeps its address when it leads nowhere, or to the web', async () => {
    const { prepared } = await lay('<p data-at="x:1"><a href="#gone">gone</a> <a href="https://example.org/#gone">out</a></p>');
    expect(prepared[0]?.links).toEqual(['#gone', 'https://example.org/#gone']);
  });

  test('shares its place with the others that lead there', async () => {
    const { navigation, prepared } = await lay(`<h2 id="h">Head</h2><p data-at="x:1"><a href="#h">one</a> <a href="#h">two</a></p>`);
    expect(new Set(prepared[0]?.links).size).toBe(1);
    expect(navigation.places.map(({ anchor }) => anchor)).toEqual(['h']);
  });
});

test('headings are told in order, with their level and words: no numbers of notes, no soft hyphens, on one line', async () => {
  const html = `<h2 id="a">Sig\u00adning<sup class="call"><a id="c-x" data-note="n-x" href="#n-x">1</a></sup> in<br>Rome</h2>${lines('a', 10)}<h3>Seven <em>articles</em></h3>${lines('b', 3)}`;
  const laid = await lay(html, { x: '<p>note</p>' });
  expect(laid.navigation.headings.map(({ level, words, page }) => [level, words, page])).toEqual([
    [2, 'Signing in Rome', 0],
    [3, 'Seven articles', pageOf(laid, 'Seven articles')],
  ]);
});

describe('a page', () => {
  /** High enough for its folio: 16 lines. */
  const roomy = { height: 100 };
  const plain = async (html: string, notes: Readonly<Record<string, string>> = {}, more: Parameters<Press['lay']>[1] = {}): Promise<boolean[]> =>
    (await press.lay([part({ id: 'one', html, notes })], { ...more, page: { ...roomy, ...more?.page } })).prepared.map((page) => page.isPlain);

  test.each([
    ['of text', lines('a', 3)],
    ['with a heading, a list and a quotation', `<h2 id="h">Head</h2><ul data-at="x:1"><li><p>item</p></li></ul><blockquote><p data-at="x:2">said</p></blockquote>`],
    ['with a raised and a lowered letter', '<p data-at="x:1">x<sup>2</sup> H<sub>2</sub>O</p>'],
    ['with a table', '<table data-at="x:1"><thead><tr><th>Head</th></tr></thead><tbody><tr><td>Cell</td></tr></tbody></table>'],
    ['with a formula', '<p data-at="x:1"><math><mfrac><mn>1</mn><mn>2</mn></mfrac></math></p>'],
    ['with a drawing', '<figure data-at="x:5"><svg viewBox="0 0 100 10" width="100" height="40" role="img"><g transform="rotate(5)"><rect width="100" height="10"></rect></g></svg></figure>'],
  ])('%s is plain', async (_name, html) => {
    expect(await plain(html)).toEqual([true]);
  });

  test('with notes at its foot is plain', async () => {
    expect(await plain(`<p data-at="x:1">called${call('x', 1)}</p>`, { x: '<p>note</p>' })).toEqual([true]);
  });

  test.each(['position: relative', 'transform: rotate(1deg)', 'overflow: hidden'])('with something of `%s` is not, and the others are', async (style) => {
    expect(await plain(`${lines('a', 24)}<p data-at="x:2" style="${style}">special</p>${lines('b', 3)}`)).toEqual([true, false]);
  });

  test('with a numbered formula is not', async () => {
    expect(await plain('<div class="equation" data-at="x:1"><math display="block"><mi>x</mi></math><span class="equation-number">(1)</span></div>')).toEqual([false]);
  });

  test('with notes in its margin is plain', async () => {
    const { notes, ...rest } = part({ id: 'one', html: `<p data-at="x:1">called${call('x', 1)}${call('y', 2)}</p>`, notes: { x: '<p>one</p>', y: '<p>two</p>' } });
    const { prepared, pages } = await press.lay([{ ...rest, notes: notes.map((note) => ({ ...note, isMarginal: true })) }], { page: { ...roomy, width: 160, notes: 'margin' } });
    expect(texts(pages[0]?.marginal ?? [])).toEqual(['1 one', '2 two']);
    expect(prepared.map(({ isPlain }) => isPlain)).toEqual([true]);
  });

  test('with numbers of lines is plain', async () => {
    const laid = await plain(`<section class="document" data-at="x:0" data-numbers="5">${lines('a', 20)}</section>`);
    expect(laid.length).toBeGreaterThan(1);
    expect(laid).not.toContain(false);
  });

  test('that holds more than it can show is clipped, so it is not', async () => {
    expect(await plain('<div data-at="x:1" style="height: 400px">tall</div>', {}, { expected: ['p-001'] })).toEqual([false]);
    expect(await plain('<p data-at="x:1" style="width: 700px">wide</p>', {}, { expected: ['p-001'] })).toEqual([false]);
  });

  test('whose running head is too long is not: the head is cut', async () => {
    const long = part({ id: 'one', title: 'words '.repeat(40).trim(), html: lines('a', 40) });
    const { prepared, pages } = await press.lay([long], { page: roomy });
    expect(pages.map(({ head }) => head.length > 200)).toEqual(prepared.map(({ isPlain }) => !isPlain));
    expect(prepared.map(({ isPlain }) => isPlain)).toContain(false);
  });
});
