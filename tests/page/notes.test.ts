/** Notes at the foot: on the page of their call, whole or going on overleaf. */
import { describe, expect, test } from 'vitest';
import { call } from '../epub/edition.js';
import { calling, callout, countsOf, figure, linesOf, list, names, note, noteLines, notePageOf, p, pageOf, row, rows } from './blocks.js';
import { type Laid, sharedPress, texts } from './lay.js';

const { lay } = sharedPress();

/** Which notes begin on a page, and which are called on it. */
function expectNotesWithCalls({ pages }: Laid): void {
  for (const page of pages) {
    const called = [...page.html.matchAll(/id="c-(\w+)"/g)].map((match) => match[1]);
    const begun = [...page.html.matchAll(/<div class="note"[^>]*id="n-(\w+)"/g)].map((match) => match[1]);
    expect(begun).toEqual(called);
  }
}

describe('notes', () => {
  test('stand at the foot of the page that calls them, on its last line', async () => {
    const laid = await lay(calling('a', 14, 3, 'x'), { notes: { x: note(1) } });
    expect(laid.pages.map(noteLines)).toEqual([['1 n1'], []]);
    expect(pageOf(laid, 'a31')).toBe(0);
    const [first] = laid.pages;
    expect(first?.notes[0]?.top).toBeGreaterThan((first?.depth ?? 0) - 18);
  });

  test('stand at the foot of a page that its text does not fill', async () => {
    const [page] = (await lay(calling('a', 2, 1, 'x'), { notes: { x: note(1) } })).pages;
    expect(page?.notes[0]?.top).toBeGreaterThan((page?.depth ?? 0) - 18);
  });

  test('take their room from the text', async () => {
    const [first] = (await lay(calling('a', 20, 1, 'x'), { notes: { x: note(4) } })).pages;
    expect(first?.lines.length).toBeLessThan(8);
    expect(first?.notes).toHaveLength(4);
  });

  test('bring the line that calls them along, when there is no room for both', async () => {
    const laid = await lay(p('a', 5) + calling('b', 8, 4, 'x') + p('c', 4), { notes: { x: note(4) } });
    expect(notePageOf(laid, '1 n1')).toBe(pageOf(laid, 'b41'));
  });

  test('called in one line stand one below the other', async () => {
    const laid = await lay(calling('a', 12, 9, 'x', 'y'), { notes: { x: '<p>first</p>', y: '<p>second</p>' } });
    expect(laid.pages.map(noteLines).filter((piece) => piece.length > 0)).toEqual([['1 first', '2 second']]);
  });

  test('called twice stand once, where they are called first', async () => {
    const again = `<p data-at="x:9">again<sup><a data-note="n-x" href="#n-x">1</a></sup></p>`;
    const laid = await lay(calling('a', 9, 2, 'x') + p('b', 10) + again, { notes: { x: note(1) } });
    expect(laid.pages.map(noteLines)).toEqual([['1 n1'], [], ...laid.pages.slice(2).map(() => [])]);
    expect(pageOf(laid, 'again1')).toBeGreaterThan(0);
  });

  test('keep their order over many pages', async () => {
    const keys = names('k', 12);
    const html = keys.map((key, index) => `<p data-at="x:${index}">${names(`p${index}-`, 3).join('<br>')}${call(key, index + 1)}</p>`).join('');
    const laid = await lay(html, { notes: Object.fromEntries(keys.map((key) => [key, `<p>note ${key}</p>`])) });
    expect(laid.pages.flatMap(noteLines)).toEqual(keys.map((key, index) => `${index + 1} note ${key}`));
    expectNotesWithCalls(laid);
  });

  test('twenty in one paragraph stand with their calls', async () => {
    const keys = names('k', 20);
    const laid = await lay(`<p data-at="x:1">${keys.map((key, index) => `a${index}${call(key, index + 1)}`).join('<br>')}</p>`, { notes: Object.fromEntries(keys.map((key) => [key, `<p>note ${key}</p>`])) });
    expect(laid.pages.flatMap(noteLines)).toEqual(keys.map((key, index) => `${index + 1} note ${key}`));
    expectNotesWithCalls(laid);
  });

  test('called in the second part of a divided paragraph stand on its page', async () => {
    const laid = await lay(calling('a', 18, 15, 'x'), { notes: { x: note(1) } });
    expect(laid.pages.map(noteLines)).toEqual([[], ['1 n1']]);
  });

  test('leave their rule alone where none goes on', async () => {
    expect((await lay(calling('a', 4, 1, 'x'), { notes: { x: note(2) } })).pages[0]?.noteClass).toBe('notes');
  });
});

