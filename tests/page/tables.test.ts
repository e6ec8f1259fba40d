/** Tables over several pages: rows whole, heads again, columns as they were. */
import { describe, expect, test } from 'vitest';
import { call } from '../epub/edition.js';
import { boxOf, countsOf, leftOf, lineOf, linesOf, names, noteLines, p, pageOf, piecesOf, row, rows, table } from './blocks.js';
import { sharedPress, texts } from './lay.js';

const { lay } = sharedPress();

const numbered = '<span class="caption-number">Table 1.</span> Words';

describe('a table', () => {
  test('that goes on overleaf has its head there again, on every page', async () => {
    const laid = await lay(table('t', 24));
    expect(laid.pages.length).toBeGreaterThan(2);
    expect(laid.pages.map((page) => page.repeated)).toEqual([[], ...laid.pages.slice(1).map(() => ['Head'])]);
    expect(linesOf(laid).flat()).toEqual(['Head', ...names('r', 24)]);
  });

  test('with a caption says above its further parts that it goes on', async () => {
    const laid = await lay(table('t', 24, { caption: numbered }));
    expect(laid.pages.map((page) => page.repeated)).toEqual([[], ...laid.pages.slice(1).map(() => ['Table 1 (continued)', 'Head'])]);
  });

  test('without a head goes on without one', async () => {
    const laid = await lay(`<table id="t" data-at="x:1"><tbody>${rows('r', 24)}</tbody></table>`);
    expect(laid.pages.flatMap((page) => page.repeated)).toEqual([]);
    expect(linesOf(laid).flat()).toEqual(names('r', 24));
  });

  test('that fits is not divided for a few lines of white', async () => {
    const laid = await lay(p('a', 6) + table('t', 4) + p('b', 6));
    expect(new Set(piecesOf(laid, 't').map(({ page }) => page)).size).toBe(1);
  });

  test('that is divided has two rows at either end', async () => {
    for (const count of [9, 10, 11, 12]) {
      const laid = await lay(table('t', count));
      for (const page of laid.pages) expect(page.lines.filter(({ text }) => text.startsWith('r')).length).toBeGreaterThanOrEqual(2);
    }
  });

  test('stands with its caption and first rows', async () => {
    const laid = await lay(p('a', 7) + table('t', 20, { caption: numbered }));
    const page = pageOf(laid, 'Table 1. Words');
    expect(texts(laid.pages[page]?.lines ?? [])).toEqual(expect.arrayContaining(['Table 1. Words', 'Head', 'r1', 'r2']));
  });

  test('keeps a row of many lines whole', async () => {
    const laid = await lay(`<table data-at="x:1"><tbody>${rows('r', 7)}${row(names('t', 5).join('<br>'))}${rows('s', 3)}</tbody></table>`);
    expect(new Set(names('t', 5).map((line) => pageOf(laid, line))).size).toBe(1);
  });

  test('keeps its columns as wide on every page', async () => {
    const wide = (name: string, count: number) => names(name, count).map((cell) => `<tr><td>${cell}</td><td>${'long words '.repeat(3)}</td><td>e${cell}</td></tr>`).join('');
    const thin = (name: string, count: number) => names(name, count).map((cell) => `<tr><td>${cell}</td><td>x</td><td>e${cell}</td></tr>`).join('');
    const laid = await lay(`<table data-at="x:1"><tbody>${wide('r', 8)}${thin('s', 14)}</tbody></table>`);
    const lefts = new Set([...names('er', 8), ...names('es', 14)].map((name) => Math.round(leftOf(laid, name))));
    expect(laid.pages.length).toBeGreaterThan(1);
    expect(lefts.size).toBe(1);
  });

  test('keeps the alignment of its columns', async () => {
    const laid = await lay(`<table data-at="x:1"><thead><tr><th>left</th><th class="align-center">middle</th><th class="align-right">right</th></tr></thead><tbody>${names('r', 16).map((cell) => `<tr><td>${cell}</td><td class="align-center">c${cell}</td><td class="align-right">e${cell}</td></tr>`).join('')}</tbody></table>`);
    for (const name of names('er', 16)) expect(Math.abs(lineOf(laid, name).right - (laid.pages[pageOf(laid, name)]?.edges[1] ?? NaN))).toBeLessThan(1);
    const middles = names('cr', 16).map((name) => leftOf(laid, name) + (lineOf(laid, name).right - lineOf(laid, name).left) / 2);
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(1);
  });

  test('ends with a rule on its last page only', async () => {
    const laid = await lay(table('t', 24));
    expect(laid.pages.map((page) => /<table[^>]*data-split/.test(page.html))).toEqual(laid.pages.map((_, index) => index < laid.pages.length - 1));
  });

  test('keeps its id on its first part', async () => {
    const laid = await lay(table('t', 24));
    expect(laid.pages.map((page) => page.html.includes('id="t"'))).toEqual(laid.pages.map((_, index) => index === 0));
  });

  test('with cells over several rows loses none', async () => {
    const laid = await lay(`<table data-at="x:1"><tbody>${names('r', 12).map((cell, index) => (index % 3 === 0 ? `<tr><td rowspan="3">s${cell}</td><td>${cell}</td></tr>` : row(cell))).join('')}</tbody></table>`);
    expect(linesOf(laid).flat().toSorted()).toEqual([...names('r', 12), 'sr1', 'sr4', 'sr7', 'sr10'].toSorted());
  });

  test('in a list and in a quotation goes on overleaf with its head', async () => {
    for (const html of [`<ul data-at="x:0"><li><p>i</p>${table('t', 24)}</li></ul>`, `<blockquote>${table('t', 24)}</blockquote>`]) {
      const laid = await lay(html);
      expect(linesOf(laid).flat().filter((line) => line.startsWith('r'))).toEqual(names('r', 24));
      expect(laid.pages.slice(1).map((page) => page.repeated)).toEqual(laid.pages.slice(1).map(() => ['Head']));
    }
  });
});

