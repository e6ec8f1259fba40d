/** What differs on the pages of two states of a book, told from the words that stand on them. */
import { describe, expect, test } from 'vitest';
import { comparePages, type ShownState } from '../../src/diff/compare-pages.js';
import type { PageChange } from '../../src/diff/comparison.js';
import type { ShownPage, ShownWord } from '../../src/page/changes-contract.js';

/**
 * `thaw: One word- | (Note.) #12`: the part, words of the text, those of notes in brackets; `word-` goes on overleaf; `#12` is a page
 * reference, `§ab12` the state of the text, `<a>` a picture. Pages have folios from 1.
 */
function state(...lines: string[]): ShownState {
  const pages = lines.map((line): ShownPage => {
    const [, part = '', text = ''] = /^(\w*): ?(.*)$/.exec(line) ?? [];
    let stream = 0;
    const words = text.split(' ').filter((word) => word !== '').flatMap((given, index): ShownWord[] => {
      if (given.startsWith('(')) stream = 2;
      const said = given.replace(/[()]/g, '');
      const place = { stream, left: index, top: 0, isApart: true };
      if (given.endsWith(')')) stream = 0;
      if (said.startsWith('#')) return [{ ...place, text: said.slice(1), added: 'page-ref #x' }];
      if (said.startsWith('§')) return [{ ...place, text: `State: ${said.slice(1)}`, added: 'text-state' }];
      if (said.startsWith('<')) return [{ ...place, text: '', picture: said }];
      return [{ ...place, text: said.replace(/-$/, ''), ...(said.endsWith('-') && { isCut: true as const }) }];
    });
    return { part, head: '', words };
  });
  return { pages, folios: pages.map(({ words }, index) => (words.length === 0 ? '' : String(index + 1))), pictureName: (picture) => picture };
}

function told(before: string[], after: string[]): string[] {
  const { changed, added, gone, same, textState } = comparePages(state(...before), state(...after));
  const what = (page: PageChange): string => [page.reason, ...page.edits.map(({ gone: taken, new: put }) => `${taken.trim() === '' ? '' : `-${taken.trim()}`}${put.trim() === '' ? '' : `+${put.trim()}`}`), ...page.numbers.map(({ was, is }) => `${was}>${is}`)].join(' ');
  return [
    ...changed.map((page) => `${(page.before ?? 0) + 1}/${(page.after ?? 0) + 1} ${what(page)}`),
    ...added.map((page) => `new ${(page.after ?? 0) + 1} ${what(page)}`),
    ...gone.map((page) => `gone ${(page.before ?? 0) + 1} ${what(page)}`),
    ...same.filter((page) => page.before !== page.after).map((page) => `${page.before + 1}/${page.after + 1}`),
    ...(textState ? [`state ${textState.was}>${textState.is} on ${textState.folio}`] : []),
  ];
}

describe('what differs on pages', () => {
  const cases: [name: string, before: string[], after: string[], told: string[]][] = [
    ['nothing', ['t: a b', 't: c d'], ['t: a b', 't: c d'], []],
    ['a word', ['t: a b c', 't: d'], ['t: a x c', 't: d'], ['1/1 words -b+x']],
    ['a sentence that only went overleaf is no change of words', ['t: a b c d', 't: e f g h'], ['t: a b', 't: c d e f g h'], ['1/1 break', '2/2 break']],
    ['a word that is divided between pages is one word', ['t: a b col-', 't: lection c d'], ['t: a b', 't: collection c d'], ['1/1 break', '2/2 break']],
    ['a word over two pages was edited', ['t: a b col-', 't: lection c d'], ['t: a b colour', 't: c d'], ['1/1 words -collection+colour', '2/2 break']],
    ['an edit over two pages is told on each', ['t: a b c', 't: d e f'], ['t: a b c x y', 't: z d e f'], ['1/1 words +x y', '2/2 words +z']],
    ['a note', ['t: a (n m) b'], ['t: a (n k) b'], ['1/1 words -m+k']],
    ['a note went overleaf, and the text did not', ['t: a b (n m)', 't: c d'], ['t: a b', 't: c d (n m)'], ['1/1 break', '2/2 break']],
    ['a number', ['t: see #12 there'], ['t: see #13 there'], ['1/1 numbers 12>13']],
    ['the state of the text is neither', ['t: a §ab', 't: c'], ['t: a §cd', 't: c'], ['state ab>cd on 1']],
    ['the state of the text was not there before', ['t: a'], ['t: a §cd'], []],
    ['a picture', ['t: a <one> b'], ['t: a <two> b'], ['1/1 words -[picture]+[picture]']],
    ['a page more: what is behind it is the same elsewhere', ['t: a b c', 'u: d e'], ['t: a b c', 't: x y z', 'u: d e'], ['new 2 words +x y z', '2/3']],
    ['a page fewer', ['t: a b c', 't: x y z', 'u: d e'], ['t: a b c', 'u: d e'], ['gone 2 words -x y z', '3/2']],
    ['a chapter has another name', ['t: a b c d', 'u: e'], ['s: a b c x', 'u: e'], ['1/1 words -d+x']],
    ['a chapter is gone', ['t: a b', 'u: e f'], ['u: e f'], ['gone 1 words -a b', '2/1']],
    ['passages changed places', ['t: a b c d e f g h i j k l'], ['t: g h i j k l a b c d e f'], ['1/1 words']],
    ['blank pages are none', ['t: a', ':', 'u: b'], ['t: a', ':', 'u: c'], ['3/3 words -b+c']],
    ['all of it', ['t: a b'], ['t: x y'], ['1/1 words -a b+x y']],
  ];
  test.each(cases)('%s', (_, before, after, what) => expect(told(before, after)).toEqual(what));

  test('the same words that lie elsewhere were set otherwise', () => {
    const [one, other] = [state('t: a b c'), state('t: a b c')];
    const shifted = { ...other, pages: other.pages.map((page) => ({ ...page, words: page.words.map((word) => ({ ...word, top: word.top + 3 })) })) };
    expect(comparePages(one, shifted).changed.map(({ reason }) => reason)).toEqual(['look']);
    const renamed = { ...other, pages: other.pages.map((page) => ({ ...page, head: 'Another title' })) };
    expect(comparePages(one, renamed).changed.map(({ reason }) => reason)).toEqual(['head']);
  });

  test('a page is marked where words went and came', () => {
    const { changed } = comparePages(state('t: a b c d e'), state('t: a x c e'));
    expect(changed[0]?.marks).toEqual({ before: [[1, 'gone'], [3, 'gone']], after: [[1, 'new'], [2, 'cut-behind']] });
  });
});
