import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { writeEpub } from '../../src/epub/write-epub.js';
import { call, config, edition, mention, OpenEpub, pageMap, part, png } from './edition.js';

const one = (source: string, more: Parameters<typeof edition>[1] = {}, rest: Partial<Parameters<typeof part>[0]> = {}): Promise<OpenEpub> =>
  OpenEpub.of(edition([part({ id: 'one', number: '1', html: source, ...rest })], more));

describe('links', () => {
  const parts = [
    part({ id: 'one', html: '<p id="here"><a href="#here">a</a> <a href="#there">b</a> <a href="#two">c</a> <a href="#%D1%91">d</a> <a href="https://example.org/">e</a></p>' }),
    part({ id: 'two', html: '<p id="there">x</p><p id="ё">x</p>' }),
  ];

  it('lead to the file that holds their anchor', async () => {
    const book = await OpenEpub.of(edition(parts));
    expect(book.all('text/one.xhtml', '//h:p/h:a/@href')).toEqual(['#here', 'two.xhtml#there', 'two.xhtml#two', 'two.xhtml#ё', 'https://example.org/']);
  });

  it('that lead nowhere keep their words', async () => {
    const book = await one('<p>See <a class="x" href="#gone">the other</a> and <a href="data/x.csv">the data</a>.</p>');
    expect(book.body('text/one.xhtml')).toContain('<p>See <span class="x">the other</span> and <span>the data</span>.</p>');
  });

  it('all resolve: every address in every file has its file and its id', async () => {
    const book = await OpenEpub.of(
      edition([part({ id: 'contents', kind: 'contents', matter: 'front', html: '<h1>Contents</h1>' }), ...parts, part({ id: 'notes', html: `<p>a${call('a', 1)}</p>`, notes: { a: 'b' } })], {
        pages: pageMap([['1', undefined, 0]]),
      }),
    );
    const xhtml = book.files.filter((file) => file.endsWith('.xhtml')).map((file) => file.slice('EPUB/'.length));
    for (const file of xhtml) {
      for (const href of book.all(file, '//@href').filter((address) => !/^https:|\.css$/.test(address))) {
        const [path = '', fragment] = href.split('#');
        const target = path === '' ? file : new URL(path, `file:///${file}`).pathname.slice(1);
        expect(xhtml, `${href} in ${file}`).toContain(target);
        if (fragment !== undefined) expect(book.all(target, '//@id'), `${href} in ${file}`).toContain(fragment);
      }
    }
  });
});

describe('what is said of words in the text', () => {
  const book = OpenEpub.of(
    edition([
      part({ id: 'one', html: `<p>A ${mention('toll')}${call('a', 1)}, a ${mention('gate')}.</p>`, notes: { a: 'N.' }, explanations: { toll: '<a href="#terms-toll">toll</a>: A price.', gate: '<p><a href="#terms-gate">gate</a></p><ul><li>A bar</li></ul>' } }),
      part({ id: 'back', matter: 'back', html: '<p id="terms-toll">toll</p><p id="terms-gate">gate</p>' }),
    ]),
  );

  it('opens at the word, and stands in its file, after the notes', async () => {
    const open = await book;
    expect(open.all('text/one.xhtml', '//h:p/h:a[@epub:type="noteref" and @role="doc-noteref"]/@href')).toEqual(['#x-toll', '#x-gate']);
    expect(open.all('text/one.xhtml', '//h:section[@class="notes"]/following-sibling::h:section/h:aside[@epub:type="footnote" and @role="doc-footnote"]/@id')).toEqual(['x-toll', 'x-gate']);
  });

  it('leads on to the register, and back to the first mention', async () => {
    const open = await book;
    expect(open.all('text/one.xhtml', '//h:aside[starts-with(@id, "x-")]//h:a/@href')).toEqual(['back.xhtml#terms-toll', '#m-toll', 'back.xhtml#terms-gate', '#m-gate']);
    expect(open.all('text/one.xhtml', '//h:aside[starts-with(@id, "x-")]//h:a[@role="doc-backlink"]/@aria-label')).toEqual(['Back to the text: toll', 'Back to the text: gate']);
  });

  it('has its words in paragraphs, and no number', async () => {
    expect((await book).all('text/one.xhtml', '//h:aside[starts-with(@id, "x-")]/*').map((words) => words.trim())).toEqual(['toll: A price. ↩\uFE0E', 'gate', 'A bar', '↩\uFE0E']);
  });
});

