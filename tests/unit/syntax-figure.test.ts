import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/read/markdown.js';
import { checkPlaces, outline } from './syntax-outline.js';

const cases: readonly (readonly [name: string, source: string, ...blocks: string[]])[] = [
  [
    'an image alone',
    '![Rome](rome.jpg)',
    'figure@1:1-18 rome.jpg "Rome" ("Rome")',
  ],
  [
    'its caption keeps its syntax',
    '![The *pact* [@key, p. 2], see $x$^[A note.]](a.svg "T"){#fig:a alt="…"}',
    'figure@1:1-73 a.svg "The pact, see x" {#fig:a alt=…} ("The " emphasis@1:7-13 ("pact") " " citation@1:14-26 group [@key<", p. 2">] ", see " inlineMath@1:32-35 "x" inlineNote@1:35-45 ("A note."))',
  ],
  [
    'white space around',
    '  ![Rome](rome.jpg)  \nnext',
    'paragraph@1:3-2:5 (image@1:3-20 rome.jpg "Rome" break@1:20-2:1 "next")',
  ],
  [
    'only white space around',
    '   ![Rome](rome.jpg)  ',
    'figure@1:4-21 rome.jpg "Rome" ("Rome")',
  ],
  [
    'an image among words',
    'See ![Rome *now*](rome.jpg) here',
    'paragraph@1:1-33 ("See " image@1:5-28 rome.jpg "Rome now" " here")',
  ],
  [
    'two images',
    '![a](b) ![c](d)',
    'paragraph@1:1-16 (image@1:1-8 b "a" " " image@1:9-16 d "c")',
  ],
  [
    'empty brackets',
    '![](a.jpg)',
    'paragraph@1:1-11 (image@1:1-11 a.jpg "")',
  ],
  [
    'empty brackets with a label',
    '![](a.jpg){#fig:a}',
    'figure@1:1-19 a.jpg "" {#fig:a}',
  ],
  [
    'empty brackets with other attributes',
    '![](a.jpg){width=50%}',
    'paragraph@1:1-22 (image@1:1-22 a.jpg "" {width=50%})',
  ],
  [
    "TeX's label",
    '![Regression.\\label{fig:multi_modal_regression}](a.png)',
    'figure@1:1-56 a.png "Regression." {#fig:multi_modal_regression} ("Regression.")',
  ],
  [
    "TeX's label in the middle",
    '![One \\label{fig:a} two](a.png)',
    'figure@1:1-32 a.png "One two" {#fig:a} ("One two")',
  ],
  [
    "TeX's label beside an id stays to be seen",
    '![One \\label{fig:a}](a.png){#fig:b}',
    'figure@1:1-36 a.png "One \\\\label{fig:a}" {#fig:b} ("One \\\\label{fig:a}")',
  ],
  [
    "the journal's label",
    '![One []{label="a"}](a.png)',
    'figure@1:1-28 a.png "One" {#a} ("One")',
  ],
  [
    'a caption over lines',
    '![View of *dunes*,\nan island.](a.jpg){#sylt\nwidth="100%"}',
    'figure@1:1-3:14 a.jpg "View of dunes, an island." {#sylt width=100%} ("View of " emphasis@1:11-18 ("dunes") ",\\nan island.")',
  ],
  [
    'in a quotation',
    '> ![One\n> two](a.jpg)',
    'blockquote@1:1-2:14 (figure@1:3-2:14 a.jpg "One two" ("One\\ntwo"))',
  ],
  [
    'in a list',
    '- ![One](a.jpg)\n- words',
    'list@1:1-2:8 (listItem@1:1-16 (figure@1:3-16 a.jpg "One" ("One")) listItem@2:1-8 (paragraph@2:3-8 ("words")))',
  ],
  [
    'by reference',
    '![One *two*][map]{#fig:a}\n\n[map]: a.jpg "T"',
    'figure@1:1-26 a.jpg "One two" {#fig:a} ("One " emphasis@1:7-12 ("two"))',
    'definition@3:1-17 map',
  ],
  [
    'in a link',
    '[![One](a.jpg)](u)',
    'paragraph@1:1-19 (link@1:1-19 u (image@1:2-15 a.jpg "One"))',
  ],
  [
    'a span in the caption',
    '![A [word]{lang=ru} said](a.jpg)',
    'figure@1:1-33 a.jpg "A word said" ("A " span@1:5-20 {lang=ru} ("word") " said")',
  ],
  [
    'brackets in the caption',
    '![A [b] c](a.jpg)',
    'figure@1:1-18 a.jpg "A [b] c" ("A [b] c")',
  ],
];

describe('figures', () => {
  test.each(cases)('%s', (_name, source, ...blocks) => {
    const tree = parseMarkdown(source);
    expect(outline(tree.children).split('\n')).toEqual(blocks);
    checkPlaces(tree, source);
  });
});
