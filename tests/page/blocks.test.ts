/** Headings, lists, quotations, boxes, source, formulas and questions over the turn of a page. */
import { describe, expect, test } from 'vitest';
import { call } from '../epub/edition.js';
import { boxOf, callout, countsOf, figure, heading, items, leftOf, lineOf, linesOf, list, listing, names, note, p, pageOf, piecesOf, question, source, table } from './blocks.js';
import { sharedPress, texts } from './lay.js';

const { lay } = sharedPress();

describe('a heading', () => {
  test('without room for two lines below goes to the next page', async () => {
    const laid = await lay(p('a', 7) + heading('Head') + p('b', 6));
    expect(linesOf(laid)[1]?.slice(0, 2)).toEqual(['Head', 'b1']);
  });

  test('with room for two lines below stays', async () => {
    const laid = await lay(p('a', 4) + heading('Head') + p('b', 8));
    expect([pageOf(laid, 'Head'), pageOf(laid, 'b2')]).toEqual([0, 0]);
  });

  const followers: [what: string, html: string, last: string][] = [
    ['another and text', heading('Below', 3) + p('b', 6), 'b2'],
    ['two others and text', heading('Below', 3) + heading('Lowest', 4) + p('b', 6), 'b2'],
    ['a list', list('i', 6), 'i2'],
    ['a table', table('t', 5), 'r2'],
    ['a quotation', `<blockquote>${p('b', 6)}</blockquote>`, 'b2'],
    ['a callout', callout(p('b', 6)), 'b2'],
    ['source', source(names('s', 6)), 's2'],
    ['a listing', listing('l', names('s', 6)), 's2'],
    ['a definition', `<dl><dt data-keep="next">Term</dt><dd data-at="d:1">${names('b', 6).join('<br>')}</dd></dl>`, 'b1'],
    ['a paragraph of one line and another', p('b', 1) + p('c', 6), 'c1'],
  ];
  test.each(followers)('before %s stands on its page', async (_, html, last) => {
    for (const before of [5, 6, 7, 8]) {
      const laid = await lay(p('a', before) + heading('Head') + html + p('z', 6));
      expect(pageOf(laid, last)).toBe(pageOf(laid, 'Head'));
    }
  });

  test('before a figure that leaves does not end its page', async () => {
    for (const before of [3, 4, 5, 6, 7]) {
      const laid = await lay(p('a', before) + heading('Head') + figure('f', 90) + p('b', 12));
      expect(linesOf(laid)[pageOf(laid, 'Head')]?.at(-1)).not.toBe('Head');
    }
  });

  test('of two lines stays whole', async () => {
    const laid = await lay(`${p('a', 6)}<h3 id="h">Head<br>tail</h3>${p('b', 8)}`);
    expect(pageOf(laid, 'Head')).toBe(pageOf(laid, 'tail'));
  });

  test('with nothing below it still stands', async () => {
    expect(linesOf(await lay(p('a', 10) + heading('Head'))).flat()).toEqual([...names('a', 10), 'Head']);
  });

  test('at the head of a page has no space above', async () => {
    const laid = await lay(p('a', 10) + heading('Head') + p('b', 16));
    expect([pageOf(laid, 'Head'), pageOf(laid, 'b8')]).toEqual([1, 1]);
    expect(boxOf(laid, 'head').top).toBeCloseTo(0, 1);
  });
});

