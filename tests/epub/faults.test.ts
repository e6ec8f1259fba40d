/**
 * One fault at a time, planted into a clean book: who finds it, and where it says that it comes from.
 * Some stand in the manuscript, as an author would leave them; others in the finished EPUB, as a program would.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { Element, ElementContent } from 'hast';
import { beforeAll, describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/diagnostic.js';
import { SourceMap } from '../../src/epub/source-map.js';
import { writeEpub } from '../../src/epub/write-epub.js';
import { placeFinder } from '../../src/model/source.js';
import { checkEpub, type Origin } from '../../src/validate/check-epub.js';
import { readBook, said, type Files } from '../suite/book.js';
import { ace, epubcheck, whyNot, type Checker } from './checkers/check-books.js';
import { css, pageMap, png } from './edition.js';

const clean: Readonly<Record<string, string | Uint8Array>> = {
  'book.yaml': 'title: Salt\nslug: salt\nlanguage: en-GB\nauthors: [Ada Writer]\nchapters: [a.md, b.md]\n',
  'dot.png': png.bytes,
  'a.md': `# Salt {#sec:salt}

Salt was dear.^[It came by sea.] See @tbl:tolls and @sec:roads.

## Prices

![A dot of ink](dot.png){#fig:dot}

| Year | Lire |
|------|------|
| 1933 | 12   |

: Tolls {#tbl:tolls}

$$ x^2 $$
`,
  'b.md': `# Roads {#sec:roads}

The road to the sea, [via Salaria]{lang=la}, is old.

## Milestones

### Stones

The [last stone](https://example.org/stone) stands.
`,
};

function* elementsOf(content: readonly ElementContent[]): Generator<Element> {
  for (const node of content) {
    if (node.type !== 'element') continue;
    yield node;
    yield* elementsOf(node.children);
  }
}

/** As a build makes it, but that every paragraph begins a page of the print edition. */
async function build(files: Files): Promise<{ readonly bytes: Uint8Array; readonly origin: Origin }> {
  const { resolved, epub, findings } = await readBook(files);
  const paragraphs = epub.flatMap(({ body }) => [...elementsOf(body)]).filter(({ tagName }) => tagName === 'p').flatMap(({ properties }) => (typeof properties['dataAt'] === 'string' ? [properties['dataAt']] : []));
  const sourceMap = new SourceMap();
  const bytes = await writeEpub({ config: resolved.config, modified: '2026-11-22T00:00:00Z', parts: epub, assets: resolved.assets, css, fonts: [], pages: pageMap(paragraphs.map((at, index) => [`${index + 1}`, at, 0])) }, sourceMap);
  return { bytes, origin: { sourceMap, placeOf: placeFinder(resolved), found: findings } };
}

/** `e-006 a.md:3 a link … (EPUB/text/salt.xhtml:7)` */
async function checked({ bytes, origin }: Awaited<ReturnType<typeof build>>): Promise<string[]> {
  const findings = new Findings();
  await checkEpub(bytes, 'salt.epub', findings.report, origin);
  return findings.list().map(({ code, place: { file, line }, message }) => `${code} ${file}${line === undefined ? '' : `:${line}`} ${message}`);
}

const changed = (file: string, from: string | RegExp, to: string): Files => {
  const before = clean[file];
  if (typeof before !== 'string') throw new Error(`${file} is no text`);
  const after = before.replace(from, to);
  expect(after, 'the fault is planted').not.toBe(before);
  return { ...clean, [file]: after };
};

test('the clean book has none', async () => {
  const book = await readBook(clean);
  expect(said(book)).toEqual([]);
  expect(await checked(await build(clean))).toEqual([]);
});

