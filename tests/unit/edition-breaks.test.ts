/** Where the pages of a recorded edition begin in a text that was edited since. */
import { describe, expect, test } from 'vitest';
import { alignSequences } from '../../src/edition/align-sequences.js';
import type { RecordedPage } from '../../src/edition/edition.js';
import { findBreaks } from '../../src/edition/find-breaks.js';
import { lettersOf, readBlocks, spotOf } from '../../src/edition/read-blocks.js';
import { recordEdition } from '../../src/edition/record-edition.js';
import type { Part, Resolved } from '../../src/model/document.js';
import type { PrintedPage } from '../../src/page/contract.js';
import { config, part } from '../epub/edition.js';

describe('which entries are which', () => {
  const cases: [name: string, before: string, after: string, partners: string][] = [
    ['nothing was edited', 'a b c', 'a b c', '0 1 2'],
    ['one was put in', 'a b c', 'a x b c', '0 2 3'],
    ['one was taken out', 'a b c', 'a c', '0 - 1'],
    ['one was edited', 'a b c', 'a x c', '0 - 2'],
    ['of equal ones, each is its own', 'q a q b q', 'q a q x b q', '0 1 2 4 5'],
    ['one of several equal ones went', 'q a q b q c', 'q a b q c', '0 1 - 2 3 4'],
    ['one was moved to the end: the others keep their order', 'm a b c', 'a b c m', '- 0 1 2'],
    ['all is new', 'a b', 'x y', '- -'],
    ['nothing is left', 'a b', '', '- -'],
  ];
  const list = (words: string): string[] => words.split(' ').filter((word) => word !== '');
  test.each(cases)('%s', (_, before, after, partners) => expect(alignSequences(list(before), list(after)).map((place) => place ?? '-').join(' ')).toBe(partners));

  test('a hundred thousand entries take no noticeable time', () => {
    const before = Array.from({ length: 100_000 }, (_, index) => `${index % 700 === 0 ? 'same' : index}`);
    const after = before.toSpliced(50_000, 3, 'new').toSpliced(10, 1);
    const start = performance.now();
    const partners = alignSequences(before, after);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(partners.filter((place) => place === undefined)).toHaveLength(4);
  });
});

describe('what a page is recorded by', () => {
  const html = '<h1 data-at="c:0">Salt</h1><ul data-at="c:9"><li data-at="c:11">One <a class="cross-reference" href="#x">figure 3</a> two<a data-note="n-1">4</a></li><li data-at="c:20">three</li></ul><hr data-at="c:30"><p data-at="c:40"><img src="a.svg" alt=""></p>';

  test('blocks are what stands in the innermost elements, without what is numbered', () => {
    expect(readBlocks(part({ id: 'c', html })).blocks.map(({ at, text }) => `${at} ${text}`)).toEqual(['c:0 Salt', 'c:11 One two', 'c:20 three', 'c:30 ', 'c:40 ']);
  });

  test('letters are counted from the element that was named, whatever stands in it', () => {
    const read = readBlocks(part({ id: 'c', html }));
    expect(spotOf(read, 'c:9', 8)).toEqual({ block: 2, letters: 2 });
    expect(spotOf(read, 'c:11', 4)).toEqual({ block: 1, letters: 4 });
    expect(spotOf(read, 'c:77', 0)).toBeUndefined();
  });
});

const words = (count: number, seed: string): string => Array.from({ length: count }, (_, index) => `${seed}${'abcdefghij'.charAt(index % 10)}${Math.floor(index / 10)}`).join(' ');
const [salt, tar, rope] = [words(40, 'salt'), words(40, 'tar'), words(40, 'rope')];
const equal = 'Answer this.';

/** Blocks of a chapter, at ids that shift with every edit before them, as in a manuscript. */
function chapterOf(texts: readonly string[], id = 'one'): Part {
  let offset = 0;
  const paragraphs = texts.map((text) => {
    const at = `${id}:${offset}`;
    offset += text.length + 2;
    return `<p data-at="${at}">${text}</p>`;
  });
  return part({ id, html: paragraphs.join('') });
}

/** Pages that begin before some words of a chapter, as an edition records them. */
function recorded(texts: readonly string[], begins: readonly string[], id = 'one'): RecordedPage[] {
  const chapter = chapterOf(texts, id);
  const { blocks } = readBlocks(chapter);
  const printed = ['', ...begins].map((words, index): PrintedPage => {
    const block = blocks.find(({ text }) => text.includes(words));
    if (!block) throw new Error(`nothing begins with ${words}`);
    return { folio: String(index + 1), part: id, at: block.at, letters: lettersOf(block.text.slice(0, block.text.indexOf(words))).length, lacks: index, text: '', numbers: '', pictures: [], notes: [] };
  });
  const resolved = { config, chapters: [], labelled: [], numbers: new Map(), assets: new Map(), bibliography: [], registers: { terms: [], people: [], places: [], abbreviations: [], dates: [] } };
  return [...recordEdition(resolved as unknown as Resolved, [chapter], printed, printed.length).pages];
}

