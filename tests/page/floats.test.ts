/** Figures, captioned tables and listings that stand where there is room, or where their author wants them. */
import { describe, expect, test } from 'vitest';
import { call } from '../epub/edition.js';
import { boxOf, calling, countsOf, figure, heading, lineOf, linesOf, listing, mention, names, note, noteLines, p, pageOf, table } from './blocks.js';
import { type Laid, sharedPress, texts } from './lay.js';

const { lay } = sharedPress();

/** The page, from 0, of each caption, in the order of the names. */
const captionsOf = (laid: Laid, ...figures: string[]): number[] => figures.map((name) => pageOf(laid, `Caption ${name}`));

describe('a figure', () => {
  test('stands in its place, where there is room for it', async () => {
    const laid = await lay(p('a', 3) + figure('f', 20) + p('b', 2));
    expect(linesOf(laid)).toEqual([[...names('a', 3), 'Caption f', ...names('b', 2)]]);
    expect(boxOf(laid, 'f').top).toBeGreaterThan(lineOf(laid, 'a3').top + 18);
  });

  test('stands whole with its caption', async () => {
    const laid = await lay(p('a', 7) + figure('f', 80) + p('b', 6));
    for (const page of laid.pages) expect(page.html.includes('<svg')).toBe(texts(page.lines).includes('Caption f'));
  });

  test('that finds no room lets the text run on before it, and heads the next page', async () => {
    const laid = await lay(p('a', 6) + figure('f', 90) + p('b', 14));
    expect([pageOf(laid, 'a6'), pageOf(laid, 'b2'), pageOf(laid, 'Caption f')]).toEqual([0, 0, 1]);
    expect(laid.pages[1]?.heads).toEqual(['Caption f']);
    expect(boxOf(laid, 'f').top).toBeCloseTo(0, 0);
  });

  test('leaves no white where it left', async () => {
    const laid = await lay(p('a', 6) + figure('f', 90) + p('b', 14));
    expect(lineOf(laid, 'b1').top - lineOf(laid, 'a6').top).toBeCloseTo(18, 1);
  });

  test('never stands before its place', async () => {
    const laid = await lay(p('a', 12) + figure('f', 60) + p('b', 12) + figure('g', 60) + p('c', 4));
    const [first, second] = captionsOf(laid, 'f', 'g');
    expect(first).toBeGreaterThanOrEqual(pageOf(laid, 'a12'));
    expect(second).toBeGreaterThanOrEqual(pageOf(laid, 'b12'));
  });

  test('is not run past by the text of a later section, where white costs less', async () => {
    const laid = await lay(p('a', 7) + figure('f', 60) + heading('Later') + p('b', 12));
    expect(pageOf(laid, 'Later')).toBeGreaterThanOrEqual(pageOf(laid, 'Caption f'));
  });

  test('that is wanted here stays in its place, and the page before ends sooner', async () => {
    const laid = await lay(p('a', 6) + figure('f', 90, { placement: 'here' }) + p('b', 9));
    expect(linesOf(laid).flat()).toEqual([...names('a', 6), 'Caption f', ...names('b', 9)]);
    expect(pageOf(laid, 'b1')).toBe(1);
  });

  test('that calls a note stays in its place', async () => {
    const laid = await lay(p('a', 6) + figure('f', 90, { caption: `Words${call('x', 1)}` }) + p('b', 9), { notes: { x: note(1) } });
    expect(linesOf(laid).flat()).toEqual([...names('a', 6), 'Words1', ...names('b', 9)]);
  });

  test('taller than a page is made smaller', async () => {
    const laid = await lay(p('a', 2) + figure('f', 400) + p('b', 2));
    const { top, bottom } = boxOf(laid, 'f');
    expect(bottom - top).toBeLessThan(180);
    expect(linesOf(laid).flat()).toEqual(expect.arrayContaining(['Caption f', ...names('a', 2), ...names('b', 2)]));
  });

  test('at the end of a chapter stands after its text', async () => {
    const laid = await lay(p('a', 8) + figure('f', 90));
    expect(linesOf(laid)).toEqual([names('a', 8), ['Caption f']]);
  });

  test('at the end of a chapter needs no white below it', async () => {
    expect(linesOf(await lay(p('a', 4) + figure('f', 68)))).toEqual([[...names('a', 4), 'Caption f']]);
  });

  test('and the next that find no room keep their order', async () => {
    const laid = await lay(p('a', 7) + figure('f', 70) + p('b', 2) + figure('g', 70) + p('c', 25));
    const [first, second] = captionsOf(laid, 'f', 'g');
    expect(first).toBeLessThanOrEqual(second ?? -1);
    const order = linesOf(laid).flat().filter((line) => line.startsWith('Caption'));
    expect(order).toEqual(['Caption f', 'Caption g']);
  });
});

