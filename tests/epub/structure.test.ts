/** How the text is divided into files, and that files and ids keep their names in the next edition. */
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { describe, expect, it } from 'vitest';
import { bib, readBook } from '../suite/book.js';
import type { Part } from '../../src/model/document.js';
import { call, config, edition, mention, OpenEpub, pageMap, part } from './edition.js';

const words = (count: number, of = 'word'): string => Array.from({ length: count }, (_, index) => `${of}${index}`).join(' ');
const small = { config: { ...config, epub: { ...config.epub, splitAt: 4 } } };
const textFiles = (book: OpenEpub): string[] => book.files.filter((file) => file.includes('/text/')).map((file) => file.slice('EPUB/text/'.length));

/** A section of about one kilobyte. */
const section = (id: string, more = '', depth = 2): string => `<h${depth} id="${id}" data-at="a:${id}">${id}</h${depth}><p data-at="a:${id}-1">${words(60, id)}</p><p data-at="a:${id}-2">${more}${words(60, id)}</p>`;
const names = ['salt', 'toll', 'gate', 'road', 'quay', 'mint'];

interface Chapter {
  readonly sections?: readonly string[];
  readonly lead?: string;
  readonly more?: Readonly<Record<string, string>>;
}

function chapter(id: string, { sections = names, lead = '<p>Lead.</p>', more = {} }: Chapter, rest: Partial<Parameters<typeof part>[0]> = {}): Part {
  return part({ id, number: '1', title: 'Customs', html: `<h1 id="${id}" data-at="a:0">Customs</h1>${lead}${sections.map((name) => section(name, more[name])).join('')}`, sections: sections.map((name) => [name, name, 2] as const), ...rest });
}

const split = (made: Part, more: Parameters<typeof edition>[1] = {}): Promise<OpenEpub> => OpenEpub.of(edition([made, part({ id: 'end', html: '<p id="last">x <a href="#mint">m</a></p>' })], { ...small, ...more }));

