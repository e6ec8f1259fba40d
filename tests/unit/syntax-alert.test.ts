import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/read/markdown.js';
import { checkPlaces, outline } from './syntax-outline.js';

const cases: readonly (readonly [name: string, source: string, ...blocks: string[]])[] = [
  [
    'a note',
    '> [!NOTE]\n> Words.',
    'alert@1:1-2:9 note (paragraph@2:3-9 ("Words."))',
  ],
  [
    'every kind',
    '> [!TIP]\n> a\n\n> [!IMPORTANT]\n> b\n\n> [!WARNING]\n> c\n\n> [!CAUTION]\n> d',
    'alert@1:1-2:4 tip (paragraph@2:3-4 ("a"))',
    'alert@4:1-5:4 important (paragraph@5:3-4 ("b"))',
    'alert@7:1-8:4 warning (paragraph@8:3-4 ("c"))',
    'alert@10:1-11:4 caution (paragraph@11:3-4 ("d"))',
  ],
  [
    'in small letters',
    '> [!note]\n> a',
    'alert@1:1-2:4 note (paragraph@2:3-4 ("a"))',
  ],
  [
    'one in another, with words before it and without',
    '> [!NOTE]\n> a\n>\n> > [!TIP]\n> > b\n\n> [!NOTE]\n>\n> > [!TIP]\n> > c',
    'alert@1:1-5:6 note (paragraph@2:3-4 ("a") alert@4:3-5:6 tip (paragraph@5:5-6 ("b")))',
    'alert@7:1-10:6 note (alert@9:3-10:6 tip (paragraph@10:5-6 ("c")))',
  ],
  [
    'two paragraphs',
    '> [!NOTE]\n> a\n>\n> b',
    'alert@1:1-4:4 note (paragraph@2:3-4 ("a") paragraph@4:3-4 ("b"))',
  ],
  [
    'a blank line first',
    '> [!NOTE]\n>\n> b',
    'alert@1:1-3:4 note (paragraph@3:3-4 ("b"))',
  ],
  [
    'syntax at once',
    '> [!NOTE]\n> *a* b',
    'alert@1:1-2:8 note (paragraph@2:3-8 (emphasis@2:3-6 ("a") " b"))',
  ],
  [
    'white space after the mark',
    '> [!NOTE]  \n> a',
    'alert@1:1-2:4 note (paragraph@2:3-4 ("a"))',
  ],
  [
    'one space after the mark',
    '> [!NOTE] \n> a',
    'alert@1:1-2:4 note (paragraph@2:3-4 ("a"))',
  ],
  [
    'a list',
    '> [!NOTE]\n> - a\n> - b',
    'alert@1:1-3:6 note (list@2:3-3:6 (listItem@2:3-6 (paragraph@2:5-6 ("a")) listItem@3:3-6 (paragraph@3:5-6 ("b"))))',
  ],
  [
    'nothing else',
    '> [!NOTE]',
    'alert@1:1-10 note',
  ],
  [
    'words on its line: a quotation',
    '> [!NOTE] a\n> b',
    'blockquote@1:1-2:4 (paragraph@1:3-2:4 ("[!NOTE] a\\nb"))',
  ],
  [
    'syntax on its line: a quotation',
    '> [!NOTE]*a*\n> b',
    'blockquote@1:1-2:4 (paragraph@1:3-2:4 ("[!NOTE]" emphasis@1:10-13 ("a") "\\nb"))',
  ],
  [
    'an unknown kind: a quotation',
    '> [!HINT]\n> a',
    'blockquote@1:1-2:4 (paragraph@1:3-2:4 ("[!HINT]\\na"))',
  ],
  [
    'not first: a quotation',
    '> a\n> [!NOTE]',
    'blockquote@1:1-2:10 (paragraph@1:3-2:10 ("a\\n[!NOTE]"))',
  ],
  [
    'in a list',
    '- [!NOTE]\n\n- > [!NOTE]\n  > a',
    'list@1:1-4:6 (listItem@1:1-10 (paragraph@1:3-10 ("[!NOTE]")) listItem@3:1-4:6 (alert@3:3-4:6 note (paragraph@4:5-6 ("a"))))',
  ],
  [
    'escaped',
    '> \\[!NOTE]\n> a',
    'blockquote@1:1-2:4 (paragraph@1:3-2:4 ("[!NOTE]\\na"))',
  ],
  [
    'a lazy line',
    '> [!NOTE]\na',
    'alert@1:1-2:2 note (paragraph@2:1-2 ("a"))',
  ],
  [
    'carriage returns',
    '> [!NOTE]\r\n> a\r\n> b',
    'alert@1:1-3:4 note (paragraph@2:3-3:4 ("a\\r\\nb"))',
  ],
];

describe('alerts', () => {
  test.each(cases)('%s', (_name, source, ...blocks) => {
    const tree = parseMarkdown(source);
    expect(outline(tree.children).split('\n')).toEqual(blocks);
    checkPlaces(tree, source);
  });
});
