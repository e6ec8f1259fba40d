import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { shownText } from '../../src/epub/shown-text.js';
import { subsetFonts, type EpubFont, type FontForm, type SubsetFonts } from '../../src/epub/subset-fonts.js';
import { element } from '../../src/epub/tree.js';
import { config, css, edition, OpenEpub, part } from './edition.js';

const load = (name: string): Uint8Array => readFileSync(new URL(`../../node_modules/@fontsource/${name}.woff2`, import.meta.url));
const latin: EpubFont = { family: 'EB Garamond', use: 'text', style: 'normal', weight: 400, bytes: load('eb-garamond/files/eb-garamond-latin-400-normal') };
const italic: EpubFont = { ...latin, style: 'italic', bytes: load('eb-garamond/files/eb-garamond-latin-400-italic') };
const cyrillic: EpubFont = { ...latin, bytes: load('eb-garamond/files/eb-garamond-cyrillic-400-normal'), unicodeRange: 'U+0301, U+0400-045F, U+04??' };
const mono: EpubFont = { family: 'JetBrains Mono', use: 'code', style: 'normal', weight: 400, bytes: load('jetbrains-mono/files/jetbrains-mono-latin-400-normal') };
const signs: EpubFont = { family: 'STIX Two Math', use: 'signs', style: 'normal', weight: 400, bytes: load('stix-two-math/files/stix-two-math-latin-400-normal') };

const subset = (fonts: readonly EpubFont[], text: string, form: FontForm = 'woff2'): Promise<SubsetFonts> => subsetFonts(fonts, { code: '', drawing: '', text, signs: '' }, form);

function fontIn(bytes: Uint8Array | undefined) {
  const font = create(Buffer.from(bytes ?? []));
  if (!('characterSet' in font)) throw new Error('not one font');
  return font;
}
const glyphsOf = (bytes: Uint8Array | undefined): Set<number> => new Set(fontIn(bytes).characterSet);
const holds = (glyphs: Set<number>, characters: string): string[] => [...characters].filter((character) => glyphs.has(character.codePointAt(0) ?? 0));

describe('a font for the EPUB', () => {
  it('has what the text shows, in both cases, and what readers add to it', async () => {
    const { files } = await subset([latin], 'abc');
    expect(holds(glyphsOf(files[0]?.bytes), 'abcABC019“”–•xyzXYZ').join('')).toBe('abcABC019“”–•');
    expect(files[0]?.bytes.length).toBeLessThan(latin.bytes.length / 2);
  });

  it('has a letter with its accent, however that was written', async () => {
    expect(holds(glyphsOf((await subset([latin], 'e\u0301')).files[0]?.bytes), 'eé')).toEqual(['e', 'é']);
  });

  it('is left out when the book has none of its characters', async () => {
    expect((await subset([latin, cyrillic], 'only Latin, 1933.')).files.map(({ file }) => file)).toEqual(['fonts/eb-garamond-400-normal-1.woff2']);
    expect((await subset([latin, cyrillic], 'and договор')).files).toHaveLength(2);
  });

  it('is declared as it is', async () => {
    const { faces } = await subset([italic, cyrillic], 'a ж');
    expect(faces).toBe(`@font-face {
  font-family: "EB Garamond";
  font-style: normal;
  font-weight: 400;
  src: url("../fonts/eb-garamond-400-normal-1.woff2") format("woff2");
  unicode-range: U+0301, U+0400-045F, U+04??;
}
@font-face {
  font-family: "EB Garamond";
  font-style: italic;
  font-weight: 400;
  src: url("../fonts/eb-garamond-400-italic-1.woff2") format("woff2");
}
`);
  });

  it('has the same bytes each time, whatever the order of the text', async () => {
    const first = await subset([latin, italic], 'thaw and after');
    const second = await subset([italic, latin], 'after and thaw');
    expect(Buffer.compare(Buffer.from(first.files[0]?.bytes ?? []), Buffer.from(second.files[0]?.bytes ?? []))).toBe(0);
    expect(first).toEqual(second);
  });

  it('holds the letters that are set in it, and no others', async () => {
    const { files } = await subsetFonts([latin, mono, signs], { code: 'xyz', drawing: '', text: 'abc', signs: '∑' }, 'woff2');
    const held = Object.fromEntries(files.map(({ file, bytes }) => [file, holds(glyphsOf(bytes), 'abcxyz∑').join('')]));
    expect(held).toEqual({ 'fonts/eb-garamond-400-normal-1.woff2': 'abc', 'fonts/jetbrains-mono-400-normal-1.woff2': 'xyz', 'fonts/stix-two-math-400-normal-1.woff2': '∑' });
  });

  it('is looked for among the others where its use lacks a letter: those of the text, then the signs', async () => {
    const { files } = await subsetFonts([latin, cyrillic, mono, signs], { code: 'ж ☐', drawing: 'щ', text: 'a', signs: '' }, 'woff2');
    expect(files.map(({ file, bytes }) => [file, holds(glyphsOf(bytes), 'aжщ☐').join('')])).toEqual([['fonts/eb-garamond-400-normal-1.woff2', 'a'], ['fonts/eb-garamond-400-normal-2.woff2', 'жщ'], ['fonts/stix-two-math-400-normal-1.woff2', '☐']]);
  });

  it('is named for each use with those that stand in for it, when it is there', async () => {
    const all = await subsetFonts([latin, mono, signs], { code: 'x', drawing: '', text: 'a', signs: '∑' }, 'woff2');
    expect(all.families).toBe(`body {
  font-family: "EB Garamond", "STIX Two Math", serif;
}
code, kbd, samp, pre {
  font-family: "JetBrains Mono", "EB Garamond", "STIX Two Math", monospace;
}
math {
  font-family: "STIX Two Math", "EB Garamond", math;
}
`);
    expect((await subset([latin, mono, signs], 'a')).families).toBe('body {\n  font-family: "EB Garamond", serif;\n}\n');
  });

  it('is TrueType for readers that have nothing newer', async () => {
    const { files: [file], faces } = await subset([latin], 'a', 'ttf');
    expect([file?.file, file?.mediaType, [...(file?.bytes ?? []).slice(0, 4)]]).toEqual(['fonts/eb-garamond-400-normal-1.ttf', 'font/ttf', [0, 1, 0, 0]]);
    expect(faces).toContain('src: url("../fonts/eb-garamond-400-normal-1.ttf") format("truetype");');
  });

  it('keeps what builds a formula: tall brackets, small letters, how far all that stands apart', async () => {
    const { files: [file] } = await subsetFonts([signs], { code: '', drawing: '', text: '', signs: '()√∑' }, 'woff2');
    const font = fontIn(file?.bytes);
    expect(Object.keys((font as unknown as { directory: { tables: object } }).directory.tables)).toContain('MATH');
    expect(font.numGlyphs).toBeGreaterThan(30);
  });
});

