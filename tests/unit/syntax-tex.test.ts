import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/read/markdown.js';
import { checkPlaces, outline } from './syntax-outline.js';

const cases: readonly (readonly [name: string, source: string, ...blocks: string[]])[] = [
  [
    'an equation',
    '\\begin{equation}\na = b\n\\end{equation}',
    'math@1:1-3:15 "a = b"',
  ],
  [
    'a labelled equation',
    '\\begin{equation}\\label{eq:a}\na = b\n\\end{equation}',
    'math@1:1-3:15 "a = b" {#eq:a}',
  ],
  [
    'on one line',
    '\\begin{equation*}a = b\\end{equation*}',
    'math@1:1-38 "a = b"',
  ],
  [
    'aligned lines',
    '\\begin{align}\na &= b \\nonumber \\\\\n- c &= d\n\\end{align}',
    'math@1:1-4:12 "\\\\begin{aligned}\\na &= b  \\\\\\\\\\n- c &= d\\n\\\\end{aligned}"',
  ],
  [
    'gathered lines',
    '\\begin{gather*}\na \\\\ b\n\\end{gather*}',
    'math@1:1-3:14 "\\\\begin{gathered}\\na \\\\\\\\ b\\n\\\\end{gathered}"',
  ],
  [
    'one formula over lines',
    '\\begin{multline}\na \\\\ b\n\\end{multline}',
    'math@1:1-3:15 "\\\\begin{gathered}\\na \\\\\\\\ b\\n\\\\end{gathered}"',
  ],
  [
    'an attribute list after it',
    '\\begin{equation}\na\n\\end{equation} {#eq:a}',
    'math@1:1-3:23 "a" {#eq:a}',
  ],
  [
    'another environment inside',
    '\\begin{equation}\\label{eq:a}\n\\begin{aligned}\na &= b\n\\end{aligned}\n\\end{equation}',
    'math@1:1-5:15 "\\\\begin{aligned}\\na &= b\\n\\\\end{aligned}" {#eq:a}',
  ],
  [
    'right after a paragraph',
    'so\n\\begin{equation}\na\n\\end{equation}\nand',
    'paragraph@1:1-3 ("so")',
    'math@2:1-4:15 "a"',
    'paragraph@5:1-4 ("and")',
  ],
  [
    'among words',
    'so \\begin{equation}a \\label{eq:a}\\end{equation} holds',
    'paragraph@1:1-54 ("so " inlineMath@1:4-48 "a" display {#eq:a} " holds")',
  ],
  [
    'words after it',
    '\\begin{equation}\na\n\\end{equation} and',
    'paragraph@1:1-3:19 (inlineMath@1:1-3:15 "a" display " and")',
  ],
  [
    'in a quotation',
    '> \\begin{equation}\n> a\n> \\end{equation}',
    'blockquote@1:1-3:17 (math@1:3-3:17 "a")',
  ],
  [
    'in a list',
    '- so\n\n  \\begin{equation}\n  a\n  \\end{equation}',
    'list@1:1-5:17 (listItem@1:1-5:17 (paragraph@1:3-5 ("so") math@3:3-5:17 "a"))',
  ],
  [
    'not closed',
    '\\begin{equation}\na\n\nb',
    'paragraph@1:1-2:2 ("\\\\begin{equation}\\na")',
    'paragraph@4:1-2 ("b")',
  ],
  [
    'a blank line inside',
    '\\begin{equation}\na\n\nb\n\\end{equation}',
    'paragraph@1:1-2:2 ("\\\\begin{equation}\\na")',
    'paragraph@4:1-5:15 ("b\\n\\\\end{equation}")',
  ],
  [
    'another environment is text',
    '\\begin{itemize}\n\\item a\n\\end{itemize}',
    'paragraph@1:1-3:14 ("\\\\begin{itemize}\\n\\\\item a\\n\\\\end{itemize}")',
  ],
  [
    'the wrong end',
    '\\begin{equation}\na\n\\end{align}',
    'paragraph@1:1-3:12 ("\\\\begin{equation}\\na\\n\\\\end{align}")',
  ],
  [
    'a second label stays to be reported',
    '\\begin{align}\na \\label{eq:a} \\\\ b \\label{eq:b}\n\\end{align}',
    'math@1:1-3:12 "\\\\begin{aligned}\\na  \\\\\\\\ b \\\\label{eq:b}\\n\\\\end{aligned}" {#eq:a}',
  ],
  [
    'a label in text stays',
    'see \\label{fig:a_b_c} here',
    'paragraph@1:1-27 ("see \\\\label{fig:a_b_c} here")',
  ],
  [
    'in code',
    '`\\begin{equation}a\\end{equation}`',
    'paragraph@1:1-34 (inlineCode@1:1-34 "\\\\begin{equation}a\\\\end{equation}")',
  ],
];

describe('TeX environments', () => {
  test.each(cases)('%s', (_name, source, ...blocks) => {
    const tree = parseMarkdown(source);
    expect(outline(tree.children).split('\n')).toEqual(blocks);
    checkPlaces(tree, source);
  });
});