describe('in the manuscript, `octavo check` finds', () => {
  test.each<[fault: string, file: string, from: string, to: string, finding: string]>([
    ['a picture without words', 'a.md', '![A dot of ink]', '![]', 'm-008 a.md:7:1'],
    ['a reference to nothing', 'a.md', '@tbl:tolls', '@tbl:toll', 'x-001 a.md:3:39'],
    ['a label twice', 'a.md', '{#fig:dot}', '{#tbl:tolls}', 'x-002 a.md:9:1'],
    ['a picture that is not there', 'a.md', 'dot.png', 'dots.png', 'm-007 a.md:7:17'],
    ['an include that is not there', 'b.md', 'The road', '::include{file=none.md}\n\nThe road', 'd-026 b.md:3:11'],
    ['a link that leads nowhere', 'b.md', 'https://example.org/stone', '#stone', 'm-012 b.md:9:18'],
    ['a note that nobody wrote', 'a.md', '^[It came by sea.]', '[^sea]', 'm-010 a.md:3:15'],
    ['a formula that does not parse', 'a.md', 'x^2', 'x^{2', 'm-006 a.md:15:8'],
    ['a script', 'a.md', 'Salt was', '<script>alert(1)</script> Salt was', 'm-004 a.md:3:1'],
    ['a level of headings left out', 'b.md', '## Milestones\n\n', '', 'm-020 b.md:5:1'],
    ['a link without words', 'b.md', '[last stone]', '[]', 'm-022 b.md:9:5'],
    ['a chapter without a title', 'b.md', '# Roads {#sec:roads}', '[]{#sec:roads}', 'm-002 b.md:1'],
  ])('%s', async (_fault, file, from, to, finding) => {
    expect(said(await readBook(changed(file, from, to))).map((line) => line.split(' ').slice(0, 2).join(' '))).toContain(finding);
  });
});

describe('in the manuscript, `octavo check --epub` finds', () => {
  test.each<[fault: string, file: string, from: string | RegExp, to: string, finding: string]>([
    ['a heading without words', 'b.md', '## Milestones', '##', 'e-006 b.md:5 a heading has no words (EPUB/text/'],
    ['a level of headings left out in raw HTML', 'b.md', '### Stones', '<h4>Stones</h4>', 'e-005 b.md:7 the heading “Stones” is of level 4, after one of level 2 (EPUB/text/'],
  ])('%s', async (_fault, file, from, to, finding) => {
    const found = await checked(await build(changed(file, from, to)));
    expect(found).toEqual([expect.stringContaining(finding)]);
  });

  test('nothing that `octavo check` told already', async () => {
    expect(await checked(await build(changed('a.md', '![A dot of ink]', '![]')))).toEqual([]);
  });
});

type Container = Readonly<Record<string, Uint8Array>>;

interface Planted {
  readonly fault: string;
  readonly plant: (files: Container) => Zippable;
  /** How the finding of `octavo check --epub` begins. */
  readonly octavo?: string;
  /** The rule of EPUBCheck in Java. */
  readonly epubcheck?: string;
  /** The rule of Ace. */
  readonly ace?: string;
}

/** The container as it must be: its type first and not compressed. */
const packed = ({ mimetype: _, ...files }: Container): Zippable => ({ mimetype: [strToU8('application/epub+zip'), { level: 0 }], ...files });

/** The file of a chapter, by words that only it has. */
const chapters = { SALT: 'Salt was dear', ROADS: 'The road to the sea' } as const;

const fileOf = (chapter: keyof typeof chapters, files: Container): string => {
  const [path] = Object.entries(files).find(([name, bytes]) => name.endsWith('.xhtml') && strFromU8(bytes).includes(chapters[chapter])) ?? [];
  if (path === undefined) throw new Error(`no file has the words of ${chapter}`);
  return path;
};

/** @param pattern in which `SALT` and `ROADS` stand for the file of that chapter */
const edited = (file: keyof typeof chapters | 'content.opf' | 'nav.xhtml' | 'css/epub.css', pattern: string, to: string, flags = '') => (files: Container): Zippable => {
  const path = file === 'SALT' || file === 'ROADS' ? fileOf(file, files) : `EPUB/${file}`;
  const nameOf = (chapter: keyof typeof chapters): string => fileOf(chapter, files).replace('EPUB/', '').replaceAll('.', '\\.');
  const before = strFromU8(files[path] ?? new Uint8Array());
  const after = before.replace(new RegExp(pattern.replaceAll('SALT', () => nameOf('SALT')).replaceAll('ROADS', () => nameOf('ROADS')), flags), to);
  expect(after, 'the fault is planted').not.toBe(before);
  return packed({ ...files, [path]: strToU8(after) });
};

const farNote = (files: Container): Zippable => {
  const name = fileOf('ROADS', files).replace('EPUB/text/', '');
  return edited('SALT', 'href="#n-[^"]*"', `href="${name}"`)(files);
};