const kinds: [kind: string, make: (placement: 'here' | 'top' | 'bottom' | 'page') => string][] = [
  ['a figure', (placement) => figure('f', 30, { placement })],
  ['a table', (placement) => table('f', 1, { placement, caption: 'Caption f' })],
  ['a listing', (placement) => listing('f', names('s', 2), { placement })],
];

describe.each(kinds)('%s that is wanted', (_, make) => {
  test('at the top stands above the text of its page', async () => {
    const laid = await lay(p('a', 3) + make('top') + p('b', 9));
    expect(captionsOf(laid, 'f')).toEqual([0]);
    expect(boxOf(laid, 'f').top).toBeLessThan(lineOf(laid, 'a1').top);
    expect(linesOf(laid)[0]?.filter((line) => /^[ab]/.test(line)).slice(0, 5)).toEqual([...names('a', 3), 'b1', 'b2']);
  });

  test('at the foot stands below the text and above the notes', async () => {
    const laid = await lay(calling('a', 3, 2, 'x') + make('bottom') + p('b', 9), { notes: { x: note(1) } });
    expect(captionsOf(laid, 'f')).toEqual([0]);
    const [first] = laid.pages;
    const { top, bottom } = boxOf(laid, 'f');
    for (const line of first?.lines.filter(({ text }) => /^[ab]/.test(text)) ?? []) expect(line.top + 16).toBeLessThan(top);
    expect(bottom).toBeLessThan(first?.notes[0]?.top ?? NaN);
  });

  test('on a page stands there alone, and the text runs on before it', async () => {
    const laid = await lay(p('a', 4) + make('page') + p('b', 16));
    const page = captionsOf(laid, 'f')[0] ?? -1;
    expect(linesOf(laid)[page]?.filter((line) => /^[ab]/.test(line))).toEqual([]);
    expect(countsOf(laid)[0]).toBe(10);
    expect(linesOf(laid).flat().filter((line) => /^[ab]/.test(line))).toEqual([...names('a', 4), ...names('b', 16)]);
  });

  test('here stays between what stands before and after it', async () => {
    const laid = await lay(p('a', 4) + make('here') + p('b', 16));
    const order = linesOf(laid).flat();
    expect([order.indexOf('a4') < order.indexOf('Caption f'), order.indexOf('Caption f') < order.indexOf('b1')]).toEqual([true, true]);
  });
});

