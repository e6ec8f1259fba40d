import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Extension } from 'micromark-util-types';
import { describe, expect, test } from 'vitest';
import { gfmSyntax } from '../../src/read/syntax/gfm/gfm-syntax.js';
import { drawFractions } from '../lots.js';

const whole = gfm({ singleTilde: false });

/** The tokenizer's own tree: without the transform that looks for addresses again in its text. */
const tree = (source: string, syntax: Extension): string =>
  JSON.stringify(fromMarkdown(source, { extensions: [syntax], mdastExtensions: gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })) }));

describe('GFM that leaves out what a text cannot hold gives the tree of the whole of GFM', () => {
  test.each([
    ['an address of mail', 'Write to a.b+c@ex-a_mple.org.', 'mailto:a.b+c@ex-a_mple.org'],
    ['one whose domain begins with a full stop', 'a@.b', 'mailto:a@.b'],
    ['one in a quotation', '> x _@y.z', 'mailto:_@y.z'],
    ['an address of the web in capitals', 'HTTPS://A.B', 'HTTPS://A.B'],
    ['one without protocol', '*WWW.a*', 'http://WWW.a'],
    ['a table in a quotation in a list', '- > | a |\n  > |---|\n  > | b |', '"table"'],
    ['a table of one column with colons', 'a\n:-:\nb', '"table"'],
    ['a table below words', 'words\n| a |\n|---|', '"table"'],
    ['a table whose delimiters are indented', 'a | b\n   -|-', '"tableRow"'],
    ['tables after line endings of all kinds', 'a|b\r-|-\r\r\nc|d\r\n-|-\r\n', '"c"'],
    ['a table in a note', '[^a]\n\n[^a]: | a |\n    |---|\n    | b |', '"table"'],
  ])('%s', (_name, source, held) => {
    const expected = tree(source, whole);
    expect(expected).toContain(held);
    expect(tree(source, gfmSyntax(source))).toBe(expected);
  });

  test.each([1, 2, 3, 4])('random texts, seed %i', (seed) => {
    const pieces = ['a', 'b.c', '@', 'x@y', '.', '-', '_', '+', '/', ' ', '\n', '\n\n', '\r', '\r\n', '\t', '|', '\n|-|\n', '\n:-\n', '\n-|-\n', '\n> ', '\n- ', '\n  ', '\n1. ', '\n---\n', 'h', 'http', '://', 'w', 'www.', '[', ']', '(', '~~', '*', '<', '>', '`', '\\', '\u0000', 'é', '[^a]', '\n[^a]: '];
    const random = drawFractions(seed);
    for (let count = 0; count < 150; count += 1) {
      const source = Array.from({ length: 3 + Math.floor(random() * 14) }, () => pieces[Math.floor(random() * pieces.length)]).join('');
      expect(tree(source, gfmSyntax(source)), JSON.stringify(source)).toBe(tree(source, whole));
    }
  });
});
