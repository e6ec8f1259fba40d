/** Page numbers in the text: in contents and lists, in running text, settled in rounds. */
import { describe, expect, test } from 'vitest';
import { call, part } from '../epub/edition.js';
import { boxOf, calling, figure, linesOf, names, note, notePageOf, p, pageOf, pageTo, table } from './blocks.js';
import { type Laid, sharedPress, texts } from './lay.js';

const { lay, layParts } = sharedPress();

const list = (...anchors: string[]): string => `<span data-pages="${anchors.join(' ')}"></span>`;
const mark = (id: string): string => `<p data-at="x:1"><span id="${id}">${id}</span></p>`;
/** As running text says it: `on page 12`. */
const worded = (anchor: string): string => `<p data-at="w:1">see <a href="#${anchor}"><span class="page-words">on page&nbsp;</span><span data-page="${anchor}"></span></a></p>`;
const folioOf = (laid: Laid, line: string): string => laid.pages[pageOf(laid, line)]?.folio ?? '?';

describe('page numbers in the contents', () => {
  test('are those of the openings, however long the contents are', async () => {
    const ids = names('part', 12);
    const contents = part({ id: 'contents', kind: 'contents', matter: 'front', title: 'Contents', html: ids.map((id) => `<p data-at="c:1">${id} ${pageTo(id)}</p>`).join('') });
    const parts = ids.map((id, index) => part({ id, html: `<h1 id="${id}">${id}</h1>${p('a', 3 + index * 2)}` }));
    const { pages } = await layParts([contents, ...parts]);
    const printed = pages.flatMap((page) => texts(page.lines)).filter((line) => /^part\d+ \d+$/.test(line));
    expect(printed).toEqual(ids.map((id) => `${id} ${pages.find((page) => texts(page.lines).includes(id))?.folio ?? ''}`));
  });

  test('of a front are roman', async () => {
    const contents = part({ id: 'contents', kind: 'contents', matter: 'front', title: 'Contents', html: `<p data-at="c:1">preface ${pageTo('preface')}</p>${p('f', 12)}` });
    const preface = part({ id: 'preface', matter: 'front', html: `<h1 id="preface">preface</h1>${p('a', 4)}` });
    const laid = await layParts([contents, preface, part({ id: 'one', html: p('b', 4) })]);
    expect(linesOf(laid)[0]?.[0]).toBe('preface iii');
  });

  test('leave blank pages out, and count them', async () => {
    const contents = part({ id: 'contents', kind: 'contents', matter: 'front', title: 'Contents', html: `<p data-at="c:1">two ${pageTo('two')}</p>` });
    const laid = await layParts([contents, part({ id: 'one', html: p('a', 4) }), part({ id: 'two', html: `<h1 id="two">two</h1>${p('b', 4)}` })], { page: { chaptersOpen: 'recto' } });
    expect(linesOf(laid)[0]?.[0]).toBe('two 3');
  });
});

describe('page numbers in running text', () => {
  test('are those of their targets', async () => {
    const laid = await lay(`<p data-at="x:0">see p. ${pageTo('there')}</p>${p('a', 20)}${mark('there')}`);
    expect(linesOf(laid)[0]?.[0]).toBe(`see p. ${folioOf(laid, 'there')}`);
  });

  test('of a block are those of its first line', async () => {
    const laid = await lay(`<p data-at="x:0">see p. ${pageTo('block')} and ${pageTo('t')}</p>${p('a', 6)}<div id="block" data-at="x:1">${p('b', 12)}</div>${table('t', 30)}`);
    expect(linesOf(laid)[0]?.[0]).toBe(`see p. ${folioOf(laid, 'b1')} and ${folioOf(laid, 'Head')}`);
  });

  test('of a figure that left are those of the page it stands on', async () => {
    const laid = await lay(`<p data-at="x:0">see p. ${pageTo('f')}</p>${p('a', 5)}${figure('f', 90)}${p('b', 14)}`);
    expect([pageOf(laid, 'b1'), pageOf(laid, 'Caption f')]).toEqual([0, 1]);
    expect(linesOf(laid)[0]?.[0]).toBe('see p. 2');
  });

  test.each(['top', 'bottom', 'page'] as const)('of a figure that is wanted at %s are those of the page it stands on', async (placement) => {
    const laid = await lay(`<p data-at="x:0">see p. ${pageTo('f')}</p>${p('a', 8)}${figure('f', 60, { placement })}${p('b', 14)}`);
    expect(linesOf(laid)[0]?.[0]).toBe(`see p. ${boxOf(laid, 'f').page + 1}`);
    expect(boxOf(laid, 'f').page).toBeGreaterThan(0);
  });

  test('of a note are those of its page', async () => {
    const laid = await lay(`<p data-at="x:0">see p. ${pageTo('n-x')}</p>${p('a', 11)}${calling('b', 3, 2, 'x')}`, { notes: { x: note(1) } });
    expect(linesOf(laid)[0]?.[0]).toBe(`see p. ${notePageOf(laid, '1 n1') + 1}`);
  });

  test('of a margin note are those of its page', async () => {
    const laid = await lay(`<p data-at="x:0">see p. ${pageTo('n-x')}</p>${p('a', 11)}${calling('b', 3, 2, 'x')}`, { notes: { x: note(1) }, margin: ['x'], page: { notes: 'margin' } });
    expect(linesOf(laid)[0]?.[0]).toBe(`see p. ${laid.pages.findIndex((page) => page.marginal.length > 0) + 1}`);
  });

  test('in a note are those of their targets', async () => {
    const laid = await lay(calling('a', 4, 1, 'x') + p('b', 16) + mark('there'), { notes: { x: `<p>see p. ${pageTo('there')}</p>` } });
    expect(laid.pages[0]?.notes[0]?.text).toBe(`1 see p. ${folioOf(laid, 'there')}`);
  });

  test('of a line in a divided paragraph are those of the line', async () => {
    const laid = await lay(`<p data-at="x:0">see p. ${pageTo('there')}</p><p data-at="x:1">${names('a', 14).join('<br>')}<br><span id="there">there</span><br>end</p>`);
    expect([pageOf(laid, 'a1'), linesOf(laid)[0]?.[0]]).toEqual([0, 'see p. 2']);
  });

  test('of nothing are empty', async () => {
    expect(linesOf(await lay(`<p data-at="x:0">see p. ${pageTo('nowhere')}</p>`))[0]).toEqual(['see p.']);
  });

  test('stay true when one that is filled in makes an earlier part longer', async () => {
    // Filled in, each number needs a line of its own; the part with the target lies five lines lower than when it was measured.
    const wide = `<p data-at="x:0">${'<span style="display: inline-block; width: 99%">w</span>'} ${pageTo('target')}</p>`;
    const { pages } = await layParts([part({ id: 'one', html: wide.repeat(5) + p('a', 4) }), part({ id: 'two', html: `${p('b', 7)}${mark('target')}${p('c', 20)}` })]);
    const folio = pages.find((page) => texts(page.lines).includes('target'))?.folio ?? '?';
    expect(pages.flatMap((page) => texts(page.lines)).filter((line) => /^\d+$/.test(line))).toEqual(Array.from({ length: 5 }, () => folio));
  });
});

