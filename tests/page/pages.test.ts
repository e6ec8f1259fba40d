/** What a reader sees on the pages: each case is a small text on pages of ten lines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, part } from '../epub/edition.js';
import { type Laid, type LaidPage, Press, texts } from './lay.js';

let press: Press;
beforeAll(async () => {
  press = await Press.start();
}, 60_000);
afterAll(() => press.stop());

/** A paragraph of so many lines: `a1`, `a2` … */
const p = (name: string, count: number): string => `<p data-at="x:1">${names(name, count).join('<br>')}</p>`;
const names = (name: string, count: number, from = 1): string[] => Array.from({ length: count }, (_, index) => `${name}${from + index}`);

const lay = (html: string, notes: Readonly<Record<string, string>> = {}, expected: readonly string[] = []): Promise<Laid> => press.lay([part({ id: 'one', html, notes })], { expected });
const linesOf = ({ pages }: Laid): string[][] => pages.map((page) => texts(page.lines));
/** The page, from 0, that holds a line. */
const pageOf = ({ pages }: Laid, text: string): number => pages.findIndex((page) => texts(page.lines).includes(text));
const noteLines = (page: LaidPage | undefined): string[] => texts(page?.notes ?? []);

describe('headings', () => {
  test('without room for two lines below go to the next page', async () => {
    const laid = await lay(`${p('a', 7)}<h2 id="h">Head</h2>${p('b', 6)}`);
    expect(pageOf(laid, 'Head')).toBe(1);
    expect(linesOf(laid)[1]?.slice(0, 2)).toEqual(['Head', 'b1']);
  });

  test('with room for two lines below stay', async () => {
    const laid = await lay(`${p('a', 4)}<h2 id="h">Head</h2>${p('b', 8)}`);
    expect([pageOf(laid, 'Head'), pageOf(laid, 'b2')]).toEqual([0, 0]);
  });

  test('in a row stay together and with their text', async () => {
    const laid = await lay(`${p('a', 6)}<h2 id="h">Head</h2><h3 id="i">Below</h3>${p('b', 6)}`);
    expect([pageOf(laid, 'Head'), pageOf(laid, 'Below'), pageOf(laid, 'b1'), pageOf(laid, 'b2')]).toEqual([1, 1, 1, 1]);
  });

  test('with nothing below them still stand', async () => {
    expect(linesOf(await lay(`${p('a', 10)}<h2 id="h">Head</h2>`)).flat()).toEqual([...names('a', 10), 'Head']);
  });

  test('at the head of a page have no space above', async () => {
    const laid = await lay(`${p('a', 10)}<h2 id="h">Head</h2>${p('b', 16)}`);
    expect([pageOf(laid, 'Head'), pageOf(laid, 'b8')]).toEqual([1, 1]);
  });
});

const note = (count: number): string => `<p>${names('n', count).join('<br>')}</p>`;
const calling = (name: string, count: number, at: number, ...keys: string[]): string =>
  `<p data-at="x:1">${names(name, count).map((line, index) => (index + 1 === at ? line + keys.map((key, order) => call(key, order + 1)).join('') : line)).join('<br>')}</p>`;

