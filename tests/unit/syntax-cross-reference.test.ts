import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/read/markdown.js';
import { checkPlaces, outline } from './syntax-outline.js';

const cases: readonly (readonly [name: string, source: string, ...blocks: string[]])[] = [
  [
    'a figure',
    'as @fig:map shows',
    'paragraph@1:1-18 ("as " crossReference@1:4-12 full fig:map " shows")',
  ],
  [
    'at the end of a sentence',
    'See @tbl:oil-share.',
    'paragraph@1:1-20 ("See " crossReference@1:5-19 full tbl:oil-share ".")',
  ],
  [
    'several in brackets',
    'see [@fig:a; @fig:b]',
    'paragraph@1:1-21 ("see " crossReference@1:5-21 full fig:a fig:b)',
  ],
  [
    'the number alone, in running text',
    'Figure -@fig:a, not x-@fig:a',
    'paragraph@1:1-29 ("Figure " crossReference@1:8-15 bare fig:a ", not x-" crossReference@1:23-29 full fig:a)',
  ],
  [
    'the number alone',
    'Figures [-@fig:a] and [-@fig:b; -@fig:c]',
    'paragraph@1:1-41 ("Figures " crossReference@1:9-18 bare fig:a " and " crossReference@1:23-41 bare fig:b fig:c)',
  ],
  [
    'every kind',
    '@fig:a @tbl:a @tab:a @sec:a @chap:a @eq:a @lst:a @q:a @doc:a @claim:a',
    'paragraph@1:1-70 (crossReference@1:1-7 full fig:a " " crossReference@1:8-14 full tbl:a " " crossReference@1:15-21 full tab:a " " crossReference@1:22-28 full sec:a " " crossReference@1:29-36 full chap:a " " crossReference@1:37-42 full eq:a " " crossReference@1:43-49 full lst:a " " crossReference@1:50-54 full q:a " " crossReference@1:55-61 full doc:a " " crossReference@1:62-70 full claim:a)',
  ],
  [
    'one with a source beside it is a citation, so that it is reported',
    '[@fig:a; @key]',
    'paragraph@1:1-15 (citation@1:1-15 group [@fig:a] [@key])',
  ],
  [
    'words in the brackets are kept as text',
    '[see @fig:a, left]',
    'paragraph@1:1-19 ("[see " crossReference@1:6-12 full fig:a ", left]")',
  ],
  [
    'brackets after a reference are not its locator',
    '@fig:a [p. 3]',
    'paragraph@1:1-14 (crossReference@1:1-7 full fig:a " [p. 3]")',
  ],
  [
    "another word before the colon is a source's",
    '@figure:a and @figa',
    'paragraph@1:1-20 (citation@1:1-10 narrative [@figure:a] " and " citation@1:15-20 narrative [@figa])',
  ],
  [
    'over two lines',
    '[@fig:a;\n@fig:b]',
    'paragraph@1:1-2:8 (crossReference@1:1-2:8 full fig:a fig:b)',
  ],
  [
    'in emphasis',
    '*see @fig:a*',
    'paragraph@1:1-13 (emphasis@1:1-13 ("see " crossReference@1:6-12 full fig:a))',
  ],
  [
    'TeX: the number alone',
    'Figure \\ref{fig:a}',
    'paragraph@1:1-19 ("Figure " crossReference@1:8-19 bare fig:a)',
  ],
  [
    'TeX: with its name',
    '\\autoref{proglangs} and \\eqref{eq:a}',
    'paragraph@1:1-37 (crossReference@1:1-20 full proglangs " and " crossReference@1:25-37 bare eq:a)',
  ],
  [
    'TeX: other commands are text',
    '\\cite{x} \\pageref{x} \\ref{} \\ref',
    'paragraph@1:1-33 ("\\\\cite{x} \\\\pageref{x} \\\\ref{} \\\\ref")',
  ],
  [
    'TeX: escaped, in code, in a formula',
    '\\\\ref{x} `\\ref{x}` $\\ref{x}$',
    'paragraph@1:1-29 ("\\\\ref{x} " inlineCode@1:10-19 "\\\\ref{x}" " " inlineMath@1:20-29 "\\\\ref{x}")',
  ],
  [
    'not in an e-mail address',
    'a@fig:b',
    'paragraph@1:1-8 ("a@fig:b")',
  ],
];

describe('references to what the book itself holds', () => {
  test.each(cases)('%s', (_name, source, ...blocks) => {
    const tree = parseMarkdown(source);
    expect(outline(tree.children).split('\n')).toEqual(blocks);
    checkPlaces(tree, source);
  });
});
