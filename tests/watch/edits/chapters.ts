import type { Lots } from '../lots.js';
import { labelsOf, type Manuscript, type Place } from '../manuscript.js';
import type { Edits } from './blocks.js';

/** A chapter goes to another place, or away. */
function moveChapter(book: Manuscript, from: Place, path: string, to?: Place, at = 0): boolean {
  return book.set((settings) => {
    const list = (place: Place): string[] => [settings[place] ?? []].flat() as string[];
    settings[from] = list(from).filter((one) => one !== path);
    if (to) settings[to] = list(to).toSpliced(at, 0, path);
  });
}

export const chapters: Edits = {
  'a chapter more': (book, lots) => {
    const path = `${10 + lots.below(80)}-${book.fresh('c')}.md`;
    const place = lots.pick(['front', 'chapters', 'chapters', 'back'] as const);
    book.write(path, `# ${lots.words(2)} {#${book.fresh('chap:n')}}\n\n${Array.from({ length: 1 + lots.below(5) }, lots.paragraph).join('\n\n')}\n`);
    return moveChapter(book, place, path, place, lots.below(4)) ? `${path} in ${place}` : undefined;
  },
  'a chapter less': (book, lots) => dropChapter(book, lots.pick(book.chapters('front', 'chapters')), lots),
  'the last chapter less': (book, lots) => dropChapter(book, book.chapters('chapters').at(-1), lots),
  'chapters in another order': (book, lots) => {
    const path = lots.pick(book.chapters('chapters'));
    const at = lots.below(4);
    return path !== undefined && moveChapter(book, 'chapters', path, 'chapters', at) ? `${path} is number ${at + 1}` : undefined;
  },
  'a chapter moved to the front, or to the back': (book, lots) => {
    const path = lots.pick(book.chapters('chapters'));
    const place = lots.pick(['front', 'back'] as const);
    return path !== undefined && book.chapters('chapters').length > 3 && moveChapter(book, 'chapters', path, place) ? `${path} to ${place}` : undefined;
  },
  'a chapter from the front or the back': (book, lots) => {
    const from = lots.pick(['front', 'back'] as const);
    const path = lots.pick(book.chapters(from));
    return path !== undefined && moveChapter(book, from, path, 'chapters', lots.below(3)) ? `${path} from ${from}` : undefined;
  },
  'a file of a chapter renamed': (book, lots) => {
    const path = lots.pick(book.chapters());
    if (path === undefined || !book.settings) return undefined;
    const other = `${lots.pick(['07', '60'])}-${book.fresh('r')}.md`;
    book.write(other, book.text(path));
    book.drop(path);
    book.write('book.yaml', book.text('book.yaml').replace(path, other));
    return `${path} is ${other}`;
  },
  'two chapters with each other’s text': (book, lots) => {
    const [one, two] = [lots.pick(book.chapters()), lots.pick(book.chapters())];
    if (one === undefined || two === undefined || one === two) return undefined;
    const kept = book.text(one);
    book.write(one, book.text(two));
    book.write(two, kept);
    return `${one} and ${two}`;
  },
  'a chapter with the text of another': (book, lots) => {
    const path = lots.pick(book.chapters('chapters'));
    const other = `${book.fresh('55-copy')}.md`;
    if (path === undefined) return undefined;
    book.write(other, book.renamed(book.text(path)));
    return moveChapter(book, 'chapters', other, 'chapters', lots.below(6)) ? `${other}, as ${path}` : undefined;
  },
  'a chapter emptied': (book, lots) => {
    const path = lots.pick(book.chapters('front', 'chapters'));
    if (path === undefined) return undefined;
    const labels = labelsOf(book.text(path));
    const blocks = lots.once(3) ? [] : book.blocks(path).slice(0, 1);
    book.setBlocks(path, blocks);
    book.forget(labels.filter((name) => !labelsOf(blocks.join('')).includes(name)));
    return path;
  },
  'a chapter with ends of lines of another system': (book, lots) => {
    const path = lots.pick(book.chapters());
    if (path === undefined) return undefined;
    const before = book.text(path);
    book.write(path, before.includes('\r') ? before.replaceAll('\r\n', '\n') : before.replaceAll('\n', '\r\n'));
    return path;
  },
  'a file saved as it was': () => 'nothing',
};

function dropChapter(book: Manuscript, path: string | undefined, lots: Lots): string | undefined {
  const place = path !== undefined && (['front', 'chapters'] as const).find((one) => book.chapters(one).includes(path));
  if (!place || path === undefined || book.chapters('chapters').length < 3 || !moveChapter(book, place, path)) return undefined;
  const labels = labelsOf(book.text(path));
  if (lots.once(2)) book.drop(path);
  book.forget(labels);
  return path;
}
