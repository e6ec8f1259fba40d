import { describe, expect, test } from 'vitest';
import { parseInline, parseMarkdown } from '../../src/read/markdown.js';
import { checkPlaces, outline } from './syntax-outline.js';

const cases: readonly (readonly [name: string, source: string, ...blocks: string[]])[] = [
  [
    'a term and its definition',
    'Term\n: words',
    'definitionList@1:1-2:8 (definitionTerm@1:1-5 ("Term") definitionDescription@2:1-8 (paragraph@2:3-8 ("words")))',
  ],
  [
    'markup in a term',
    '*Term* [x]{lang=it} $|x|$\n: words',
    'definitionList@1:1-2:8 (definitionTerm@1:1-26 (emphasis@1:1-7 ("Term") " " span@1:8-20 {lang=it} ("x") " " inlineMath@1:21-26 "|x|") definitionDescription@2:1-8 (paragraph@2:3-8 ("words")))',
  ],
  [
    'two terms of one definition',
    'One\nTwo\n: words',
    'definitionList@1:1-3:8 (definitionTerm@1:1-4 ("One") definitionTerm@2:1-4 ("Two") definitionDescription@3:1-8 (paragraph@3:3-8 ("words")))',
  ],
  [
    'markup over two terms',
    'a *b\nc* d\n: words',
    'definitionList@1:1-3:8 (definitionTerm@1:1-5 ("a " emphasis@1:3-5 ("b")) definitionTerm@2:1-5 (emphasis@2:1-3 ("c") " d") definitionDescription@3:1-8 (paragraph@3:3-8 ("words")))',
  ],
  [
    'terms that end as hard breaks do',
    'One  \nTwo\\\nThree\n: words',
    'definitionList@1:1-4:8 (definitionTerm@1:1-4 ("One") definitionTerm@2:1-4 ("Two") definitionTerm@3:1-6 ("Three") definitionDescription@4:1-8 (paragraph@4:3-8 ("words")))',
  ],
  [
    'two definitions',
    'Term\n: one\n: two',
    'definitionList@1:1-3:6 (definitionTerm@1:1-5 ("Term") definitionDescription@2:1-6 (paragraph@2:3-6 ("one")) definitionDescription@3:1-6 (paragraph@3:3-6 ("two")))',
  ],
  [
    'entries with a blank line between',
    'One\n: a\n\nTwo\n: b',
    'definitionList@1:1-5:4 (definitionTerm@1:1-4 ("One") definitionDescription@2:1-4 (paragraph@2:3-4 ("a")) definitionTerm@4:1-4 ("Two") definitionDescription@5:1-4 (paragraph@5:3-4 ("b")))',
  ],
  [
    'entries far apart',
    'One\n: a\n\n\n\nTwo\n: b',
    'definitionList@1:1-7:4 (definitionTerm@1:1-4 ("One") definitionDescription@2:1-4 (paragraph@2:3-4 ("a")) definitionTerm@6:1-4 ("Two") definitionDescription@7:1-4 (paragraph@7:3-4 ("b")))',
  ],
  [
    'a blank line after the term',
    'One\n\n:   a\n\nTwo\n\n:   b',
    'definitionList@1:1-7:6 spread (definitionTerm@1:1-4 ("One") definitionDescription@3:1-6 (paragraph@3:5-6 ("a")) definitionTerm@5:1-4 ("Two") definitionDescription@7:1-6 (paragraph@7:5-6 ("b")))',
  ],
  [
    'the sign indented',
    'Term\n  : one\n   :   two',
    'definitionList@1:1-3:11 (definitionTerm@1:1-5 ("Term") definitionDescription@2:3-8 (paragraph@2:5-8 ("one")) definitionDescription@3:4-11 (paragraph@3:8-11 ("two")))',
  ],
  [
    'the sign indented too far',
    'Term\n    : one',
    'paragraph@1:1-2:10 ("Term\\n: one")',
  ],
  [
    'a lazy line',
    'Term\n: words\nthat go on',
    'definitionList@1:1-3:11 (definitionTerm@1:1-5 ("Term") definitionDescription@2:1-3:11 (paragraph@2:3-3:11 ("words\\nthat go on")))',
  ],
  [
    'a lazy line is no term',
    'One\n: a\nTwo\n: b',
    'definitionList@1:1-4:4 (definitionTerm@1:1-4 ("One") definitionDescription@2:1-3:4 (paragraph@2:3-3:4 ("a\\nTwo")) definitionDescription@4:1-4 (paragraph@4:3-4 ("b")))',
  ],
  [
    'paragraphs by Pandoc’s four columns',
    'Term\n: one\n\n    two\n\n    three',
    'definitionList@1:1-6:10 (definitionTerm@1:1-5 ("Term") definitionDescription@2:1-6:10 (paragraph@2:3-6 ("one") paragraph@4:5-8 ("two") paragraph@6:5-10 ("three")))',
  ],
  [
    'paragraphs by the width of the sign',
    'Term\n: one\n\n  two\n\nafter',
    'definitionList@1:1-4:6 (definitionTerm@1:1-5 ("Term") definitionDescription@2:1-4:6 (paragraph@2:3-6 ("one") paragraph@4:3-6 ("two")))',
    'paragraph@6:1-6 ("after")',
  ],
  [
    'a tab',
    'Term\n:\tone\n\n\ttwo',
    'definitionList@1:1-4:5 (definitionTerm@1:1-5 ("Term") definitionDescription@2:1-4:5 (paragraph@2:3-6 ("one") paragraph@4:2-5 ("two")))',
  ],
  [
    'a list, and code in it',
    'Term\n:   - a\n    - b\n\n    ~~~\n    c\n    ~~~',
    'definitionList@1:1-7:8 (definitionTerm@1:1-5 ("Term") definitionDescription@2:1-7:8 (list@2:5-3:8 (listItem@2:5-3:7 (paragraph@2:7-8 ("a")) listItem@3:5-8 (paragraph@3:7-8 ("b"))) code@5:5-7:8 null null "c"))',
  ],
  [
    'indented code',
    'Term\n:   one\n\n        two',
    'definitionList@1:1-4:12 (definitionTerm@1:1-5 ("Term") definitionDescription@2:1-4:12 (paragraph@2:5-8 ("one") code@4:5-12 null null "two"))',
  ],
  [
    'a first line of code',
    'Term\n:       code',
    'definitionList@1:1-2:13 (definitionTerm@1:1-5 ("Term") definitionDescription@2:1-13 (code@2:5-13 null null "code"))',
  ],
  [
    'a quotation and a list in definitions',
    'Term\n: > a\n: 1. b',
    'definitionList@1:1-3:7 (definitionTerm@1:1-5 ("Term") definitionDescription@2:1-6 (blockquote@2:3-6 (paragraph@2:5-6 ("a"))) definitionDescription@3:1-7 (list@3:3-7 (listItem@3:3-7 (paragraph@3:6-7 ("b")))))',
  ],
  [
    'a list in a definition',
    'Term\n: Inner\n  : words',
    'definitionList@1:1-3:10 (definitionTerm@1:1-5 ("Term") definitionDescription@2:1-3:10 (definitionList@2:3-3:10 (definitionTerm@2:3-8 ("Inner") definitionDescription@3:3-10 (paragraph@3:5-10 ("words")))))',
  ],
  [
    'in a quotation',
    '> Term\n> : one\n> : two',
    'blockquote@1:1-3:8 (definitionList@1:3-3:8 (definitionTerm@1:3-7 ("Term") definitionDescription@2:3-8 (paragraph@2:5-8 ("one")) definitionDescription@3:3-8 (paragraph@3:5-8 ("two"))))',
  ],
  [
    'in a list',
    '- Term\n  : words\n\n  after',
    'list@1:1-4:8 (listItem@1:1-4:8 (definitionList@1:3-2:10 (definitionTerm@1:3-7 ("Term") definitionDescription@2:3-10 (paragraph@2:5-10 ("words"))) paragraph@4:3-8 ("after")))',
  ],
  [
    'in a note',
    '[^1]: Term\n    : words',
    'footnoteDefinition@1:1-2:12 (definitionList@1:7-2:12 (definitionTerm@1:7-11 ("Term") definitionDescription@2:5-12 (paragraph@2:7-12 ("words"))))',
  ],
  [
    'in a directive',
    ':::callout\nTerm\n: words\n:::',
    'containerDirective@1:1-4:4 callout (definitionList@2:1-3:8 (definitionTerm@2:1-5 ("Term") definitionDescription@3:1-8 (paragraph@3:3-8 ("words"))))',
  ],
  [
    'carriage returns',
    'Term\r\n: one\r\n  two\r\n',
    'definitionList@1:1-3:6 (definitionTerm@1:1-5 ("Term") definitionDescription@2:1-3:6 (paragraph@2:3-3:6 ("one\\r\\ntwo")))',
  ],
  [
    'a bar in the term',
    'a | b\n: words',
    'definitionList@1:1-2:8 (definitionTerm@1:1-6 ("a | b") definitionDescription@2:1-8 (paragraph@2:3-8 ("words")))',
  ],
  [
    'a term with a note and a citation',
    'Term^[n] [@key]\n: words',
    'definitionList@1:1-2:8 (definitionTerm@1:1-16 ("Term" inlineNote@1:5-9 ("n") " " citation@1:10-16 group [@key]) definitionDescription@2:1-8 (paragraph@2:3-8 ("words")))',
  ],
  [
    'after a list',
    'Term\n: words\n\n- item',
    'definitionList@1:1-2:8 (definitionTerm@1:1-5 ("Term") definitionDescription@2:1-8 (paragraph@2:3-8 ("words")))',
    'list@4:1-7 (listItem@4:1-7 (paragraph@4:3-7 ("item")))',
  ],
  [
    'before a heading',
    'Term\n: words\n# Head',
    'definitionList@1:1-2:8 (definitionTerm@1:1-5 ("Term") definitionDescription@2:1-8 (paragraph@2:3-8 ("words")))',
    'heading@3:1-7 1 ("Head")',
  ],
  [
    'a caption above a table is none',
    'words\n\n: One {#tbl:x}\n\n| a |\n|---|\n| 1 |',
    'paragraph@1:1-6 ("words")',
    'table@5:1-7:6 (caption@3:1-15 {#tbl:x} ("One") tableRow@5:1-6 (tableCell@5:1-6 ("a")) tableRow@7:1-6 (tableCell@7:1-6 ("1")))',
  ],
  [
    'nor one over two lines',
    'words\n\n: One\nmore\n\n| a |\n|---|',
    'paragraph@1:1-6 ("words")',
    'table@6:1-7:6 (caption@3:1-4:5 ("One\\nmore") tableRow@6:1-6 (tableCell@6:1-6 ("a")))',
  ],
  [
    'a caption above, after a list of definitions',
    'Term\n: words\n\n: One\n\n| a |\n|---|',
    'definitionList@1:1-2:8 (definitionTerm@1:1-5 ("Term") definitionDescription@2:1-8 (paragraph@2:3-8 ("words")))',
    'table@6:1-7:6 (caption@4:1-6 ("One") tableRow@6:1-6 (tableCell@6:1-6 ("a")))',
  ],
  [
    'a caption below a table is none',
    '| a |\n|---|\n| 1 |\n\n: One',
    'table@1:1-3:6 (caption@5:1-6 ("One") tableRow@1:1-6 (tableCell@1:1-6 ("a")) tableRow@3:1-6 (tableCell@3:1-6 ("1")))',
  ],
  [
    'right below its term it is a definition, whatever follows',
    'Term\n: words\n\n| a |\n|---|',
    'definitionList@1:1-2:8 (definitionTerm@1:1-5 ("Term") definitionDescription@2:1-8 (paragraph@2:3-8 ("words")))',
    'table@4:1-5:6 (tableRow@4:1-6 (tableCell@4:1-6 ("a")))',
  ],
  [
    'a table in a definition',
    'Term\n\n: words\n\n    | a |\n    |---|',
    'definitionList@1:1-6:10 spread (definitionTerm@1:1-5 ("Term") definitionDescription@3:1-6:10 (paragraph@3:3-8 ("words") table@5:5-6:10 (tableRow@5:5-10 (tableCell@5:5-10 ("a")))))',
  ],
  [
    'several lines and a blank one: a paragraph',
    'one\ntwo\n\n: three',
    'paragraph@1:1-2:4 ("one\\ntwo")',
    'paragraph@4:1-8 (": three")',
  ],
  [
    'two blank lines: a paragraph',
    'one\n\n\n: two',
    'paragraph@1:1-4 ("one")',
    'paragraph@4:1-6 (": two")',
  ],
  [
    'nothing above',
    ': words',
    'paragraph@1:1-8 (": words")',
  ],
  [
    'below a heading',
    '# Head\n: words',
    'heading@1:1-7 1 ("Head")',
    'paragraph@2:1-8 (": words")',
  ],
  [
    'below a list',
    '- item\n: words',
    'list@1:1-2:8 (listItem@1:1-2:8 (paragraph@1:3-2:8 ("item\\n: words")))',
  ],
  [
    'below a quotation',
    '> quoted\n: words',
    'blockquote@1:1-2:8 (paragraph@1:3-2:8 ("quoted\\n: words"))',
  ],
  [
    'in a new item',
    '- Term\n- : words',
    'list@1:1-2:10 (listItem@1:1-7 (paragraph@1:3-7 ("Term")) listItem@2:1-10 (paragraph@2:3-10 (": words")))',
  ],
  [
    'no white space',
    'Term\n:words',
    'paragraph@1:1-2:7 ("Term\\n:words")',
  ],
  [
    'no words',
    'Term\n:\n\nTerm\n: ',
    'paragraph@1:1-2:2 ("Term\\n:")',
    'paragraph@4:1-5:3 ("Term\\n:")',
  ],
  [
    'escaped',
    'Term\n\\: words',
    'paragraph@1:1-2:9 ("Term\\n: words")',
  ],
  [
    'Pandoc’s other sign',
    'Term\n~ 1900',
    'paragraph@1:1-2:7 ("Term\\n~ 1900")',
  ],
  [
    'directives go on as they were',
    'Term\n::index\n:::callout\nx\n:::',
    'paragraph@1:1-5 ("Term")',
    'leafDirective@2:1-8 index',
    'containerDirective@3:1-5:4 callout (paragraph@4:1-2 ("x"))',
  ],
];

describe('definition lists', () => {
  test.each(cases)('%s', (_name, source, ...blocks) => {
    const tree = parseMarkdown(source);
    expect(outline(tree.children).split('\n')).toEqual(blocks);
    checkPlaces(tree, source);
  });

  test('in front matter and other titles there are none', () => {
    expect(outline(parseInline('Term\n: words'))).toBe('"Term : words"');
  });
});