describe('notes', () => {
  const book = one(`<p>One${call('a', 1)}, two${call('b', 2)}.</p>`, {}, { notes: { a: 'Plain <em>words</em>.', b: '<p>First.</p><ul><li>then</li></ul>' } });

  it('stand at the end of the file that calls them', async () => {
    expect((await book).all('text/one.xhtml', '/h:html/h:body/h:section/h:section[@epub:type="footnotes" and @role="doc-endnotes"]/h:aside[@epub:type="footnote" and @role="doc-footnote"]/@id')).toEqual(['n-a', 'n-b']);
  });

  it('pair with their calls in both directions', async () => {
    const open = await book;
    expect(open.all('text/one.xhtml', '//h:a[@epub:type="noteref" and @role="doc-noteref"]/@href')).toEqual(['#n-a', '#n-b']);
    expect(open.all('text/one.xhtml', '//h:aside//h:a[@role="doc-backlink"]/@href')).toEqual(['#c-a', '#c-b']);
    expect(open.all('text/one.xhtml', '//h:a[@role="doc-noteref"]/@id')).toEqual(['c-a', 'c-b']);
  });

  it('begin with their number, in paragraphs', async () => {
    expect((await book).all('text/one.xhtml', '//h:aside/h:p[1]/h:span[@class="note-number"]')).toEqual(['1.', '2.']);
    expect((await book).all('text/one.xhtml', '//h:aside[2]/*').map((words) => words.trim())).toEqual(['2. First.', 'then', '↩\uFE0E']);
  });
});

describe('XHTML', () => {
  it.each([
    ['soft hyphens are not for e-books', '<p title="a\u00ADb">hy\u00ADphen</p>', '<p title="ab">hyphen</p>'],
    ['marks for the build are gone', '<p data-at="a:1" data-x="y">a</p>', '<p>a</p>'],
    ['a language is said twice', '<p lang="ru">да</p>', '<p lang="ru" xml:lang="ru">да</p>'],
    ['alignment is a class', '<table><tbody><tr><td align="right" class="n">1</td><td></td></tr></tbody></table>', '<tr><td class="n align-right">1</td><td></td></tr>'],
    ['only void elements close themselves', '<p>a<br>b<a id="x"></a><em></em><img src="figures/x.png" alt=""></p>', '<p>a<br/>b<a id="x"></a><em></em><img alt="" src="../images/x.png"/></p>'],
    ['drawings keep the case of their names', '<svg viewBox="0 0 1 1" preserveAspectRatio="none"><clipPath id="c"><path d="M0 0"></path></clipPath></svg>', '<svg preserveAspectRatio="none" viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg"><clipPath id="c"><path d="M0 0"/></clipPath></svg>'],
    ['linked pictures in drawings have their prefix', '<svg><use xlink:href="#c"></use></svg>', '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#c"/></svg>'],
    ['formulas have their namespace', '<math alttext="x"><mspace width="1em"></mspace><mi>x</mi></math>', '<math alttext="x" xmlns="http://www.w3.org/1998/Math/MathML"><mspace width="1em"/><mi>x</mi></math>'],
    ['boxes to tick are signs', '<ul><li><input type="checkbox" checked disabled> a</li><li><input type="checkbox" disabled> b</li></ul>', '<li>☑ a</li><li>☐ b</li>'],
    ['comments are left out', '<p>a<!-- b -- c --></p>', '<p>a</p>'],
  ])('%s', async (_, source, expected) => {
    const book = await one(source, { assets: new Map([['figures/x.png', png]]) });
    expect(book.body('text/one.xhtml')).toContain(expected);
  });

  it('is in the language of the book and named after the part', async () => {
    const book = await one('<h1>One</h1>', {}, { title: 'O\u00ADne' });
    expect(book.all('text/one.xhtml', '/h:html/@lang | /h:html/@xml:lang | //h:title')).toEqual(['en-GB', 'en-GB', 'One']);
  });

  it('is named after the book where the part has no title', async () => {
    expect((await one('<p>x</p>', {}, { title: '' })).all('text/one.xhtml', '//h:title')).toEqual(['The Thaw & After']);
  });

  it('says what each part is', async () => {
    const kinds = [
      part({ id: 'cover', kind: 'title', matter: 'front', html: '<h1>T</h1>' }),
      part({ id: 'how-to-use', matter: 'front', html: '<h1>H</h1>' }),
      part({ id: 'one', number: '1', html: '<h1>1</h1>' }),
      part({ id: 'glossary', matter: 'back', html: '<section class="own"><h1>G</h1></section>' }),
    ];
    const book = await OpenEpub.of(edition(kinds));
    const facts = kinds.map(({ id }) => ['//h:body/@epub:type', '//h:body/h:section/@epub:type', '//h:body/h:section/@role'].map((path) => book.all(`text/${id}.xhtml`, path).join()).join(' '));
    expect(facts).toEqual(['frontmatter titlepage ', 'frontmatter  ', 'bodymatter chapter doc-chapter', 'backmatter glossary doc-glossary']);
    expect(book.all('text/glossary.xhtml', '//h:section')).toHaveLength(1);
  });

  it('refuses a picture that nobody read', async () => {
    await expect(one('<img src="gone.png" alt="x">')).rejects.toThrow('gone.png');
  });
});