describe('notes', () => {
  test('stand at the foot of the page that calls them', async () => {
    const laid = await lay(calling('a', 14, 3, 'x'), { x: note(1) });
    expect(laid.pages.map(noteLines)).toEqual([['1 n1'], []]);
    expect(pageOf(laid, 'a31')).toBe(0);
  });

  test('take their room from the text', async () => {
    const [first] = (await lay(calling('a', 20, 1, 'x'), { x: note(4) })).pages;
    expect(first?.lines.length).toBeLessThan(8);
    expect(first?.notes).toHaveLength(4);
  });

  test('bring the line that calls them along, when there is no room for both', async () => {
    const laid = await lay(p('a', 5) + calling('b', 8, 4, 'x') + p('c', 4), { x: note(4) });
    const page = pageOf(laid, 'b41');
    expect(noteLines(laid.pages[page])[0]).toBe('1 n1');
  });

  test('that are too long go on overleaf, under a rule as wide as the text', async () => {
    const laid = await lay(calling('a', 6, 6, 'x') + p('b', 12), { x: note(16) });
    const pieces = laid.pages.map(noteLines);
    expect(pieces.flat()).toEqual(['1 n1', ...names('n', 15, 2)]);
    expect(pieces.filter((piece) => piece.length > 0).length).toBeGreaterThan(1);
    const after = laid.pages.findLast((page) => page.notes.length > 0);
    expect(after?.noteClass).toContain('continued');
    expect(laid.pages[pageOf(laid, 'a61')]?.notes[0]?.text).toBe('1 n1');
  });

  test('longer than a page take as many pages as they need', async () => {
    const laid = await lay(calling('a', 2, 1, 'x') + p('b', 3), { x: note(40) });
    expect(laid.pages.length).toBeGreaterThan(3);
    expect(laid.pages.flatMap(noteLines)).toEqual(['1 n1', ...names('n', 39, 2)]);
    expect(linesOf(laid).flat()).toEqual(['a11', 'a2', ...names('b', 3)]);
  });

  test('called in one line stand one below the other', async () => {
    const laid = await lay(calling('a', 12, 9, 'x', 'y'), { x: '<p>first</p>', y: '<p>second</p>' });
    expect(laid.pages.map(noteLines).filter((piece) => piece.length > 0)).toEqual([['1 first', '2 second']]);
  });

  test('called twice stand once, where they are called first', async () => {
    const again = `<p data-at="x:9">again<sup><a data-note="n-x" href="#n-x">1</a></sup></p>`;
    const laid = await lay(calling('a', 9, 2, 'x') + p('b', 10) + again, { x: note(1) });
    expect(laid.pages.map(noteLines).flat()).toEqual(['1 n1']);
    expect(noteLines(laid.pages[0])).toEqual(['1 n1']);
  });

  test('keep their order over many pages', async () => {
    const keys = names('k', 12);
    const html = keys.map((key, index) => `<p data-at="x:${index}">${names(`p${index}-`, 3).join('<br>')}${call(key, index + 1)}</p>`).join('');
    const laid = await lay(html, Object.fromEntries(keys.map((key) => [key, `<p>note ${key}</p>`])));
    expect(laid.pages.flatMap(noteLines)).toEqual(keys.map((key, index) => `${index + 1} note ${key}`));
    for (const page of laid.pages) {
      const called = [...page.html.matchAll(/id="c-(k\d+)"/g)].map((match) => match[1]);
      expect(noteLines(page).map((line) => line.split(' ')[2])).toEqual(called);
    }
  });

  test('called in a table, a heading or a list stand on that page', async () => {
    const html = `${p('a', 8)}<h2 id="h">Head${call('x', 1)}</h2>${p('b', 3)}<ul data-at="x:2"><li><p>item${call('y', 2)}</p></li></ul><table data-at="x:3"><tbody><tr><td>cell${call('z', 3)}</td></tr></tbody></table>`;
    const laid = await lay(html, { x: '<p>in heading</p>', y: '<p>in list</p>', z: '<p>in table</p>' });
    expect(laid.pages.flatMap(noteLines)).toEqual(['1 in heading', '2 in list', '3 in table']);
    for (const page of laid.pages) expect(page.notes.length).toBe([...page.html.matchAll(/id="c-[xyz]"/g)].length);
  });
});