describe('words for a page', () => {
  const cases: [name: string, html: string, shown: string][] = [
    ['on the same page', worded('there') + mark('there'), 'see on this page'],
    ['on the facing page', p('a', 10) + worded('there') + p('b', 9) + mark('there') + p('c', 7), 'see on the facing page'],
    ['overleaf', worded('there') + p('b', 9) + mark('there') + p('c', 7), 'see on page 2'],
    ['far away', worded('there') + p('a', 29) + mark('there') + p('c', 7), 'see on page 4'],
    ['before, on the facing page', p('a', 10) + mark('there') + p('b', 9) + worded('there') + p('c', 7), 'see on the facing page'],
  ];
  test.each(cases)('%s', async (_, html, shown) => {
    const laid = await lay(html);
    expect(linesOf(laid).flat().map((line) => line.replaceAll('\u00a0', ' ')).find((line) => line.startsWith('see'))).toBe(shown);
  });
});

describe('page numbers in a list', () => {
  test('are each page once, three in a row as a range', async () => {
    const marks = names('m', 5).map((id, index) => mark(id) + p(`f${index}-`, index === 3 ? 19 : 9)).join('');
    const laid = await layParts([part({ id: 'one', html: marks }), part({ id: 'index', matter: 'back', html: `<p data-at="i:0">entry ${list('m1', 'm2', 'm3', 'm4', 'm5')}</p>` })]);
    expect(names('m', 5).map((id) => folioOf(laid, id))).toEqual(['1', '2', '3', '4', '6']);
    expect(laid.pages.at(-1)?.lines[0]?.text).toBe('entry 1–4, 6');
  });

  test('lead to their places', async () => {
    const laid = await layParts([part({ id: 'one', html: mark('m1') + p('a', 19) + mark('m2') + p('b', 6) }), part({ id: 'index', matter: 'back', html: `<p data-at="i:0">entry ${list('m1', 'm2')}</p>` })]);
    expect(laid.pages.at(-1)?.html).toMatch(/href="#m1">1<\/a>, <a href="#m2">3<\/a>/);
  });
});

describe('page numbers of an index', () => {
  const [one, two, three, four] = names('m', 4).map(mark) as [string, string, string, string];
  const text = part({ id: 'one', html: one + p('a', 19) + two + p('b', 9) + three + p('c', 9) + four + p('d', 7) });

  test.each([
    ['of a stretch of text run from its first page to its last', 'm1/m3 m4', '1–5'],
    ['of a stretch on one page are that page', 'm2/m2', '3'],
    ['of a stretch whose end is nowhere are its first page', 'm1/nowhere', '1'],
  ])('%s', async (_, places, expected) => {
    const laid = await layParts([text, part({ id: 'index', matter: 'back', html: `<p data-at="i:0">entry ${list(places)}</p>` })]);
    expect(names('m', 4).map((id) => folioOf(laid, id))).toEqual(['1', '3', '4', '5']);
    expect(laid.pages.at(-1)?.lines[0]?.text).toBe(`entry ${expected}`);
  });

  test('are bold where the main place is', async () => {
    const laid = await layParts([text, part({ id: 'index', matter: 'back', html: `<p data-at="i:0">entry ${list('m1', '*m3', 'm4')}</p>` })]);
    expect(laid.pages.at(-1)?.html).toMatch(/href="#m1">1<\/a>, <strong><a href="#m3">4<\/a><\/strong>, <a href="#m4">5<\/a>/);
  });

  test('tell the EPUB the end of a stretch', async () => {
    const laid = await layParts([text, part({ id: 'index', matter: 'back', html: `<p data-at="i:0">entry ${list('m1/m4')}</p>` })]);
    expect(laid.map.folios.get('m4' as never)).toBe('5');
  });
});

