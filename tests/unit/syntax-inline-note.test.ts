import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/read/markdown.js';
import { checkPlaces, outline } from './syntax-outline.js';

const cases: readonly (readonly [name: string, source: string, ...blocks: string[]])[] = [
  [
    'a note',
    'War^[Or so it seemed.] came',
    'paragraph@1:1-28 ("War" inlineNote@1:4-23 ("Or so it seemed.") " came")',
  ],
  [
    'inline syntax',
    'a^[see *this* `]` and $x$]',
    'paragraph@1:1-27 ("a" inlineNote@1:2-27 ("see " emphasis@1:8-14 ("this") " " inlineCode@1:15-18 "]" " and " inlineMath@1:23-26 "x"))',
  ],
  [
    'a citation inside',
    'a^[see [@key, p. 2] and @other]',
    'paragraph@1:1-32 ("a" inlineNote@1:2-32 ("see " citation@1:8-20 group [@key<", p. 2">] " and " citation@1:25-31 narrative [@other]))',
  ],
  [
    'balanced brackets',
    'a^[one [two] [three]] b',
    'paragraph@1:1-24 ("a" inlineNote@1:2-22 ("one [two] [three]") " b")',
  ],
  [
    'a note in a note',
    'a^[one ^[two] three]',
    'paragraph@1:1-21 ("a" inlineNote@1:2-21 ("one " inlineNote@1:8-14 ("two") " three"))',
  ],
  [
    'over two lines',
    'a^[one\ntwo] b',
    'paragraph@1:1-2:7 ("a" inlineNote@1:2-2:5 ("one\\ntwo") " b")',
  ],
  [
    'over two lines in a quotation',
    '> a^[one\n> two [@key,\n> p. 2]] b',
    'blockquote@1:1-3:11 (paragraph@1:3-3:11 ("a" inlineNote@1:4-3:9 ("one\\ntwo " citation@2:7-3:8 group [@key<",\\np. 2">]) " b"))',
  ],
  [
    'not closed',
    'a^[one',
    'paragraph@1:1-7 ("a^[one")',
  ],
  [
    'blank',
    'a^[] b^[ ] c',
    'paragraph@1:1-13 ("a^[] b^[ ] c")',
  ],
  [
    'escaped',
    'a\\^[one] and ^\\[one]',
    'paragraph@1:1-21 ("a^[one] and ^[one]")',
  ],
  [
    'in code',
    '`^[one]`',
    'paragraph@1:1-9 (inlineCode@1:1-9 "^[one]")',
  ],
  [
    'a link in the note',
    'a^[see [x](u) there]',
    'paragraph@1:1-21 ("a" inlineNote@1:2-21 ("see " link@1:8-14 u ("x") " there"))',
  ],
  [
    'in a heading',
    '# Title^[one]',
    'heading@1:1-14 1 ("Title" inlineNote@1:8-14 ("one"))',
  ],
  [
    'in a table',
    '| a^[one] |\n|---|\n| b^[two] |',
    'table@1:1-3:12 (tableRow@1:1-12 (tableCell@1:1-12 ("a" inlineNote@1:4-10 ("one"))) tableRow@3:1-12 (tableCell@3:1-12 ("b" inlineNote@3:4-10 ("two"))))',
  ],
  [
    'in emphasis',
    '*a^[one] b*',
    'paragraph@1:1-12 (emphasis@1:1-12 ("a" inlineNote@1:3-9 ("one") " b"))',
  ],
  [
    'after a superscript',
    'x^2^ y^[one]',
    'paragraph@1:1-13 ("x" superscript@1:2-5 ("2") " y" inlineNote@1:7-13 ("one"))',
  ],
  [
    'a called note is another thing',
    'a[^n] b^[one]\n\n[^n]: two',
    'paragraph@1:1-14 ("a" footnoteReference@1:2-6 n " b" inlineNote@1:8-14 ("one"))',
    'footnoteDefinition@3:1-10 (paragraph@3:7-10 ("two"))',
  ],
  [
    'a call of a note that is not written',
    'a[^none] b',
    'paragraph@1:1-11 ("a" footnoteReference@1:2-9 none " b")',
  ],
  [
    'such a call in link brackets, with white space, escaped',
    '[^none](u) [^two words] \\[^x]',
    'paragraph@1:1-30 (link@1:1-11 u ("^none") " [^two words] [^x]")',
  ],
];

describe('notes where they are called', () => {
  test.each(cases)('%s', (_name, source, ...blocks) => {
    const tree = parseMarkdown(source);
    expect(outline(tree.children).split('\n')).toEqual(blocks);
    checkPlaces(tree, source);
  });
});