describe('lists', () => {
  const items = (count: number): string => names('i', count).map((item) => `<li data-at="x:1"><p>${item}</p></li>`).join('');

  test('go on with their numbers overleaf', async () => {
    const { pages } = await lay(`<ol data-at="x:0">${items(14)}</ol>`);
    expect(pages.flatMap((page) => page.markers)).toEqual(names('', 14).map((number) => `${number}.`));
    expect(pages.length).toBeGreaterThan(1);
  });

  test('that begin at 5 go on after their own numbers', async () => {
    const { pages } = await lay(`<ol start="5" data-at="x:0">${items(14)}</ol>`);
    expect(pages[1]?.markers[0]).toBe(`${5 + (pages[0]?.markers.length ?? 0)}.`);
  });

  test('show no number again on an item that goes on', async () => {
    const laid = await lay(`<ol data-at="x:0"><li><p>one</p></li><li>${p('a', 14)}</li><li><p>three</p></li></ol>`);
    expect(laid.pages.flatMap((page) => page.markers)).toEqual(['1.', '2.', '', '3.']);
  });

  test('within lists go on at both levels', async () => {
    const laid = await lay(`<ol data-at="x:0"><li><p>one</p></li><li><p>two</p><ol>${items(12)}</ol></li><li><p>three</p></li></ol>`);
    const shown = laid.pages.flatMap((page) => page.markers).filter((marker) => marker !== '');
    expect(shown).toEqual(['1.', '2.', ...names('', 12).map((number) => `${number}.`), '3.']);
  });
});

describe('tables', () => {
  const rows = (count: number): string => names('r', count).map((row) => `<tr><td>${row}</td></tr>`).join('');
  const table = (count: number, caption = ''): string => `<table data-at="x:1">${caption}<thead><tr><th>Head</th></tr></thead><tbody>${rows(count)}</tbody></table>`;

  test('that go on overleaf have their head there again', async () => {
    const laid = await lay(table(24));
    expect(laid.pages.length).toBeGreaterThan(2);
    expect(laid.pages.map((page) => [...page.html.matchAll(/>Head</g)].length)).toEqual(laid.pages.map(() => 1));
    expect(linesOf(laid).flat()).toEqual(['Head', ...names('r', 24)]);
  });

  test('stand with their caption and first rows', async () => {
    const laid = await lay(`${p('a', 8)}${table(20, '<caption><span>Words</span></caption>')}`);
    const page = laid.pages.findIndex((candidate) => texts(candidate.lines).includes('Words'));
    expect(texts(laid.pages[page]?.lines ?? [])).toEqual(expect.arrayContaining(['Words', 'r1', 'r2']));
  });

  test('keep a row of many lines whole', async () => {
    const laid = await lay(`<table data-at="x:1"><tbody>${rows(7)}<tr><td>${names('t', 5).join('<br>')}</td></tr>${rows(3)}</tbody></table>`);
    expect(new Set(names('t', 5).map((line) => pageOf(laid, line))).size).toBe(1);
  });
});

describe('figures', () => {
  const figure = (height: number): string => `<figure data-at="x:5"><svg viewBox="0 0 100 10" width="100" height="${height}" role="img"><rect width="100" height="10"></rect></svg><figcaption>Caption</figcaption></figure>`;

  test('stand whole with their caption', async () => {
    const laid = await lay(p('a', 7) + figure(80) + p('b', 6));
    for (const page of laid.pages) expect(page.html.includes('<svg')).toBe(texts(page.lines).includes('Caption'));
  });

  test('that find no room let the text run on before them', async () => {
    const laid = await lay(p('a', 6) + figure(100) + p('b', 14));
    expect([pageOf(laid, 'a6'), pageOf(laid, 'b2'), pageOf(laid, 'Caption')]).toEqual([0, 0, 1]);
  });

  test('never stand before their place', async () => {
    const laid = await lay(p('a', 12) + figure(60) + p('b', 12) + figure(60) + p('c', 4));
    const captions = laid.pages.flatMap((page, index) => texts(page.lines).filter((line) => line === 'Caption').map(() => index));
    expect(captions).toHaveLength(2);
    expect(captions[0]).toBeGreaterThanOrEqual(pageOf(laid, 'a12'));
    expect(captions[1]).toBeGreaterThanOrEqual(pageOf(laid, 'b12'));
  });

  test('taller than a page are made smaller', async () => {
    const laid = await lay(p('a', 2) + figure(400) + p('b', 2));
    expect(laid.pages.map((page) => page.over).filter((over) => over > 1)).toEqual([]);
    expect(linesOf(laid).flat()).toEqual(expect.arrayContaining(['Caption', ...names('a', 2), ...names('b', 2)]));
  });
});

