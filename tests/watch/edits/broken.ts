import { png } from '../everything.js';
import { type Edits, insert } from './blocks.js';
import { rewrite } from './names.js';
import { setting } from './settings.js';

/** What an author types on the way to something that is right. */
export const broken: Edits = {
  'a source that is none': (book, lots) => insert(book, lots, `${lots.words(4)} [@nobody, p. 3].`),
  'a label that is none': (book, lots) => insert(book, lots, `${lots.words(4)} @fig:nowhere.`),
  'a block without its end': (book, lots) => insert(book, lots, `:::callout{title="${lots.words(1)}"}\n${lots.sentence()}`),
  'a label twice': (book, lots) => {
    const name = lots.pick(book.labels('sec', 'chap'));
    return name === undefined ? undefined : insert(book, lots, `## ${lots.words(2)} {#${name}}`);
  },
  'settings that cannot be read': (book) => (book.settings ? (book.write('book.yaml', `${book.text('book.yaml')}page: {size: [\n`), 'book.yaml') : undefined),
  'a setting of no known name': setting((settings) => ((settings['pagination'] = 'yes'), 'pagination')),
  'a source without its brace': (book) => rewrite(book, 'sources.bib', /\n\}\n/, '\n\n'),
  'an included file is gone': (book, lots) => {
    const path = lots.pick(book.paths('.md').filter((name) => name.startsWith('parts/')));
    if (path !== undefined) book.drop(path);
    return path;
  },
  'a picture is gone': (book, lots) => {
    const path = lots.pick([...book.paths('.svg'), ...book.paths('.png')]);
    if (path !== undefined) book.drop(path);
    return path;
  },
  'a picture that is none': (book, lots) => {
    const path = lots.pick(book.paths('.png'));
    if (path !== undefined) book.write(path, png(40, 40).subarray(0, 60));
    return path;
  },
  'a chapter is gone': (book, lots) => {
    const path = lots.pick(book.chapters('chapters'));
    if (path !== undefined) book.drop(path);
    return path;
  },
  'a register that cannot be read': (book, lots) => {
    const path = lots.pick(['terms.yaml', 'people.yaml']);
    if (!book.has(path)) return undefined;
    book.write(path, `${book.text(path)}- : : [\n`);
    return path;
  },
  'all of book.yaml': (book) => (book.drop('book.yaml'), 'book.yaml'),
};
