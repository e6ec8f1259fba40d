/** The words of a text and what they carry. */
import type { Case } from './book.js';

export const text: readonly Case[] = [
  {
    name: 'emphasis and its kin',
    given: '*a* **b** ~~c~~ `d`',
    print: '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>',
  },
  {
    name: 'letters below and above, a lone tilde',
    given: 'H~2~O, Ca^2+^, ~ 5',
    print: '<p>H<sub>2</sub>O, Ca<sup>2+</sup>, ~ 5</p>',
  },
  {
    name: 'a line break written with a backslash',
    given: `one\\
two`,
    print: `<p>one<br>
two</p>`,
  },
  {
    name: 'quotation marks and dashes stay as they were typed',
    given: "\"straight\" -- 'too'... “curly”",
    print: "<p>\"straight\" -- 'too'... “curly”</p>",
  },
  {
    name: 'a span with language and class',
    given: '[polpred]{lang=ru .smallcaps}',
    print: '<p><span class="smallcaps" lang="ru">polpred</span></p>',
  },
  {
    name: 'a span with a label',
    given: 'the [bargain]{#sec:bargain} and a link [to it](#sec:bargain)',
    print: '<p>the <span id="sec-bargain">bargain</span> and a link <a href="#sec-bargain">to it</a></p>',
  },
  {
    name: 'links: outside, a bare address, an address of its own',
    given: '[Rome](https://example.org/rome "City"){.quiet} and https://example.org and <mailto:a@example.org>',
    print: '<p><a href="https://example.org/rome" title="City" class="external quiet">Rome</a> and <a href="https://example.org" class="external">https://example.org</a> and <a href="mailto:a@example.org" class="external">mailto:a@example.org</a></p>',
  },
  {
    name: 'a link by reference',
    given: `[the text][t] and [nothing][u]

[t]: https://example.org/t`,
    print: '<p><a href="https://example.org/t" class="external">the text</a> and [nothing][u]</p>',
  },
  {
    name: 'links to a heading, to a chapter, to a heading of a chapter',
    given: {
      'book.yaml': `title: T
chapters: [a.md, 02-b.md]
`,
      'a.md': `# T

[one](#the-road) [two](02-b.md) [three](02-b.md#the-end)

## The road
`,
      '02-b.md': `# B

## The end
`,
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<p><a href="#a-the-road">one</a> <a href="#b">two</a> <a href="#b-the-end">three</a></p>
<h2 id="a-the-road">The road</h2>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<h2 id="b-the-end">The end</h2>`,
  },
  {
    name: 'attributes on code and on a link',
    given: '`x = 1`{#sec:code .python} [y](#sec:code){#sec:link .z}',
    print: '<p><code id="sec-code" class="python">x = 1</code> <a id="sec-link" href="#sec-code" class="z">y</a></p>',
  },
  {
    name: 'a colon in running text is a colon',
    given: 'At 10:30, note:this, and :smile: too.',
    print: '<p>At 10:30, note:this, and :smile: too.</p>',
  },
  {
    name: 'a thematic break, a quotation',
    given: `> said *so*

* * *`,
    print: `<blockquote><p>said <em>so</em></p></blockquote>
<hr>`,
  },
  {
    name: 'raw attributes that follow nothing are text',
    given: 'a {.b} c',
    print: '<p>a {.b} c</p>',
  },
];
