/** The proof as its author sees it: a real book's pages in a real browser; what the program would say is said by the test. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChaptersNews, FindingsNews, PagesNews, ProofFinding } from '../../src/watch/protocol.js';
import { type Book, setBook } from './book.js';
import { OpenProof, phone, type Screen, wide } from './open-proof.js';

let book: Book;
let proof: OpenProof;
beforeAll(async () => {
  book = await setBook();
}, 60_000);

const upToDate = { type: 'state', doing: 'nothing', outputs: [] } as const;

async function open(screen: Screen = wide, media: { name: string; value: string }[] = [{ name: 'prefers-reduced-motion', value: 'reduce' }]): Promise<OpenProof> {
  const opened = await OpenProof.open(book.serve, screen, media);
  await opened.tell(book.pages, upToDate);
  return opened;
}

/** One proof for all cases of a group. */
function shared(screen?: Screen, media?: { name: string; value: string }[]): void {
  beforeAll(async () => {
    proof = await open(screen, media);
  });
  afterAll(async () => {
    expect(proof.errors).toEqual([]);
    await proof.close();
  });
}

/** Where each page lies on the desk, from its left upper corner. */
const leaves = (): Promise<{ left: number; top: number; width: number; height: number }[]> =>
  proof.read(`(() => { const { left, top } = document.querySelector('.sheets').getBoundingClientRect(); return [...document.querySelectorAll('.leaf')].map((leaf) => { const box = leaf.getBoundingClientRect(); return { left: box.left - left, top: box.top - top, width: box.width, height: box.height }; }); })()`);
const pageText = (page: number): Promise<string> => proof.read(`document.querySelectorAll('.leaf')[${page}].shadowRoot.textContent`);
const inView = (): Promise<string> => proof.read(`document.querySelector('.folio-field').value`);
const scroll = (): Promise<number> => proof.read(`document.querySelector('.desk').scrollTop`);
const goTo = async (folio: string): Promise<void> => {
  await proof.press('g', ...folio, 'Enter');
  await proof.until(`document.querySelector('.folio-field').value.split('–').includes('${folio}')`);
};
const frames = (): Promise<unknown> => proof.page.evaluate(`new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))`);
const textOf = (selector: string): Promise<string> => proof.read(`document.querySelector('${selector}')?.textContent ?? ''`);
const isHidden = (selector: string): Promise<boolean> => proof.read(`!document.querySelector('${selector}').checkVisibility()`);
/** The page's number in the book that a folio stands on. */
const pageOf = (folio: string): number => book.pages.pages.findIndex((page) => page.folio === folio);
/** Where the first block of a page stands in the manuscript. */
const firstAt = (folio: string): Promise<string> => proof.read(`document.querySelectorAll('.leaf')[${pageOf(folio)}].shadowRoot.querySelector('[data-at]').dataset.at`);
/** The middle of a block on the screen. */
const blockAt = (page: number, selector: string): Promise<{ x: number; y: number; at: string }> =>
  proof.read(`(() => { const block = document.querySelectorAll('.leaf')[${page}].shadowRoot.querySelector('${selector}'); const box = block.getBoundingClientRect(); return { x: box.left + box.width / 2, y: box.top + box.height / 2, at: block.closest('[data-at]').dataset.at }; })()`);

let revision = 2;
/** An update in which pages show something else: those given, by what is to stand in their markup for what. */
function update(changes: Readonly<Record<number, readonly [string, string]>>, more: Partial<PagesNews> = {}): PagesNews {
  revision += 1;
  const markup: Record<string, string> = {};
  const pages = book.pages.pages.map((page, index) => {
    const [from, to] = changes[index] ?? [];
    if (from === undefined || to === undefined) return page;
    const key = `${page.key}-${revision}`;
    markup[key] = (book.pages.markup[page.key] ?? '').replace(from, to);
    return { ...page, key };
  });
  return { ...book.pages, revision, pages, markup: { ...book.pages.markup, ...markup }, changed: Object.keys(changes).map(Number), ...more };
}

