import { labelsOf } from '../manuscript.js';
import { change, changeWord, type Edits, inChapter, insert, isNotTitle, isText, remove } from './blocks.js';

/** Of an author who writes: words, sentences, paragraphs, and where they stand. */
export const text: Edits = {
  'a paragraph more': (book, lots) => insert(book, lots, lots.paragraph()),
  'a block less': (book, lots) => remove(book, lots, isNotTitle),
  'a paragraph less': (book, lots) => remove(book, lots, isText),
  'a block moved': (book, lots) => {
    const [from, to] = [inChapter(book, lots), inChapter(book, lots)];
    const block = from?.blocks[from.at];
    if (!from || !to || block === undefined) return undefined;
    book.setBlocks(from.path, from.blocks.toSpliced(from.at, 1));
    const blocks = book.blocks(to.path);
    const at = Math.min(to.at, blocks.length);
    book.setBlocks(to.path, blocks.toSpliced(at, 0, block));
    return `block ${from.at} of ${from.path} to block ${at} of ${to.path}`;
  },
  'a block twice': (book, lots) => {
    const from = inChapter(book, lots);
    const block = from?.blocks[from.at];
    return block === undefined ? undefined : insert(book, lots, book.renamed(block));
  },
  'a paragraph twice, in two chapters': (book, lots) => {
    const from = inChapter(book, lots);
    const block = from?.blocks.find(isText);
    return block === undefined ? undefined : insert(book, lots, book.renamed(block), lots.pick(book.chapters('chapters')));
  },
  'one word': (book, lots) => change(book, lots, isText, (block) => changeWord(block, lots)),
  'one letter': (book, lots) => change(book, lots, isText, (block) => block.replace(/[a-z](?= )/, (letter) => (letter === 'x' ? 'y' : 'x'))),
  'a word in something else than a paragraph': (book, lots) => change(book, lots, (block) => /^[|:\->$#!]/.test(block), (block) => changeWord(block, lots)),
  'a sentence more': (book, lots) => change(book, lots, isText, (block) => `${lots.sentence()} ${block}`),
  'a sentence less': (book, lots) => change(book, lots, isText, (block) => block.replace(/^[^[\]]{20,}?\. (?=[a-z])/, '')),
  'a line more, where notes are called': (book, lots) => change(book, lots, (block) => isText(block) && block.includes('^['), (block) => `${lots.words(7)} ${block}`),
  'two blocks exchanged': (book, lots) => {
    const place = inChapter(book, lots);
    if (!place || place.blocks.length < 3) return undefined;
    const at = 1 + lots.below(place.blocks.length - 2);
    const [one = '', two = ''] = place.blocks.slice(at, at + 2);
    book.setBlocks(place.path, place.blocks.with(at, two).with(at + 1, one));
    return `blocks ${at} and ${at + 1} of ${place.path}`;
  },
  'two pages more at the beginning': (book, lots) => insert(book, lots, Array.from({ length: 4 + lots.below(5) }, lots.paragraph).join('\n\n'), lots.pick([book.chapters()[0], book.chapters('chapters')[0]])),
  'half of a chapter less': (book, lots) => {
    const place = inChapter(book, lots);
    if (!place || place.blocks.length < 4) return undefined;
    const gone = place.blocks.slice(place.at, place.at + 5);
    book.setBlocks(place.path, place.blocks.toSpliced(place.at, 5));
    book.forget(gone.flatMap(labelsOf));
    return `${gone.length} blocks of ${place.path}, from ${place.at} on`;
  },
};
