/** What is said of a recorded edition's pages: changed, moved, new, gone, and why. */
import { describe, expect, test } from 'vitest';
import { compareEditions } from '../../src/edition/compare-editions.js';
import { phraseChanges } from '../../src/edition/phrase-changes.js';
import type { Edition } from '../../src/edition/edition.js';
import type { Published, PublishedPage } from '../../src/edition/record-edition.js';
import type { NodeId } from '../../src/model/id.js';

/** `12 a b c`: the folio and the blocks that begin on the page; `b+` goes on from the page before; `#7`: a number on it; `(n)`: a note. */
function pages(...lines: string[]): PublishedPage[] {
  return lines.map((line): PublishedPage => {
    const [folio = '', ...marks] = line.split(' ');
    const notes = marks.filter((mark) => mark.startsWith('(')).map((mark) => mark.slice(1, -1));
    const numbers = marks.filter((mark) => mark.startsWith('#')).join(' ');
    const texts = marks.filter((mark) => !/^[(#]/.test(mark));
    const blocks = texts.filter((text) => !text.endsWith('+')).map((text) => text.replace('-', ''));
    return { folio, part: 'thaw', letters: 0, before: '', begins: '', lacks: 0, words: [...texts, ...notes].join(' '), numbers, blocks, notes, holds: [...texts.map((text) => text.replace(/[+-]/g, '')), ...notes].map((digest) => ({ digest, at: `thaw:${digest}` as NodeId })) };
  });
}

const edition = (recorded: readonly PublishedPage[]): Edition => ({ number: 2, source: '', area: '', pageCount: recorded.length, former: [], pages: recorded, numbers: [] });
const published = (now: readonly PublishedPage[]): Published => ({ source: '', area: '', pageCount: now.length, pages: now, numbers: [] });
const read = new Map([['thaw', { blocks: [], opens: new Map(), letters: [] }]]);
const told = (then: string[], now: string[]): string =>
  phraseChanges(compareEditions(edition(pages(...then)), published(pages(...now)), read, (id) => ({ file: `${id.slice(5)}.md`, line: 7 })));

describe('what changed', () => {
  const cases: [name: string, then: string[], now: string[], told: string][] = [
    ['nothing', ['1 a b', '2 c'], ['1 a b', '2 c'], '2 pages, none changed'],
    ['the text of a page', ['1 a b', '2 c'], ['1 a x', '2 c'], '2 pages, 1 changed (1: text edited in x.md:7)'],
    ['a paragraph over two pages', ['1 a b-', '2 b+ c'], ['1 a x-', '2 x+ c'], '2 pages, 2 changed (1, 2: text edited in x.md:7)'],
    ['a page, and the break behind it', ['1 a b', '2 c d', '3 e'], ['1 a x', '2 b c d', '3 e'], '3 pages, 2 changed (1: text edited in x.md:7; 2: text from the page before or behind)'],
    ['a note', ['1 a (n)', '2 c'], ['1 a (m)', '2 c'], '2 pages, 1 changed (1: text edited in m.md:7)'],
    ['something was taken out: what stands before it is named', ['1 a b c', '2 d'], ['1 a c', '2 d'], '2 pages, 1 changed (1: text edited in a.md:7)'],
    ['numbers alone', ['1 a #3', '2 b'], ['1 a #4', '2 b'], '2 pages, 1 changed (1: numbers and references on them)'],
    ['a page more: those behind it are the same under other numbers', ['1 a', '2 b', '3 c'], ['1 a x', '2 y', '3 b', '4 c'], '4 pages, 1 changed (1: text edited in x.md:7), 2 moved (3 was 2, 4 was 3), 1 new (2)'],
    ['a page fewer', ['1 a', '2 b', '3 c'], ['1 a', '2 c'], '2 pages, 1 moved (2 was 3), 1 gone (2)'],
    ['all of it', ['1 a', '2 b'], ['1 x', '2 y'], '2 pages, 2 changed (1: text edited in x.md:7; 2: text edited in y.md:7)'],
    ['a page is edited and has another number', ['1 a', '2 b', '3 c'], ['1 n', '2 a', '3 x', '4 c'], '4 pages, 1 changed (3: text edited in x.md:7), 2 moved (2 was 1, 4 was 3), 1 new (1)'],
  ];
  test.each(cases)('%s', (_, then, now, words) => expect(told(then, now)).toBe(`edition 2: ${words}`));

  test('a long list of pages is told by its ends', () => {
    const many = Array.from({ length: 30 }, (_, index) => `${index + 1} b${index}`);
    expect(told(many, ['1 new', ...many.map((line, index) => `${index + 2} ${line.split(' ')[1]}`)])).toBe('edition 2: 31 pages, 30 moved (2 was 1, 3 was 2, 4 was 3, 5 was 4, 6 was 5, 7 was 6, 8 was 7, … 31 was 30), 1 new (1)');
  });

  test('a chapter that is there no more takes its pages along', () => {
    const other = pages('3 z').map((page) => ({ ...page, part: 'other' }));
    const changes = compareEditions(edition([...pages('1 a'), ...other]), published(pages('1 a')), read, () => ({ file: '' }));
    expect(changes).toMatchObject({ changed: [], gone: ['3'] });
  });
});
