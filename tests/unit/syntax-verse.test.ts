import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/read/markdown.js';
import { checkPlaces, outline } from './syntax-outline.js';

const cases: readonly (readonly [name: string, source: string, ...blocks: string[]])[] = [
  [
    'a line block',
    '| one\n| two',
    'lineBlock@1:1-2:6 (stanza@1:3-2:6 (verseLine@1:3-6 ("one") verseLine@2:3-6 ("two")))',
  ],
  [
    'white space before words is kept',
    '| one\n|    two\n|\ttab',
    'lineBlock@1:1-3:6 (stanza@1:3-3:6 (verseLine@1:3-6 ("one") verseLine@2:6-9 3 ("two") verseLine@3:3-6 2 ("tab")))',
  ],
  [
    'stanzas',
    '| one\n|\n| two\n|  \n|\n| three',
    'lineBlock@1:1-6:8 (stanza@1:3-6 (verseLine@1:3-6 ("one")) stanza@3:3-6 (verseLine@3:3-6 ("two")) stanza@6:3-8 (verseLine@6:3-8 ("three")))',
  ],
  [
    'a line that runs on',
    '| one\n  and on\n| two',
    'lineBlock@1:1-3:6 (stanza@1:3-3:6 (verseLine@1:3-2:9 ("one\\nand on") verseLine@3:3-6 ("two")))',
  ],
  [
    'markup, a note, a citation, a mark',
    '| *one* ^[n] [@key]\n| :term[two]{of=x} `|`',
    'lineBlock@1:1-2:23 (stanza@1:3-2:23 (verseLine@1:3-20 (emphasis@1:3-8 ("one") " " inlineNote@1:9-13 ("n") " " citation@1:14-20 group [@key]) verseLine@2:3-23 (textDirective@2:3-19 term ("two") " " inlineCode@2:20-23 "|")))',
  ],
  [
    'emphasis over lines',
    '| a *b\n| c* d',
    'lineBlock@1:1-2:7 (stanza@1:3-2:7 (verseLine@1:3-7 ("a " emphasis@1:5-7 ("b")) verseLine@2:3-7 (emphasis@2:3-5 ("c") " d")))',
  ],
  [
    'a link over lines, and a label',
    '| [a\n| b](u) [c\n| d]{#passage:x .y}',
    'lineBlock@1:1-3:20 (stanza@1:3-3:20 (verseLine@1:3-5 (link@1:3-5 u ("a")) verseLine@2:3-11 (link@2:3-8 u ("b") " " span@2:9-11 {#passage:x .y} ("c")) verseLine@3:3-20 (span@3:3-20 {.y} ("d"))))',
  ],
  [
    'a mark over lines',
    '| :person[Anna\n| Rossi] x',
    'lineBlock@1:1-2:11 (stanza@1:3-2:11 (verseLine@1:3-15 (textDirective@1:3-15 person ("Anna")) verseLine@2:3-11 (span@2:3-9 ("Rossi") " x")))',
  ],
  [
    'a mark with its name over lines',
    '| :person[Anna\n| Rossi]{of=rossi}',
    'lineBlock@1:1-2:19 (stanza@1:3-2:19 (verseLine@1:3-15 (textDirective@1:3-15 person ("Anna")) verseLine@2:3-19 (span@2:3-19 ("Rossi"))))',
  ],
  [
    'a note over lines',
    '| a^[b *c\n| d* e] f\n| g',
    'lineBlock@1:1-3:4 (stanza@1:3-3:4 (verseLine@1:3-2:10 ("a" inlineNote@1:4-2:8 ("b " emphasis@1:8-2:5 ("c" "\\n" "d") " e") " f") verseLine@3:3-4 ("g")))',
  ],
  [
    'a citation over lines',
    '| a [see @key,\n| p. 3] b',
    'lineBlock@1:1-2:10 (stanza@1:3-2:10 (verseLine@1:3-2:10 ("a " citation@1:5-2:8 group [<"see ">@key<"," "\\n" "p. 3">] " b")))',
  ],
  [
    'hard breaks at the ends of lines',
    '| a\\\n| b  \n| c',
    'lineBlock@1:1-3:4 (stanza@1:3-3:4 (verseLine@1:3-4 ("a") verseLine@2:3-4 ("b") verseLine@3:3-4 ("c")))',
  ],
  [
    'in a quotation',
    '> | a\n> |   b\n\n> |c',
    'blockquote@1:1-2:8 (lineBlock@1:3-2:8 (stanza@1:5-2:8 (verseLine@1:5-6 ("a") verseLine@2:7-8 2 ("b"))))',
    'blockquote@4:1-5 (paragraph@4:3-5 ("|c"))',
  ],
  [
    'in a list',
    '- | a\n  |  b',
    'list@1:1-2:7 (listItem@1:1-2:7 (lineBlock@1:3-2:7 (stanza@1:5-2:7 (verseLine@1:5-6 ("a") verseLine@2:6-7 1 ("b")))))',
  ],
  [
    'in a definition',
    'Term\n: | a\n  | b',
    'definitionList@1:1-3:6 (definitionTerm@1:1-5 ("Term") definitionDescription@2:1-3:6 (lineBlock@2:3-3:6 (stanza@2:5-3:6 (verseLine@2:5-6 ("a") verseLine@3:5-6 ("b")))))',
  ],
  [
    'carriage returns',
    '| a\r\n|  b\r\n',
    'lineBlock@1:1-2:5 (stanza@1:3-2:5 (verseLine@1:3-4 ("a") verseLine@2:4-5 1 ("b")))',
  ],
  [
    'ends with the first other line',
    '| a\nb',
    'lineBlock@1:1-4 (stanza@1:3-4 (verseLine@1:3-4 ("a")))',
    'paragraph@2:1-2 ("b")',
  ],
  [
    'before a heading and a list',
    '| a\n# b\n\n| c\n- d',
    'lineBlock@1:1-4 (stanza@1:3-4 (verseLine@1:3-4 ("a")))',
    'heading@2:1-4 1 ("b")',
    'lineBlock@4:1-4 (stanza@4:3-4 (verseLine@4:3-4 ("c")))',
    'list@5:1-4 (listItem@5:1-4 (paragraph@5:3-4 ("d")))',
  ],
  [
    'a lazy line is no part of it',
    '> | a\n| b',
    'blockquote@1:1-6 (lineBlock@1:3-6 (stanza@1:5-6 (verseLine@1:5-6 ("a"))))',
    'lineBlock@2:1-4 (stanza@2:3-4 (verseLine@2:3-4 ("b")))',
  ],
  [
    'a table',
    '| a |\n|---|\n| b |',
    'table@1:1-3:6 (tableRow@1:1-6 (tableCell@1:1-6 ("a")) tableRow@3:1-6 (tableCell@3:1-6 ("b")))',
  ],
  [
    'a table of one column without outer bars',
    '| a\n| -\n| b',
    'table@1:1-3:4 (tableRow@1:1-4 (tableCell@1:1-4 ("a")) tableRow@3:1-4 (tableCell@3:1-4 ("b")))',
  ],
  [
    'rows without a rule',
    '| a | b |\n| c | d |',
    'lineBlock@1:1-2:10 (stanza@1:3-2:10 (verseLine@1:3-10 ("a | b |") verseLine@2:3-10 ("c | d |")))',
  ],
  [
    'not in a paragraph',
    'words\n| a',
    'paragraph@1:1-2:4 ("words\\n| a")',
  ],
  [
    'a bar without white space',
    '|a\n|b',
    'paragraph@1:1-2:3 ("|a\\n|b")',
  ],
  [
    'bars alone',
    '|\n|',
    'paragraph@1:1-2:2 ("|\\n|")',
  ],
  [
    'a blank line first',
    '|\n| a',
    'paragraph@1:1-2:4 ("|\\n| a")',
  ],
  [
    'an indented line below a blank one is no part of it',
    '| a\n|\n  b',
    'lineBlock@1:1-2:2 (stanza@1:3-4 (verseLine@1:3-4 ("a")))',
    'paragraph@3:3-4 ("b")',
  ],
  [
    'the directive',
    ':::verse\none\n  two\n\nthree\n:::',
    'containerDirective@1:1-6:4 verse (stanza@2:1-3:6 (verseLine@2:1-4 ("one") verseLine@3:3-6 2 ("two")) stanza@5:1-6 (verseLine@5:1-6 ("three")))',
  ],
  [
    'its attributes',
    ':::verse{title="A *b*" source=c numbers=5 .d #passage:e lang=it}\none\n:::',
    'containerDirective@1:1-3:4 verse (stanza@2:1-4 (verseLine@2:1-4 ("one")))',
  ],
  [
    'white space before its attributes',
    '::::verse {title=a}\none\n::::',
    'containerDirective@1:1-3:5 verse (stanza@2:1-4 (verseLine@2:1-4 ("one")))',
  ],
  [
    'what opens blocks elsewhere',
    ':::verse\n# one\n- two\n> three\n1. four\n    five\n* * *\n| six\n::index\n:::',
    'containerDirective@1:1-10:4 verse (stanza@2:1-9:8 (verseLine@2:1-6 ("# one") verseLine@3:1-6 ("- two") verseLine@4:1-8 ("> three") verseLine@5:1-8 ("1. four") verseLine@6:5-9 4 ("five") verseLine@7:1-6 ("* * *") verseLine@8:1-6 ("| six") verseLine@9:1-8 ("::index")))',
  ],
  [
    'emphasis over its lines',
    ':::verse\n*one\ntwo*\n:::',
    'containerDirective@1:1-4:4 verse (stanza@2:1-3:5 (verseLine@2:1-5 (emphasis@2:1-5 ("one")) verseLine@3:1-5 (emphasis@3:1-5 ("two"))))',
  ],
  [
    'more colons than it opened with, and fewer',
    '::::verse\n:::\none\n:::::\nafter',
    'containerDirective@1:1-4:6 verse (stanza@2:1-3:4 (verseLine@2:1-4 (":::") verseLine@3:1-4 ("one")))',
    'paragraph@5:1-6 ("after")',
  ],
  [
    'unclosed',
    ':::verse\none\n\ntwo',
    'containerDirective@1:1-4:4 verse (stanza@2:1-4 (verseLine@2:1-4 ("one")) stanza@4:1-4 (verseLine@4:1-4 ("two")))',
  ],
  [
    'without lines',
    ':::verse\n:::\n\nafter',
    'containerDirective@1:1-2:4 verse',
    'paragraph@4:1-6 ("after")',
  ],
  [
    'ends a paragraph',
    'words\n:::verse\none\n:::',
    'paragraph@1:1-6 ("words")',
    'containerDirective@2:1-4:4 verse (stanza@3:1-4 (verseLine@3:1-4 ("one")))',
  ],
  [
    'indented as its fence is',
    '- x\n\n  :::verse\n  one\n    two\n  :::',
    'list@1:1-6:6 (listItem@1:1-6:6 (paragraph@1:3-4 ("x") containerDirective@3:3-6:6 verse (stanza@4:3-5:8 (verseLine@4:3-6 ("one") verseLine@5:5-8 2 ("two")))))',
  ],
  [
    'a fence that is indented itself',
    '  :::verse\n  one\n     two\none\n  :::',
    'containerDirective@1:3-5:6 verse (stanza@2:3-4:4 (verseLine@2:3-6 ("one") verseLine@3:6-9 3 ("two") verseLine@4:1-4 ("one")))',
  ],
  [
    'in a quotation',
    '> :::verse\n> one\n>\n>  two\n> :::',
    'blockquote@1:1-5:6 (containerDirective@1:3-5:6 verse (stanza@2:3-6 (verseLine@2:3-6 ("one")) stanza@4:4-7 (verseLine@4:4-7 1 ("two"))))',
  ],
  [
    'in a directive',
    '::::question\nWhat?\n:::verse\none\n:::\n::::',
    'containerDirective@1:1-6:5 question (paragraph@2:1-6 ("What?") containerDirective@3:1-5:4 verse (stanza@4:1-4 (verseLine@4:1-4 ("one"))))',
  ],
  [
    'left by its container',
    '> :::verse\n> one\n\ntwo',
    'blockquote@1:1-2:6 (containerDirective@1:3-2:6 verse (stanza@2:3-6 (verseLine@2:3-6 ("one"))))',
    'paragraph@4:1-4 ("two")',
  ],
  [
    'a lazy line',
    '> :::verse\n> one\ntwo',
    'blockquote@1:1-2:6 (containerDirective@1:3-2:6 verse (stanza@2:3-6 (verseLine@2:3-6 ("one"))))',
    'paragraph@3:1-4 ("two")',
  ],
  [
    'a label in brackets is the directive’s own',
    ':::verse[Label]\none\n:::',
    'containerDirective@1:1-3:4 verse (paragraph@1:9-16 ("Label") paragraph@2:1-4 ("one"))',
  ],
  [
    'a name that begins so',
    ':::verses\none\n:::',
    'containerDirective@1:1-3:4 verses (paragraph@2:1-4 ("one"))',
  ],
  [
    'attributes that are none',
    ':::verse{=}\none',
    'paragraph@1:1-2:4 (":::verse{=}\\none")',
  ],
];

describe('verse', () => {
  test.each(cases)('%s', (_name, source, ...blocks) => {
    const tree = parseMarkdown(source);
    expect(outline(tree.children).split('\n')).toEqual(blocks);
    checkPlaces(tree, source);
  });

  test('a person named over two lines is looked up by the whole name', () => {
    const [block] = parseMarkdown('| :person[Anna\n| Rossi]').children;
    const [stanza] = block?.type === 'lineBlock' ? block.children : [];
    const name = stanza?.children[0]?.children[0];
    expect(name?.type === 'textDirective' && name.attributes).toEqual({ of: 'Anna Rossi' });
  });

  test('the attributes of the directive are those of every directive', () => {
    const [verse] = parseMarkdown(':::verse{title="A *b*" source=c numbers=5 .d .e #passage:f lang=it}\none\n:::').children;
    expect(verse?.type === 'containerDirective' && verse.attributes).toEqual({ id: 'passage:f', class: 'd e', title: 'A *b*', source: 'c', numbers: '5', lang: 'it' });
  });
});