const planted: readonly Planted[] = [
  { fault: 'a text that is not in the manifest', plant: edited('content.opf', '<item [^>]*ROADS[^>]*/>', ''), octavo: 'e-001 salt.epub/EPUB/content.opf:', epubcheck: 'OPF-049' },
  { fault: 'a text that is not in the spine', plant: edited('content.opf', '<itemref idref="[^"]*"/>\\s*</spine>', '</spine>'), octavo: 'e-001 a.md:3', epubcheck: 'RSC-011' },
  { fault: 'an item of the spine that is not in the manifest', plant: edited('content.opf', '</spine>', '<itemref idref="lost"/></spine>'), octavo: 'e-001 salt.epub/EPUB/content.opf:', epubcheck: 'OPF-049' },
  { fault: 'no language on a text', plant: edited('ROADS', ' lang="en-GB" xml:lang="en-GB"', ''), octavo: 'e-004 salt.epub/EPUB/text/', ace: 'html-has-lang' },
  { fault: 'two languages for one phrase', plant: edited('ROADS', 'xml:lang="la"', 'xml:lang="it"'), octavo: 'e-004 b.md:3', epubcheck: 'RSC-005' },
  { fault: 'contents in another order than the text', plant: edited('nav.xhtml', '(<a href="ROADS[^"]*)(">[\\s\\S]*?)(<a href="ROADS#[^"]*)(">)', '$3$2$1$4'), octavo: 'e-009 salt.epub/EPUB/nav.xhtml:', epubcheck: 'NAV-011' },
  { fault: 'no contents', plant: edited('nav.xhtml', 'epub:type="toc"', ''), octavo: 'e-001 salt.epub/EPUB/nav.xhtml', epubcheck: 'RSC-005' },
  { fault: 'a page list in another order than the pages', plant: edited('nav.xhtml', '#page-2">2<([\\s\\S]*)#page-3">3<', '#page-3">3<$1#page-2">2<'), octavo: 'e-009 salt.epub/EPUB/nav.xhtml:' },
  { fault: 'a page that the page list does not have', plant: edited('nav.xhtml', '<li><a href="[^"]*#page-2">2</a>\\s*</li>', ''), octavo: 'e-009 b.md:3', ace: 'epub-pagelist-missing-pagebreak' },
  { fault: 'a page under another number', plant: edited('nav.xhtml', '#page-2">2<', '#page-2">20<'), octavo: 'e-009 salt.epub/EPUB/nav.xhtml:' },
  { fault: 'a link to an id that is not there', plant: edited('SALT', 'href="#tbl-tolls"', 'href="#tbl-toll"'), octavo: 'e-001 a.md:3', epubcheck: 'RSC-012' },
  { fault: 'an id twice in a file', plant: edited('SALT', 'id="tbl-tolls"', 'id="fig-dot"'), octavo: 'e-001 a.md:7', epubcheck: 'RSC-005' },
  { fault: 'an id in two files', plant: edited('ROADS', '<h3 id="[^"]*"', '<h3 id="fig-dot"'), octavo: 'e-010 b.md:7' },
  { fault: 'words that are too faint', plant: edited('css/epub.css', '$', '\np { color: #bbb; background: #fff; }\n'), ace: 'color-contrast' },
  { fault: 'a style sheet that does not parse', plant: edited('css/epub.css', '$', '\np { color: }}\n'), epubcheck: 'CSS-008' },
  { fault: 'a container whose type is compressed', plant: (files) => ({ ...files, mimetype: [strToU8('application/epub+zip'), { level: 9 }] }), octavo: 'e-001 salt.epub/mimetype', epubcheck: 'PKG-007' },
  { fault: 'a package without the date of its last change', plant: edited('content.opf', '<meta property="dcterms:modified">[^<]*</meta>', ''), octavo: 'e-001 salt.epub/EPUB/content.opf', epubcheck: 'RSC-005' },
  { fault: 'a package without a title', plant: edited('content.opf', '<dc:title.*?</dc:title>', '', 'g'), octavo: 'e-001 salt.epub/EPUB/content.opf', epubcheck: 'RSC-005' },
  { fault: 'a package that says nothing of hazards', plant: edited('content.opf', '<meta property="schema:accessibilityHazard">[^<]*</meta>', '', 'g'), octavo: 'e-011 salt.epub/EPUB/content.opf', ace: 'metadata-accessibilityhazard' },
  { fault: 'a claim that is not so', plant: edited('SALT', ' alt="A dot of ink"', ''), octavo: 'e-011 salt.epub/EPUB/content.opf:' },
  { fault: 'a picture without words', plant: edited('SALT', ' alt="A dot of ink"', ''), octavo: 'e-003 a.md:7', ace: 'image-alt' },
  { fault: 'a formula without words', plant: edited('SALT', ' alttext="[^"]*"', ''), octavo: 'e-003 a.md:15' },
  { fault: 'a picture from the network', plant: edited('SALT', 'src="[^"]*dot\\.png"', 'src="https://example.org/dot.png"'), octavo: 'e-001 a.md:7', epubcheck: 'RSC-006' },
  { fault: 'a picture that is not in the container', plant: edited('SALT', 'src="([^"]*)dot\\.png"', 'src="$1dots.png"'), octavo: 'e-001 a.md:7', epubcheck: 'RSC-007' },
  { fault: 'a script', plant: edited('SALT', '</head>', '<script>1</script></head>'), octavo: 'e-001 salt.epub/EPUB/text/', epubcheck: 'OPF-014' },
  { fault: 'an element that is not closed', plant: edited('ROADS', '</h3>', ''), octavo: 'e-001 b.md:7', epubcheck: 'RSC-016' },
  { fault: 'a block among words', plant: edited('ROADS', 'The road', '<div>The</div> road'), octavo: 'e-001 b.md:3', epubcheck: 'RSC-005' },
  { fault: 'a caption amid its figure', plant: edited('SALT', '</figcaption>', '</figcaption><p>More.</p>'), octavo: 'e-001 a.md:7', epubcheck: 'RSC-005' },
  { fault: 'a note without a way back', plant: edited('SALT', '<a [^>]*doc-backlink[^>]*>[^<]*</a>', ''), octavo: 'e-007 a.md:3' },
  { fault: 'a call whose note is in another file', plant: farNote, octavo: 'e-007 a.md:3' },
  { fault: 'a table without heads', plant: edited('SALT', '<th [^>]*>([^<]*)</th>', '<td>$1</td>', 'g'), octavo: 'e-008 a.md:9' },
  { fault: 'heads that do not say of what', plant: edited('SALT', ' scope="col"', '', 'g'), octavo: 'e-008 a.md:9' },
];