describe('page numbers of an entry', () => {
  test('are measured with the arrow before them as it will be printed', async () => {
    // Each filler leaves a little more room at the end of its line: some of the lists just fit there.
    const entries = names('e', 120).map((id, index) => `<div class="entry"><dt>${id}</dt><dd><span style="display: inline-block; width: ${300 + index / 2}px">.</span> <span class="locators" data-pages="there"></span></dd></div>`);
    const { pages } = await layParts([part({ id: 'one', html: '<p data-at="x:1" id="there">there</p>' }), part({ id: 'people', matter: 'back', html: `<dl class="register">${entries.join('')}</dl>` })]);
    expect(pages.map((page) => page.over).filter((over) => over > 1)).toEqual([]);
  });
});

describe('places in notes', () => {
  const index = (...anchors: string[]) => part({ id: 'index', matter: 'back', html: `<p data-at="i:0">entry ${anchors.map((anchor) => list(...anchor.split(' '))).join('; ')}</p>` });
  const named = (id: string): string => `<span id="${id}">${id}</span>`;
  const footOf = (laid: Laid, line: string): string => laid.pages[notePageOf(laid, line)]?.folio ?? '?';

  test('are given with the number of the note, after those in the text', async () => {
    const notes = { x: `<p>${named('one')}</p>`, y: `<p>${named('two')}</p>`, z: '<p>three</p>' };
    const laid = await layParts([part({ id: 'text', html: `${p('a', 3)}<p data-at="x:2">${call('x', 1)}${call('y', 2)}${call('z', 3)} ${named('text')}</p>`, notes }), index('one', 'one two', 'one text n-z')]);
    expect(laid.pages.at(-1)?.lines[0]?.text).toBe('entry 1n1; 1nn1–2; 1, 1n1, 1n3');
  });

  test('are on the page of their own line, where a long note goes on overleaf', async () => {
    const laid = await layParts([part({ id: 'text', html: `${calling('a', 6, 6, 'x')}${p('b', 12)}`, notes: { x: `<p>${names('n', 16).map(named).join('<br>')}</p>` } }), index('n2', 'n15', 'n-x')]);
    const [first, second] = [footOf(laid, 'n2'), footOf(laid, 'n15')];
    expect(Number(second)).toBeGreaterThan(Number(first));
    expect(laid.pages.at(-1)?.lines[0]?.text).toBe(`entry ${first}n1; ${second}n1; ${footOf(laid, '1 n1')}n1`);
  });

  test('are on the page beside whose text the note stands, where notes stand in the margin', async () => {
    const text = part({ id: 'text', html: p('a', 12) + calling('b', 4, 3, 'x'), notes: { x: `<p>${named('one')}</p>` } });
    const laid = await layParts([{ ...text, notes: text.notes.map((each) => ({ ...each, isMarginal: true as const })) }, index('one')], { page: { margins: { outer: 40 } } });
    const called = laid.pages.find((page) => page.html.includes('id="c-x"'));
    expect(called?.notes).toEqual([]);
    expect(laid.pages.at(-1)?.lines[0]?.text).toBe(`entry ${called?.folio ?? '?'}n1`);
  });

  test('are told to the EPUB with their own page, too', async () => {
    const laid = await layParts([part({ id: 'text', html: calling('a', 2, 1, 'x') + p('b', 3), notes: { x: `<p>${names('n', 40).map(named).join('<br>')}</p>` } }), index('n1', 'n20', 'n40')]);
    expect(['n1', 'n20', 'n40'].map((anchor) => laid.map.folios.get(anchor as never))).toEqual(['1 n1', 'n20', 'n40'].map((line) => footOf(laid, line)));
  });
});

test('a page number that never settles is reported, with the pages it was on; no page is too full', async () => {
  // "on this page" needs a line of its own, and sends its target to the next page; "on page 2" does not, and brings it back.
  const filler = '<span style="display: inline-block; width: calc(100% - 60px)"></span>';
  const words = '<span style="display: inline-block"><span class="page-words">on page&nbsp;</span><span data-page="there"></span></span>';
  const laid = await lay(`<p data-at="x:0">${filler}${words}</p>${p('a', 8)}${mark('there')}`, { expected: ['p-002'] });
  expect(laid.findings[0]?.message).toBe('the page of `there` did not settle in 5 rounds: it was 1, 2, 1, 2, 1');
});