describe('what is too large for any page', () => {
  test('is reported at its place, and the rest goes on', async () => {
    const laid = await lay(`${p('a', 2)}<p data-at="y:1" style="padding-bottom: 300px">tall</p>${p('b', 2)}`, {}, ['p-001']);
    expect(laid.findings[0]).toMatchObject({ code: 'p-001', place: { file: 'y' } });
    expect(linesOf(laid).flat()).toEqual([...names('a', 2), 'tall', ...names('b', 2)]);
  });
});

describe('a row taller than a page', () => {
  const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const table = (rows: string, head = ''): string => `<table data-at="y:1">${head}<tbody>${rows}</tbody></table>`;
  const cell = (name: string, count: number): string => names(name, count).join('<br>');

  test('is divided between its lines, and no page is too full', async () => {
    const laid = await lay(p('a', 2) + table(row(cell('t', 25))) + p('b', 2));
    expect(linesOf(laid).flat()).toEqual([...names('a', 2), ...names('t', 25), ...names('b', 2)]);
    expect(pageOf(laid, 't25')).toBeGreaterThan(pageOf(laid, 't1'));
  });

  test('is divided at one height in all of its cells', async () => {
    const laid = await lay(table(row(cell('s', 25), cell('t', 25))));
    for (const page of laid.pages) {
      const numbers = (name: string) => texts(page.lines).filter((line) => line.startsWith(name)).map((line) => line.slice(1));
      expect(numbers('s')).toEqual(numbers('t'));
    }
  });

  test('leaves nothing of a short cell for the next page', async () => {
    const laid = await lay(table(row(cell('s', 3), cell('t', 25))));
    expect([pageOf(laid, 's3'), pageOf(laid, 't1')]).toEqual([0, 0]);
    expect(laid.pages[1]?.html).toMatch(/<td [^>]*data-continued=""><\/td>/);
  });

  test('repeats the head of its table', async () => {
    const laid = await lay(table(row(cell('t', 25)), '<thead><tr><th>Head</th></tr></thead>'));
    expect(laid.pages.map((page) => page.html.includes('>Head<'))).toEqual(laid.pages.map(() => true));
  });

  test('calls its notes on the page where they are called', async () => {
    const laid = await lay(table(row(cell('t', 24) + call('x', 1))), { x: '<p>n1</p>' });
    expect(noteLines(laid.pages.at(-1))).toEqual(['1 n1']);
  });
});

