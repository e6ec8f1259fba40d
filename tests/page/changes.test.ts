/** Two states of some pages are opened in the browser: what is told of them, marked on them, shown and printed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BookPages } from '../../src/edition/pages-file.js';
import { geometryOf } from '../../src/model/geometry.js';
import { facesRemark } from '../../dist/diff/compare-books.js';
import { diffPages } from '../../dist/diff/diff-books.js';
import { openStage, setStage, type StageSetting } from '../../dist/diff/stage.js';
import { pageSheet } from '../../dist/print/galley.js';
import { readStyles } from '../../dist/read/read-styles.js';
import { type Browser, startBrowser } from '../../dist/world/browser.js';
import { machineWorld } from '../../dist/world/machine.js';
import { openPdf } from '../e2e/read-pdf.js';
import { config } from '../epub/edition.js';

let browser: Browser;
let setting: StageSetting;
let css: string;

beforeAll(async () => {
  const { env, disk } = machineWorld();
  browser = await startBrowser(env);
  setting = await setStage(browser, disk);
  css = pageSheet(config, [], (await readStyles(disk)).print);
});
afterAll(() => browser.close());

/** @param texts what stands in the text of each page, as markup; '' for a blank one */
function book(texts: readonly string[], more: Partial<BookPages['facts']> = {}): BookPages {
  const { width, height } = geometryOf(config);
  const folios = texts.map((text, index) => (text === '' ? '' : String(index + 1)));
  const html = texts.map((text, index) => `<section class="page ${index % 2 === 0 ? 'recto' : 'verso'}"><section class="area">${text === '' ? '' : `<section class="flow" data-part="one" lang="en-GB">${text}</section>`}</section><div class="folio">${folios[index]}</div></section>`);
  return { facts: { program: '1', title: 'Salt', language: 'en-GB', audience: 'self-study', stem: 'salt', identifier: 'urn:uuid:1', source: 's', width, height, folios, numbers: [], citations: [], faces: [], pictures: [], ...more }, html: `<main id="pages">${html.join('')}</main>`, css, pictures: new Map() };
}

const diff = async (before: BookPages, after: BookPages) => {
  const { comparison, outputs } = await diffPages({ name: 'edition 1', pages: before }, { name: 'now', pages: after }, setting, []);
  const file = (name: string): Uint8Array => outputs.find((output) => output.name === `salt-${name}`)?.bytes ?? new Uint8Array();
  return { comparison, file, words: (name: string) => new TextDecoder().decode(file(name)) };
};