describe('placements', () => {
  test('at the top move to the next page where theirs has no room', async () => {
    const laid = await lay(p('a', 9) + figure('f', 80, { placement: 'top' }) + p('b', 12));
    // With it, only four lines of the page of its place would have room.
    expect(captionsOf(laid, 'f')).toEqual([1]);
    expect(laid.pages[1]?.heads).toEqual(['Caption f']);
  });

  test('at the foot move to the next page where theirs has no room', async () => {
    const laid = await lay(p('a', 9) + figure('f', 80, { placement: 'bottom' }) + p('b', 12));
    expect(captionsOf(laid, 'f')).toEqual([1]);
    expect(laid.pages[1]?.feet).toEqual(['Caption f']);
  });

  test('keep the order of the figures, whatever they are', async () => {
    const wishes = ['here', 'top', 'bottom', 'page', undefined] as const;
    const all = wishes.flatMap((one) => wishes.map((other) => [one, other] as const));
    const html = all.map(([one, other], index) => p(`a${index}-`, 4) + figure(`f${index}`, 40, one && { placement: one }) + p(`b${index}-`, 3) + figure(`g${index}`, 40, other && { placement: other })).join('');
    const laid = await lay(html + p('z', 6));
    const order = linesOf(laid).flat().filter((line) => line.startsWith('Caption'));
    expect(order).toEqual(all.flatMap((_, index) => [`Caption f${index}`, `Caption g${index}`]));
    expect(linesOf(laid).flat().filter((line) => !line.startsWith('Caption'))).toEqual([...all.flatMap((_, index) => [...names(`a${index}-`, 4), ...names(`b${index}-`, 3)]), ...names('z', 6)]);
    for (const index of all.keys()) expect(pageOf(laid, `Caption f${index}`)).toBeGreaterThanOrEqual(pageOf(laid, `a${index}-4`));
  });

  test('of two figures on one page stand at its head and its foot', async () => {
    const laid = await lay(p('a', 1) + figure('f', 20, { placement: 'top' }) + p('b', 1) + figure('g', 20, { placement: 'bottom' }));
    expect([laid.pages[0]?.heads, laid.pages[0]?.feet]).toEqual([['Caption f'], ['Caption g']]);
  });

  test('of two figures that have a page for themselves share it', async () => {
    const laid = await lay(p('a', 10) + figure('f', 30, { placement: 'page' }) + figure('g', 30, { placement: 'page' }) + p('b', 8));
    const [first, second] = captionsOf(laid, 'f', 'g');
    expect(first).toBe(second);
    expect(linesOf(laid)[first ?? -1]).toEqual(['Caption f', 'Caption g']);
  });

  test('at the end of a chapter are met', async () => {
    for (const placement of ['top', 'bottom', 'page'] as const) {
      const laid = await lay(p('a', 3) + figure('f', 30, { placement }));
      expect(linesOf(laid).flat().toSorted()).toEqual(['Caption f', ...names('a', 3)].toSorted());
    }
  });

  test('at the beginning of a chapter are met', async () => {
    for (const placement of ['top', 'bottom', 'page'] as const) {
      const laid = await lay(figure('f', 30, { placement }) + p('a', 13));
      expect(linesOf(laid).flat().filter((line) => line.startsWith('a'))).toEqual(names('a', 13));
      expect(linesOf(laid).flat()).toContain('Caption f');
    }
  });

  test('of a whole chapter of figures are met', async () => {
    const wishes = ['top', 'bottom', 'page'] as const;
    const laid = await lay(wishes.map((placement, index) => figure(`f${index}`, 60, { placement })).join(''));
    expect(linesOf(laid).flat()).toEqual(['Caption f0', 'Caption f1', 'Caption f2']);
  });

  test('of a listing at the foot take no more room than it has', async () => {
    const laid = await lay(listing('f', names('s', 3), { placement: 'bottom' }) + p('a', 14));
    expect(boxOf(laid, 'f').bottom).toBeCloseTo(laid.pages[boxOf(laid, 'f').page]?.depth ?? NaN, 0);
  });

  test.each(['top', 'bottom', 'page'] as const)('at %s beside a figure without one take their room once', async (placement) => {
    const [placed, free] = [figure('f', 40, { placement }), figure('g', 90)];
    for (const html of [placed + free, free + placed]) {
      for (const before of [3, 4]) {
        const laid = await lay(p('a', before) + html + p('b', 20));
        expect(linesOf(laid).flat().filter((line) => /^[ab]/.test(line))).toEqual([...names('a', before), ...names('b', 20)]);
      }
    }
  });

  test('leave a note with its call', async () => {
    const laid = await lay(p('a', 5) + figure('f', 60, { placement: 'bottom' }) + calling('b', 8, 4, 'x'), { notes: { x: note(4) } });
    expect(laid.pages.findIndex((page) => noteLines(page).includes('1 n1'))).toBe(pageOf(laid, 'b41'));
  });

  const kept: [name: string, html: string, why: string][] = [
    ['in a list', `<ul data-at="l:0"><li><p>i1</p>${figure('f', 30, { placement: 'top' })}</li></ul>`, 'it is part of something else'],
    ['in a quotation', `<blockquote>${figure('f', 30, { placement: 'bottom' })}</blockquote>`, 'it is part of something else'],
    ['of a figure whose caption calls a note', figure('f', 30, { placement: 'top', caption: `Words${call('x', 1)}` }), 'a note is called in it'],
    ['of a table taller than a page', table('f', 30, { placement: 'page', caption: 'Words' }), 'it is taller than a page'],
  ];
  test.each(kept)('%s have no effect, and a finding says why', async (_, html, why) => {
    const laid = await lay(p('a', 2) + html + p('b', 2), { ...(html.includes('n-x') && { notes: { x: note(1) } }), expected: ['p-007'] });
    expect(laid.findings[0]?.message).toMatch(new RegExp(`^\`placement=(top|bottom|page)\` has no effect here: ${why}$`));
    const order = linesOf(laid).flat();
    expect([order[0], order.at(-1)]).toEqual(['a1', 'b2']);
  });
});

