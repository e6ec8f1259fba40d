import { expect, test } from 'vitest';
import { findSheets, pagesOf } from '../../src/diff/find-sheets.js';
import { pairPages } from '../../src/diff/pair-pages.js';

/** @param changed pages, from 1 */
const again = (before: number, after: number, changed: readonly number[]) => findSheets(before, after, (page) => !changed.includes(page + 1)).wanted.map((sheet) => `${sheet.number}: ${pagesOf(sheet).join(' ')}`);

test.each<[name: string, before: number, after: number, changed: number[], sheets: string[]]>([
  ['nothing changed', 8, 8, [], []],
  ['a page changed: the sheet it is on, with its three neighbours', 8, 8, [3], ['2: 3 4 5 6']],
  ['two pages of one sheet', 8, 8, [1, 8], ['1: 1 2 7 8']],
  ['pages of two sheets', 12, 12, [1, 6], ['1: 1 2 11 12', '3: 5 6 7 8']],
  ['a page more, where the last sheet had room', 7, 8, [8], ['1: 1 2 7 8']],
  ['a page fewer, on as many sheets', 8, 7, [], ['1: 1 2 7']],
  ['a sheet more: all, though most pages are as they were', 8, 9, [9], ['1: 1 2', '2: 3 4 9', '3: 5 6 7 8']],
])('sheets to print again: %s', (_, before, after, changed, sheets) => expect(again(before, after, changed)).toEqual(sheets));

/** `a/x`: page a of before is page x now; each page is its words. */
function paired(before: readonly string[], after: readonly string[]): string[] {
  const shared = (one: number, other: number): number => [...(before[one] ?? '')].filter((word) => after[other]?.includes(word)).length;
  return pairPages(before.length, after.length, shared).map(([one, other]) => `${one === undefined ? '' : (before[one] ?? '')}/${other === undefined ? '' : (after[other] ?? '')}`);
}

test.each<[name: string, before: string[], after: string[], pairs: string[]]>([
  ['as they were', ['abc', 'def'], ['abc', 'def'], ['abc/abc', 'def/def']],
  ['a new one in the middle', ['abc', 'def'], ['abc', 'xyz', 'def'], ['abc/abc', '/xyz', 'def/def']],
  ['one is gone', ['abc', 'def', 'ghi'], ['abc', 'ghi'], ['abc/abc', 'def/', 'ghi/ghi']],
  ['by most of their words, though some went on', ['abcd', 'efgh'], ['xyzw', 'abc', 'defgh'], ['/xyzw', 'abcd/abc', 'efgh/defgh']],
  ['written anew: in their order', ['abc', 'def'], ['uvw', 'xyz'], ['abc/uvw', 'def/xyz']],
])('pages are paired: %s', (_, before, after, pairs) => expect(paired(before, after)).toEqual(pairs));
