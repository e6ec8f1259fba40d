/** What the package tells those who read otherwise than by eye: read back from real EPUBs. */
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { describe, expect, it } from 'vitest';
import type { AccessibilitySetup } from '../../src/model/book.js';
import type { Asset } from '../../src/model/document.js';
import { call, config, edition, OpenEpub, pageMap, part, png } from './edition.js';

const gif = (frames: number): Asset => {
  const frame = [0x21, 0xf9, 4, 0, 5, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4c, 1, 0];
  return { path: 'figures/x.png', mediaType: 'image/gif', bytes: Uint8Array.from([...Buffer.from('GIF89a'), 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, ...Array.from({ length: frames }, () => frame).flat(), 0x3b]) };
};
const svg = (inside: string): Asset => ({ path: 'figures/x.png', mediaType: 'image/svg+xml', bytes: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`) });

const shown = '<figure><img src="figures/x.png" alt="A dot"></figure>';
const chart = (data: string): string => `<figure class="drawing"><svg role="img" viewBox="0 0 1 1"><title>Lire</title></svg><figcaption>Lire</figcaption>${data}</figure>`;
const table = '<details><summary>Table</summary><table><thead><tr><th scope="col">Year</th></tr></thead><tbody><tr><td>1933</td></tr></tbody></table></details>';

interface Made {
  readonly html?: string;
  readonly asset?: Asset;
  readonly setup?: AccessibilitySetup;
  readonly language?: string;
  readonly id?: string;
}

const made = ({ html = '<h1>One</h1><p>x</p>', asset = png, setup = {}, language = 'en-GB', id = 'one' }: Made): Promise<OpenEpub> =>
  OpenEpub.of(edition([part({ id, html })], { assets: new Map([['figures/x.png', asset]]), config: { ...config, language, accessibility: setup } }));

const values = (book: OpenEpub, name: string): string[] => book.all('content.opf', `//opf:meta[@property="${name}"]`);
const features = async (given: Made): Promise<string[]> => values(await made(given), 'schema:accessibilityFeature');

describe('features', () => {
  it.each<[why: string, feature: string, is: boolean, given: Made]>([
    ['headings can be gone through', 'structuralNavigation', true, {}],
    ['there is no heading', 'structuralNavigation', false, { html: '<p>x</p>' }],
    ['every picture has words', 'alternativeText', true, { html: shown }],
    ['one picture has none', 'alternativeText', false, { html: `${shown}<img src="figures/x.png" alt="" data-undescribed="">` }],
    ['the other picture only decorates', 'alternativeText', true, { html: `${shown}<img src="figures/x.png" alt="" role="presentation">` }],
    ['there is nothing but decoration', 'alternativeText', false, { html: '<img src="figures/x.png" alt="" role="presentation">' }],
    ['a formula has no words', 'describedMath', false, { html: '<p><math><mi>x</mi></math></p>' }],
    ['every formula has words', 'describedMath', true, { html: '<p><math alttext="x"><mi>x</mi></math></p>' }],
    ['there is no formula', 'describedMath', false, {}],
    ['a chart has its data beside it', 'longDescription', true, { html: chart(table) }],
    ['a chart has none', 'longDescription', false, { html: chart(table) + chart('') }],
    ['there is an index', 'index', true, { id: 'index' }],
    ['it has roles', 'ARIA', true, {}],
    ['nothing is locked', 'unlocked', true, {}],
  ])('%s: %s is %s', async (_, feature, is, given) => {
    expect((await features(given)).includes(feature)).toBe(is);
  });

  it('tell of pages when there are some', async () => {
    const book = await OpenEpub.of(edition([part({ id: 'one', html: '<p data-at="o:1">x</p>' })], { pages: pageMap([['1', 'o:1', 0]]) }));
    expect(values(book, 'schema:accessibilityFeature')).toEqual(expect.arrayContaining(['pageNavigation', 'pageBreakMarkers']));
  });

  it('are not all there are to a chart: it is seen, and its words suffice', async () => {
    const book = await made({ html: chart(table) });
    expect(values(book, 'schema:accessMode')).toEqual(['textual', 'visual', 'chartOnVisual']);
    expect(values(book, 'schema:accessModeSufficient')).toEqual(['textual', 'textual,visual']);
  });

  it('leave a picture that only decorates out of what has to be seen', async () => {
    expect(values(await made({ html: '<img src="figures/x.png" alt="" role="presentation">' }), 'schema:accessMode')).toEqual(['textual']);
  });
});

describe('hazards', () => {
  it.each<[what: string, given: Made, said: string[]]>([
    ['a book of words', {}, ['none']],
    ['a still GIF', { html: shown, asset: gif(1) }, ['none']],
    ['a moving GIF', { html: shown, asset: gif(2) }, ['unknown']],
    ['a moving GIF that is not shown', { asset: gif(2) }, ['none']],
    ['a moving SVG', { html: shown, asset: svg('<rect><animate attributeName="x"/></rect>') }, ['unknown']],
    ['an SVG that stands still', { html: shown, asset: svg('<rect/>') }, ['none']],
    ['a moving GIF that somebody has looked at', { html: shown, asset: gif(2), setup: { hazards: [] } }, ['none']],
    ['one that flashes', { html: shown, asset: gif(2), setup: { hazards: ['flashing'] } }, ['flashing', 'noMotionSimulationHazard', 'noSoundHazard']],
  ])('%s', async (_, given, said) => {
    expect(values(await made(given), 'schema:accessibilityHazard')).toEqual(said);
  });
});

describe('the summary', () => {
  it.each([
    ['en-GB', 'Some pictures move; whether they flash has not been examined.'],
    ['de', 'Einige Bilder bewegen sich; ob sie blitzen, ist nicht geprüft.'],
    ['it', 'Alcune immagini si muovono; se lampeggino non è stato verificato.'],
  ])('is told in %s', async (language, sentence) => {
    expect(values(await made({ html: shown, asset: gif(2), language }), 'schema:accessibilitySummary')[0]).toContain(sentence);
  });

  it('has the author’s words first, in the book’s language', async () => {
    const book = await made({ setup: { summary: 'Read aloud by two readers.' }, language: 'es' });
    expect(values(book, 'schema:accessibilitySummary')).toEqual(['Read aloud by two readers.', 'Reflowable text with headings, a table of contents and linked notes.']);
    expect(book.all('content.opf', '//opf:meta[@property="schema:accessibilitySummary"]/@xml:lang')).toEqual(['es', 'en']);
  });
});

describe('conformance', () => {
  const conformance = { to: 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA', certifiedBy: 'Quiet Press', credential: 'Checked twice', report: 'https://example.org/report' } as const;

  it('is claimed by nobody but the author', async () => {
    const source = (await made({ html: shown })).source('content.opf');
    expect(source).not.toMatch(/conformsTo|certif/);
  });

  it('is claimed with who found it out, in a package that is valid', async () => {
    const book = await made({ setup: { conformance } });
    expect(values(book, 'dcterms:conformsTo')).toEqual([conformance.to]);
    expect(book.all('content.opf', '//opf:meta[@property="a11y:certifiedBy"][@refines=concat("#", //opf:meta[@property="dcterms:conformsTo"]/@id)]')).toEqual(['Quiet Press']);
    expect(values(book, 'a11y:certifierCredential')).toEqual(['Checked twice']);
    expect(book.all('content.opf', '//opf:link[@rel="a11y:certifierReport"]/@href')).toEqual(['https://example.org/report']);
    const { messages } = await EpubCheck.validate(book.bytes, { version: '3.3' });
    expect(messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage')).toEqual([]);
  });
});

describe('roles', () => {
  /** Types that DPUB-ARIA 1.1 has a role for. */
  const roleOf: Readonly<Record<string, string>> = {
    acknowledgments: 'doc-acknowledgments', afterword: 'doc-afterword', appendix: 'doc-appendix', backlink: 'doc-backlink', biblioref: 'doc-biblioref', bibliography: 'doc-bibliography', chapter: 'doc-chapter',
    conclusion: 'doc-conclusion', endnotes: 'doc-endnotes', epigraph: 'doc-epigraph', epilogue: 'doc-epilogue', footnote: 'doc-footnote', foreword: 'doc-foreword', glossary: 'doc-glossary', introduction: 'doc-introduction',
    noteref: 'doc-noteref', 'page-list': 'doc-pagelist', pagebreak: 'doc-pagebreak', preface: 'doc-preface', prologue: 'doc-prologue', subtitle: 'doc-subtitle', tip: 'doc-tip', toc: 'doc-toc',
  };
  /** Types of files, landmarks and lists of notes that have no role, or had one under another name. */
  const without = new Set(['frontmatter', 'bodymatter', 'backmatter', 'titlepage', 'copyright-page', 'landmarks', 'footnotes']);

  const html = `<h1>One</h1><blockquote class="epigraph"><p>Salt.</p></blockquote><p data-at="o:1">x${call('a', 1)} <a href="#ref-rossi">Rossi 2001</a></p><aside class="callout alert alert-tip"><p>Tip.</p></aside><aside class="callout alert alert-note"><p>Note.</p></aside><aside class="callout alert alert-warning"><p>Mind.</p></aside>`;
  const book = OpenEpub.of(
    edition(
      [
        part({ id: 'title', kind: 'title', matter: 'front', html: '<section class="titlepage"><p class="title">T</p><p class="subtitle">S</p></section>' }),
        part({ id: 'imprint', kind: 'imprint', matter: 'front', html: '<p>All.</p>' }),
        part({ id: 'contents', kind: 'contents', matter: 'front', html: '<p>made</p>' }),
        ...['preface', 'foreword', 'introduction', 'prologue'].map((id) => part({ id, matter: 'front', html: '<h1>x</h1>' })),
        part({ id: 'one', number: '1', html, notes: { a: 'Note.' } }),
        ...['conclusion', 'epilogue', 'afterword', 'appendix', 'acknowledgments'].map((id) => part({ id, matter: 'back', html: '<h1>x</h1>' })),
        part({ id: 'glossary', matter: 'back', html: '<h1>x</h1><dl><dt>a</dt><dd>b</dd></dl>' }),
        part({ id: 'bibliography', matter: 'back', html: '<h1>x</h1><ul><li id="ref-rossi">R.</li></ul>' }),
      ],
      { pages: pageMap([['1', 'o:1', 0]]) },
    ),
  );

  it('stand beside every type that has one', async () => {
    const made = await book;
    const seen = new Set<string>();
    for (const file of made.files.filter((name) => name.endsWith('.xhtml')).map((name) => name.replace('EPUB/', ''))) {
      // Landmarks are links that are called what they lead to.
      const types = new Set(made.all(file, '//*[not(ancestor::h:nav[@epub:type="landmarks"])]/@epub:type'));
      for (const type of types) {
        seen.add(type);
        const role = roleOf[type];
        if (role === undefined) expect(without, `${type} in ${file}`).toContain(type);
        else expect({ file, type, bare: made.all(file, `//*[@epub:type="${type}"][not(ancestor::h:nav)][not(@role="${role}")]`) }).toEqual({ file, type, bare: [] });
      }
    }
    expect(Object.keys(roleOf).filter((type) => !seen.has(type))).toEqual(['endnotes']);
  });

  it('are given to asides that HTML lets have one', async () => {
    expect((await book).all('text/one.xhtml', '//h:aside[contains(@class, "alert")]/@role')).toEqual(['doc-tip', 'note', 'note']);
  });

  it('are those that a checker takes', async () => {
    const { messages } = await EpubCheck.validate((await book).bytes, { version: '3.3' });
    expect(messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage')).toEqual([]);
  });
});
