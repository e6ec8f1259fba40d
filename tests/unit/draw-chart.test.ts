import type { Element } from 'hast';
import { describe, expect, test } from 'vitest';
import type { ChartRequest } from '../../src/draw/chart-request.js';
import { drawChart } from '../../src/draw/draw-chart.js';
import { readTable, type Table } from '../../src/draw/read-table.js';
import { dayNumber } from '../../src/model/edtf.js';
import { drawn, elementsOf, expectLegible, measure, sizeOf, textOf, wordsOf } from './draw-reading.js';

function table(text: string): Table {
  const read = readTable(text);
  if ('fault' in read) throw new Error(read.fault);
  return read;
}

const sanctions = table('flow,level,source\nLevel before sanctions,100,by definition\nSoviet exports to Italy,83.5,article\nBritish exports to Italy,8.6,article');
const offices = table(`who,post,from,to
Balbo,"air minister, Rome",1929-09-12,1933-11-06
Attolico,"ambassador, Moscow",1930-05,1935-07
Litvinov,"foreign commissar, Moscow",1930,1939-05
Potemkin,"ambassador, Rome",1932-09-26,1934-11
Mussolini,"foreign minister, Rome",1932,`);
const years = table('year;Soviet exports;British exports;German exports\n1930;100;80,5;79\n1931;110;82;78\n1932;83,5;70;41\n1933;;75;48\n1934;70;78;55\n1935;60;8,6;76\n1936;76,5;77;78');

const base = { idPrefix: 'fig-a', language: 'en-GB', alt: 'Exports to Italy', measure } as const;
const bar: ChartRequest = { ...base, kind: 'bar', table: sanctions, x: 'level', y: 'flow', unit: '%' };
const dot: ChartRequest = { ...bar, kind: 'dot' };
const range: ChartRequest = { ...base, kind: 'range', table: offices, x: 'from', x2: 'to', y: 'who,post' };
const line: ChartRequest = { ...base, kind: 'line', table: years, x: 'year', y: 'Soviet exports,British exports,German exports', unit: 'per cent of 1930' };

const long = 'The value of goods that were carried by sea, by rail and by road between the two countries in the years named';
const awkward = table(`name,a,b,c,when
"${long}",-12.5,123456789012345,,1933-02
Кириллица и ещё длинное название строки,0,5,6,1931
Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikation,,0.00001,7,1936-07-18
Ω,3.25,-4,8,1941
,7,8,9,1939~`);

const cases: [string, ChartRequest][] = [
  ['bar', bar],
  ['bar with a gloss', { ...bar, y: 'flow,source', note: 'The base period is not stated.' }],
  ['bar, awkward', { ...bar, table: awkward, x: 'a', y: 'name', unit: 'thousand million gold lire', note: long }],
  ['bar, huge numbers in a narrow figure', { ...bar, table: awkward, x: 'b', y: 'name', width: 100, language: 'ru' }],
  ['bar, all zero', { ...bar, table: table('k,v\na,0\nb,0'), x: 'v', y: 'k' }],
  ['bar, all negative', { ...bar, table: table('k,v\na,-3\nb,-40.5'), x: 'v', y: 'k', unit: 't' }],
  ['dot', dot],
  ['dot, awkward', { ...dot, table: awkward, x: 'a', y: 'name', language: 'de' }],
  ['dot, huge numbers in a narrow figure', { ...dot, table: awkward, x: 'b', y: 'name', width: 100 }],
  ['dot, one row', { ...dot, table: table('k,v\na,5'), x: 'v', y: 'k' }],
  ['range', range],
  ['range without glosses', { ...range, y: 'who' }],
  ['range, awkward', { ...range, table: table(`k,a,b\n"${long}",1933-09-02,1933-09-02\nб,1789,1945-05-09\nc,0099,`), x: 'a', x2: 'b', y: 'k', language: 'it', note: long, width: 200 }],
  ['range within a year', { ...range, table: table('k,a,b\nx,1933-02-01,1933-05-10\ny,1933-03~,1933-04'), x: 'a', x2: 'b', y: 'k' }],
  ['line', line],
  ['line over dates', { ...line, table: awkward, x: 'when', y: 'b,c' }],
  ['line over crowded numbers', { ...line, table: table(`x,y\n${Array.from({ length: 90 }, (_, i) => `${i * 1234.5},${(i * 37) % 101}`).join('\n')}`), x: 'x', y: 'y', width: 160 }],
  ['line, one point', { ...line, table: table('x,y\n1933,5'), x: 'x', y: 'y' }],
  ['line, eight that end together', { ...line, table: table(`x,${'abcdefgh'.split('').map((name) => `${name} of the powers`).join(',')}\n1,1,2,3,4,5,6,7,8\n2,5,5,5,5,5,5,5,5`), x: 'x', y: 'abcdefgh'.split('').map((name) => `${name} of the powers`).join(',') }],
];

describe('every word of a figure can be read', () => {
  test.each(cases)('%s', (_, request) => expectLegible(drawn(drawChart(request))));
});

