import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { subsetFonts, type EpubFont } from '../../src/epub/subset-fonts.js';

const load = (name: string): Uint8Array => readFileSync(new URL(`../../node_modules/@fontsource/eb-garamond/files/eb-garamond-${name}.woff2`, import.meta.url));
const latin: EpubFont = { family: 'EB Garamond', style: 'normal', weight: 400, bytes: load('latin-400-normal') };
const italic: EpubFont = { ...latin, style: 'italic', bytes: load('latin-400-italic') };
const cyrillic: EpubFont = { ...latin, bytes: load('cyrillic-400-normal'), unicodeRange: 'U+0301, U+0400-045F, U+04??' };

function glyphsOf(bytes: Uint8Array): Set<number> {
  const font = create(Buffer.from(bytes));
  if (!('characterSet' in font)) throw new Error('not one font');
  return new Set(font.characterSet);
}
const holds = (glyphs: Set<number>, characters: string): string[] => [...characters].filter((character) => glyphs.has(character.codePointAt(0) ?? 0));

describe('a font for the EPUB', () => {
  it('has what the text shows, in both cases, and what readers add to it', async () => {
    const { files } = await subsetFonts([latin], 'abc');
    expect(holds(glyphsOf(files[0]?.bytes ?? new Uint8Array()), 'abcABC019“”–•xyzXYZ').join('')).toBe('abcABC019“”–•');
    expect(files[0]?.bytes.length).toBeLessThan(latin.bytes.length / 2);
  });

  it('is left out when the book has none of its characters', async () => {
    expect((await subsetFonts([latin, cyrillic], 'only Latin, 1933.')).files.map(({ file }) => file)).toEqual(['fonts/eb-garamond-400-normal-1.woff2']);
    expect((await subsetFonts([latin, cyrillic], 'and договор')).files).toHaveLength(2);
  });

  it('is declared as it is', async () => {
    const { css } = await subsetFonts([italic, cyrillic], 'a ж');
    expect(css).toBe(`@font-face {
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
    const first = await subsetFonts([latin, italic], 'thaw and after');
    const second = await subsetFonts([italic, latin], 'after and thaw');
    expect(Buffer.compare(Buffer.from(first.files[0]?.bytes ?? []), Buffer.from(second.files[0]?.bytes ?? []))).toBe(0);
    expect(first).toEqual(second);
  });
});