describe('a figure that is mentioned', () => {
  const mentioning = (name: string) => `<p data-at="m:1">see ${mention(name)} ${name}</p>`;

  test('later on comes after the paragraph that mentions it', async () => {
    expect(linesOf(await lay(p('a', 1) + figure('f', 30) + p('b', 1) + mentioning('f') + p('c', 1)))[0]).toEqual(['a1', 'b1', 'see Figure 1 f', 'Caption f', 'c1']);
  });

  test('before it stays where it is', async () => {
    expect(linesOf(await lay(mentioning('f') + p('b', 1) + figure('f', 30) + mentioning('f') + p('c', 1)))[0]).toEqual(['see Figure 1 f', 'b1', 'Caption f', 'see Figure 1 f', 'c1']);
  });

  test('later on stays where it is, if that is wanted', async () => {
    expect(linesOf(await lay(figure('f', 30, { placement: 'here' }) + p('b', 1) + mentioning('f')))[0]).toEqual(['Caption f', 'b1', 'see Figure 1 f']);
  });

  test('in a list comes after the whole list', async () => {
    expect(linesOf(await lay(`${figure('f', 30)}<ul data-at="l:0"><li>${mentioning('f')}</li><li><p>i2</p></li></ul>${p('c', 1)}`))[0]).toEqual(['see Figure 1 f', 'i2', 'Caption f', 'c1']);
  });

  test('later on never stands on a page before its mention, at the top as little as elsewhere', async () => {
    for (const placement of [undefined, 'top', 'bottom', 'page'] as const) {
      const laid = await lay(p('a', 4) + figure('f', 60, placement && { placement }) + p('b', 12) + mentioning('f') + p('c', 9));
      expect(pageOf(laid, 'Caption f')).toBeGreaterThanOrEqual(pageOf(laid, 'see Figure 1 f'));
    }
  });

  test('together with another keeps its order', async () => {
    const laid = await lay(figure('f', 20) + figure('g', 20) + p('a', 1) + `<p data-at="m:1">see ${mention('g')} and ${mention('f')}</p>` + p('b', 1));
    expect(linesOf(laid).flat().filter((line) => line.startsWith('Caption'))).toEqual(['Caption f', 'Caption g']);
  });

  test('in two later paragraphs keeps its order', async () => {
    const laid = await lay(figure('f', 20) + figure('g', 20) + `<p data-at="m:1">see ${mention('g')}</p><p data-at="m:2">see ${mention('f')} too</p>` + p('b', 1));
    expect(linesOf(laid).flat().filter((line) => line.startsWith('Caption'))).toEqual(['Caption f', 'Caption g']);
  });

  test('later on takes along the next, which is mentioned sooner or not at all, and no table', async () => {
    const laid = await lay(figure('f', 20) + `<p data-at="m:1">see ${mention('g')}</p>` + figure('g', 20) + figure('h', 20) + table('t', 1, { caption: 'Caption t' }) + p('a', 2) + mentioning('f') + p('b', 3));
    expect(linesOf(laid).flat().filter((line) => line.startsWith('Caption'))).toEqual(['Caption t', 'Caption f', 'Caption g', 'Caption h']);
  });
});
