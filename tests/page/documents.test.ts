/** Source documents: numbers of their lines, translations beside them, columns. */
import { describe, expect, test } from 'vitest';
import { call } from '../epub/edition.js';
import { calling, countsOf, lineOf, linesOf, names, note, noteLines, p, pageOf } from './blocks.js';
import { type Laid, sharedPress, texts } from './lay.js';

const { lay } = sharedPress();

/** Half the height of a line's letters. */
const halfLetter = 8.75;

const document = (inner: string, every = 5): string => `<section class="document" id="doc" data-at="d:0" data-numbers="${every}">${inner}</section>`;
const title = '<p class="document-title" data-keep="next">Title</p>';
const foot = '<p class="document-source" data-keep="previous">Source</p>';
const pair = (one: string, other: string): string => `<tr><td class="original">${one}</td><td class="translation">${other}</td></tr>`;
const facing = (...pairs: string[]): string => `<table class="parallel facing"><tbody>${pairs.join('')}</tbody></table>`;
const columns = (...cells: string[]): string => `<table class="parallel columns" data-at="c:0"><tbody><tr>${cells.map((cell) => `<td class="column">${cell}</td>`).join('')}</tr></tbody></table>`;
const prose = 'Salt was heavy and everyone had to have some, so it travelled early and far, and whoever held the road held the price of it. '.repeat(9);

/** Each number with the line of text, of those given, that it stands beside. */
function numbered(laid: Laid, isCounted = (_: string): boolean => true): string[] {
  return laid.pages.flatMap((page) =>
    page.lineNumbers.map(({ text, middle }) => {
      const line = page.lines.filter((candidate) => isCounted(candidate.text)).find(({ top }) => Math.abs(top + halfLetter - middle) < 2);
      return `${text} ${line?.text ?? 'nothing'}`;
    }),
  );
}

describe('the lines of a document', () => {
  test('have every fifth its number, counted from paragraph to paragraph and over pages', async () => {
    const laid = await lay(p('z', 3) + document(p('a', 7) + p('b', 9)));
    expect(laid.pages.length).toBeGreaterThan(1);
    expect(numbered(laid)).toEqual(['5 a5', '10 b3', '15 b8']);
  });

  test('are those that the page shows, where the browser broke them', async () => {
    const laid = await lay(document(`<p data-at="a:1">${prose}</p>`, 4));
    const lines = linesOf(laid).flat();
    expect(lines.length).toBeGreaterThan(12);
    expect(numbered(laid)).toEqual(lines.flatMap((line, index) => ((index + 1) % 4 === 0 ? [`${index + 1} ${line}`] : [])));
  });

  test('are counted in lists and verse, not in title, source, translation, tables and pictures', async () => {
    const list = `<ul>${names('l', 2).map((line) => `<li><p>${line}</p></li>`).join('')}</ul>`;
    const verse = `<div class="verse"><p class="stanza">${names('v', 2).map((line) => `<span class="verse-line">${line}</span>`).join('')}</p></div>`;
    const laid = await lay(document(`${title}${p('a', 2)}<div class="translation">${p('t', 3)}</div>${list}<table><tbody><tr><td>cell</td></tr></tbody></table>${verse}${foot}`, 1));
    expect(numbered(laid)).toEqual(['1 a1', '2 a2', '3 l1', '4 l2', '5 v1', '6 v2']);
  });

  test('begin with 1 in each document', async () => {
    expect(numbered(await lay(document(p('a', 3), 2) + document(p('b', 3), 2)))).toEqual(['2 a2', '2 b2']);
  });

  test('have their numbers in the outer margin, in the inner one beside notes', async () => {
    const side = ({ pages }: Laid) => pages.flatMap(({ lineNumbers, edges, side: page }) => lineNumbers.map(({ left, right }) => `${page} ${right <= edges[0] ? 'left' : left >= edges[1] ? 'right' : 'within'}`));
    expect(side(await lay(document(p('a', 16))))).toEqual(['recto right', 'recto right', 'verso left']);
    const notes = { n: note(1) };
    expect(side(await lay(document(calling('a', 6, 2, 'n')), { notes, margin: ['n'], page: { margins: { outer: 35 } } }))).toEqual(['recto left']);
  });

  test('stand where they would without numbers', async () => {
    const inner = title + p('a', 7) + `<p data-at="b:1">${prose}</p>` + foot;
    const [with5, without] = [await lay(document(inner)), await lay(document(inner).replace(' data-numbers="5"', ''))];
    expect(with5.pages.map(({ lines }) => lines)).toEqual(without.pages.map(({ lines }) => lines));
  });

  const cases: [name: string, mark: string, told: string][] = [
    ['is told by its line', '<span id="x">a12</span>', 'See line 12.'],
    ['over the end of a line is told by both', '<span id="x">a12<br>a13</span>', 'See lines 12–13.'],
  ];
  test.each(cases)('a place in them %s, overleaf too', async (_, mark, told) => {
    const lines = names('a', 16).join('<br>').replace(mark.includes('a13') ? 'a12<br>a13' : 'a12', mark);
    const laid = await lay(`<p data-at="y:1">See <a data-line="x" href="#x"></a>.</p>${document(`<p data-at="a:1">${lines}</p>`)}`);
    expect(texts(laid.pages[0]?.lines ?? [])[0]).toBe(told);
    expect(pageOf(laid, 'a12')).toBe(1);
  });

  test('a place beside a number alone', async () => {
    const laid = await lay(`<p data-at="y:1">Line <a data-line="x" data-bare="" href="#x"></a>.</p>${document('<p>one<br><span id="x">two</span></p>')}`);
    expect(texts(laid.pages[0]?.lines ?? [])[0]).toBe('Line 2.');
  });
});