describe('the pages', () => {
  shared();

  test('lie in spreads, the first alone on the right', async () => {
    const lying = await leaves();
    expect(lying).toHaveLength(book.pages.pages.length);
    const [first, second, third] = lying;
    if (!first || !second || !third) throw new Error('there are no pages');
    expect(first.left).toBe(third.left);
    expect(second.left + second.width).toBeCloseTo(third.left, 0);
    expect(second.top).toBe(third.top);
    expect(second.top).toBeGreaterThan(first.top + first.height);
  });

  test('are the printed ones to the letter, in their own style and faces', async () => {
    for (const [index, { key }] of book.pages.pages.entries()) {
      expect(await pageText(index)).toBe(await proof.read(`(() => { const page = document.createElement('template'); page.innerHTML = ${JSON.stringify(book.pages.markup[key])}; return page.content.textContent; })()`));
    }
    const styles = `getComputedStyle(document.querySelectorAll('.leaf')[2].shadowRoot.querySelector('p'))`;
    expect(await proof.read(`[${styles}.fontFamily, ${styles}.fontSize, ${styles}.textAlign]`)).toEqual(['"EB Garamond", "STIX Two Math"', '14.2px', 'justify']);
    expect(await proof.read(`[...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family)`)).toContain('EB Garamond');
  });

  test('hold their lines as they were broken, in any size', async () => {
    const spills = `[...document.querySelectorAll('.leaf')].flatMap((leaf) => [...leaf.shadowRoot.querySelectorAll('.area')].filter((area) => area.scrollHeight > area.clientHeight + 1)).length`;
    for (const key of ['0', '9', '1', '+', '+', '-']) {
      await proof.press(key);
      expect({ key, spills: await proof.read(spills) }).toEqual({ key, spills: 0 });
    }
    await proof.press('0');
  });

  test('have their pictures, from beside the proof', async () => {
    expect(await proof.read(`[...document.querySelectorAll('.leaf')].flatMap((leaf) => [...leaf.shadowRoot.querySelectorAll('img')].map((image) => image.src))`)).toEqual([`http://proof.example/token/assets/map.svg?${book.pages.pictures}`]);
    expect(proof.asked).toContain('assets/map.svg');
  });

  test('keep what is in view when they grow or shrink', async () => {
    await goTo('9');
    for (const key of ['+', '+', '-', '9', '0']) {
      await proof.press(key);
      await frames();
      expect((await inView()).split('–')).toContain('9');
    }
  });

  test('are as wide as a window that was made narrow', async () => {
    await goTo('9');
    await proof.page.setViewport({ width: 390, height: 800 });
    await frames();
    const right = Math.max(...(await leaves()).map(({ left, width }) => left + width));
    await proof.page.setViewport(wide);
    await frames();
    expect(right).toBeLessThanOrEqual(390);
  });

  test('are printed by the browser as they are, each on its sheet', async () => {
    const { default: pdflib } = await import('pdf-lib');
    const printed = await pdflib.PDFDocument.load(await proof.page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(printed.getPageCount()).toBe(book.pages.pages.length);
    const { width, height } = printed.getPage(3).getSize();
    expect([Math.round((width / 72) * 25.4), Math.round((height / 72) * 25.4)]).toEqual([148, 210]);
    await proof.page.emulateMediaType('print');
    expect(Math.abs((await proof.read<number>(`document.querySelectorAll('.leaf')[3].shadowRoot.querySelector('.page').getBoundingClientRect().width`)) - (width / 72) * 96)).toBeLessThan(1);
    expect([await isHidden('.bar'), await isHidden('.tools'), await isHidden('#rail')]).toEqual([true, true, true]);
    await proof.page.emulateMediaType();
  });
});

describe('the keyboard', () => {
  shared();

  test.each<[string, string[], string]>([
    ['j turns to the next spread', ['Home', 'j', 'j'], '2–3'],
    ['k turns back', ['k'], 'ii–1'],
    ['an arrow turns, too', ['ArrowRight', 'ArrowRight'], '4–5'],
    ['End is the last page', ['End'], '18–19'],
    ['Home is the first', ['Home'], 'i'],
    ['g and a number', ['g', '1', '2', 'Enter'], '12–13'],
    ['g and a small numeral', ['g', 'i', 'i', 'Enter'], 'ii–1'],
    ['Page Down goes on by a screen', ['9', 'PageDown'], '2–3'],
  ])('%s', async (_name, keys, view) => {
    for (const key of keys) {
      await proof.press(key);
      await frames();
    }
    expect(await inView()).toBe(view);
  });

  test('a number that no page has is named, and the field waits for another', async () => {
    await proof.press('g', '9', '9', 'Enter');
    expect(await textOf('[role=status].unseen')).toBe('No page is numbered 99; the last is 19.');
    expect(await proof.read(`document.activeElement.getAttribute('aria-invalid')`)).toBe('true');
    await proof.press('Escape');
    expect(await proof.read(`document.activeElement.id`)).toBe('desk');
  });

  test.each<[string, string, string]>([
    ['r', '#rail', 'false'],
    ['e', '#e-book', 'false'],
    ['f', '#findings', 'true'],
  ])('%s opens and closes a panel, and its button says so', async (key, panel, after) => {
    const expanded = (): Promise<string> => proof.read(`document.querySelector('[aria-controls="${panel.slice(1)}"]').getAttribute('aria-expanded')`);
    const before = await expanded();
    await proof.press(key);
    expect([await expanded(), String(!(await isHidden(panel)))]).toEqual([after, after]);
    await proof.press(key);
    expect(await expanded()).toBe(before);
  });

  test('help tells of every key that does something, and Escape closes it', async () => {
    await proof.press('?');
    expect(await proof.read(`document.querySelector('dialog.help').open`)).toBe(true);
    const told: string[] = await proof.read(`[...document.querySelectorAll('.keys kbd')].map(({ textContent }) => textContent)`);
    for (const key of ['j', 'k', '→', 'page down', 'home', 'g', 'n', 'p', 'f', 'e', 'r', '+', '0', '?', 'esc']) expect(told).toContain(key);
    await proof.press('Escape');
    expect(await proof.read(`document.querySelector('dialog.help').open`)).toBe(false);
  });

  test('every button and field has a name', async () => {
    expect(await proof.read(`[...document.querySelectorAll('button, input, select, nav, main, aside, [role=toolbar]')].filter((one) => one.checkVisibility() && (one.ariaLabel ?? one.textContent).trim() === '' && !one.hasAttribute('aria-labelledby')).map(({ outerHTML }) => outerHTML)`)).toEqual([]);
  });
});

describe('an update', () => {
  beforeAll(async () => {
    proof = await open();
  });
  afterAll(() => proof.close());

  const mark = `for (const leaf of document.querySelectorAll('.leaf')) leaf.shadowRoot.querySelector('.page').isOld = true`;
  const replaced = (): Promise<number[]> => proof.read(`[...document.querySelectorAll('.leaf')].flatMap((leaf, index) => (leaf.shadowRoot.querySelector('.page').isOld ? [] : [index]))`);

  test('touches the pages whose markup is another and no others, and leaves the view where it is', async () => {
    await goTo('8');
    const before = await scroll();
    await proof.read(mark);
    await proof.tell(book.edited);
    const others = book.edited.pages.flatMap(({ key }, page) => (key === book.pages.pages[page]?.key ? [] : [page]));
    await proof.until(`document.querySelectorAll('.leaf').length > 0 && ${JSON.stringify(others)}.every((page) => !document.querySelectorAll('.leaf')[page].shadowRoot.querySelector('.page').isOld)`);
    expect(await replaced()).toEqual(others);
    expect(others.length).toBeLessThan(book.pages.pages.length / 2);
    expect(await pageText(book.edited.changed[0] ?? 0)).toContain('mended');
    expect(await scroll()).toBe(before);
    expect(await proof.read(`performance.getEntriesByName('octavo-shown-2').length`)).toBe(1);
  });

  test('marks the pages that changed, on the desk, in the rail, for the ear', async () => {
    await frames();
    expect(await proof.read(`[...document.querySelectorAll('.leaf')].flatMap((leaf, index) => leaf.matches('.changed') ? [index] : [])`)).toEqual(book.edited.changed);
    expect(await proof.read(`document.querySelectorAll('.thumb')[${book.edited.changed[0]}].ariaLabel`)).toBe(`page ${book.pages.pages[book.edited.changed[0] ?? 0]?.folio}, changed`);
    expect(await textOf('[role=status].unseen')).toBe(`page ${book.pages.pages[book.edited.changed[0] ?? 0]?.folio} changed`);
  });

  test('n and p go from one changed page to the next', async () => {
    await proof.tell(update({ [pageOf('4')]: ['two', 'zwei'], [pageOf('5')]: ['two', 'zwei'], [pageOf('14')]: ['five', 'fünf'] }));
    expect(await textOf('[role=status].unseen')).toBe('3 pages changed, from 4 on');
    await proof.press('Home');
    for (const [key, folio] of [['n', '4'], ['n', '5'], ['n', '14'], ['n', '4'], ['p', '14']] as const) {
      await proof.press(key);
      await frames();
      expect((await inView()).split('–')).toContain(folio);
    }
  });

  test('is scrolled to where its reader is at rest, and not while they read', async () => {
    await proof.page.close();
    proof = await open();
    await proof.tell(update({ [pageOf('16')]: ['six', 'sechs'] }, { focus: { page: pageOf('16'), at: '' } }));
    expect((await inView()).split('–')).toContain('16');

    await goTo('3');
    const before = await scroll();
    await proof.tell(update({ [pageOf('17')]: ['six', 'sechs'] }));
    expect(await scroll()).toBe(before);
    expect(await textOf('.pill')).toBe('page 17 changed');
    await proof.page.click('.pill');
    await frames();
    expect((await inView()).split('–')).toContain('17');
    expect(await isHidden('.pill')).toBe(true);
  });

  test('is not scrolled to where its reader does not want that', async () => {
    await proof.page.close();
    proof = await open();
    await proof.press('l');
    await proof.tell(update({ [pageOf('16')]: ['six', 'sechs'] }));
    expect(await inView()).toBe('i');
  });

  test('that brings pages before the view leaves the same words in it', async () => {
    await goTo('12');
    const words = await pageText(pageOf('12'));
    const [blank] = book.pages.pages.filter(({ folio }) => folio === 'ii');
    if (!blank) throw new Error('there is no page ii');
    const pages = [...book.pages.pages];
    const more = [1, 2].flatMap(() => [{ ...blank, folio: '' }, { ...blank, folio: '', side: 'recto' as const }]);
    pages.splice(4, 0, ...more);
    await proof.tell(update({}, { pages, changed: [4, 5, 6, 7] }));
    await frames();
    expect(await proof.read(`(() => { const middle = document.elementFromPoint(600, 400).closest('.leaf'); return [middle, middle.previousElementSibling, middle.nextElementSibling].some((leaf) => leaf.shadowRoot.textContent === ${JSON.stringify(words)}); })()`)).toBe(true);
    expect(await proof.read(`document.querySelectorAll('.leaf').length`)).toBe(pages.length);
    await proof.tell(update({}));
    expect(await proof.read(`document.querySelectorAll('.leaf').length`)).toBe(book.pages.pages.length);
    expect(proof.errors).toEqual([]);
  });

  test('in another style dresses every page anew', async () => {
    const serve = (address: string) => (address === 'pages.css' ? { body: `${String(book.serve('pages.css')?.body)}\np { letter-spacing: 1px }`, contentType: 'text/css' } : book.serve(address));
    await proof.page.close();
    let served = book.serve;
    proof = await OpenProof.open((address) => served(address));
    await proof.tell(book.pages);
    served = serve;
    await proof.tell(update({}, { style: 'another' }));
    expect(await proof.read(`getComputedStyle(document.querySelectorAll('.leaf')[5].shadowRoot.querySelector('p')).letterSpacing`)).toBe('1px');
  });
});

test('loaded again, it stands where it stood, and its reader has what they chose', async () => {
  proof = await open();
  await goTo('12');
  await proof.press('r', '9');
  await frames();
  await proof.page.reload();
  await proof.until('window.sockets.at(-1)?.readyState === 1');
  await proof.tell(book.pages);
  expect((await inView()).split('–')).toContain('12');
  expect([await isHidden('#rail'), await proof.read(`document.querySelector('.zoom-choice').value`)]).toEqual([true, 'page']);
  await proof.close();
});

describe('links on the pages', () => {
  shared();

  test('turn to their page, and b goes back', async () => {
    await goTo('3');
    const { x, y } = await blockAt(pageOf('3'), 'a[href="#four"]');
    await proof.page.mouse.click(x, y);
    await frames();
    expect(await proof.read(`document.querySelectorAll('.leaf')[${pageOf((await inView()).split('–').at(-1) ?? '')}].shadowRoot.getElementById('four') !== null || document.querySelectorAll('.leaf')[${pageOf((await inView()).split('–')[0] ?? '')}].shadowRoot.getElementById('four') !== null`)).toBe(true);
    await proof.press('b');
    await frames();
    expect((await inView()).split('–')).toContain('3');
    expect(await proof.sent()).toEqual([]);
  });
});

describe('a click that means the manuscript', () => {
  shared();
  const sent = async (): Promise<unknown> => (await proof.sent()).at(-1);

  test.each<[string, string]>([
    ['a paragraph', 'p:nth-of-type(2)'],
    ['a link, which then leads nowhere', 'a[href="#four"]'],
    ['a note', '.note p'],
    ['a picture', 'figure img'],
  ])('with Alt on %s', async (_name, selector) => {
    await goTo('3');
    const { x, y, at } = await blockAt(pageOf('3'), selector);
    await proof.page.keyboard.down('Alt');
    await proof.page.mouse.click(x, y);
    await proof.page.keyboard.up('Alt');
    expect(await sent()).toEqual({ type: 'edit', at });
    expect((await inView()).split('–')).toContain('3');
  });

  test('twice on a paragraph', async () => {
    const { x, y, at } = await blockAt(pageOf('2'), 'p');
    await proof.page.mouse.click(x, y, { count: 2 });
    expect(await sent()).toEqual({ type: 'edit', at });
  });

  test('is announced by a frame while Alt is held', async () => {
    const { x, y } = await blockAt(pageOf('3'), 'p:nth-of-type(2)');
    await proof.page.mouse.move(x, y);
    expect(await isHidden('.aim')).toBe(true);
    await proof.page.keyboard.down('Alt');
    expect([await isHidden('.aim'), await textOf('.aim')]).toEqual([false, 'open one']);
    await proof.page.keyboard.up('Alt');
    expect(await isHidden('.aim')).toBe(true);
  });

  test('is any click after s, until Escape', async () => {
    const { x, y, at } = await blockAt(pageOf('3'), 'p:nth-of-type(1)');
    await proof.press('s');
    await proof.page.mouse.click(x, y);
    expect(await sent()).toEqual({ type: 'edit', at });
    await proof.press('Escape');
    const count = (await proof.sent()).length;
    await proof.page.mouse.click(x, y);
    expect(await proof.sent()).toHaveLength(count);
  });
});

describe('findings', () => {
  shared();
  const error: ProofFinding = { code: 'c-001', severity: 'error', file: 'two.md', line: 3, column: 5, message: 'citation key `clark` is not in the bibliography', hints: ['`clarke` exists (sources.bib:18)'], source: { text: 'as [@clark, 12] says', column: 5, length: 6 } };
  const warning = (): ProofFinding => ({ code: 'p-001', severity: 'warning', file: 'four.md', line: 9, message: 'the formula is wider than the text', hints: [], page: pageOf('12'), at: '' });
  const news = (findings: ProofFinding[], isStale = false): FindingsNews => ({ type: 'findings', findings, isStale });

  test('are counted, listed with their line and hints, and lead to page and editor', async () => {
    await proof.tell(news([warning()]));
    expect(await textOf('.badge')).toBe('1');
    expect(await proof.read(`document.querySelectorAll('.thumb')[${pageOf('12')}].ariaLabel`)).toBe('page 12, has warnings');
    await proof.press('f');
    expect(await textOf('#findings-title')).toBe('1 warning');
    await proof.page.click('.findings .fact-button');
    await frames();
    expect((await inView()).split('–')).toContain('12');
    await proof.page.click('.findings .place');
    expect((await proof.sent()).at(-1)).toEqual({ type: 'edit', file: 'four.md', line: 9 });
    await proof.press('Escape');
    expect(await isHidden('#findings')).toBe(true);
  });

  test('that keep the pages as they were lie over them, until they are mended', async () => {
    await proof.tell(news([error, warning()], true));
    expect(await isHidden('.slip')).toBe(false);
    expect(await proof.read(`[...document.querySelectorAll('.slip .fact, .slip .source mark, .slip .hints, .slip .place')].map(({ textContent }) => textContent)`)).toEqual(['error citation key clark is not in the bibliography', '@clark', 'clarke exists (sources.bib:18)', 'two.md:3:5']);
    expect(await textOf('.state')).toBe('waits for the error to be mended');
    expect(await textOf('[role=status].unseen')).toBe('1 error');
    expect(await proof.read(`document.querySelectorAll('.leaf').length`)).toBe(book.pages.pages.length);
    await proof.tell(news([warning()]));
    expect(await isHidden('.slip')).toBe(true);
    expect(await textOf('.state')).toBe('up to date');
  });

  test('that were put away come back when they are others', async () => {
    await proof.tell(news([error], true));
    await proof.press('Escape');
    expect(await isHidden('.slip')).toBe(true);
    await proof.tell(news([error], true));
    expect(await isHidden('.slip')).toBe(true);
    await proof.tell(news([{ ...error, line: 4 }], true));
    expect(await isHidden('.slip')).toBe(false);
    await proof.tell(news([]));
  });

  test('that are told again stay as they are, under whoever is about to click', async () => {
    await proof.tell(news([error], true));
    await proof.read(`document.querySelector('.slip .place').isOld = true`);
    await proof.tell(news([error], true));
    expect(await proof.read(`document.querySelector('.slip .place').isOld`)).toBe(true);
    await proof.tell(news([]));
  });

  test('on a line that is a whole paragraph show the part that is meant', async () => {
    await proof.tell(news([{ ...error, source: { text: `${'word '.repeat(100)}@clark and${' more'.repeat(100)}`, column: 501, length: 6 } }], true));
    expect(await textOf('.slip .source code')).toMatch(/^….{20,50}@clark and.{20,60}…$/);
    await proof.tell(news([]));
  });

  test('are never taken for markup', async () => {
    await proof.tell(news([{ ...error, message: '<b>bold</b> is not `<i>known</i>`' }], true));
    expect(await textOf('.slip .fact')).toBe('error <b>bold</b> is not <i>known</i>');
    await proof.tell(news([]));
  });
});

describe('the e-book', () => {
  shared();
  const chapters = async (key = 'a'): Promise<ChaptersNews> => {
    const begins = new Map(await Promise.all([['1', 'one'], ['4', 'two'], ['7', 'three'], ['10', 'four']].map(async ([folio = '', name = '']) => [`epub/text/${name}.xhtml`, [await firstAt(folio), name]] as const)));
    return { type: 'chapters', chapters: book.chapters.chapters.map(({ address, key: own }) => ({ address, title: address, key: own + key, places: [begins.get(address) ?? []].filter((place): place is [string, string] => place.length === 2) })) };
  };
  const frame = `document.querySelector('.stage iframe:not(.coming)')`;
  const shown = (name: string): Promise<void> => proof.until(`${frame}?.getAttribute('src') === 'epub/text/${name}.xhtml' && !document.querySelector('.coming')`);

  test('shows the chapter of the page in view, without scripts', async () => {
    await proof.tell(await chapters());
    await goTo('7');
    await shown('three');
    expect(await proof.read(`[${frame}.sandbox.value, ${frame}.contentDocument.querySelector('h1').textContent]`)).toEqual(['allow-same-origin', expect.stringContaining('Chapter three')]);
    await goTo('12');
    await shown('four');
  });

  test('is loaded anew only where it is another, and then stays where its reader is', async () => {
    await proof.read(`${frame}.contentWindow.scrollTo(0, 300); ${frame}.isOld = true`);
    await proof.tell(await chapters());
    await frames();
    expect(await proof.read(`${frame}.isOld`)).toBe(true);
    await proof.tell(await chapters('b'));
    await proof.until(`${frame} && !${frame}.isOld`);
    await shown('four');
    expect(await proof.read(`${frame}.contentWindow.scrollY`)).toBe(300);
  });
});

describe('the line to the program', () => {
  beforeAll(async () => {
    proof = await open();
  });
  afterAll(() => proof.close());

  test('is drawn again by itself, after waits that grow, and the pages stay', async () => {
    await proof.read(`window.isDead = true; window.sockets.at(-1).close()`);
    await proof.until(`document.querySelector('.state').textContent.startsWith('not connected')`);
    await proof.until(`document.querySelector('.state').textContent === 'not connected: trying again in 2 s'`);
    expect(await proof.read(`document.querySelectorAll('.leaf').length`)).toBe(book.pages.pages.length);
    await proof.read(`window.isDead = false`);
    await proof.until(`document.querySelector('.state').textContent === 'up to date'`);
  });

  test('says what a program does, what it wrote, and what its author has to know', async () => {
    await proof.tell({ type: 'state', doing: 'outputs', outputs: [{ name: 'the proof.pdf', bytes: 1_250_000 }], notice: 'the browser ended and was started again' });
    expect(await textOf('.state')).toBe('writing files');
    expect(await textOf('.notice p')).toBe('the browser ended and was started again');
    await proof.press('o');
    expect(await proof.read(`[...document.querySelectorAll('#outputs li')].map((item) => [item.textContent, item.querySelector('a').getAttribute('href')])`)).toEqual([['the proof.pdf1.3 MB', 'outputs/the%20proof.pdf']]);
    // It is there long enough to be read, whatever comes next.
    await proof.tell(upToDate);
    expect([await textOf('.state'), await isHidden('.notice')]).toEqual(['up to date', false]);
    await proof.press('Escape');
    await proof.page.click('.notice button');
    expect(await isHidden('.notice')).toBe(true);
  });

  test('is asked for everything again when a page never came', async () => {
    const before: number = await proof.read('window.sockets.length');
    await proof.read(`window.sockets.at(-1).hear(${JSON.stringify(update({}, { pages: [{ key: 'never', folio: '1', side: 'recto' }], markup: {} }))})`);
    await proof.until(`window.sockets.length > ${before} && window.sockets.at(-1).readyState === 1`);
  });
});

test('an address of the past says so, and does not try for ever', async () => {
  proof = await open();
  await proof.page.evaluate(`window.fetch = async () => new Response(null, { status: 404 }); window.sockets.at(-1).close()`);
  await proof.until(`document.querySelector('.state').textContent === 'ended'`);
  expect(await textOf('.notice')).toMatch(/octavo watch was started anew/);
  expect(await proof.read(`window.sockets.length`)).toBe(1);
  await proof.close();
});

describe('on a telephone', () => {
  shared(phone);

  test('a page at a time is as wide as the screen', async () => {
    const lying = await leaves();
    expect(new Set(lying.map(({ left }) => left)).size).toBe(1);
    expect(lying[0]?.width).toBeGreaterThan(330);
    expect(await proof.read(`document.documentElement.scrollWidth`)).toBe(360);
  });

  test('panels are sheets, one at a time', async () => {
    for (const [name, panel] of [['Pages', '#rail'], ['E-book', '#e-book'], ['Findings', '#findings']] as const) {
      await proof.read(`[...document.querySelectorAll('.tools > .tool')].find(({ textContent }) => textContent === '${name}').click()`);
      expect(await proof.read(`['#rail', '#e-book', '#findings'].filter((panel) => document.querySelector(panel).checkVisibility())`)).toEqual([panel]);
    }
    await proof.press('Escape');
  });

  test('what is seldom used waits in a menu', async () => {
    expect(await isHidden('.zoom')).toBe(true);
    await proof.page.click('.more-button');
    expect(await isHidden('.zoom')).toBe(false);
  });
});

describe.each(['light', 'dark'])('%s', (scheme) => {
  shared(wide, [{ name: 'prefers-color-scheme', value: scheme }]);

  test('words stand out from their ground (WCAG AA)', async () => {
    const pairs = [['--ink', '--ground'], ['--ink', '--raised'], ['--quiet', '--ground'], ['--quiet', '--raised'], ['--quiet', '--hover'], ['--error', '--raised'], ['--warning', '--raised'], ['--change', '--raised'], ['--on-fill', '--error'], ['--on-fill', '--warning']] as const;
    for (const [ink, ground] of pairs) {
      const [a, b]: [string, string] = await proof.read(`['${ink}', '${ground}'].map((name) => { const probe = document.createElement('i'); probe.style.color = 'var(' + name + ')'; document.body.append(probe); const { color } = getComputedStyle(probe); probe.remove(); return color; })`);
      expect({ ink, ground, contrast: contrast(a, b) }).toEqual({ ink, ground, contrast: expect.toSatisfy((ratio: number) => ratio >= 4.5) });
    }
  });

  test('paper is paper', async () => {
    expect(await proof.read(`getComputedStyle(document.querySelector('.leaf')).backgroundColor`)).toBe('rgb(255, 255, 255)');
  });
});

function contrast(a: string, b: string): number {
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => Number(part) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}
