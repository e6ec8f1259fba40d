import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/read/markdown.js';
import { checkPlaces, outline } from './syntax-outline.js';

const cases: readonly (readonly [name: string, source: string, ...blocks: string[]])[] = [
  [
    'in text',
    'where $x_1$ is',
    'paragraph@1:1-15 ("where " inlineMath@1:7-12 "x_1" " is")',
  ],
  [
    'money',
    'costs $20 and $30, or $20,000 and US$5.',
    'paragraph@1:1-40 ("costs $20 and $30, or $20,000 and US$5.")',
  ],
  [
    'white space at an edge is no formula',
    '$ x$ and $x $ and $$ $$',
    'paragraph@1:1-24 ("$ x$ and $x $ and $$ $$")',
  ],
  [
    'escaped',
    '\\$x$ and $a\\$b$',
    'paragraph@1:1-16 ("$x$ and " inlineMath@1:10-16 "a\\\\$b")',
  ],
  [
    'code first',
    '`$x$` and $`y`$',
    'paragraph@1:1-16 (inlineCode@1:1-6 "$x$" " and " inlineMath@1:11-16 "`y`")',
  ],
  [
    'syntax inside is not read',
    '$a*b*c_d_e@f[g]$',
    'paragraph@1:1-17 (inlineMath@1:1-17 "a*b*c_d_e@f[g]")',
  ],
  [
    'over two lines',
    '> a $x +\n> y$ b',
    'blockquote@1:1-2:7 (paragraph@1:3-2:7 ("a " inlineMath@1:5-2:5 "x +\\ny" " b"))',
  ],
  [
    'display among words',
    'so $$a = b$$ holds',
    'paragraph@1:1-19 ("so " inlineMath@1:4-13 "a = b" display " holds")',
  ],
  [
    'a block',
    '$$\na = b\n$$',
    'math@1:1-3:3 "a = b"',
  ],
  [
    'a block on one line',
    '$$a = b$$',
    'math@1:1-10 "a = b"',
  ],
  [
    'a block over lines',
    '$$p(x) =\n  q(x)$$\n\nnext',
    'math@1:1-2:9 "p(x) =\\n  q(x)"',
    'paragraph@4:1-5 ("next")',
  ],
  [
    'two blocks without a blank line',
    '$$a\n=b$$\n$$c$$',
    'math@1:1-2:5 "a\\n=b"',
    'math@3:1-6 "c"',
  ],
  [
    'a label after a block',
    '$$\na\n$$ {#eq:a}\n\n$$b$$ {#eq:b .wide}\n\n$$c\n= d$$ {#eq:c}',
    'math@1:1-3:11 "a" {#eq:a}',
    'math@5:1-20 "b" {#eq:b .wide}',
    'math@7:1-8:14 "c\\n= d" {#eq:c}',
  ],
  [
    "TeX's label",
    '$$a^n \\label{eq:fermat}$$',
    'math@1:1-26 "a^n" {#eq:fermat}',
  ],
  [
    "TeX's label among words",
    'so $$a \\label{eq:a}$$ holds',
    'paragraph@1:1-28 ("so " inlineMath@1:4-22 "a" display {#eq:a} " holds")',
  ],
  [
    'a label after display math among words',
    'so $$a$${#eq:a} holds',
    'paragraph@1:1-22 ("so " inlineMath@1:4-16 "a" display {#eq:a} " holds")',
  ],
  [
    "the journal's label",
    '[$$a^n$$]{label="eq:fermat"}',
    'paragraph@1:1-29 (inlineMath@1:1-29 "a^n" display {#eq:fermat label=eq:fermat})',
  ],
  [
    'two labels: the second stays to be reported',
    '$$a \\label{eq:b}$$ {#eq:a}',
    'math@1:1-27 "a \\\\label{eq:b}" {#eq:a}',
  ],
  [
    'words after it: no block',
    '$$a$$, where\n\n$$a\n=b$$ and',
    'paragraph@1:1-13 (inlineMath@1:1-6 "a" display ", where")',
    'paragraph@3:1-4:9 (inlineMath@3:1-4:5 "a\\n=b" display " and")',
  ],
  [
    'a blank line inside: no block',
    '$$a\n\nb$$',
    'paragraph@1:1-4 ("$$a")',
    'paragraph@3:1-4 ("b$$")',
  ],
  [
    'a blank line inside a fence',
    '$$\na\n\nb\n$$',
    'math@1:1-5:3 "a\\n\\nb"',
  ],
  [
    'a fence that nothing closes',
    '$$\na\n\nb',
    'math@1:1-4:2 "a\\n\\nb"',
  ],
  [
    'right after a paragraph',
    'so\n$$\na\n$$\nand',
    'paragraph@1:1-3 ("so")',
    'math@2:1-4:3 "a"',
    'paragraph@5:1-4 ("and")',
  ],
  [
    'one line right after a paragraph',
    'so\n$$a$$\nand',
    'paragraph@1:1-3 ("so")',
    'math@2:1-6 "a"',
    'paragraph@3:1-4 ("and")',
  ],
  [
    'several lines right after a paragraph stay in it',
    'so\n$$a\n=b$$\nand',
    'paragraph@1:1-4:4 ("so\\n" inlineMath@2:1-3:5 "a\\n=b" display "\\nand")',
  ],
  [
    'in a quotation',
    '> $$\n> a\n> $$ {#eq:a}\n\nnext',
    'blockquote@1:1-3:13 (math@1:3-3:13 "a" {#eq:a})',
    'paragraph@5:1-5 ("next")',
  ],
  [
    'in a list',
    '1. so\n\n   $$\n   a\n   - b\n   $$',
    'list@1:1-6:6 (listItem@1:1-6:6 (paragraph@1:4-6 ("so") math@3:4-6:6 "a\\n- b"))',
  ],
  [
    'lines that look like lists',
    '$$\na\n- b\n> c\n$$',
    'math@1:1-5:3 "a\\n- b\\n> c"',
  ],
  [
    'an escaped dollar does not close',
    '$$a \\$$ b$$',
    'math@1:1-12 "a \\\\$$ b"',
  ],
  [
    'the container ends first',
    '> $$\n> a\n\nnext',
    'blockquote@1:1-2:4 (math@1:3-2:4 "a")',
    'paragraph@4:1-5 ("next")',
  ],
];

describe('formulas', () => {
  test.each(cases)('%s', (_name, source, ...blocks) => {
    const tree = parseMarkdown(source);
    expect(outline(tree.children).split('\n')).toEqual(blocks);
    checkPlaces(tree, source);
  });
});