async function pdfTexts(bytes: Uint8Array): Promise<string[]> {
  const pdf = await openPdf(bytes);
  return Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => (await (await pdf.getPage(index + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')));
}

const eight = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'].map((word) => `<p data-at="one:1">Page ${word} tells of salt.</p>`);

describe('the words on pages', () => {
  test('are read across elements, without what repeats and what hyphenation adds', async () => {
    const stage = await openStage(book(['<table><caption data-repeated>Table 1 (continued)</caption><tr><td>Wei­ght</td><td>3 t</td></tr></table><p>He <em>s</em>aid: “don’t”, see <a class="cross-reference" href="#fig-a">figure 2</a>.<sup class="call"><a data-note="n">1</a></sup> Col<span class="page-hyphen">-</span></p>', '<p data-continued>lec­tion</p>']), setting);
    const [page, next] = await stage.read();
    await stage.close();
    expect(page?.words.map(({ text, isApart, added, isCut }) => `${isApart ? ' ' : ''}${text}${added === undefined ? '' : `{${added}}`}${isCut ? '-' : ''}`).join('|')).toBe(' Weight| 3| t| He| said|:| “|don’t|”|,| see| figure 2{cross-reference #fig-a}|.|1{call}| Col-');
    expect(next?.words.map(({ text }) => text)).toEqual(['lection']);
  });

  test('do not move when they are marked', async () => {
    const stage = await openStage(book(eight), setting);
    const before = await stage.read();
    await stage.mark([{ page: 0, words: [[0, 'gone'], [1, 'new'], [2, 'moved'], [3, 'cut'], [4, 'cut-behind']], note: 'was page 9' }]);
    const after = await stage.read();
    await stage.close();
    expect(after).toEqual(before);
  });

  test('come from a file of anybody’s: no script in it runs', async () => {
    const harm = '<script>document.body.textContent = "gone"</script><img src="x" onerror="document.body.textContent = \'gone\'">';
    const stage = await openStage(book([`${harm}<p>Salt.</p>`]), setting);
    const [page] = await stage.read();
    await stage.close();
    expect(page?.words.map(({ text }) => text).filter((text) => text !== '')).toEqual(['Salt', '.']);
  });
});

describe('a word more on page 3', () => {
  let made: Awaited<ReturnType<typeof diff>>;
  beforeAll(async () => (made = await diff(book(eight), book(eight.with(2, eight[2]?.replace('tells', 'tells at length') ?? '')))));

  test('is told in Markdown', () => {
    expect(made.words('changes.md')).toContain('- 1 page changed (3)\n- 2 words put in\n- 1 sheet of 2 to print again (2)\n');
    expect(made.words('changes.md')).toContain('- … of salt. Page three tells **at length** of salt. Page four tells …\n');
    expect(made.words('changes.md')).toContain('- sheet 2 of 2 replaces sheet 2: pages 3, 4, 5, 6; changed: 3\n');
  });

  test('is shown in HTML: the page as it was and as it is, each with words for those who do not see it', () => {
    const html = made.words('changes.html');
    expect(html).toContain('tells</span> <ins><span class="spoken">put in: </span>at length</ins> <span class="around">of salt.');
    expect([...html.matchAll(/<img src="data:image\/webp;base64,[^"]+" alt="([^"]*)"/g)].map(([, alt]) => alt)).toEqual(['Page 3 of edition 1, with its changes marked: 2 words put in.', 'Page 3 of now, with its changes marked: 2 words put in.']);
    expect(html).not.toMatch(/<script|https?:/);
  });

  test('the changed page is printed, and no other', async () => {
    expect(await pdfTexts(made.file('changes.pdf'))).toEqual([expect.stringContaining('Page three tells at length of salt.')]);
    expect(await (await openPdf(made.file('changes.pdf'))).getPageLabels()).toEqual(['3']);
  });

  test('its sheet is printed behind a page that says where it belongs, and the empty back of that', async () => {
    const [notice, back, ...sides] = await pdfTexts(made.file('sheets.pdf'));
    expect(notice).toContain('sheet 2 of 2 replaces sheet 2: pages 3, 4, 5, 6');
    expect(back).toBe('');
    expect(sides.map((side) => [...side.matchAll(/Page (\w+)/g)].map(([, word]) => word).sort())).toEqual([['six', 'three'], ['five', 'four']]);
  });

  test('is the same to the byte when it is compared again', async () => {
    const again = await diff(book(eight), book(eight.with(2, eight[2]?.replace('tells', 'tells at length') ?? '')));
    for (const name of ['changes.md', 'changes.html', 'changes.pdf', 'sheets.pdf']) expect(Buffer.compare(again.file(name), made.file(name)), name).toBe(0);
  });
});

test('where nothing differs, the files say so', async () => {
  const { comparison, file, words } = await diff(book(eight), book(eight));
  expect(comparison.sheets.wanted).toEqual([]);
  expect(words('changes.md')).toContain('- no page changed\n- no sheet has to be printed again\n');
  expect((await pdfTexts(file('sheets.pdf'))).join()).toContain('No sheet has to be printed again.');
  expect((await pdfTexts(file('changes.pdf'))).join()).toContain('No page differs between edition 1 and now.');
});

test('where there are more sheets than before, all of them are printed', async () => {
  const { words, file } = await diff(book(eight), book(['<p>A new page.</p>', ...eight]));
  expect(words('changes.md')).toContain('- all 3 sheets have to be printed again: the booklet had 2, and its pages lie on other sheets\n');
  const texts = await pdfTexts(file('sheets.pdf'));
  expect(texts).toHaveLength(2 + 6);
  expect(texts[0]).toContain('none of the sheets of before has a place in it');
  expect(await pdfTexts(file('changes.pdf'))).toEqual([expect.stringContaining('A new page.')]);
});

test('pages that are shown in other faces, or have another size, are said to be', async () => {
  const { comparison } = await diff(book(eight), book(eight, { width: 400 }));
  expect(comparison.remarks).toEqual([expect.stringMatching(/^The pages have another size: \d+ by \d+ px before, 400 by/)]);
  expect(comparison.sheets.wanted).toHaveLength(2);
  const faces = [{ name: 'EB Garamond 400 normal, latin', digest: 'another' }];
  expect(await facesRemark({ name: 'edition 1', pages: book(eight, { faces }) }, setting.faces, machineWorld().disk)).toEqual([expect.stringContaining('in other faces than they were printed in (EB Garamond 400 normal, latin)')]);
  expect(await facesRemark({ name: 'edition 1', pages: book(eight) }, setting.faces, machineWorld().disk)).toEqual([]);
});