describe('files', () => {
  it('of parts that differ in case alone have different names', async () => {
    const book = await OpenEpub.of(edition([part({ id: 'War', html: '<p>a</p>' }), part({ id: 'war', html: '<p>b</p>' })]));
    expect(book.files.filter((file) => file.includes('/text/'))).toEqual(['EPUB/text/War.xhtml', 'EPUB/text/war-2.xhtml']);
  });

  it('hold only the pictures that the text shows, under plain names', async () => {
    const assets = new Map([['a/Plan (é).png', png], ['b/plan-e-.png', png], ['data.csv', { ...png, mediaType: 'text/csv' }]]);
    const book = await one('<p><img src="a/Plan (é).png" alt="a"><img src="b/plan-e-.png" alt="b"></p>', { assets });
    expect(book.files.filter((file) => file.includes('images/'))).toEqual(['EPUB/images/Plan-e-.png', 'EPUB/images/plan-e--2.png']);
    expect(book.all('text/one.xhtml', '//h:img/@src')).toEqual(['../images/Plan-e-.png', '../images/plan-e--2.png']);
  });
});

describe('page numbers', () => {
  const parts = [
    part({ id: 'one', number: '1', title: 'One', sections: [['s', 'Sec', 2, '1.1']], html: `<p id="a">a</p><p id="b">b${call('x', 1)}${call('y', 2)}</p><h2 id="s">s</h2>`, notes: { x: '<p><span id="in-x">x</span></p>', y: '<p>y</p>' } }),
    part({ id: 'two', title: 'Two', html: '<p id="c">c</p><p>see p. <a data-page="c" href="#c"></a></p><p class="where"><span data-pages="a b s c in-x n-y"></span></p>' }),
  ];

  it('are those of the print edition, each once, in its order', async () => {
    const pages = pageMap(['iv', '12', '13'].map((folio) => [folio, undefined, 0]), { a: '12', b: '12', s: '13', c: 'iv', 'in-x': '12', 'n-y': '13' });
    const book = await OpenEpub.of(edition(parts, { pages }));
    expect(book.all('text/two.xhtml', '//h:p')).toEqual(['c', 'see p. iv', 'iv, 12, 12n1, 13, 13n2']);
    expect(book.all('text/two.xhtml', '//h:p[@class="where"]//h:a/@href')).toEqual(['#c', 'one.xhtml#a', 'one.xhtml#in-x', 'one.xhtml#s', 'one.xhtml#n-y']);
  });

  it('are in bold for a main place, and one link for a stretch of text', async () => {
    const pages = pageMap(['12', '13', '14', '15'].map((folio) => [folio, undefined, 0]), { a: '12', b: '14', s: '15', c: '13' });
    const index = part({ id: 'index', html: '<p><span data-pages="a/b c *s b"></span></p>' });
    const book = await OpenEpub.of(edition([...parts, index], { pages }));
    expect(book.all('text/index.xhtml', '//h:p')).toEqual(['12–14, 15']);
    expect(book.all('text/index.xhtml', '//h:strong/h:a/@href')).toEqual(['one.xhtml#s']);
  });

  it('give way to names of places where there is no print edition', async () => {
    const book = await OpenEpub.of(edition(parts));
    expect(book.all('text/two.xhtml', '//h:p')).toEqual(['c', 'see p. →', '§ 1, § 1.1, Two']);
    expect(book.all('text/two.xhtml', '//h:a[. = "→"]/@aria-label')).toEqual(['Two']);
  });
});

