import { expect, test } from 'vitest';
import { editOf, PagePlaces } from '../../src/watch/page-places.js';

/** Ten letters a line. */
const placeOf = (at: string) => ({ file: at.startsWith('one') ? 'one.md' : 'two.md', line: Number(at.split(':')[1]) / 10 + 1 });
const places = new PagePlaces([['one:0', 'one:40'], ['one:40', 'one:90', 'two:0'], ['two:0', 'two:30', 'one:20']], placeOf);

test.each([
  ['the block that it begins', 'one', 40, { page: 0, at: 'one:40' }],
  ['the block that it is in', 'one', 95, { page: 1, at: 'one:90' }],
  ['a block that stands far from its neighbours', 'one', 30, { page: 2, at: 'one:20' }],
  ['the first page of a block on two', 'two', 12, { page: 1, at: 'two:0' }],
] as const)('an edit is on %s', (_, stem, offset, spot) => {
  expect(places.find({ stem, offset })).toEqual(spot);
});

test.each([
  ['the last block above it', 'one.md', 8, { page: 0, at: 'one:40' }],
  ['the block on its line', 'two.md', 4, { page: 2, at: 'two:30' }],
  ['no page, above all of its file', 'two.md', 0, undefined],
  ['no page, in a file that no page shows', 'three.md', 9, undefined],
] as const)('a finding is on %s', (_, file, line, spot) => {
  expect(places.find({ file, line })).toEqual(spot);
});

test('an edit is where the text begins to differ, in the first source that does', () => {
  expect(editOf(new Map([['a', 'same'], ['b', 'the old words']]), new Map([['a', 'same'], ['b', 'the new words'], ['c', 'added']]))).toEqual({ stem: 'b', offset: 4 });
  expect(editOf(new Map([['a', 'same']]), new Map([['a', 'same']]))).toBeUndefined();
});