describe('a note called', () => {
  const cases: [where: string, html: string][] = [
    ['in a list', `<ul data-at="x:2">${names('i', 4).map((item, index) => `<li><p>${item}${index === 2 ? call('x', 1) : ''}</p></li>`).join('')}</ul>`],
    ['in a list within a list', `<ul data-at="x:2"><li><p>outer</p><ul><li><p>inner${call('x', 1)}</p></li></ul></li></ul>`],
    ['in a heading', `<h2 id="h">Head${call('x', 1)}</h2>${p('h', 3)}`],
    ['in a cell', `<table data-at="x:3"><tbody>${rows('r', 3)}${row(`cell${call('x', 1)}`)}</tbody></table>`],
    ['in the head of a table', `<table data-at="x:3"><thead><tr><th>Head${call('x', 1)}</th></tr></thead><tbody>${rows('r', 3)}</tbody></table>`],
    ['in the caption of a table', `<table data-at="x:3"><caption>Words${call('x', 1)}</caption><tbody>${rows('r', 3)}</tbody></table>`],
    ['in the caption of a figure', figure('f', 40, { caption: `Words${call('x', 1)}` })],
    ['in a quotation', `<blockquote data-at="x:4">${calling('q', 4, 3, 'x')}</blockquote>`],
    ['in a callout', callout(calling('q', 4, 3, 'x'))],
    ['in a description', `<dl data-at="x:5"><dt>Term</dt><dd>words${call('x', 1)}</dd></dl>`],
    ['in the name of what is described', `<dl data-at="x:5"><dt>Term${call('x', 1)}</dt><dd>words</dd></dl>`],
    ['beside a display', `<div class="equation" data-at="x:6"><math display="block"><mi>x</mi></math></div><p data-at="x:7">words${call('x', 1)}</p>`],
  ];
  // With a note of three lines, and as much text before it as makes both hard to keep together.
  test.each(cases)('%s stands on the page of its call', async (_, html) => {
    for (const before of [3, 5, 7]) {
      const laid = await lay(`${p('a', before)}${html}${p('b', 9)}`, { notes: { x: note(3) } });
      expectNotesWithCalls(laid);
      expect(laid.pages.flatMap(noteLines)).toEqual(['1 n1', 'n2', 'n3']);
    }
  });

  test('in a table\'s head that is repeated stands once', async () => {
    const laid = await lay(`<table data-at="x:3"><thead><tr><th>Head${call('x', 1)}</th></tr></thead><tbody>${rows('r', 20)}</tbody></table>`, { notes: { x: note(1) } });
    expect(laid.pages.map((page) => noteLines(page).length)).toEqual([1, ...laid.pages.slice(1).map(() => 0)]);
    expect(laid.pages[1]?.repeated).toEqual(['Head1']);
  });
});