describe('navigation', () => {
  const parts = [
    part({ id: 'title', kind: 'title', matter: 'front', title: 'Title', html: '<h1>T</h1>' }),
    part({ id: 'contents', kind: 'contents', matter: 'front', title: 'What is in it', html: '<h1 data-at="c:0">x</h1>' }),
    part({
      id: 'one',
      number: '1',
      title: 'One',
      html: '<h1 data-at="o:0">One</h1><h4 id="d4">d</h4><h2 id="d2">d</h2><h3 id="d3">d</h3><h4 id="e4">d</h4><h2 id="e2">d</h2>',
      sections: [['d4', 'too deep', 4], ['d2', 'second', 2, '1.1'], ['d3', 'third', 3], ['e4', 'too deep', 4], ['e2', 'sec\u00ADond again', 2]],
    }),
    part({ id: 'bibliography', matter: 'back', title: 'Sources', html: '<h1>B</h1>' }),
  ];
  const pages = pageMap([['i', 'c:0', 0], ['1', 'o:0', 0]]);

  it('nests sections in chapters, in reading order', async () => {
    const book = await OpenEpub.of(edition(parts));
    const lines = book.all('nav.xhtml', '//h:nav[@epub:type="toc"]//h:a');
    expect(lines).toEqual(['1 One', '1.1 second', 'third', 'second again', 'Sources']);
    expect(book.all('nav.xhtml', '//h:nav[@epub:type="toc"]/h:ol/h:li/h:ol/h:li/h:ol//h:a/@href')).toEqual(['text/one.xhtml#d3']);
    expect(book.all('toc.ncx', '//ncx:navPoint/ncx:navLabel')).toEqual(lines);
  });

  it('is the contents page, in its place and with its title', async () => {
    const book = await OpenEpub.of(edition(parts, { pages }));
    expect(book.all('content.opf', '//opf:itemref/@idref')).toEqual(['text.title.xhtml', 'nav.xhtml', 'text.one.xhtml', 'text.bibliography.xhtml']);
    expect(book.all('nav.xhtml', '//h:h1')).toEqual(['What is in it']);
    expect(book.all('nav.xhtml', '//h:span[@role="doc-pagebreak"]/@id')).toEqual(['page-i']);
  });

  it('has landmarks for what readers look for', async () => {
    const book = await OpenEpub.of(edition(parts));
    const types = book.all('nav.xhtml', '//h:nav[@epub:type="landmarks"]//h:a/@epub:type');
    const hrefs = book.all('nav.xhtml', '//h:nav[@epub:type="landmarks"]//h:a/@href');
    expect(types.map((type, index) => `${type} ${hrefs[index]}`)).toEqual(['titlepage text/title.xhtml', 'toc nav.xhtml#contents', 'bodymatter text/one.xhtml', 'bibliography text/bibliography.xhtml']);
  });

  it('lists the pages of the print edition', async () => {
    const book = await OpenEpub.of(edition(parts, { pages }));
    expect(book.all('nav.xhtml', '//h:nav[@epub:type="page-list"]//h:a')).toEqual(['i', '1']);
    expect(book.all('nav.xhtml', '//h:nav[@epub:type="page-list"]//h:a/@href')).toEqual(['nav.xhtml#page-i', 'text/one.xhtml#page-1']);
    expect(book.all('toc.ncx', '//ncx:pageTarget/@type')).toEqual(['front', 'normal']);
  });
});