describe('a chapter', () => {
  it('that fits is one file', async () => {
    expect(textFiles(await OpenEpub.of(edition([chapter('one', {})])))).toEqual(['one.xhtml']);
  });

  it('that is too long is split at sections, and files are named after these', async () => {
    const book = await split(chapter('one', {}));
    const files = textFiles(book);
    expect(files.length).toBeGreaterThan(2);
    expect(files[0]).toBe('one.xhtml');
    for (const file of files.slice(1, -1)) {
      const [first] = book.all(`text/${file}`, '//h:body/h:section/*[1]/@id');
      expect(names).toContain(first);
      expect(file).toBe(`${first}.xhtml`);
    }
    expect(book.all('content.opf', '//opf:itemref/@idref')).toEqual(files.map((file) => `text.${file}`));
  });

  it('stays below the limit in every file, and whole', async () => {
    const made = chapter('one', {});
    const book = await split(made);
    const files = textFiles(book).slice(0, -1);
    for (const file of files) expect(book.source(`text/${file}`).length).toBeLessThan(4000 + 600);
    expect(files.flatMap((file) => book.all(`text/${file}`, '//h:body//h:p | //h:body//h:h2'))).toEqual((await OpenEpub.of(edition([made]))).all('text/one.xhtml', '//h:body//h:p | //h:body//h:h2'));
  });

  it('is split at the highest sections, and below them only where these are too long', async () => {
    const html = `<h1>C</h1><p>x</p>${section('salt')}${section('toll', '', 3)}${section('road')}${section('gate', '', 3)}`;
    const made = part({ id: 'one', html, sections: [['salt', 'Salt', 2], ['toll', 'Toll', 3], ['road', 'Road', 2], ['gate', 'Gate', 3]] });
    const filesAt = async (splitAt: number): Promise<string[]> => textFiles(await OpenEpub.of(edition([made], { config: { ...config, epub: { ...config.epub, splitAt } } })));
    expect(await filesAt(3)).toEqual(['one.xhtml', 'road.xhtml']);
    expect(await filesAt(1.5)).toEqual(['one.xhtml', 'toll.xhtml', 'road.xhtml', 'gate.xhtml']);
  });

  it('without sections is split between blocks, never in one, and files are named after their first words', async () => {
    const html = `<h1>C</h1>${['Ash', 'Birch', 'Cedar', 'Elm', 'Fir', 'Hazel'].map((tree) => `<p>${tree} trees of the road ${words(120)}</p>`).join('')}<ul><li>${words(900)}</li></ul>`;
    const book = await OpenEpub.of(edition([part({ id: 'one', title: 'Trees', html })], small));
    const files = textFiles(book);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files.slice(1)) expect(file).toMatch(/^one-(\p{L}+-trees-of-the-road|word0-word1-word2-word3-word4)\.xhtml$/u);
    expect(book.all(`text/${files.at(-1)}`, '//h:li')).toHaveLength(1);
    expect(book.all(`text/${files[1]}`, '//h:title | //h:body/h:section/@aria-label')).toEqual(['Trees (continued)', 'Trees (continued)']);
  });

  it('that is a list in a frame is split between its entries, and each file has the frame', async () => {
    const entries = Array.from({ length: 9 }, (_, index) => `<p id="ref-${index}">${words(80)}</p>`).join('');
    const register = Array.from({ length: 9 }, (_, index) => `<dt id="term-${index}">term</dt><dd><p>${words(80)}</p></dd>`).join('');
    const book = await OpenEpub.of(edition([part({ id: 'bibliography', html: `<h1>B</h1><div class="bibliography" id="all">${entries}</div>` }), part({ id: 'glossary', html: `<h1>G</h1><dl class="register">${register}</dl>` })], small));
    const files = textFiles(book);
    expect(files.filter((file) => /^(ref|term)-\d\.xhtml$/.test(file)).length).toBe(files.length - 2);
    for (const file of files) expect(book.all(`text/${file}`, '//h:section/h:div[@class="bibliography"][h:p] | //h:section/h:dl[@class="register"][h:dt]')).toHaveLength(1);
    expect(files.flatMap((file) => book.all(`text/${file}`, '//h:p[starts-with(@id, "ref")] | //h:dt'))).toHaveLength(18);
    expect(files.flatMap((file) => book.all(`text/${file}`, '//h:*[@id="all"]'))).toHaveLength(1);
    for (const file of files) expect(book.all(`text/${file}`, '//h:dl/*[1]/self::h:dd | //h:dl/*[last()]/self::h:dt')).toEqual([]);
  });

  it('keeps together what shall stay together', async () => {
    const html = `<h1>C</h1><h2 id="a">A</h2><p>${words(200)}</p><p data-keep="next">List:</p><ul><li>${words(200)}</li></ul><p data-keep="previous">tail</p><p>${words(200)}</p>`;
    const book = await OpenEpub.of(edition([part({ id: 'one', html, sections: [['a', 'A', 2]] })], { config: { ...config, epub: { ...config.epub, splitAt: 1 } } }));
    const firsts = textFiles(book).map((file) => book.all(`text/${file}`, '//h:body/h:section/*[1]').join().slice(0, 5));
    expect(firsts).toEqual(['C', 'List:', 'word0']);
  });

  it('in several files is one chapter: it is said once, and each file has a title', async () => {
    const book = await split(chapter('one', {}));
    const files = textFiles(book).slice(0, -1);
    const said = (xpath: string): string[] => files.map((file) => book.all(`text/${file}`, xpath).join());
    expect(said('/h:html/h:body/h:section/@role')).toEqual(['doc-chapter', ...files.slice(1).map(() => '')]);
    expect(said('/h:html/h:body/h:section/@epub:type')).toEqual(['chapter', ...files.slice(1).map(() => '')]);
    expect(said('/h:html/h:body/@epub:type')).toEqual(files.map(() => 'bodymatter'));
    expect(said('//h:title')).toEqual(['Customs', ...files.slice(1).map((file) => `${file.replace('.xhtml', '')} – Customs`)]);
  });
});

