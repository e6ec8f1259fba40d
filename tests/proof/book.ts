/** A small book, set by the real program: six chapters of about three pages, with a note, a picture, and a link from the first to the fourth. */
import { machineWorld } from '../../dist/world/machine.js';
import { memoryWorld } from '../../dist/world/memory.js';
import { openSession } from '../../dist/watch/session.js';
import type { Served } from '../../dist/world/browser.js';
import type { ChaptersNews, FindingsNews, News, PagesNews } from '../../src/watch/protocol.js';

const words = (name: string, count: number): string => Array.from({ length: count }, (_, index) => `${name}${index + 1}`).join(' ');
const paragraphs = (chapter: string, count: number): string => Array.from({ length: count }, (_, index) => words(`${chapter}${'abcdefghijklmnop'[index] ?? ''}`, 90)).join('\n\n');
const chapterNames = ['one', 'two', 'three', 'four', 'five', 'six'] as const;
const files: Record<string, string> = {
  'book/book.yaml': `title: The Proof\nlanguage: en-GB\nchapters: [${chapterNames.map((name) => `${name}.md`).join(', ')}]\n`,
  'book/map.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60" viewBox="0 0 120 60"><rect width="120" height="60" fill="#888"/></svg>',
};
for (const name of chapterNames) files[`book/${name}.md`] = `# Chapter ${name} {#sec:${name}}\n\n${paragraphs(name, 9)}\n`;
files['book/one.md'] += '\nSee @sec:four and <https://octavo.example/away>, and this.[^1]\n\n![A map](map.svg)\n\n[^1]: A note with words.\n';

export interface Book {
  readonly pages: PagesNews;
  /** The same book with a word more in its third chapter. */
  readonly edited: PagesNews;
  readonly findings: FindingsNews;
  readonly chapters: ChaptersNews;
  readonly serve: (address: string) => Served | undefined;
}

export async function setBook(): Promise<Book> {
  const world = memoryWorld(files, process.env as Record<string, string>, machineWorld().disk);
  const session = await openSession({ folder: 'book', world });
  try {
    const first: News[] = [];
    await session.update((news) => first.push(news));
    const of = <Type extends News['type']>(list: readonly News[], type: Type) => list.find((news): news is Extract<News, { readonly type: Type }> => news.type === type);
    const [pages, findings, chapters] = [of(first, 'pages'), of(first, 'findings'), of(first, 'chapters')];
    await world.disk.write('book/three.md', new TextEncoder().encode((files['book/three.md'] ?? '').replace('threeb40', 'mended threeb40')));
    const second: News[] = [];
    await session.update((news) => second.push(news));
    const edited = of(second, 'pages');
    if (!pages || !findings || !chapters || !edited) throw new Error(JSON.stringify([first, second]).slice(0, 1000));
    const known = new Map<string, Served | undefined>();
    for (const address of ['pages.css', 'assets/map.svg', ...chapters.chapters.map((chapter) => chapter.address)]) known.set(address, session.serve(address));
    const serve = (address: string): Served | undefined => known.get(address) ?? session.serve(address);
    return { pages, edited, findings, chapters, serve };
  } finally {
    await session.close();
  }
}