/** The words that the found pages begin with. */
function foundIn(pages: readonly RecordedPage[], texts: readonly string[], id = 'one'): string[] {
  const chapter = chapterOf(texts, id);
  const { blocks } = readBlocks(chapter);
  return (findBreaks(pages, [chapter])[0]?.begins ?? []).map(({ at, letters }) => {
    const text = blocks.find((block) => block.at === at)?.text ?? '';
    let offset = 0;
    for (let left = letters; left > 0 || text.charAt(offset) === ' '; offset += 1) if (text.charAt(offset) !== ' ') left -= 1;
    return text.slice(offset).split(' ').slice(0, 2).join(' ');
  });
}

describe('where the recorded pages begin now', () => {
  const texts = [salt, equal, tar, equal, rope];
  const inTar = 'tarb1 tarc1';
  const cases: [name: string, begins: string[], now: string[], found: string[]][] = [
    ['nothing was edited', [inTar, 'ropea0 ropeb0'], texts, [inTar, 'ropea0 ropeb0']],
    ['a paragraph was put in before', [inTar], ['New.', salt, equal, 'New.', tar, equal, rope], [inTar]],
    ['a paragraph was taken out before', [inTar], [equal, tar, equal, rope], [inTar]],
    ['the words before it in its paragraph were edited', [inTar], texts.with(2, tar.replace('tarc0 tard0', 'quite other words')), [inTar]],
    ['the words behind it were', [inTar], texts.with(2, tar.replace('tarf1 tarj3', 'other').replace('tarj3', 'other')), [inTar]],
    ['the very words that it begins with were', [inTar], texts.with(2, tar.replace('tarb1 tarc1', 'edited words')), ['edited words']],
    ['words on both sides of it were, and a few stayed', [inTar], texts.with(2, tar.replace('tarj0', 'x').replace('tarf1', 'x')), [inTar]],
    ['its paragraph is gone', [inTar], texts.toSpliced(2, 1), []],
    ['it began with a paragraph whose first words were edited', ['tara0 tarb0'], texts.with(2, `Edited ${tar}`), ['Edited tara0']],
    ['it began with a paragraph that was written anew', ['tara0 tarb0'], texts.with(2, 'Nothing is as it was.'), ['Nothing is']],
    ['of equal paragraphs, it began with the second', ['ropea0 ropeb0'], texts.toSpliced(1, 0, equal), ['ropea0 ropeb0']],
    ['two paragraphs changed places: what comes out of its order is left out', ['tara0 tarb0', 'ropea0 ropeb0'], [salt, equal, rope, equal, tar], ['ropea0 ropeb0']],
    ['paragraphs were joined', ['tara0 tarb0'], [salt, equal, `${tar} ${rope}`], ['tara0 tarb0']],
    ['its paragraph was divided', [inTar], texts.toSpliced(2, 1, tar.slice(0, tar.indexOf(inTar)), tar.slice(tar.indexOf(inTar))), [inTar]],
  ];
  test.each(cases)('%s', (_, begins, now, found) => expect(foundIn(recorded(texts, begins), now)).toEqual(found));

  test('of equal paragraphs, each is known by its order', () => {
    const exercises = [salt, equal, equal, equal, rope];
    const [first, second] = recorded(exercises, ['ropea0 ropeb0']) as [RecordedPage, RecordedPage];
    // The second page begins with the third of the equal ones instead.
    const pages = [{ ...first, blocks: first.blocks.slice(0, 3) }, { ...second, blocks: [...first.blocks.slice(3), ...second.blocks] }];
    const edited = chapterOf(['New.', ...exercises]);
    expect(findBreaks(pages, [edited])[0]?.begins[0]?.at).toBe(readBlocks(edited).blocks[4]?.at);
  });

  test('a chapter whose file got another name keeps its pages', () => {
    const found = findBreaks(recorded(texts, [inTar]), [chapterOf(texts, 'renamed')]);
    expect(found).toMatchObject([{ id: 'renamed', pages: 2, begins: [{ letters: expect.any(Number) }] }]);
  });

  test('a chapter that went takes its pages along', () => expect(findBreaks(recorded(texts, [inTar]), [chapterOf(['Nothing of it.'], 'other')])).toEqual([]));

  test('the page behind says how many lines it lacked', () => expect(findBreaks(recorded(texts, [inTar]), [chapterOf(texts)])[0]?.begins[0]?.lacks).toBe(1));
});