describe('a table that is wider than the text', () => {
  const columns = (count: number, letters: number): string => `<table id="t" data-at="t:1"><tbody><tr>${names('c', count).map((name) => `<td>${name.padEnd(letters, 'w')}</td>`).join('')}</tr></tbody></table>`;

  test('is set in smaller type', async () => {
    const laid = await lay(p('a', 2) + columns(6, 7) + p('b', 2), { expected: ['p-005'] });
    expect(laid.pages.some((page) => /class="small(er)?-type"/.test(page.html))).toBe(true);
    expect(laid.findings[0]?.message).toBe('the table is wider than the text, so it is set in smaller type');
  });

  test('is kept where a word can be divided', async () => {
    const laid = await lay(columns(6, 3));
    expect(laid.pages[0]?.html).not.toContain('-type');
  });

  test('by far lies on its side, on a page of its own', async () => {
    const laid = await lay(p('a', 2) + columns(5, 15) + p('b', 2), { page: { width: 60, height: 200 }, expected: ['p-005'] });
    const page = laid.pages.findIndex((candidate) => candidate.html.includes('class="sideways"'));
    expect(laid.findings[0]?.message).toBe('the table is wider than the text, so it lies on its side on a page of its own');
    expect(linesOf(laid)[page]?.some((line) => /^[ab]\d$/.test(line))).toBe(false);
  });

  test('even on its side has its longest words broken', async () => {
    const laid = await lay(p('a', 2) + columns(12, 30) + p('b', 2), { expected: ['p-005'] });
    expect(laid.findings[0]?.message).toBe('the table is wider than the text, so it is set in smaller type and its longest words are broken');
    expect(laid.pages.every((page) => page.lines.every(({ right }) => right <= page.edges[1] + 1))).toBe(true);
  });

  test('whatever is done is reported', async () => {
    const laid = await lay(columns(60, 3), { expected: ['p-001', 'p-001'] });
    expect(laid.findings[0]).toMatchObject({ message: 'the table is too wide for its page, even in small type', place: { file: 't' } });
  });
});

describe('a row taller than a page', () => {
  const tall = (rowHtml: string, head = ''): string => `<table id="t" data-at="y:1">${head}<tbody>${rowHtml}</tbody></table>`;
  const cellOf = (name: string, count: number): string => names(name, count).join('<br>');

  test('is divided between its lines, and no page is too full', async () => {
    const laid = await lay(p('a', 2) + tall(row(cellOf('t', 25))) + p('b', 2));
    expect(linesOf(laid).flat()).toEqual([...names('a', 2), ...names('t', 25), ...names('b', 2)]);
    expect(pageOf(laid, 't25')).toBeGreaterThan(pageOf(laid, 't1'));
  });

  test('has two lines at either end of it', async () => {
    for (const count of [12, 13, 22, 23]) {
      const laid = await lay(tall(row(cellOf('t', count))));
      for (const lines of countsOf(laid)) expect(lines).toBeGreaterThanOrEqual(2);
    }
  });

  test('is divided at one height in all of its cells', async () => {
    const laid = await lay(tall(row(cellOf('s', 25), cellOf('t', 25))));
    for (const page of laid.pages) {
      const numbers = (name: string) => texts(page.lines).filter((line) => line.startsWith(name)).map((line) => line.slice(1));
      expect(numbers('s')).toEqual(numbers('t'));
    }
  });

  test('leaves nothing of a short cell for the next page', async () => {
    const laid = await lay(tall(row(cellOf('s', 3), cellOf('t', 25))));
    expect([pageOf(laid, 's3'), pageOf(laid, 't1')]).toEqual([0, 0]);
    expect(laid.pages[1]?.html).toMatch(/<td [^>]*data-continued=""><\/td>/);
  });

  test('with paragraphs and lists in its cells loses nothing', async () => {
    const laid = await lay(tall(row(p('s', 12) + `<ul>${names('i', 6).map((item) => `<li><p>${item}</p></li>`).join('')}</ul>`, `${cellOf('t', 10)} <em>${cellOf('u', 14)}</em>`)));
    expect(linesOf(laid).flat().filter((line) => /^[si]\d/.test(line))).toEqual([...names('s', 12), ...names('i', 6)]);
  });

  test('has its columns where they were', async () => {
    const laid = await lay(tall(row(cellOf('s', 25), cellOf('t', 25))));
    expect(new Set(names('t', 25).map((line) => Math.round(leftOf(laid, line)))).size).toBe(1);
  });

  test('repeats the head of its table', async () => {
    const laid = await lay(tall(row(cellOf('t', 25)), '<thead><tr><th>Head</th></tr></thead>'));
    expect(laid.pages.map((page) => page.html.includes('>Head<'))).toEqual(laid.pages.map(() => true));
  });

  test('stands between rows that stay whole', async () => {
    const laid = await lay(tall(rows('r', 3) + row(cellOf('t', 25)) + rows('s', 3)));
    expect(linesOf(laid).flat()).toEqual([...names('r', 3), ...names('t', 25), ...names('s', 3)]);
  });

  test('calls its notes on the page where they are called', async () => {
    const laid = await lay(tall(row(cellOf('t', 24) + call('x', 1))), { notes: { x: '<p>n1</p>' } });
    expect(noteLines(laid.pages.at(-1))).toEqual(['1 n1']);
    expect(boxOf(laid, 'c-x').page).toBe(laid.pages.length - 1);
  });
});
