import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/read/markdown.js';
import { checkPlaces, outline } from './syntax-outline.js';

const cases: readonly (readonly [name: string, source: string, ...blocks: string[]])[] = [
  [
    'a term',
    'the :term[polpred]{of=polpred} said',
    'paragraph@1:1-36 ("the " textDirective@1:5-31 term ("polpred") " said")',
  ],
  [
    'only a label',
    'p. :page[fig:a]',
    'paragraph@1:1-16 ("p. " textDirective@1:4-16 page ("fig:a"))',
  ],
  [
    'only attributes',
    'here :index{entry="Italy!trade"}',
    'paragraph@1:1-33 ("here " textDirective@1:6-33 index)',
  ],
  [
    'a bare name is text',
    'note:this and :that',
    'paragraph@1:1-20 ("note:this and :that")',
  ],
  [
    'a time',
    'at 10:30 or 10:thirty',
    'paragraph@1:1-22 ("at 10:30 or 10:thirty")',
  ],
  [
    'a ratio and an address',
    '2:1 and urn:isbn:123',
    'paragraph@1:1-21 ("2:1 and urn:isbn:123")',
  ],
  [
    'in emphasis',
    '*note:this* and **a:b**',
    'paragraph@1:1-24 (emphasis@1:1-12 ("note:this") " and " strong@1:17-24 ("a:b"))',
  ],
  [
    'in a link',
    '[note:this](u)',
    'paragraph@1:1-15 (link@1:1-15 u ("note:this"))',
  ],
  [
    "in an image's brackets",
    'x ![note:this](u)',
    'paragraph@1:1-18 ("x " image@1:3-18 u "note:this")',
  ],
  [
    'in a heading',
    '# Part:two {#x}',
    'heading@1:1-16 1 {#x} ("Part:two")',
  ],
  [
    'a bare name before a bracket with a space',
    'see:this [x]',
    'paragraph@1:1-13 ("see:this [x]")',
  ],
  [
    'a citation in the label',
    'a :claim[the words [@key]]{#claim:x status=verified}',
    'paragraph@1:1-53 ("a " textDirective@1:3-53 claim ("the words " citation@1:20-26 group [@key]))',
  ],
  [
    'a leaf',
    '::bibliography',
    'leafDirective@1:1-15 bibliography',
  ],
  [
    'a leaf with a bare unknown name',
    '::nothing',
    'leafDirective@1:1-10 nothing',
  ],
  [
    'a container',
    '::::question{#q:x}\nWhy?\n\n:::answer\nSo.\n:::\n::::',
    'containerDirective@1:1-7:5 question (paragraph@2:1-5 ("Why?") containerDirective@4:1-6:4 answer (paragraph@5:1-4 ("So.")))',
  ],
  [
    'a label',
    'Figure fig:map, q:x',
    'paragraph@1:1-20 ("Figure fig:map, q:x")',
  ],
  [
    'at the start of a line',
    ':that is so',
    'paragraph@1:1-12 (":that is so")',
  ],
  [
    'empty label or attributes make a directive',
    ':a[] and :b{}',
    'paragraph@1:1-14 (textDirective@1:1-5 a " and " textDirective@1:10-14 b)',
  ],
];

describe('colons in text', () => {
  test.each(cases)('%s', (_name, source, ...blocks) => {
    const tree = parseMarkdown(source);
    expect(outline(tree.children).split('\n')).toEqual(blocks);
    checkPlaces(tree, source);
  });
});