describe('a list', () => {
  test('goes on with its numbers overleaf', async () => {
    const { pages } = await lay(`<ol data-at="x:0">${items('i', 14)}</ol>`);
    expect(pages.flatMap((page) => page.markers)).toEqual(names('', 14).map((number) => `${number}.`));
    expect(pages.length).toBeGreaterThan(1);
  });

  test('that begins at 5 goes on after its own numbers', async () => {
    const { pages } = await lay(`<ol start="5" data-at="x:0">${items('i', 14)}</ol>`);
    expect(pages[1]?.markers[0]).toBe(`${5 + (pages[0]?.markers.length ?? 0)}.`);
  });

  test('shows no number again on an item that goes on', async () => {
    const laid = await lay(`<ol data-at="x:0"><li><p>one</p></li><li>${p('a', 14)}</li><li><p>three</p></li></ol>`);
    expect(laid.pages.flatMap((page) => page.markers)).toEqual(['1.', '2.', '', '3.']);
  });

  test('within a list goes on at both levels', async () => {
    const laid = await lay(`<ol data-at="x:0"><li><p>one</p></li><li><p>two</p><ol>${items('i', 12)}</ol></li><li><p>three</p></li></ol>`);
    const shown = laid.pages.flatMap((page) => page.markers).filter((marker) => marker !== '');
    expect(shown).toEqual(['1.', '2.', ...names('', 12).map((number) => `${number}.`), '3.']);
  });

  test('keeps two lines of an item together at the turn', async () => {
    const laid = await lay(`${p('a', 8)}<ul data-at="x:0"><li>${p('b', 4)}</li><li>${p('c', 6)}</li></ul>`);
    expect(pageOf(laid, 'b1')).toBe(pageOf(laid, 'b2'));
    expect(pageOf(laid, 'b3')).toBe(pageOf(laid, 'b4'));
  });

  test('keeps its indent overleaf', async () => {
    const laid = await lay(`<ul data-at="x:0"><li>${p('b', 18)}</li></ul>`);
    expect(leftOf(laid, 'b18')).toBeCloseTo(leftOf(laid, 'b1'), 0);
  });

  test('of items without paragraphs goes on', async () => {
    const laid = await lay(`<ul data-at="x:0">${names('i', 18).map((item) => `<li>${item}</li>`).join('')}</ul>`);
    expect(linesOf(laid).flat()).toEqual(names('i', 18));
    expect(laid.pages).toHaveLength(2);
  });

  test('of items with several blocks loses none', async () => {
    const laid = await lay(`<ol data-at="x:0">${names('i', 4).map((item) => `<li>${p(item, 2)}<pre data-at="x:9"><code>${item}-code</code></pre>${list(`${item}-`, 2)}</li>`).join('')}</ol>`);
    expect(linesOf(laid).flat()).toEqual(names('i', 4).flatMap((item) => [...names(item, 2), `${item}-code`, ...names(`${item}-`, 2)]));
  });
});

describe('a block', () => {
  test.each([
    ['a quotation', (inner: string) => `<blockquote data-at="x:0">${inner}</blockquote>`],
    ['a callout', callout],
    ['a document', (inner: string) => `<section class="document" data-at="x:0">${inner}</section>`],
    ['a list in a quotation', (inner: string) => `<blockquote data-at="x:0"><ul><li>${inner}</li></ul></blockquote>`],
    ['a quotation in a callout in a list', (inner: string) => `<ul><li>${callout(`<blockquote data-at="x:0">${inner}</blockquote>`)}</li></ul>`],
    ['a description', (inner: string) => `<dl data-at="x:0"><dt>Term</dt><dd>${inner}</dd></dl>`],
  ])('%s goes on over pages', async (_name, wrap) => {
    const laid = await lay(p('a', 3) + wrap(p('q', 9) + p('r', 9)) + p('b', 3));
    const all = linesOf(laid).flat().filter((line) => line !== 'Term');
    expect(all).toEqual([...names('a', 3), ...names('q', 9), ...names('r', 9), ...names('b', 3)]);
    expect(laid.pages.length).toBeGreaterThan(2);
  });

  test('keeps its indent overleaf', async () => {
    const laid = await lay(`<blockquote data-at="x:0">${p('q', 18)}</blockquote>`);
    expect(leftOf(laid, 'q18')).toBeGreaterThan(10);
    expect(leftOf(laid, 'q18')).toBeCloseTo(leftOf(laid, 'q1'), 0);
  });

  test('with rules has none at the cut', async () => {
    const laid = await lay(callout(p('q', 9) + p('r', 9)));
    const opening = laid.pages[0]?.html ?? '';
    expect(opening).toMatch(/<aside[^>]*data-split/);
    // At the cut the text stands where a page's text begins; at its own head and foot the box has white.
    expect(lineOf(laid, 'q1').top).toBeGreaterThan(5);
    expect(laid.pages[1]?.lines[0]?.top).toBeLessThan(5);
  });

  test('whose title is kept with its text does not leave it alone', async () => {
    for (const before of [6, 7, 8]) {
      const laid = await lay(p('a', before) + callout(`<p class="callout-title" data-keep="next">Title</p>${p('q', 8)}`));
      expect(pageOf(laid, 'Title')).toBe(pageOf(laid, 'q1'));
    }
  });

  test('whose source is kept with it does not leave it for the next page', async () => {
    for (const count of [8, 9, 10]) {
      const laid = await lay(`<section class="document" data-at="x:0">${p('q', count)}<p class="document-source" data-keep="previous">Source</p></section>${p('b', 6)}`);
      expect(pageOf(laid, 'Source')).toBe(pageOf(laid, `q${count}`));
    }
  });

  test('of raw text beside blocks is read as it lies', async () => {
    const laid = await lay(`<div data-at="x:0">${names('l', 12).join('<br>')} and <em>more</em></div>${p('a', 4)}`);
    expect(linesOf(laid).flat()).toEqual([...names('l', 11), 'l12 and more', ...names('a', 4)]);
  });

  test('that is empty takes no page', async () => {
    expect(countsOf(await lay(`${p('a', 10)}<div></div><p></p><div></div>`))).toEqual([10]);
  });
});