describe('boxes and blocks', () => {
  test.each([
    ['a quotation', (inner: string) => `<blockquote data-at="x:0">${inner}</blockquote>`],
    ['a callout', (inner: string) => `<aside class="callout" data-at="x:0">${inner}</aside>`],
    ['a document', (inner: string) => `<section class="document" data-at="x:0">${inner}</section>`],
    ['a list in a quotation', (inner: string) => `<blockquote data-at="x:0"><ul><li>${inner}</li></ul></blockquote>`],
    ['a description', (inner: string) => `<dl data-at="x:0"><dt>Term</dt><dd>${inner}</dd></dl>`],
  ])('%s goes on over pages', async (_name, wrap) => {
    const laid = await lay(p('a', 3) + wrap(p('q', 9) + p('r', 9)) + p('b', 3));
    const all = linesOf(laid).flat().filter((line) => line !== 'Term');
    expect(all).toEqual([...names('a', 3), ...names('q', 9), ...names('r', 9), ...names('b', 3)]);
    expect(laid.pages.length).toBeGreaterThan(2);
  });

  test('code goes on line by line', async () => {
    const laid = await lay(`<pre data-at="x:1"><code>${names('code', 30).join('\n')}\n</code></pre>`);
    expect(linesOf(laid).flat()).toEqual(names('code', 30));
    expect(laid.pages.length).toBeGreaterThan(2);
  });

  test('a question keeps its words together with what follows them', async () => {
    const question = `<div class="question" data-at="x:2"><p>Why?</p><p class="question-tail" data-keep="previous">recall</p></div>`;
    const laid = await lay(p('a', 9) + question + p('b', 4));
    expect(pageOf(laid, 'Why?')).toBe(pageOf(laid, 'recall'));
  });

  test('what announces something stands with it', async () => {
    const laid = await lay(`${p('a', 9)}<p data-keep="next" data-at="x:2">Announced:</p><ul data-at="x:3"><li><p>this</p></li><li><p>that</p></li></ul>`);
    expect(pageOf(laid, 'Announced:')).toBe(pageOf(laid, 'this'));
  });

  test('raw text beside blocks is read as it lies', async () => {
    const laid = await lay(`<div data-at="x:0">${names('l', 12).join('<br>')} and <em>more</em></div>${p('a', 4)}`);
    expect(linesOf(laid).flat()).toEqual([...names('l', 11), 'l12 and more', ...names('a', 4)]);
  });
});

describe('folios and heads', () => {
  const front = (count: number) => part({ id: 'before', kind: 'contents', matter: 'front', title: 'Before', html: p('f', count) });
  const body = part({ id: 'one', title: 'One', html: p('a', 25) });
  const back = part({ id: 'after', matter: 'back', title: 'After', html: p('z', 3) });

  test('a body begins on a recto, after a page that is blank, when the front ends on one', async () => {
    const { pages, map } = await press.lay([front(5), body]);
    expect(pages.map((page) => [page.side, page.isBlank, page.folio])).toEqual([['recto', false, 'i'], ['verso', true, ''], ['recto', false, '1'], ['verso', false, '2'], ['recto', false, '3']]);
    expect(map.pages.map((page) => page.folio)).toEqual(['i', '', '1', '2', '3']);
  });

  test('a body follows at once when the front ends on a verso', async () => {
    const { pages } = await press.lay([front(15), body]);
    expect(pages.map((page) => page.folio)).toEqual(['i', 'ii', '1', '2', '3']);
  });

  test('the back counts on from the body', async () => {
    const { pages } = await press.lay([front(5), body, back]);
    expect(pages.map((page) => page.folio)).toEqual(['i', '', '1', '2', '3', '4']);
  });

  test('the book stands over a verso, the chapter over a recto, nothing over an opening', async () => {
    const { pages } = await press.lay([body, back]);
    expect(pages.map((page) => page.head)).toEqual(['', 'The Thaw & After', 'One', '']);
  });

  test('title and imprint show neither', async () => {
    const { pages } = await press.lay([part({ id: 'title', kind: 'title', matter: 'front', html: '<p>Title</p>' }), part({ id: 'imprint', kind: 'imprint', matter: 'front', html: '<p>Imprint</p>' }), body]);
    expect(pages.slice(0, 2).map((page) => [page.head, page.folio])).toEqual([['', ''], ['', '']]);
    expect(pages[2]?.folio).toBe('1');
  });
});

