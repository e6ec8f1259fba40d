import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/read/markdown.js';
import { checkPlaces, outline } from './syntax-outline.js';

const cases: readonly (readonly [name: string, source: string, ...blocks: string[]])[] = [
  [
    'a span',
    'a [words]{lang=ru .smallcaps} b',
    'paragraph@1:1-32 ("a " span@1:3-30 {.smallcaps lang=ru} ("words") " b")',
  ],
  [
    'a span with inline syntax',
    '[*a* [@key] `x`]{#x}',
    'paragraph@1:1-21 (span@1:1-21 {#x} (emphasis@1:2-5 ("a") " " citation@1:6-12 group [@key] " " inlineCode@1:13-16 "x"))',
  ],
  [
    'a span in a span',
    '[a [b]{.c} d]{.e}',
    'paragraph@1:1-18 (span@1:1-18 {.e} ("a " span@1:4-11 {.c} ("b") " d"))',
  ],
  [
    'a span over lines in a quotation',
    '> [a\n> b]{.c\n> k="v w"} d',
    'blockquote@1:1-3:13 (paragraph@1:3-3:13 (span@1:3-3:11 {.c k=v w} ("a\\nb") " d"))',
  ],
  [
    'an empty span',
    '[]{#here}',
    'paragraph@1:1-10 (span@1:1-10 {#here})',
  ],
  [
    'a span in a link',
    '[a [b]{.c}](u)',
    'paragraph@1:1-15 (link@1:1-15 u ("a " span@1:4-11 {.c} ("b")))',
  ],
  [
    'notes',
    'a^[b]{.margin} c[^d]{.margin}\n\n[^d]: e',
    'paragraph@1:1-30 ("a" inlineNote@1:2-15 {.margin} ("b") " c" footnoteReference@1:17-30 d {.margin})',
    'footnoteDefinition@3:1-8 (paragraph@3:7-8 ("e"))',
  ],
  [
    'a link',
    '[a](u){.c} and <http://x.org>{#y}',
    'paragraph@1:1-34 (link@1:1-11 u {.c} ("a") " and " link@1:16-34 http://x.org {#y} ("http://x.org"))',
  ],
  [
    'a link by reference',
    '[a][r]{.c}\n\n[r]: u',
    'paragraph@1:1-11 (linkReference@1:1-11 r {.c} ("a"))',
    'definition@3:1-7 r',
  ],
  [
    'an image among words',
    'x ![a](u){width=50% .c} y',
    'paragraph@1:1-26 ("x " image@1:3-24 u "a" {.c width=50%} " y")',
  ],
  [
    'inline code',
    '`x`{.js} and `y`{=latex}',
    'paragraph@1:1-25 (inlineCode@1:1-9 "x" {.js} " and " inlineCode@1:14-25 "y" {.=latex})',
  ],
  [
    'a formula',
    '$x$ and $y${#eq:y}',
    'paragraph@1:1-19 (inlineMath@1:1-4 "x" " and " inlineMath@1:9-19 "y" {#eq:y})',
  ],
  [
    'a heading',
    '# Title {#sec:x .a k=v}',
    'heading@1:1-24 1 {#sec:x .a k=v} ("Title")',
  ],
  [
    'a heading with inline syntax at its end',
    '## A *b* `c` {#sec:x}',
    'heading@1:1-22 2 {#sec:x} ("A " emphasis@1:6-9 ("b") " " inlineCode@1:10-13 "c")',
  ],
  [
    'a heading with closing marks',
    '# Title {#x} ##',
    'heading@1:1-16 1 {#x} ("Title")',
  ],
  [
    'a heading of two lines',
    'Title\n{#x}\n===',
    'heading@1:1-3:4 1 {#x} ("Title")',
  ],
  [
    'a heading of two lines in a quotation',
    '> One\n> two {#x}\n> ---',
    'blockquote@1:1-3:6 (heading@1:3-3:6 2 {#x} ("One\\ntwo"))',
  ],
  [
    'an unnumbered heading',
    '# Title {-}',
    'heading@1:1-12 1 {.unnumbered} ("Title")',
  ],
  [
    "no space before a heading's list",
    '# Title{#x}',
    'heading@1:1-12 1 ("Title{#x}")',
  ],
  [
    'a heading that is only a list',
    '# {#x}',
    'heading@1:1-7 1 {#x}',
  ],
  [
    "not at the heading's end",
    '# Title {#x} more',
    'heading@1:1-18 1 ("Title {#x} more")',
  ],
  [
    'a fence',
    '```js {#lst:x .numbered}\ncode\n```',
    'code@1:1-3:4 js null "code" {#lst:x .numbered}',
  ],
  [
    'a fence with meta',
    '```js title="a b" {#lst:x}\ncode\n```',
    'code@1:1-3:4 js title="a b" "code" {#lst:x}',
  ],
  [
    'a fence whose first class is its language',
    '~~~{.python #lst:x .numbered}\ncode\n~~~',
    'code@1:1-3:4 python null "code" {#lst:x .numbered}',
  ],
  [
    'a fence without a space',
    '```js{.numbered}\ncode\n```',
    'code@1:1-3:4 js null "code" {.numbered}',
  ],
  [
    'raw code',
    '```{=html}\n<b>\n```',
    'code@1:1-3:4 null null "<b>" {.=html}',
  ],
  [
    'a fence that only looks so',
    '```{r chunk, echo=FALSE}\ncode\n```',
    'code@1:1-3:4 {r chunk, echo=FALSE} "code"',
  ],
  [
    'a fence in a list',
    '- a\n\n  ```js {#lst:x}\n  code\n  ```',
    'list@1:1-5:6 (listItem@1:1-5:6 (paragraph@1:3-4 ("a") code@3:3-5:6 js null "code" {#lst:x}))',
  ],
  [
    'in a paragraph it is text, exactly',
    'a {#x *b* @key} {.c k="*v*"}',
    'paragraph@1:1-29 ("a {#x " emphasis@1:7-10 ("b") " " citation@1:11-15 narrative [@key] "} {.c k=\\"*v*\\"}")',
  ],
  [
    "at a paragraph's end it is text, exactly",
    'some *words* {#x k="*v*"}',
    'paragraph@1:1-26 ("some " emphasis@1:6-13 ("words") " {#x k=\\"*v*\\"}")',
  ],
  [
    'after a space it is text',
    '`x` {.js} and [a](u) {.c}.',
    'paragraph@1:1-27 (inlineCode@1:1-4 "x" " {.js} and " link@1:15-21 u ("a") " {.c}.")',
  ],
  [
    'within a sentence it is text, exactly',
    'so {.c k="*v*"} *on*',
    'paragraph@1:1-21 ("so {.c k=\\"*v*\\"} " emphasis@1:17-21 ("on"))',
  ],
  [
    'not a list',
    '[a]{b} `x`{} $y${ .} [a]{.b',
    'paragraph@1:1-28 ("[a]{b} " inlineCode@1:8-11 "x" "{} " inlineMath@1:14-17 "y" "{ .} [a]{.b")',
  ],
  [
    'quotes and escapes',
    `[a]{k='v "w"' l="x \\" y" m=a/b?c=d}`,
    'paragraph@1:1-36 (span@1:1-36 {k=v "w" l=x " y m=a/b?c=d} ("a"))',
  ],
  [
    'the later id and value count',
    '[a]{#x #y k=1 k=2}',
    'paragraph@1:1-19 (span@1:1-19 {#y k=2} ("a"))',
  ],
];

describe('attribute lists', () => {
  test.each(cases)('%s', (_name, source, ...blocks) => {
    const tree = parseMarkdown(source);
    expect(outline(tree.children).split('\n')).toEqual(blocks);
    checkPlaces(tree, source);
  });
});
