import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/read/markdown.js';
import { checkPlaces, outline } from './syntax-outline.js';

const cases: readonly (readonly [name: string, source: string, ...blocks: string[]])[] = [
  [
    'both',
    'H~2~O and Ca^2+^',
    'paragraph@1:1-17 ("H" subscript@1:2-5 ("2") "O and Ca" superscript@1:13-17 ("2+"))',
  ],
  [
    'inline syntax inside',
    'x^*a*`b`^ y~$i$~',
    'paragraph@1:1-17 ("x" superscript@1:2-10 (emphasis@1:3-6 ("a") inlineCode@1:6-9 "b") " y" subscript@1:12-17 (inlineMath@1:13-16 "i"))',
  ],
  [
    'no white space inside',
    'x^a b^ and y~a b~',
    'paragraph@1:1-18 ("x^a b^ and y~a b~")',
  ],
  [
    'an escaped space inside',
    'x^a\\ b^',
    'paragraph@1:1-8 ("x" superscript@1:2-8 ("a\u00A0b"))',
  ],
  [
    'strikethrough',
    '~~gone~~ and ~~a~b~c~~',
    'paragraph@1:1-23 (delete@1:1-9 ("gone") " and " delete@1:14-23 ("a" subscript@1:17-20 ("b") "c"))',
  ],
  [
    'empty',
    'x^^ y~~ z',
    'paragraph@1:1-10 ("x^^ y~~ z")',
  ],
  [
    'powers without a closing mark',
    '2^10 and 3^5',
    'paragraph@1:1-13 ("2^10 and 3^5")',
  ],
  [
    'a note is no superscript',
    'x^[a^b] c',
    'paragraph@1:1-10 ("x" inlineNote@1:2-8 ("a^b") " c")',
  ],
  [
    'calls of notes are no superscript',
    'a[^1] and b[^2]\n\n[^1]: x\n\n[^2]: y',
    'paragraph@1:1-16 ("a" footnoteReference@1:2-6 1 " and b" footnoteReference@1:12-16 2)',
    'footnoteDefinition@3:1-8 (paragraph@3:7-8 ("x"))',
    'footnoteDefinition@5:1-8 (paragraph@5:7-8 ("y"))',
  ],
  [
    'calls of notes that are not written are no superscript',
    'a[^1]b[^2]',
    'paragraph@1:1-11 ("a" footnoteReference@1:2-6 1 "b" footnoteReference@1:7-11 2)',
  ],
  [
    'escaped',
    'x\\^2^ and y\\~2~',
    'paragraph@1:1-16 ("x^2^ and y~2~")',
  ],
  [
    'in code and formulas',
    '`x^2^` $x^2^y$',
    'paragraph@1:1-15 (inlineCode@1:1-7 "x^2^" " " inlineMath@1:8-15 "x^2^y")',
  ],
  [
    'brackets balance',
    '![a^b](u) x^ c',
    'paragraph@1:1-15 (image@1:1-10 u "a^b" " x^ c")',
  ],
  [
    'one after the other',
    'x^2^~i~ and ^a^^b^',
    'paragraph@1:1-19 ("x" superscript@1:2-5 ("2") subscript@1:5-8 ("i") " and " superscript@1:13-16 ("a") superscript@1:16-19 ("b"))',
  ],
  [
    'an approximate date',
    '~1933 and ~1934',
    'paragraph@1:1-16 ("~1933 and ~1934")',
  ],
  [
    'in a quotation, not over lines',
    '> x^a\n> b^',
    'blockquote@1:1-2:5 (paragraph@1:3-2:5 ("x^a\\nb^"))',
  ],
  [
    'a bracket after the mark makes a note',
    'x^[b]{.c}^',
    'paragraph@1:1-11 ("x" inlineNote@1:2-10 {.c} ("b") "^")',
  ],
  [
    'two tildes at the end',
    'x~a~~',
    'paragraph@1:1-6 ("x~a~~")',
  ],
];

describe('subscripts and superscripts', () => {
  test.each(cases)('%s', (_name, source, ...blocks) => {
    const tree = parseMarkdown(source);
    expect(outline(tree.children).split('\n')).toEqual(blocks);
    checkPlaces(tree, source);
  });
});