describe('facing texts', () => {
  test('stand paragraph beside paragraph, line beside line, on both sides of a page’s end', async () => {
    const laid = await lay(document(facing(pair(p('a', 7), p('b', 5)), pair(p('c', 6), p('d', 8)))));
    expect([pageOf(laid, 'c1'), pageOf(laid, 'c6')]).toEqual([0, 1]);
    for (const [one, other] of [...names('a', 5).map((line) => [line, line.replace('a', 'b')]), ...names('c', 6).map((line) => [line, line.replace('c', 'd')])] as [string, string][]) {
      expect(pageOf(laid, other), other).toBe(pageOf(laid, one));
      expect(lineOf(laid, other).top).toBeCloseTo(lineOf(laid, one).top, 0);
    }
    expect(linesOf(laid).flat().length).toBe(26);
  });

  test('begin a page with two lines of a paragraph, or with all of it', async () => {
    for (const length of [4, 5, 6, 7]) {
      const laid = await lay(document(facing(pair(p('a', length), p('b', length)), pair(p('c', 9), p('d', 9)))));
      for (const page of laid.pages) for (const name of ['a', 'c']) expect(texts(page.lines).filter((line) => line.startsWith(name)).length, `${length}: ${name}`).not.toBe(1);
    }
  });

  test('leave no column with a single line of a paragraph, however long the other is', async () => {
    const laid = await lay(document(facing(pair(p('a', 11), p('b', 16)))));
    expect([pageOf(laid, 'a9'), pageOf(laid, 'a10'), pageOf(laid, 'b10')]).toEqual([0, 1, 1]);
  });

  test('are numbered by the lines of the original, between the columns', async () => {
    const laid = await lay(document(facing(pair(p('a', 3), p('b', 6)), pair(p('c', 9), p('d', 4)))));
    expect(numbered(laid, (line) => /^[ac]/.test(line))).toEqual(['5 c2', '10 c7']);
    for (const page of laid.pages) {
      for (const { left, right } of page.lineNumbers) {
        const [original, translation] = [page.lines.filter(({ text }) => /^[ac]/.test(text)), page.lines.filter(({ text }) => /^[bd]/.test(text))];
        expect(left).toBeGreaterThan(Math.max(...original.map((line) => line.right)));
        expect(right).toBeLessThan(Math.min(...translation.map((line) => line.left)));
      }
    }
  });

  test('of which one lacks a paragraph are divided all the same', async () => {
    const laid = await lay(document(facing(pair(p('a', 16), ''), pair('', p('d', 3)))));
    expect(linesOf(laid).flat()).toEqual([...names('a', 16), ...names('d', 3)]);
    expect(numbered(laid)).toEqual(['5 a5', '10 a10', '15 a15']);
    expect(countsOf(laid)[0]).toBeGreaterThan(8);
  });

  test('have their notes on the page of the line that calls them', async () => {
    const laid = await lay(document(facing(pair(p('a', 14), `<p>${names('b', 14).map((line) => (line === 'b13' ? `b13${call('n', 1)}` : line)).join('<br>')}</p>`))), { notes: { n: note(1) } });
    expect(noteLines(laid.pages[0])).toEqual([]);
    expect(noteLines(laid.pages[1])).toEqual(['1 n1']);
  });
});

describe('columns', () => {
  test('stand side by side', async () => {
    const laid = await lay(columns(p('a', 3), p('b', 5)));
    expect(lineOf(laid, 'b1').top).toBeCloseTo(lineOf(laid, 'a1').top, 0);
    expect(lineOf(laid, 'b1').left).toBeGreaterThan(lineOf(laid, 'a1').right);
  });

  test('that a page holds are not divided for a few lines of white', async () => {
    const laid = await lay(p('z', 7) + columns(p('a', 5), p('b', 5)) + p('y', 13));
    expect(pageOf(laid, 'a1')).toBe(pageOf(laid, 'a5'));
  });

  test('that no page holds go on overleaf, line beside line', async () => {
    const laid = await lay(columns(p('a', 15), p('b', 14)));
    expect(laid.pages.length).toBe(2);
    expect(pageOf(laid, 'b12')).toBe(pageOf(laid, 'a12'));
    expect(lineOf(laid, 'b12').top).toBeCloseTo(lineOf(laid, 'a12').top, 0);
  });
});