describe('page numbers', () => {
  const to = (anchor: string): string => `<a data-page="${anchor}" href="#${anchor}"></a>`;
  const list = (...anchors: string[]): string => `<span data-pages="${anchors.join(' ')}"></span>`;

  test('in the contents are those of the openings, however long the contents are', async () => {
    const ids = names('part', 12);
    const contents = part({ id: 'contents', kind: 'contents', matter: 'front', title: 'Contents', html: ids.map((id) => `<p data-at="c:1">${id} ${to(id)}</p>`).join('') });
    const parts = ids.map((id, index) => part({ id, html: `<h1 id="${id}">${id}</h1>${p('a', 3 + index * 2)}` }));
    const { pages } = await press.lay([contents, ...parts]);
    const printed = pages.flatMap((page) => texts(page.lines)).filter((line) => /^part\d+ \d+$/.test(line));
    const opening = ids.map((id) => `${id} ${pages.find((page) => texts(page.lines).includes(id))?.folio ?? ''}`);
    expect(printed).toEqual(opening);
  });

  test('in running text are those of their targets', async () => {
    const laid = await lay(`<p data-at="x:0">see p. ${to('there')}</p>${p('a', 20)}<p data-at="x:1"><span id="there">there</span></p>`);
    expect(linesOf(laid)[0]?.[0]).toBe(`see p. ${laid.pages[pageOf(laid, 'there')]?.folio ?? '?'}`);
  });

  test('of a block are those of its first line', async () => {
    const laid = await lay(`<p data-at="x:0">see p. ${to('block')} and ${to('table')}</p>${p('a', 6)}<div id="block" data-at="x:1">${p('b', 12)}</div><table id="table" data-at="x:2"><tbody>${names('r', 30).map((row) => `<tr><td>${row}</td></tr>`).join('')}</tbody></table>`);
    const folio = (line: string): string => laid.pages[pageOf(laid, line)]?.folio ?? '?';
    expect(linesOf(laid)[0]?.[0]).toBe(`see p. ${folio('b1')} and ${folio('r1')}`);
  });

  test('stay true when one that is filled in makes an earlier part longer', async () => {
    // Filled in, each number needs a line of its own; the part with the target lies five lines lower than when it was measured.
    const wide = `<p data-at="x:0">${'<span style="display: inline-block; width: 99%">w</span>'} ${to('target')}</p>`;
    const { pages } = await press.lay([part({ id: 'one', html: wide.repeat(5) + p('a', 4) }), part({ id: 'two', html: `${p('b', 7)}<p data-at="x:1"><span id="target">target</span></p>${p('c', 20)}` })]);
    const folio = pages.find((page) => texts(page.lines).includes('target'))?.folio ?? '?';
    const shown = pages.flatMap((page) => texts(page.lines)).filter((line) => /^\d+$/.test(line));
    expect(shown).toEqual(Array.from({ length: 5 }, () => folio));
  });

  test('in a list are each page once, three in a row as a range', async () => {
    const marks = names('m', 5).map((id, index) => `<p data-at="x:${index}"><span id="${id}">${id}</span></p>${p(`f${index}-`, index === 3 ? 19 : 9)}`).join('');
    const laid = await press.lay([part({ id: 'one', html: `${marks}` }), part({ id: 'index', matter: 'back', html: `<p data-at="i:0">entry ${list('m1', 'm2', 'm3', 'm4', 'm5')}</p>` })]);
    const folios = names('m', 5).map((id) => laid.pages[pageOf(laid, id)]?.folio);
    expect(folios).toEqual(['1', '2', '3', '4', '6']);
    expect(laid.pages.at(-1)?.lines[0]?.text).toBe('entry 1–4, 6');
  });

  test('of a note are those of its page', async () => {
    const laid = await lay(`<p data-at="x:0">see p. ${to('n-x')}</p>${p('a', 11)}${calling('b', 3, 2, 'x')}`, { x: note(1) });
    expect(linesOf(laid)[0]?.[0]).toBe(`see p. ${laid.pages[laid.pages.findIndex((page) => page.notes.length > 0)]?.folio ?? '?'}`);
  });

  test('the arrow before the pages of an entry is measured as it will be printed', async () => {
    // Each filler leaves a little more room at the end of its line: some of the lists just fit there.
    const entries = names('e', 120).map((id, index) => `<div class="entry"><dt>${id}</dt><dd><span style="display: inline-block; width: ${300 + index / 2}px">.</span> <span class="locators" data-pages="there"></span></dd></div>`);
    const { pages } = await press.lay([part({ id: 'one', html: '<p data-at="x:1" id="there">there</p>' }), part({ id: 'people', matter: 'back', html: `<dl class="register">${entries.join('')}</dl>` })]);
    expect(pages.map((page) => page.over).filter((over) => over > 1)).toEqual([]);
  });
});

