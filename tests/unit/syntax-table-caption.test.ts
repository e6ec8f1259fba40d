import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/read/markdown.js';
import { checkPlaces, outline } from './syntax-outline.js';

const cases: readonly (readonly [name: string, source: string, ...blocks: string[]])[] = [
  [
    'above',
    'Table: Oil *now*\n\n| a |\n|---|\n| 1 |',
    'table@3:1-5:6 (caption@1:1-17 ("Oil " emphasis@1:12-17 ("now")) tableRow@3:1-6 (tableCell@3:1-6 ("a")) tableRow@5:1-6 (tableCell@5:1-6 ("1")))',
  ],
  [
    'below',
    '| a |\n|---|\n| 1 |\n\n: Oil {#tbl:x .wide}',
    'table@1:1-3:6 (caption@5:1-21 {#tbl:x .wide} ("Oil") tableRow@1:1-6 (tableCell@1:1-6 ("a")) tableRow@3:1-6 (tableCell@3:1-6 ("1")))',
  ],
  [
    'right below',
    '| a | b |\n|---|---|\n| 1 | 2 |\n: Oil $|x|$ {#tbl:x}\n\nNext',
    'table@1:1-3:10 (caption@4:1-21 {#tbl:x} ("Oil " inlineMath@4:7-12 "|x|") tableRow@1:1-10 (tableCell@1:1-5 ("a") tableCell@1:5-10 ("b")) tableRow@3:1-10 (tableCell@3:1-5 ("1") tableCell@3:5-10 ("2")))',
    'paragraph@6:1-5 ("Next")',
  ],
  [
    'right below, with its word',
    '| a |\n|---|\n| 1 |\nTable: Oil',
    'table@1:1-3:6 (caption@4:1-11 ("Oil") tableRow@1:1-6 (tableCell@1:1-6 ("a")) tableRow@3:1-6 (tableCell@3:1-6 ("1")))',
  ],
  [
    'right below, over two lines',
    '| a |\n|---|\n| 1 |\n: Oil\n  and coal {#x}\n\nNext',
    'table@1:1-3:6 (caption@4:1-5:16 {#x} ("Oil\\nand coal") tableRow@1:1-6 (tableCell@1:1-6 ("a")) tableRow@3:1-6 (tableCell@3:1-6 ("1")))',
    'paragraph@7:1-5 ("Next")',
  ],
  [
    'right below, over lines that would be a term and its definition elsewhere',
    '| a |\n|---|\n| 1 |\n: Oil\nand\n: coal',
    'table@1:1-3:6 (caption@4:1-6:7 ("Oil\\nand\\n: coal") tableRow@1:1-6 (tableCell@1:1-6 ("a")) tableRow@3:1-6 (tableCell@3:1-6 ("1")))',
  ],
  [
    'right below, before a heading',
    '| a |\n|---|\n| 1 |\n: Oil\n# Next',
    'table@1:1-3:6 (caption@4:1-6 ("Oil") tableRow@1:1-6 (tableCell@1:1-6 ("a")) tableRow@3:1-6 (tableCell@3:1-6 ("1")))',
    'heading@5:1-7 1 ("Next")',
  ],
  [
    'right below, and underlined: a heading, as it is with a blank line between',
    '| a |\n|---|\n| 1 |\n: Oil\n---\n\nNext',
    'table@1:1-3:6 (tableRow@1:1-6 (tableCell@1:1-6 ("a")) tableRow@3:1-6 (tableCell@3:1-6 ("1")))',
    'heading@4:1-5:4 2 (": Oil")',
    'paragraph@7:1-5 ("Next")',
  ],
  [
    'right below a table without rows',
    '| a |\n|---|\n: Oil',
    'table@1:1-2:6 (caption@3:1-6 ("Oil") tableRow@1:1-6 (tableCell@1:1-6 ("a")))',
  ],
  [
    'right above',
    'Table: Oil\n| a | b |\n|---|---|\n| 1 | 2 |',
    'table@2:1-4:10 (caption@1:1-11 ("Oil") tableRow@2:1-10 (tableCell@2:1-5 ("a") tableCell@2:5-10 ("b")) tableRow@4:1-10 (tableCell@4:1-5 ("1") tableCell@4:5-10 ("2")))',
  ],
  [
    'captions below every table',
    '| a |\n|---|\n| 1 |\n\n: One\n\n| b |\n|---|\n| 2 |\n\n: Two',
    'table@1:1-3:6 (caption@5:1-6 ("One") tableRow@1:1-6 (tableCell@1:1-6 ("a")) tableRow@3:1-6 (tableCell@3:1-6 ("1")))',
    'table@7:1-9:6 (caption@11:1-6 ("Two") tableRow@7:1-6 (tableCell@7:1-6 ("b")) tableRow@9:1-6 (tableCell@9:1-6 ("2")))',
  ],
  [
    'captions above every table',
    'Table: One\n\n| a |\n|---|\n| 1 |\n\nTable: Two\n\n| b |\n|---|\n| 2 |',
    'table@3:1-5:6 (caption@1:1-11 ("One") tableRow@3:1-6 (tableCell@3:1-6 ("a")) tableRow@5:1-6 (tableCell@5:1-6 ("1")))',
    'table@9:1-11:6 (caption@7:1-11 ("Two") tableRow@9:1-6 (tableCell@9:1-6 ("b")) tableRow@11:1-6 (tableCell@11:1-6 ("2")))',
  ],
  [
    'above and below: above wins',
    'Table: One\n\n| a |\n|---|\n| 1 |\n\nTable: Two',
    'table@3:1-5:6 (caption@1:1-11 ("One") tableRow@3:1-6 (tableCell@3:1-6 ("a")) tableRow@5:1-6 (tableCell@5:1-6 ("1")))',
    'paragraph@7:1-11 ("Table: Two")',
  ],
  [
    'between two tables: the one above',
    '| a |\n|---|\n| 1 |\n\n: One\n\n| b |\n|---|\n| 2 |',
    'table@1:1-3:6 (caption@5:1-6 ("One") tableRow@1:1-6 (tableCell@1:1-6 ("a")) tableRow@3:1-6 (tableCell@3:1-6 ("1")))',
    'table@7:1-9:6 (tableRow@7:1-6 (tableCell@7:1-6 ("b")) tableRow@9:1-6 (tableCell@9:1-6 ("2")))',
  ],
  [
    'next to no table',
    'Table: One\n\nwords\nmore\n\n: two',
    'paragraph@1:1-11 ("Table: One")',
    'paragraph@3:1-4:5 ("words\\nmore")',
    'paragraph@6:1-6 (": two")',
  ],
  [
    "the journal's label",
    'Table: One\n  []{label="x"}\n\n| a |\n|---|\n| 1 |',
    'table@4:1-6:6 (caption@1:1-2:16 {#x} ("One") tableRow@4:1-6 (tableCell@4:1-6 ("a")) tableRow@6:1-6 (tableCell@6:1-6 ("1")))',
  ],
  [
    "TeX's label",
    'Table: One \\label{tbl:x}\n\n| a |\n|---|\n| 1 |',
    'table@3:1-5:6 (caption@1:1-25 {#tbl:x} ("One") tableRow@3:1-6 (tableCell@3:1-6 ("a")) tableRow@5:1-6 (tableCell@5:1-6 ("1")))',
  ],
  [
    'in a quotation',
    '> | a |\n> |---|\n> | 1 |\n> : One\n> more {#tbl:x}',
    'blockquote@1:1-5:16 (table@1:3-3:8 (caption@4:3-5:16 {#tbl:x} ("One\\nmore") tableRow@1:3-8 (tableCell@1:3-8 ("a")) tableRow@3:3-8 (tableCell@3:3-8 ("1"))))',
  ],
  [
    'in a list',
    '- | a |\n  |---|\n  | 1 |\n\n  : One {#tbl:x}',
    'list@1:1-5:17 (listItem@1:1-5:17 (table@1:3-3:8 (caption@5:3-17 {#tbl:x} ("One") tableRow@1:3-8 (tableCell@1:3-8 ("a")) tableRow@3:3-8 (tableCell@3:3-8 ("1")))))',
  ],
  [
    'a list that is not at its end',
    'Table: One {#x} two\n\n| a |\n|---|\n| 1 |',
    'table@3:1-5:6 (caption@1:1-20 ("One {#x} two") tableRow@3:1-6 (tableCell@3:1-6 ("a")) tableRow@5:1-6 (tableCell@5:1-6 ("1")))',
  ],
  [
    'a row that begins with a colon',
    '| a | b |\n|---|---|\n:x | y',
    'table@1:1-3:7 (tableRow@1:1-10 (tableCell@1:1-5 ("a") tableCell@1:5-10 ("b")) tableRow@3:1-7 (tableCell@3:1-4 (":x") tableCell@3:4-7 ("y")))',
  ],
  [
    'with a citation and a note',
    '| a |\n|---|\n| 1 |\n\n: Oil [@key]^[See.] {#tbl:x}',
    'table@1:1-3:6 (caption@5:1-29 {#tbl:x} ("Oil " citation@5:7-13 group [@key] inlineNote@5:13-20 ("See.")) tableRow@1:1-6 (tableCell@1:1-6 ("a")) tableRow@3:1-6 (tableCell@3:1-6 ("1")))',
  ],
];

describe('captions of tables', () => {
  test.each(cases)('%s', (_name, source, ...blocks) => {
    const tree = parseMarkdown(source);
    expect(outline(tree.children).split('\n')).toEqual(blocks);
    checkPlaces(tree, source);
  });
});