describe('across the files of a chapter', () => {
  const pages = pageMap([['1', 'a:0', 0], ['2', 'a:toll', 0], ['3', 'a:gate-2', 30], ['4', 'a:road-1', 0], ['5', 'a:mint-2', 5]]);
  const more = {
    salt: `First${call('a', 1)}, ${mention('toll')}. `,
    gate: `Again<sup><a data-note="n-a" href="#n-a">1</a></sup>, <a class="mention" data-explains="x-toll" id="m-toll-2" href="#x-toll">toll</a>, see <a href="#salt">salt</a> and <a href="#n-a">the note</a>. `,
    mint: `Last${call('b', 2)}. `,
  };
  const made = chapter('one', { more }, { notes: { a: `<p>Note <span id="in-a">one</span>${call('c', 3)}, <a href="#mint">mint</a>.</p>`, b: '<p>Two, <a href="#fig">figure</a>.</p>', c: '<p>Three.</p>' }, explanations: { toll: '<a href="#last">toll</a>: a price.' } });
  const figure = '<figure id="fig" data-at="a:fig"><svg viewBox="0 0 1 1" role="img" aria-label="x"></svg><figcaption>Figure 1. A <em>bar</em></figcaption></figure><table id="tbl"><caption>Table 1. Tolls</caption><tbody><tr><td>1</td></tr></tbody></table>';
  const contents = part({ id: 'contents', kind: 'contents', matter: 'front', title: 'Contents', html: '<h1>C</h1>' });
  const book = OpenEpub.of(edition([contents, { ...made, body: [...made.body, ...part({ id: 'x', html: figure }).body] }, part({ id: 'end', matter: 'back', html: '<p id="last">x <a href="#mint">m</a> <span data-pages="in-a"></span></p>' })], { ...small, pages }));

  it('every link, mark, note and line of the contents arrives', async () => {
    const open = await book;
    expect(textFiles(open).length).toBeGreaterThan(3);
    const xhtml = [...textFiles(open).map((file) => `text/${file}`), 'nav.xhtml'];
    for (const file of xhtml) {
      for (const href of open.all(file, '//h:a/@href')) {
        const [path = '', fragment = ''] = href.split('#');
        const target = path === '' ? file : new URL(path, `file:///${file}`).pathname.slice(1);
        expect(xhtml, `${href} in ${file}`).toContain(target);
        if (fragment !== '') expect(open.all(target, '//@id'), `${href} in ${file}`).toContain(fragment);
      }
      expect(new Set(open.all(file, '//@id')).size).toBe(open.all(file, '//@id').length);
    }
  });

  it('a note and an explanation stand in each file that calls them, and lead back within it', async () => {
    const open = await book;
    for (const file of textFiles(open).map((name) => `text/${name}`)) {
      for (const href of open.all(file, '//h:a[@epub:type="noteref"]/@href')) {
        expect(href).toMatch(/^#/);
        expect(open.all(file, `//h:aside[@id="${href.slice(1)}"]`)).toHaveLength(1);
      }
      for (const back of open.all(file, '//h:a[@role="doc-backlink"]/@href')) expect(open.all(file, `//*[@id="${back.slice(1)}"]`)).toHaveLength(1);
      const called = new Set(open.all(file, '//h:a[@epub:type="noteref"]/@href'));
      expect(open.all(file, '//h:aside/@id').filter((id) => !called.has(`#${id}`))).toEqual([]);
    }
    expect(textFiles(open).filter((file) => open.all(`text/${file}`, '//h:aside[@id="n-a"]').length > 0).length).toBe(2);
  });

  it('pages, contents and lists of figures and tables are in reading order', async () => {
    const open = await book;
    expect(open.all('nav.xhtml', '//h:nav[@epub:type="page-list"]//h:a')).toEqual(['1', '2', '3', '4', '5']);
    const order = [...textFiles(open)];
    const files = open.all('nav.xhtml', '//h:nav[@epub:type="page-list"]//h:a/@href').map((href) => order.indexOf(href.replace(/^text\/|#.*$/g, '')));
    expect(files).toEqual(files.toSorted((a, b) => a - b));
    expect(open.all('nav.xhtml', '//h:nav[@epub:type="toc"]/h:ol/h:li/h:ol/h:li/h:a')).toEqual(names);
    expect(open.all('nav.xhtml', '//h:nav[@epub:type="loi" and @hidden]//h:a')).toEqual(['Figure 1. A bar']);
    expect(open.all('nav.xhtml', '//h:nav[@epub:type="lot" and @hidden]//h:a')).toEqual(['Table 1. Tolls']);
    expect(open.all('toc.ncx', '//ncx:navList/ncx:navTarget/ncx:navLabel')).toEqual(['Figure 1. A bar', 'Table 1. Tolls']);
    const played = open.all('toc.ncx', '//ncx:navPoint/@playOrder').map(Number);
    expect(played).toEqual(played.toSorted((a, b) => a - b));
  });

  it('an old reader’s order of play goes through all lists together', async () => {
    const open = await book;
    const places = open.all('toc.ncx', '//ncx:content/@src');
    const played = open.all('toc.ncx', '//@playOrder').map(Number);
    expect(new Map(places.map((place, index) => [place, played[index]])).size).toBe(Math.max(...played));
    expect(open.all('toc.ncx', '//ncx:pageTarget[ncx:content/@src="text/one.xhtml#page-1"]/@playOrder')).toEqual(['2']);
  });

  it('landmarks lead to the beginning alone', async () => {
    expect((await book).all('nav.xhtml', '//h:nav[@epub:type="landmarks"]//h:a/@href')).toEqual(['nav.xhtml#contents', 'text/one.xhtml']);
  });

  it('the validator finds nothing', async () => {
    const { messages } = await EpubCheck.validate((await book).bytes, { version: '3.3' });
    expect(messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage').map(({ id, message }) => `${id} ${message}`)).toEqual([]);
  });
});

describe('in the next edition', () => {
  const files = async (made: Part): Promise<Map<string, string>> => {
    const book = await split(made);
    return new Map(textFiles(book).map((file) => [file, book.all(`text/${file}`, '//@id').join()]));
  };

  it.each([
    ['a paragraph more', chapter('one', { lead: `<p>Lead.</p><p>${words(20)}</p>` })],
    ['a longer section', chapter('one', { more: { salt: words(20) } })],
  ])('%s leaves files their names and ids', async (_, changed) => {
    expect(await files(changed)).toEqual(await files(chapter('one', {})));
  });

  it('a section more leaves files their names', async () => {
    const before = [...(await files(chapter('one', {}))).keys()];
    const after = [...(await files(chapter('one', { sections: ['salt', 'dues', ...names.slice(1)] }))).keys()];
    expect(before.filter((file) => !after.includes(file))).toEqual([]);
  });
});

describe('an edition after another', () => {
  const manuscript = (first: string, second: string) => ({
    'book.yaml': 'title: T\nchapters: [a.md, b.md]\nback: [end.md]\nbibliography: r.bib\nregisters: {terms: t.yaml}\n',
    'r.bib': bib,
    't.yaml': '- {term: toll, definition: A price.}\n- {term: gate, definition: A bar.}\n',
    'a.md': `# A

Every :term[toll] was paid[^tolls] at a :term[gate], says @clarke1991.

${first}

A :term[toll] of salt[^tolls]^[It was dear to all.] rose :index[again]{entry=prices} at the next :term[gate] of the town [@clarke1991, p. 4].

[^tolls]: A note on :term[toll] and trade.

:::question
What was paid?
:::

:::question
Who paid it?
:::
`,
    'b.md': `# B

## Roads

A :term[toll] on each road^[Roads were few.], and :index[prices]{entry=prices} of salt.

${second}

## Gates

The :term[gate] stayed open[^open] while @clarke1991 slept.

[^open]: At night.

| a | b |
|---|---|
| 1 | 2 |

: Tolls of a year

| a | b |
|---|---|
| 1 | 2 |

: Prices of a year
`,
    'end.md': '# End\n\n::glossary\n\n::index\n\n::bibliography\n',
  });
  const made = async (first: string, second: string): Promise<OpenEpub> => {
    const { epub, findings } = await readBook(manuscript(first, second));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    return OpenEpub.of(edition(epub));
  };
  /** Every id of the text, with its file, and those of package and contents. */
  const ids = (open: OpenEpub): string[] => [...textFiles(open).flatMap((file) => open.all(`text/${file}`, '//@id').map((id) => `${file}#${id}`)), ...open.all('content.opf', '//opf:itemref/@idref'), ...open.all('toc.ncx', '//@id')];

  it.each([
    ['a paragraph', 'The :term[toll] of this :term[gate] and :index[prices]{entry=prices} rose, says @clarke1991.', ''],
    ['a note', 'New words[^new] here^[And more of them.].\n\n[^new]: A new note.', ''],
    ['a question', ':::question\nAnd why?\n:::', ''],
    ['a table', '| a | b |\n|---|---|\n| 1 | 2 |\n\n: New table', ''],
    ['a section', '', '## Bridges\n\nA :term[toll] on bridges^[Bridges were fewer.], says @clarke1991.'],
  ])('that has %s more keeps every name of the one before', async (_, first, second) => {
    const [before, after] = [await made('', ''), await made(first, second)];
    const kept = ids(after);
    expect(ids(before).filter((id) => !kept.includes(id))).toEqual([]);
    const untouched = first === '' ? 'text/a.xhtml' : 'text/b.xhtml';
    // Tables are numbered through the book, for all to see.
    const source = (open: OpenEpub): string => open.source(untouched).replace(/Table \d/g, 'Table');
    expect(source(after)).toBe(source(before));
  });
});