describe('a figure is the same twice', () => {
  test.each(cases)('%s', (_, request) => {
    const zone = process.env['TZ'];
    const first = JSON.stringify(drawChart(request));
    process.env['TZ'] = 'America/Los_Angeles';
    try {
      expect(JSON.stringify(drawChart(request))).toBe(first);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});

describe('a figure stands by itself', () => {
  test.each([['bar', bar], ['dot', dot], ['range', range], ['line', line]])('%s', (_, request) => {
    const { svg } = drawn(drawChart(request));
    expect(svg.properties).toMatchObject({ xmlns: 'http://www.w3.org/2000/svg', role: 'img', ariaLabelledBy: ['fig-a-title'] });
    const [title] = elementsOf(svg, 'title');
    expect([title?.properties['id'], title && textOf(title)]).toEqual(['fig-a-title', 'Exports to Italy']);
    const ids = elementsOf(svg).flatMap(({ properties }) => properties['id'] ?? []);
    expect(ids.filter((id) => !String(id).startsWith('fig-a-'))).toEqual([]);
    const said = [svg, ...elementsOf(svg)].flatMap(({ properties }) => Object.keys(properties));
    expect(said.filter((name) => name === 'className' || name === 'style')).toEqual([]);
  });
});

const width = (element: Element): number => Number(element.properties['width']);

describe('what is drawn is what is said', () => {
  test('bars are as long as their values', () => {
    const bars = elementsOf(drawn(drawChart(bar)).svg, 'rect').map(width);
    expect(bars[1]! / bars[0]!).toBeCloseTo(0.835, 3);
    expect(bars[2]! / bars[0]!).toBeCloseTo(0.086, 3);
  });

  test('a negative bar goes left of zero, and a missing one has no length but is named', () => {
    const { svg } = drawn(drawChart({ ...bar, table: table('k,v\na,-10\nb,20\nc,'), x: 'v', y: 'k', unit: '' }));
    const [a, b, c] = elementsOf(svg, 'rect');
    expect(Number(a!.properties['x']) + width(a!)).toBeCloseTo(Number(b!.properties['x']), 1);
    expect(width(b!) / width(a!)).toBeCloseTo(2, 2);
    expect(width(c!)).toBe(0);
    expect(wordsOf(svg).map(({ text }) => text)).toEqual(['a', '−10', 'b', '20', 'c', 'no value']);
  });

  test('rows keep the order of the table, each with its value in the language of the book', () => {
    const words = wordsOf(drawn(drawChart({ ...bar, language: 'de' })).svg).map(({ text }) => text);
    expect(words).toEqual(['Level before sanctions', '100\u00a0%', 'Soviet exports to Italy', '83,5\u00a0%', 'British exports to Italy', '8,6\u00a0%']);
  });

  test('dots stand where their values are on the axis', () => {
    const { svg } = drawn(drawChart({ ...dot, unit: '' }));
    const at = (text: string): number => {
      const [word] = wordsOf(svg).filter((found) => found.text === text && found.size === 8);
      return (word!.left + word!.right) / 2;
    };
    const [first, second, third] = elementsOf(svg, 'circle').map(({ properties }) => Number(properties['cx']));
    const along = (x: number): number => ((x - at('0')) / (at('100') - at('0'))) * 100;
    expect([along(first!), along(second!), along(third!)].map((value) => value.toFixed(1))).toEqual(['100.0', '83.5', '8.6']);
  });

  test('a term of office is drawn to scale, and lighter where its end is not known to the day', () => {
    const { svg } = drawn(drawChart(range));
    const rects = elementsOf(svg, 'rect').map(({ properties }) => ({ x: Number(properties['x']), y: properties['y'], width: Number(properties['width']), light: properties['fillOpacity'] !== undefined }));
    const [balbo, ...others] = rects;
    const pxPerDay = balbo!.width / (dayNumber(1933, 11, 7) - dayNumber(1929, 9, 12));
    const row = (y: unknown): typeof rects => others.filter((rect) => rect.y === y);
    const [may, sure, july] = row(others[0]!.y);
    expect([may!.light, sure!.light, july!.light]).toEqual([true, false, true]);
    expect(may!.width).toBeCloseTo(31 * pxPerDay, 1);
    expect(sure!.width).toBeCloseTo((dayNumber(1935, 7) - dayNumber(1930, 6)) * pxPerDay, 1);
    expect(may!.x - balbo!.x).toBeCloseTo((dayNumber(1930, 5) - dayNumber(1929, 9, 12)) * pxPerDay, 1);
  });

  test('an open term ends in a point at the edge of the axis', () => {
    const tips = elementsOf(drawn(drawChart(range)).svg, 'path').filter(({ properties }) => String(properties['d']).endsWith('Z'));
    expect(tips).toHaveLength(1);
  });

  test('lines are named at their ends, and an empty cell is a gap', () => {
    const { svg } = drawn(drawChart(line));
    const words = wordsOf(svg).filter(({ size }) => size === 9.5);
    expect(words.map(({ text }) => text).sort()).toEqual(['British exports', 'German exports', 'Soviet exports']);
    const curves = elementsOf(svg, 'path').filter(({ properties }) => properties['strokeLineJoin'] === 'round');
    expect(curves.map(({ properties }) => String(properties['d']).match(/[ML]/g)?.join(''))).toEqual(['MLL', 'MLL', 'MLLLLLL', 'MLLLLLL']);
  });

  test('rows of a line are put in the order of the abscissa', () => {
    const { table: facts } = drawn(drawChart({ ...line, table: table('x,y\n1935,2\n1933,1'), x: 'x', y: 'y' }));
    expect(facts.rows.map(([first]) => first)).toEqual(['1933', '1935']);
  });

  test('the figure is as wide as the measure unless its words need more', () => {
    expect(sizeOf(drawn(drawChart(bar)).svg).width).toBe(400);
    expect(sizeOf(drawn(drawChart({ ...bar, width: 300 })).svg).width).toBe(300);
  });
});

describe('the same facts stand in a table', () => {
  test.each([
    ['bar', bar, [['flow', 'level'], ['Level before sanctions', '100%'], ['Soviet exports to Italy', '83.5%'], ['British exports to Italy', '8.6%']]],
    ['range', { ...range, y: 'who' }, [['who', 'from', 'to'], ['Balbo', '12 September 1929', '6 November 1933'], ['Attolico', 'May 1930', 'July 1935'], ['Litvinov', '1930', 'May 1939'], ['Potemkin', '26 September 1932', 'November 1934'], ['Mussolini', '1932', '']]],
    ['a long unit, said once', { ...bar, unit: '% of the level before' }, [['flow', 'level (% of the level before)'], ['Level before sanctions', '100'], ['Soviet exports to Italy', '83.5'], ['British exports to Italy', '8.6']]],
    ['a line with a gap', { ...line, table: table('year,oil_share\n1934,24.5\n1935,'), y: 'oil_share', unit: '%' }, [['year', 'oil share'], ['1934', '24.5%'], ['1935', '']]],
  ] as [string, ChartRequest, string[][]][])('%s', (_, request, rows) => {
    const { table: facts } = drawn(drawChart(request));
    expect([facts.head, ...facts.rows]).toEqual(rows);
  });
});

describe('data that cannot be drawn are refused with the reason', () => {
  const hint = 'write a plain number and give its unit as unit="…"';
  const dates = 'write 1933, 1933-09 or 1933-09-02; leave an end empty when it is open';
  const known = 'columns: `flow`, `level`, `source`';
  test.each([
    ['a misspelt column', { ...bar, x: 'levle' }, 'no column is named `levle` (x)', ['`level` exists', known]],
    ['a misspelt label column', { ...bar, y: 'flow,sorce' }, 'no column is named `sorce` (y)', ['`source` exists', known]],
    ['no x', { ...bar, x: '' }, 'the chart has no `x`', [known]],
    ['a column twice', { ...bar, y: 'flow,flow' }, 'column `flow` is named twice (y)', []],
    ['no rows', { ...bar, table: table('flow,level') }, 'the data have a header and no rows', []],
    ['words for a number', { ...bar, table: table('flow,level\nOats,91\nOil,unknown') }, '“unknown” in column `level`, row 2 (Oil), is no number', [hint]],
    ['a number of two readings', { ...dot, table: table('flow;level\nOats;1,234') }, '“1,234” in column `level`, row 1 (Oats), can be read as 1.234 and as 1234', [hint]],
    ['no value at all', { ...bar, table: table('flow,level\nOats,\nOil,') }, 'column `level` has no value at all', []],
    ['x2 on a bar', { ...bar, x2: 'level' }, '`x2` means nothing in a chart of kind bar', ['kind=range draws from x to x2']],
    ['a range without ends', { ...base, kind: 'range', table: offices, x: 'from', y: 'who' }, 'the chart has no `x2`', ['columns: `who`, `post`, `from`, `to`']],
    ['a day that no calendar has', { ...range, table: table('who,post,from,to\nBalbo,x,1933-02-30,1934') }, '“1933-02-30” in column `from`, row 1 (Balbo), is no date', [dates]],
    ['an end before its beginning', { ...range, table: table('who,post,from,to\nBalbo,x,1933,1932') }, '“1932” in column `to`, row 1 (Balbo), is before the beginning (1933)', [dates]],
    ['an abscissa of words', { ...line, table: table('year,oil\nspring,1'), y: 'oil' }, '“spring” in column `year`, row 1, is neither a number nor a date', ['write 12.5, 1933, 1933-09 or 1933-09-02']],
    ['a bad cell in a line', { ...line, table: table('year,oil\n1934,1\n1935,?'), y: 'oil' }, '“?” in column `oil`, row 2 (1935), is no number', [hint]],
    ['too many lines', { ...line, table: table('year,a,b,c,d,e,f,g,h,i\n1,1,1,1,1,1,1,1,1,1'), y: 'a,b,c,d,e,f,g,h,i' }, '9 lines are more than one figure can tell apart', ['draw at most 8, or two figures']],
  ] as [string, ChartRequest, string, string[]][])('%s', (_, request, fault, hints) => {
    expect(drawChart(request)).toEqual({ fault, hints });
  });
});