describe('the package', () => {
  const value = (book: OpenEpub, property: string): string[] => book.all('content.opf', `//opf:meta[@property="${property}"]`);

  it('says what book.yaml says', async () => {
    const book = await one('<p>x</p>');
    expect(book.all('content.opf', '//dc:*')).toEqual([
      'urn:uuid:11111111-2222-5333-8444-555555555555', 'The Thaw & After', 'A study booklet', 'en-GB', 'Ada Writer', 'Bo Editor', 'Quiet Press', '2026-11-22', 'CC BY-SA 4.0', 'One <paragraph>.', 'Treaties', 'History',
    ]);
    expect(book.all('content.opf', '//dc:creator')).toEqual(['Ada Writer']);
    expect(value(book, 'role')).toEqual(['aut', 'edt']);
    expect(value(book, 'title-type')).toEqual(['main', 'subtitle']);
  });

  it.each([
    ['text alone', '<p>x</p>', ['textual'], ['textual']],
    ['described pictures', '<img src="figures/x.png" alt="a">', ['textual', 'textual,visual'], ['textual', 'visual']],
    ['a picture without alternative', '<img src="figures/x.png">', ['textual,visual'], ['textual', 'visual']],
    ['a drawing without name', '<svg viewBox="0 0 1 1"></svg>', ['textual,visual'], ['textual', 'visual']],
    ['a drawing with a title', '<svg role="img"><title>a</title></svg>', ['textual', 'textual,visual'], ['textual', 'visual']],
  ])('claims no more access than there is: %s', async (_, source, sufficient, modes) => {
    const book = await one(source, { assets: new Map([['figures/x.png', png]]) });
    expect(value(book, 'schema:accessModeSufficient')).toEqual(sufficient);
    expect(value(book, 'schema:accessMode')).toEqual(modes);
    expect(value(book, 'schema:accessibilityFeature').includes('alternativeText')).toBe(modes.length > 1 && sufficient.length > 1);
  });

  it.each([
    ['de-AT', 'de', 'Zurück zum Text, Anmerkung 1', 'Orientierungspunkte', 'Seiten der Druckausgabe'],
    ['ru', 'ru', 'Назад к тексту, примечание 1', 'Ориентиры', 'Страницы печатного издания'],
    ['es', 'en', 'Back to the text, note 1', 'Landmarks', 'Pages of the print edition'],
  ])('speaks in the language of the book, if it can: %s', async (language, spoken, back, landmarks, pages) => {
    const book = await one(`<p data-at="o:1">x${call('a', 1)}</p>`, { config: { ...config, language }, pages: pageMap([['1', 'o:1', 0]]) }, { notes: { a: '<p>Note.</p>' } });
    expect(book.all('nav.xhtml', '//h:nav/h:h2')).toEqual([landmarks, pages]);
    expect(book.all('text/one.xhtml', '//h:a[@role="doc-backlink"]/@aria-label')).toEqual([back]);
    expect(book.all('content.opf', '//opf:meta[@property="schema:accessibilitySummary"]/@xml:lang')).toEqual([spoken]);
  });

  it('tells of page numbers only when there are some', async () => {
    const without = await one('<p data-at="o:1">x</p>');
    const with_ = await one('<p data-at="o:1">x</p>', { pages: pageMap([['1', 'o:1', 0]]) });
    expect(value(without, 'pageBreakSource')).toEqual([]);
    expect(value(with_, 'pageBreakSource')).toEqual(['The Thaw & After, First edition (print)']);
    expect(value(with_, 'schema:accessibilityFeature')).toContain('pageNavigation');
    expect(value(without, 'schema:accessibilityFeature')).not.toContain('pageNavigation');
  });
});

describe('the container', () => {
  const zones = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata'];
  const before = process.env.TZ;
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it('begins with its type, stored and without anything before it', async () => {
    const { bytes } = await one('<p>x</p>');
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect(Buffer.from(bytes.subarray(30, 58)).toString()).toBe('mimetypeapplication/epub+zip');
    expect([view.getUint16(8, true), view.getUint16(28, true)]).toEqual([0, 0]);
  });

  it('has the same bytes in every time zone, twice', async () => {
    const digests = new Set<string>();
    for (const zone of [...zones, 'UTC']) {
      process.env.TZ = zone;
      digests.add(createHash('sha256').update((await one(`<p>a${call('a', 1)}</p>`, {}, { notes: { a: 'b' } })).bytes).digest('hex'));
    }
    expect(digests.size).toBe(1);
  });

  it('is dated noon, 1 January 1980', async () => {
    expect(Buffer.from((await one('<p>x</p>')).bytes.subarray(10, 14)).toString('hex')).toBe('00602100');
  });
});

it('does not change the edition it is given', async () => {
  const given = edition([part({ id: 'one', html: `<p data-at="o:0">a b c${call('a', 1)} <a data-page="one" href="#one"></a></p>`, notes: { a: '<p>n</p>' } })], { pages: pageMap([['2', 'o:0', 2]]) });
  const copy = structuredClone(given.parts);
  await writeEpub(given);
  expect(given.parts).toEqual(copy);
});
