import { describe, expect, test } from 'vitest';
import { formatNumber, formatQuantity } from '../../src/draw/format-number.js';
import { readNumber } from '../../src/draw/read-cell.js';
import { readTable } from '../../src/draw/read-table.js';

const nb = '\u00a0';

describe('a data file is read', () => {
  test.each([
    ['commas', 'a,b\n1,2\n', ['a', 'b'], [{ a: '1', b: '2' }]],
    ['semicolons', 'a;b\n1;2', ['a', 'b'], [{ a: '1', b: '2' }]],
    ['tabs', 'a\tb\n1\t2', ['a', 'b'], [{ a: '1', b: '2' }]],
    ['a comma in the words of a semicolon file', 'Exports, lire;1934\nOats;2,5', ['Exports, lire', '1934'], [{ 'Exports, lire': 'Oats', '1934': '2,5' }]],
    ['decimal commas everywhere', 'a;b\n1,5;2,5\n3,5;4,5', ['a', 'b'], [{ a: '1,5', b: '2,5' }, { a: '3,5', b: '4,5' }]],
    ['a byte order mark', '\ufeffa,b\n1,2', ['a', 'b'], [{ a: '1', b: '2' }]],
    ['Windows line ends', 'a,b\r\n1,2\r\n', ['a', 'b'], [{ a: '1', b: '2' }]],
    ['old Mac line ends', 'a,b\r1,2\r', ['a', 'b'], [{ a: '1', b: '2' }]],
    ['mixed line ends', 'a,b\r\n1,2\n3,4', ['a', 'b'], [{ a: '1', b: '2' }, { a: '3', b: '4' }]],
    ['quoted delimiters', 'a,b\n"x, y",2', ['a', 'b'], [{ a: 'x, y', b: '2' }]],
    ['doubled quotes', 'a,b\n"the ""Pact""",2', ['a', 'b'], [{ a: 'the "Pact"', b: '2' }]],
    ['a line break inside quotes', 'a,b\n"x\ny",2', ['a', 'b'], [{ a: 'x\ny', b: '2' }]],
    ['empty lines and rows of nothing', 'a,b\n\n1,2\n,\n\n', ['a', 'b'], [{ a: '1', b: '2' }]],
    ['empty cells', 'a,b\n1,\n,2', ['a', 'b'], [{ a: '1', b: '' }, { a: '', b: '2' }]],
    ['empty cells between tabs', 'a\tb\n\t2\n1\t', ['a', 'b'], [{ a: '', b: '2' }, { a: '1', b: '' }]],
    ['white space around cells', 'a , b\n 1 , 2 ', ['a', 'b'], [{ a: '1', b: '2' }]],
    ['one column', 'a\n1\n2', ['a'], [{ a: '1' }, { a: '2' }]],
    ['a header alone', 'a,b\n', ['a', 'b'], []],
    ['a column with a dangerous name', '__proto__,b\n1,2', ['__proto__', 'b'], [Object.fromEntries([['__proto__', '1'], ['b', '2']])]],
  ])('%s', (_, text, columns, rows) => {
    expect(readTable(text)).toEqual({ columns, rows });
  });

  test.each([
    ['nothing', '', 'the file is empty', 1],
    ['blank lines', '\n\n', 'the file is empty', 1],
    ['a row too short', 'a,b,c\n1,2,3\n4,5', 'a row has 2 cells where the header has 3', 3],
    ['a row too long, after a cell of two lines', 'a,b\n"x\ny",2\n4,5,6', 'a row has 3 cells where the header has 2', 4],
    ['a row of one cell', 'a;b\n1;2\n3', 'a row has 1 cell where the header has 2', 3],
    ['two columns of one name', 'a,b,a\n1,2,3', 'two columns are named `a`', 1],
    ['a column without a name', 'a,,c\n1,2,3', 'column 2 has no name', 1],
    ['an open quotation mark', 'a,b\n1,"2\n3,4\n5,6\n', 'a quotation mark opens a cell and is never closed', 2],
    ['a stray quotation mark', 'a,b\n1,5" gun', 'a quotation mark stands inside a cell that is not quoted (quote the cell and double the mark)', 2],
    ['words after a closing mark', 'a,b\n"x"y,1', 'a quoted cell goes on after its closing quotation mark (double a mark inside a quoted cell)', 2],
    ['UTF-16', 'a\0,\0b\0', 'the file is not text in UTF-8', 1],
  ])('refused: %s', (_, text, fault, line) => {
    expect(readTable(text)).toEqual({ fault, line });
  });
});

describe('a cell is a number or it is not', () => {
  test.each([
    ['83.5', 83.5, 1], ['83,5', 83.5, 1], ['100', 100, 0], ['8.60', 8.6, 2], ['-12.5', -12.5, 1], ['−12.5', -12.5, 1], ['+3', 3, 0],
    ['.5', 0.5, 1], ['1.234', 1.234, 3], ['0,123', 0.123, 3], ['12 345', 12345, 0], [`12${nb}345,5`, 12345.5, 1], ['1,234,567', 1234567, 0],
    ['1,234.5', 1234.5, 1], ['1.234,5', 1234.5, 1], ['1.234.567', 1234567, 0], [' 7 ', 7, 0],
  ])('%s', (cell, value, decimals) => {
    expect(readNumber(cell)).toEqual({ kind: 'number', value, decimals });
  });
  test.each([
    ['1,234', 'can be read as 1.234 and as 1234'],
    ['n/a', 'is no number'], ['83.5 %', 'is no number'], ['about 5', 'is no number'], ['1e3', 'is no number'], ['12 34', 'is no number'], ['1.2.3', 'is no number'], ['–', 'is no number'],
    ['12345678901234567890', 'has more digits than a drawing can keep'],
  ])('refused: %s', (cell, fault) => {
    expect(readNumber(cell)).toEqual({ kind: 'fault', fault });
  });
  test('an empty cell is empty', () => expect(readNumber(' ')).toEqual({ kind: 'empty' }));
});

describe('a number is written as its language writes it', () => {
  test.each([
    [83.5, 1, 'en-GB', '83.5'], [83.5, 1, 'it', '83,5'], [83.5, 1, 'de-AT', '83,5'], [1933, 0, 'fr', '1933'], [9999, 0, 'ru', '9999'],
    [12345.5, 1, 'ru', `12${nb}345,5`], [1234567, 0, 'en', `1${nb}234${nb}567`], [-12.5, 1, 'en', '−12.5'], [-0.01, 1, 'en', '0.0'], [8.6, 1, 'eo', '8.6'],
  ])('%d, %d, %s: %s', (value, decimals, language, written) => {
    expect(formatNumber(value, decimals, language)).toBe(written);
  });
  test.each([
    ['%', 'en', '83.5%'], ['%', 'de', `83,5${nb}%`], ['t', 'en', `83.5${nb}t`], ['million lire', 'it', `83,5${nb}million${nb}lire`], ['', 'en', '83.5'],
  ])('with the unit %s in %s', (unit, language, written) => {
    expect(formatQuantity(83.5, 1, unit, language)).toBe(written);
  });
});