/** Of `RSC-012 error EPUB/…` and of `html-has-lang serious …`, the rule. */
const ruleOf = (found: string): string => found.split(' ', 1).join();

describe('in the EPUB', () => {
  let files: Container;
  let origin: Origin;
  beforeAll(async () => {
    const made = await build(clean);
    files = unzipSync(made.bytes);
    origin = made.origin;
  });

  describe('`octavo check --epub` finds', () => {
    test.each(planted.filter(({ octavo }) => octavo !== undefined).map(({ fault, plant, octavo = '' }) => [fault, plant, octavo] as const))('%s', async (_fault, plant, octavo) => {
      const found = await checked({ bytes: zipSync(plant(files)), origin });
      expect(found.filter((line) => line.startsWith(octavo)), found.join('\n')).not.toEqual([]);
    });
  });

  const asked: readonly (readonly [checker: Checker, ruleFor: (row: Planted) => string | undefined])[] = [
    [epubcheck, (row) => row.epubcheck],
    [ace, (row) => row.ace],
  ];
  for (const [checker, ruleFor] of asked)
    describe.skipIf(checker.missing)(`${checker.name} finds${whyNot(checker)}`, () => {
      const rows = planted.flatMap((row) => (ruleFor(row) === undefined ? [] : [{ ...row, rule: ruleFor(row) }]));
      let results: Awaited<ReturnType<Checker['check']>>;
      beforeAll(async () => {
        results = await checker.check(new Map(rows.map(({ fault, plant }) => [fault, zipSync(plant(files))])));
      }, 180_000);

      test.each(rows)('$fault', ({ fault, rule }) => {
        expect(results.get(fault)?.found.map(ruleOf)).toContain(rule);
      });
    });
});