describe('what announces something', () => {
  const announcing = '<p data-keep="next" data-at="x:2">Announced:</p>';
  test.each([
    ['a list', list('i', 5), 'i1'],
    ['a quotation', `<blockquote>${p('b', 5)}</blockquote>`, 'b1'],
    ['a table', table('t', 4), 'Head'],
    ['source', source(names('s', 5)), 's1'],
  ])('stands with %s', async (_, html, first) => {
    for (const before of [7, 8, 9]) {
      const laid = await lay(p('a', before) + announcing + html + p('z', 7));
      expect(pageOf(laid, 'Announced:')).toBe(pageOf(laid, first));
    }
  });

  test('has not done so with a figure at the head of the page', async () => {
    const laid = await lay(p('a', 3) + announcing + figure('f', 20, { placement: 'top' }) + list('i', 5));
    expect(pageOf(laid, 'Announced:')).toBe(pageOf(laid, 'i1'));
  });
});

describe('source', () => {
  test('goes on line by line', async () => {
    const laid = await lay(source(names('code', 30)));
    expect(linesOf(laid).flat()).toEqual(names('code', 30));
    expect(laid.pages.length).toBeGreaterThan(2);
  });

  test('has two lines at either end', async () => {
    for (const before of [4, 5, 6, 7, 8]) {
      const laid = await lay(p('a', before) + source(names('s', 5)) + p('b', 7));
      expect(pageOf(laid, 's1')).toBe(pageOf(laid, 's2'));
      expect(pageOf(laid, 's4')).toBe(pageOf(laid, 's5'));
    }
  });

  test('stands whole where that takes little white, and is divided where it takes much', async () => {
    const [little, much] = [await lay(p('a', 6) + source(names('s', 5)) + p('b', 12)), await lay(p('a', 4) + source(names('s', 6)) + p('b', 12))];
    expect([pageOf(little, 's1'), pageOf(little, 's5'), pageOf(much, 's1'), pageOf(much, 's6')]).toEqual([1, 1, 0, 1]);
  });

  test('keeps its empty lines', async () => {
    const laid = await lay(source(['one', '', '', 'two', ...names('s', 20)]));
    expect((lineOf(laid, 'two').top - lineOf(laid, 'one').top) / 15).toBeCloseTo(3, 1);
  });

  test('keeps the white at the beginning of a line', async () => {
    const laid = await lay(source(['one', '    two']));
    expect(lineOf(laid, 'two').right).toBeGreaterThan(lineOf(laid, 'one').right + 20);
  });

  test('that is too wide goes on below, further in, within the page', async () => {
    const laid = await lay(source(['short', `${'long'.repeat(40)}`, 'end']));
    const [first] = laid.pages;
    for (const line of first?.lines ?? []) expect(line.right).toBeLessThan(first?.edges[1] ?? NaN);
    const lefts = (first?.lines ?? []).map(({ left }) => Math.round(left));
    expect(lefts[2]).toBe((lefts[0] ?? NaN) + 15);
    expect(lefts.at(-1)).toBe(lefts[0]);
  });

  test('goes on where it is preformatted words', async () => {
    const laid = await lay(`<pre data-at="x:1">${names('code', 30).join('\n')}</pre>`);
    expect(linesOf(laid).flat()).toEqual(names('code', 30));
  });

  test('that is labelled divides, and its caption stands with its first lines', async () => {
    for (const before of [6, 7, 8]) {
      const laid = await lay(p('a', before) + listing('l', names('s', 20)));
      expect(pageOf(laid, 'Caption l')).toBe(pageOf(laid, 's2'));
      expect(linesOf(laid).flat()).toEqual([...names('a', before), 'Caption l', ...names('s', 20)]);
      expect(laid.pages.length).toBeGreaterThan(2);
    }
  });

  test('of one line stands', async () => {
    expect(linesOf(await lay(p('a', 2) + source(['only']) + p('b', 2)))).toEqual([['a1', 'a2', 'only', 'b1', 'b2']]);
  });
});