describe('places in notes', () => {
  const index = (...anchors: string[]) => part({ id: 'index', matter: 'back', html: `<p data-at="i:0">entry ${anchors.map((anchor) => `<span data-pages="${anchor}"></span>`).join('; ')}</p>` });
  const named = (id: string): string => `<span id="${id}">${id}</span>`;
  /** The folio of the page at whose foot a line stands. */
  const footOf = ({ pages }: Laid, line: string): string => pages.find((page) => noteLines(page).includes(line))?.folio ?? '?';

  test('are given with the number of the note, after those in the text', async () => {
    const notes = { x: `<p>${named('one')}</p>`, y: `<p>${named('two')}</p>`, z: '<p>three</p>' };
    const laid = await press.lay([part({ id: 'text', html: `${p('a', 3)}<p data-at="x:2">${call('x', 1)}${call('y', 2)}${call('z', 3)} ${named('text')}</p>`, notes }), index('one', 'one two', 'one text n-z')]);
    expect(laid.pages.at(-1)?.lines[0]?.text).toBe('entry 1n1; 1nn1–2; 1, 1n1, 1n3');
  });

  test('are on the page of their own line, where a long note goes on overleaf', async () => {
    const laid = await press.lay([part({ id: 'text', html: `${calling('a', 6, 6, 'x')}${p('b', 12)}`, notes: { x: `<p>${names('n', 16).map(named).join('<br>')}</p>` } }), index('n2', 'n15', 'n-x')]);
    const [first, second] = [footOf(laid, 'n2'), footOf(laid, 'n15')];
    expect(Number(second)).toBeGreaterThan(Number(first));
    expect(laid.pages.at(-1)?.lines[0]?.text).toBe(`entry ${first}n1; ${second}n1; ${footOf(laid, '1 n1')}n1`);
  });

  test('are on the page beside whose text the note stands, where notes stand in the margin', async () => {
    const text = part({ id: 'text', html: p('a', 12) + calling('b', 4, 3, 'x'), notes: { x: `<p>${named('one')}</p>` } });
    const laid = await press.lay([{ ...text, notes: text.notes.map((each) => ({ ...each, isMarginal: true as const })) }, index('one')], { page: { margins: { outer: 40 } } });
    const call = laid.pages.find((page) => page.html.includes('id="c-x"'));
    expect(call?.notes).toEqual([]);
    expect(laid.pages.at(-1)?.lines[0]?.text).toBe(`entry ${call?.folio ?? '?'}n1`);
  });

  test('are told to the EPUB with their own page, too', async () => {
    const laid = await press.lay([part({ id: 'text', html: calling('a', 2, 1, 'x') + p('b', 3), notes: { x: `<p>${names('n', 40).map(named).join('<br>')}</p>` } }), index('n1', 'n20', 'n40')]);
    expect(['n1', 'n20', 'n40'].map((anchor) => laid.map.folios.get(anchor as never))).toEqual(['1 n1', 'n20', 'n40'].map((line) => footOf(laid, line)));
  });
});

describe('where pages begin, for the EPUB', () => {
  test('is told by block and letters', async () => {
    const { map } = await lay(`<p data-at="x:1">${names('a', 14).join('<br>')}</p><p data-at="x:2">${names('b', 4).join('<br>')}</p>`);
    expect(map.pages).toEqual([
      { folio: '1', at: 'x:1', letters: 0 },
      { folio: '2', at: 'x:1', letters: names('a', 10).join('').length },
    ]);
  });
});
