import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/read/markdown.js';
import { checkPlaces, outline } from './syntax-outline.js';

const cases: readonly (readonly [name: string, source: string, ...blocks: string[]])[] = [
  [
    'one key in brackets',
    'Trade fell [@clarke1991].',
    'paragraph@1:1-26 ("Trade fell " citation@1:12-25 group [@clarke1991] ".")',
  ],
  [
    'prefix, locator, second source',
    'a [see @key, pp. 3-5; also @other]',
    'paragraph@1:1-35 ("a " citation@1:3-35 group [<"see ">@key<", pp. 3-5">] [<"also ">@other])',
  ],
  [
    "the author's name suppressed",
    'He said so [-@key, p. 2].',
    'paragraph@1:1-26 ("He said so " citation@1:12-25 group [-@key<", p. 2">] ".")',
  ],
  [
    'a key in running text ends before the full stop',
    'As @clarke1991. says',
    'paragraph@1:1-21 ("As " citation@1:4-15 narrative [@clarke1991] ". says")',
  ],
  [
    'a locator in brackets after a narrative key',
    '@key [p. 3] says',
    'paragraph@1:1-17 (citation@1:1-12 narrative [@key<"p. 3">] " says")',
  ],
  [
    'the locator on the next line',
    'as @key\n[p. 3] says',
    'paragraph@1:1-2:12 ("as " citation@1:4-2:7 narrative [@key<"p. 3">] " says")',
  ],
  [
    'spaces before a locator',
    '@key  [p. 3]',
    'paragraph@1:1-13 (citation@1:1-13 narrative [@key<"p. 3">])',
  ],
  [
    'a locator with more sources',
    '@key [p. 3; also @other, p. 4]',
    'paragraph@1:1-31 (citation@1:1-31 narrative [@key<"p. 3">] [<"also ">@other<", p. 4">])',
  ],
  [
    'more sources right after a key in running text',
    '@key [see @other; -@third]',
    'paragraph@1:1-27 (citation@1:1-27 narrative [@key] [<"see ">@other] [-@third])',
  ],
  [
    'an author suppressed in running text',
    'He says so, -@key [p. 3]; well-@key',
    'paragraph@1:1-36 ("He says so, " citation@1:13-25 group [-@key<"p. 3">] "; well-" citation@1:32-36 narrative [@key])',
  ],
  [
    'an address for a key',
    '@https://x.org/a and \\-@key and [\\-@key]',
    'paragraph@1:1-41 (citation@1:1-17 narrative [@https://x.org/a] " and -" citation@1:24-28 narrative [@key] " and " citation@1:33-41 group [<"-">@key])',
  ],
  [
    'a key in braces',
    '[@{a b/c, d}, p. 3] and @{https://x.org/?a=b}',
    'paragraph@1:1-46 (citation@1:1-20 group [@a b/c, d<", p. 3">] " and " citation@1:25-46 narrative [@https://x.org/?a=b])',
  ],
  [
    'keys with punctuation inside, none at the end',
    '@DBLP:conf/x-y.z_1: and @a--b and @_x_ and @a__b',
    'paragraph@1:1-49 (citation@1:1-19 narrative [@DBLP:conf/x-y.z_1] ": and " citation@1:25-27 narrative [@a] "--b and " citation@1:35-38 narrative [@_x] "_ and " citation@1:44-49 narrative [@a__b])',
  ],
  [
    'an e-mail address is no citation',
    'write to me@home or a@b.example now',
    'paragraph@1:1-36 ("write to me@home or " link@1:21-32 mailto:a@b.example ("a@b.example") " now")',
  ],
  [
    'code and formulas are no citations',
    '`[@key]` and $[@key]$ and \\[@key\\]',
    'paragraph@1:1-35 (inlineCode@1:1-9 "[@key]" " and " inlineMath@1:14-22 "[@key]" " and [" citation@1:29-33 narrative [@key] "]")',
  ],
  [
    'inline syntax around the key',
    '[see *the* `x` and $y$ in @key, [here](u) **b**]',
    'paragraph@1:1-49 (citation@1:1-49 group [<"see " emphasis@1:6-11 ("the") " " inlineCode@1:12-15 "x" " and " inlineMath@1:20-23 "y" " in ">@key<", " link@1:33-42 u ("here") " " strong@1:43-48 ("b")>])',
  ],
  [
    'nested brackets in the suffix',
    '[@key, p. 3 [sic; really]; @b]',
    'paragraph@1:1-31 (citation@1:1-31 group [@key<", p. 3 [sic; really]">] [@b])',
  ],
  [
    'a closing bracket within code does not close',
    '[@key, see `]` there]',
    'paragraph@1:1-22 (citation@1:1-22 group [@key<", see " inlineCode@1:12-15 "]" " there">])',
  ],
  [
    'a semicolon without a key belongs to the words before',
    '[@a, p. 3; and elsewhere; @b]',
    'paragraph@1:1-30 (citation@1:1-30 group [@a<", p. 3; and elsewhere">] [@b])',
  ],
  [
    'a semicolon before the first key belongs to its prefix',
    '[so it is; see @a]',
    'paragraph@1:1-19 (citation@1:1-19 group [<"so it is; see ">@a])',
  ],
  [
    'a key in the words of another',
    '[@a as in @b, p. 3]',
    'paragraph@1:1-20 (citation@1:1-20 group [@a<" as in " citation@1:11-13 narrative [@b] ", p. 3">])',
  ],
  [
    "a character reference's semicolon does not divide",
    '[Marks &amp; Spencer; @a]',
    'paragraph@1:1-26 (citation@1:1-26 group [<"Marks & Spencer; ">@a])',
  ],
  [
    'over two lines in a quotation',
    '> as [see @key,\n> p. 3; @b] shows',
    'blockquote@1:1-2:18 (paragraph@1:3-2:18 ("as " citation@1:6-2:12 group [<"see ">@key<",\\np. 3">] [@b] " shows"))',
  ],
  [
    'over two lines in a list',
    '- as [see\n  @key, p. 3] shows',
    'list@1:1-2:20 (listItem@1:1-2:20 (paragraph@1:3-2:20 ("as " citation@1:6-2:14 group [<"see\\n">@key<", p. 3">] " shows")))',
  ],
  [
    "a link's brackets stay a link's",
    '[@key](http://x.org) and [see @key][ref] and [@key][none]\n\n[ref]: u',
    'paragraph@1:1-58 (link@1:1-21 http://x.org (citation@1:2-6 narrative [@key]) " and " linkReference@1:26-41 ref ("see " citation@1:31-35 narrative [@key]) " and " citation@1:46-52 group [@key] "[none]")',
    'definition@3:1-9 ref',
  ],
  [
    'brackets before an attribute list are a span',
    '[see @key]{.x}',
    'paragraph@1:1-15 (span@1:1-15 {.x} ("see " citation@1:6-10 narrative [@key]))',
  ],
  [
    'a defined label is a link',
    '[@key]\n\n[@key]: u',
    'paragraph@1:1-7 (linkReference@1:1-7 @key (citation@1:2-6 narrative [@key]))',
    'definition@3:1-10 @key',
  ],
  [
    'brackets without a key in citation position',
    '[see x@y] and [see [@key] there]',
    'paragraph@1:1-33 ("[see x@y] and [see " citation@1:20-26 group [@key] " there]")',
  ],
  [
    'an address with @ in the prefix',
    '[see https://x.org/@me and @key]',
    'paragraph@1:1-33 (citation@1:1-33 group [<"see " link@1:6-23 https://x.org/@me ("https://x.org/@me") " and ">@key])',
  ],
  [
    'a link with @ in its address in the prefix',
    '[see [site](https://x.org/@me) and @key]',
    'paragraph@1:1-41 (citation@1:1-41 group [<"see " link@1:6-31 https://x.org/@me ("site") " and ">@key])',
  ],
  [
    'in a heading',
    '# As [@key, p. 3]',
    'heading@1:1-18 1 ("As " citation@1:6-18 group [@key<", p. 3">])',
  ],
  [
    "in a table's cell",
    '| a |\n|---|\n| [@key, p. 3] |',
    'table@1:1-3:17 (tableRow@1:1-6 (tableCell@1:1-6 ("a")) tableRow@3:1-17 (tableCell@3:1-17 (citation@3:3-15 group [@key<", p. 3">])))',
  ],
  [
    'in a note',
    '[^n]\n\n[^n]: see [@key, p. 3].',
    'paragraph@1:1-5 (footnoteReference@1:1-5 n)',
    'footnoteDefinition@3:1-24 (paragraph@3:7-24 ("see " citation@3:11-23 group [@key<", p. 3">] "."))',
  ],
  [
    'Cyrillic keys and words',
    'см. [напр. @ключ1933, с. 3] и @ключ.',
    'paragraph@1:1-37 ("см. " citation@1:5-28 group [<"напр. ">@ключ1933<", с. 3">] " и " citation@1:31-36 narrative [@ключ] ".")',
  ],
  [
    'nothing closes the bracket',
    '[see @key',
    'paragraph@1:1-10 ("[see " citation@1:6-10 narrative [@key])',
  ],
  [
    'carriage returns',
    'a [see @key,\r\np. 3] b',
    'paragraph@1:1-2:8 ("a " citation@1:3-2:6 group [<"see ">@key<",\\r\\np. 3">] " b")',
  ],
];

describe('citations as in Pandoc', () => {
  test.each(cases)('%s', (_name, source, ...blocks) => {
    const tree = parseMarkdown(source);
    expect(outline(tree.children).split('\n')).toEqual(blocks);
    checkPlaces(tree, source);
  });
});