describe('a display', () => {
  const display = '<div class="equation" id="e" data-at="e:1"><math display="block"><mfrac><mi>x</mi><mi>y</mi></mfrac></math><span class="equation-number">(1)</span></div>';

  test('of mathematics stays whole, with its number', async () => {
    for (const before of [7, 8, 9]) {
      const laid = await lay(p('a', before) + display + p('b', 7));
      expect(piecesOf(laid, 'e')).toHaveLength(1);
    }
  });

  test('of a thematic break stands between its paragraphs', async () => {
    const laid = await lay(`${p('a', 3)}<hr>${p('b', 3)}`);
    // With a line of white above it and below.
    expect(lineOf(laid, 'b1').top - lineOf(laid, 'a3').top).toBeCloseTo(72, 0);
  });
});

describe('a question', () => {
  test('keeps its words together with what follows them', async () => {
    for (const before of [7, 8, 9]) {
      const laid = await lay(p('a', before) + question('Why?', 0) + p('b', 4));
      expect(pageOf(laid, 'Why?')).toBe(pageOf(laid, 'recall'));
    }
  });

  test('keeps its ruled lines', async () => {
    for (const before of [3, 5, 7]) {
      const laid = await lay(p('a', before) + question('Why?', 3) + p('b', 6));
      expect(new Set([...piecesOf(laid, 'question'), ...piecesOf(laid, 'ruled')].map(({ page }) => page)).size).toBe(1);
    }
  });

  const options = (count: number): string => `<ul class="options">${names('o', count).map((name, index) => `<li${count <= 8 || index === 0 ? ' data-keep="previous"' : ''}><p data-at="o:${index}"><span class="checkbox">☐ </span><span class="option-letter">a </span>${name}</p></li>`).join('')}</ul>`;
  const pairs = (count: number): string => `<table class="matching" data-at="m:1" data-keep="previous"><tbody>${names('o', count).map((name) => `<tr><td><p><span class="blank"></span><span class="match-number">1 </span>${name}</p></td><td><p><span class="match-letter">a </span>right</p></td></tr>`).join('')}</tbody></table>`;
  const asking = (task: string): string => `<div class="question" data-at="q:1" id="question"><p>Which?</p>${task}<p class="question-tail" data-keep="previous">recall</p></div>`;

  test('of few options is not divided', async () => {
    for (const before of [3, 5, 7, 8]) {
      const laid = await lay(p('a', before) + asking(options(4)) + p('b', 6));
      expect(new Set(['Which?', '☐ao1', '☐ao4', 'recall'].map((words) => pageOf(laid, words))).size, `${before}`).toBe(1);
    }
  });

  test('of many options goes on overleaf, but not with its first words alone', async () => {
    for (const before of [5, 7, 8]) {
      const laid = await lay(p('a', before) + asking(options(12)) + p('b', 6));
      expect(pageOf(laid, '☐ao1')).toBe(pageOf(laid, 'Which?'));
      expect(pageOf(laid, '☐ao12')).toBe(pageOf(laid, 'recall'));
    }
  });

  test('to match stays with its pairs', async () => {
    for (const before of [4, 6, 8]) {
      const laid = await lay(p('a', before) + asking(pairs(3)) + p('b', 6));
      expect(new Set(['Which?', '1o1', '1o3', 'recall'].map((words) => pageOf(laid, words))).size, `${before}`).toBe(1);
    }
  });

  test('with more ruled lines than a page holds goes on', async () => {
    const laid = await lay(question('Why?', 12) + p('b', 6));
    expect(piecesOf(laid, 'question').length).toBeGreaterThan(0);
    expect(laid.pages.map((page) => page.html.split('class="writing-line"').length - 1).reduce((sum, count) => sum + count, 0)).toBe(12);
  });

  test('that goes on overleaf lets no lines of the next page stand further apart than it has room for', async () => {
    for (const lines of [14, 16, 19]) {
      const laid = await lay(p('a', 4) + question('Why?', lines) + p('b', 12));
      expect(laid.pages.map((page) => page.html.split('class="writing-line"').length - 1).reduce((sum, count) => sum + count, 0)).toBe(lines);
    }
  });

  test('lets its ruled lines stand further apart to fill a page, by whole lines of text', async () => {
    const free = await lay(question('Why?', 3));
    // Below it there is room for two lines, which a paragraph of three does not use.
    const full = await lay(question('Why?', 3) + p('b', 3) + p('c', 7));
    const heightOf = (laid: typeof free) => boxOf(laid, 'ruled').bottom - boxOf(laid, 'ruled').top;
    expect(heightOf(full) - heightOf(free)).toBeCloseTo(18, 0);
    expect(countsOf(full)).toEqual([2, 10]);
  });
});