describe('what is shown', () => {
  const page = element('body', {}, element('p', {}, 'a', element('code', {}, 'b'), element('math', {}, element('mi', {}, 'x')), element('svg', {}, element('text', {}, 'd'))));

  it('is told apart by what sets it; a letter of a formula is slanted', () => {
    expect(shownText([page], '')).toEqual({ code: 'b', drawing: 'd', text: 'a', signs: 'x𝑥' });
  });

  it('includes the sign that a root is drawn with', () => {
    expect(shownText([element('math', {}, element('msqrt', {}, element('mn', {}, '2')))], '').signs).toContain('√');
  });

  it.each([
    ['an escape', 'p::before { content: "\\2192\\00a0"; }', '→\u00a0'],
    ['single marks', "p::before { content: '§ ' }", '§ '],
    ['an escaped mark', 'p::after{content:"\\"x"}', '"x'],
    ['nothing', 'p::before { content: none; }', ''],
  ])('includes what the style sheet adds: %s', (_, sheet, words) => {
    expect([...shownText([], sheet).text].sort()).toEqual([...words].sort());
  });
});

describe('a book', () => {
  const made = (fonts: 'woff2' | 'ttf' | 'none') => OpenEpub.of(edition([part({ id: 'one', html: '<h1>One</h1><p>a <code>b</code> <math alttext="x"><mi>x</mi></math></p>' })], { fonts: [latin, mono, signs], config: { ...config, epub: { ...config.epub, fonts } } }));

  it('without fonts names none, and leaves all to its reader', async () => {
    const book = await made('none');
    expect(book.files.filter((file) => file.includes('font'))).toEqual([]);
    expect(book.source('css/epub.css')).toBe(css);
    for (const { family } of [latin, mono, signs]) expect(css).not.toContain(family);
  });

  it.each([['ttf', 'font/ttf'], ['woff2', 'font/woff2']] as const)('carries %s as what it is', async (form, mediaType) => {
    const book = await made(form);
    expect(book.all('content.opf', '//opf:item[starts-with(@href, "fonts/")]/@media-type')).toEqual([mediaType, mediaType, mediaType]);
    expect(book.source('css/epub.css')).toContain(`.${form}")`);
  });
});