describe('a long note', () => {
  test('goes on overleaf, under a rule as wide as the text', async () => {
    const laid = await lay(calling('a', 6, 6, 'x') + p('b', 12), { notes: { x: note(16) } });
    const pieces = laid.pages.map(noteLines);
    expect(pieces.flat()).toEqual(['1 n1', ...names('n', 15, 2)]);
    expect(pieces.filter((piece) => piece.length > 0).length).toBeGreaterThan(1);
    const [begun, ...further] = laid.pages.filter((page) => page.notes.length > 0);
    expect([begun?.noteClass, ...further.map((page) => page.noteClass)]).toEqual(['notes', ...further.map(() => 'notes continued')]);
    expect(laid.pages[pageOf(laid, 'a61')]?.notes[0]?.text).toBe('1 n1');
  });

  test('longer than a page takes as many pages as it needs, and the text goes on below it', async () => {
    const laid = await lay(calling('a', 2, 1, 'x') + p('b', 3), { notes: { x: note(40) } });
    expect(laid.pages.length).toBeGreaterThan(3);
    expect(laid.pages.flatMap(noteLines)).toEqual(['1 n1', ...names('n', 39, 2)]);
    expect(linesOf(laid).flat()).toEqual(['a11', 'a2', ...names('b', 3)]);
  });

  test('leaves two lines on either side', async () => {
    for (const length of [4, 5, 6, 7]) {
      const laid = await lay(`${calling('a', 7, 6, 'x')}<p data-keep="previous" data-at="x:2">kept</p>${p('b', 12)}`, { notes: { x: note(length) } });
      for (const count of laid.pages.map((page) => page.notes.length).filter((lines) => lines > 0)) expect(count).toBeGreaterThanOrEqual(2);
    }
  });

  test('that goes on stands above the next page\'s own', async () => {
    const laid = await lay(calling('a', 6, 6, 'x') + p('b', 2) + `<p data-at="x:2">c${call('y', 2)}</p>${p('d', 9)}`, { notes: { x: note(12), y: '<p>own</p>' } });
    const all = laid.pages.flatMap(noteLines);
    expect(all).toEqual(['1 n1', ...names('n', 11, 2), '2 own']);
    expect(notePageOf(laid, '2 own')).toBe(pageOf(laid, 'c2'));
  });

  test('is divided sooner where that costs nothing, never where it costs much', async () => {
    const html = calling('a', 9, 6, 'x') + p('b', 12);
    const pieces = async (splitNote: number) => (await lay(html, { notes: { x: note(5) }, page: { costs: { splitNote, short: 100 } } })).pages.filter((page) => page.notes.length > 0).length;
    expect([await pieces(0), await pieces(50_000)]).toEqual([2, 1]);
  });

  test('at the end of a chapter has a page of its own for its end', async () => {
    const laid = await lay(calling('a', 9, 9, 'x'), { notes: { x: note(18) } });
    expect(linesOf(laid).flat()).toEqual([...names('a', 8), 'a91']);
    expect(countsOf(laid).at(-1)).toBe(0);
    expect(laid.pages.flatMap(noteLines)).toEqual(['1 n1', ...names('n', 17, 2)]);
  });
});

describe('in a note', () => {
  const html = calling('a', 6, 6, 'x') + p('b', 12);
  const cases: [name: string, body: string, lines: string[]][] = [
    ['several paragraphs go on', note(6) + note(6, 'm'), ['1 n1', ...names('n', 5, 2), ...names('m', 6)]],
    ['a list goes on', `<p>n1</p>${list('i', 11)}`, ['1 n1', ...names('i', 11)]],
    ['a quotation goes on', `<p>n1</p><blockquote>${note(5, 'q')}${note(6, 'r')}</blockquote>`, ['1 n1', ...names('q', 5), ...names('r', 6)]],
    ['source goes on', `<p>n1</p><pre><code>${names('s', 11).join('\n')}</code></pre>`, ['1 n1', ...names('s', 11)]],
  ];
  test.each(cases)('%s overleaf', async (_, body, lines) => {
    const laid = await lay(html, { notes: { x: body } });
    expect(laid.pages.flatMap(noteLines)).toEqual(lines);
    expect(laid.pages.filter((page) => page.notes.length > 0).length).toBeGreaterThan(1);
  });

  test('a numbered list goes on with its numbers', async () => {
    const laid = await lay(html, { notes: { x: `<p>n1</p><ol>${names('i', 11).map((item) => `<li><p>${item}</p></li>`).join('')}</ol>` } });
    const continued = laid.pages.findLast((page) => page.noteClass === 'notes continued');
    const first = Number(texts(continued?.notes ?? [])[0]?.slice(1));
    expect(continued?.html).toContain(`start="${first}"`);
  });
});