describe('what is too large for any page', () => {
  test('is reported at its place, and the rest goes on', async () => {
    const laid = await lay(`${p('a', 2)}<p data-at="y:1" style="padding-bottom: 300px">tall</p>${p('b', 2)}`, { expected: ['p-001'] });
    expect(laid.findings[0]).toMatchObject({ code: 'p-001', place: { file: 'y' } });
    expect(linesOf(laid).flat()).toEqual([...names('a', 2), 'tall', ...names('b', 2)]);
  });

  test('is reported where it is wider than the text', async () => {
    const laid = await lay(`${p('a', 2)}<p data-at="y:1"><img alt="" style="width: 900px; max-width: none; height: 10px"></p>`, { expected: ['p-001'] });
    expect(laid.findings[0]?.message).toMatch(/^something on page 1 is wider than the text by \d+ px$/);
  });

  test('with a note that has no room under its call says so', async () => {
    const laid = await lay(`<p data-at="y:1" style="padding-bottom: 150px">tall${call('x', 1)}</p>${p('b', 6)}`, { notes: { x: note(3) }, expected: ['p-004'] });
    expect(laid.findings[0]?.message).toBe('note 1 is called on page 1 and begins on the next');
    expect(laid.pages.flatMap((page) => texts(page.notes))).toEqual(['1 n1', 'n2', 'n3']);
  });
});

test('a chapter of everything loses nothing', async () => {
  const html = [heading('Head'), p('a', 5), list('i', 4), callout(p('c', 5)), table('t', 6), source(names('s', 7)), `<blockquote>${p('q', 6)}</blockquote>`, question('Why?', 2), figure('f', 50), p('z', 9)].join('');
  const laid = await lay(html + html.replaceAll(/ id="[^"]*"/g, ''));
  expect(laid.pages.flatMap((page) => texts(page.lines)).filter((line) => /^z/.test(line))).toEqual([...names('z', 9), ...names('z', 9)]);
});
