/** Files that take in others. */
import type { Case } from './book.js';

export const includes: readonly Case[] = [
  {
    name: 'another file, without what is for other readers',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md]\naudience: student\n',
      'a.md': '# T\n\n::include{file=b.md}\n',
      'b.md': 'All.\n\n:::only{for=teacher}\nSecret.\n:::\n\n::::question\nWhy?\n\n:::answer\nSo.\n:::\n::::\n\n## Answers\n\n::answers\n',
    },
    print: '<p>All.</p>\n<div class="question level-1" id="a-question"><p><span class="question-number">1.1 </span>Why?</p><p class="question-tail"><span class="question-level">recall</span></p></div>',
  },
  {
    name: 'another file in its place, with everything that it holds',
    given: {
      'a.md': `# T

Before.^[One.]

::include{file=parts/b.md}

After: @sec:in, @q:in.
`,
      'parts/b.md': `## Inside {#sec:in}

Words.^[Two.] [There](#within), [out](a.md#sec:in).

### Within

::::question{#q:in}
Why?
:::answer
So.
:::
::::

::answers
`,
    },
    print: `<p>Before.<sup class="call"><a id="c-a-one" href="#n-a-one" data-note="n-a-one">1</a></sup></p>
<h2 id="sec-in">Inside</h2>
<p>Words.<sup class="call"><a id="c-a-two" href="#n-a-two" data-note="n-a-two">2</a></sup> <a href="#a-within">There</a>, <a href="#sec-in">out</a>.</p>
<h3 id="a-within">Within</h3>
<div class="question level-1" id="q-in"><p><span class="question-number">1.1 </span>Why?</p><p class="question-tail"><span class="question-level">recall</span> · <a href="#a-q-in">Answer p. </a><a class="page-ref" href="#a-q-in" data-page="a-q-in"></a></p></div>
<div class="answers"><h2 class="answers-chapter">1. T</h2><div class="answer" id="a-q-in"><p><a class="question-number" href="#q-in">1.1 </a>So. <span class="answer-page">p. <a class="page-ref" href="#q-in" data-page="q-in"></a></span></p></div></div>
<p>After: <a class="cross-reference" href="#sec-in">section ‘Inside’</a>, <a class="cross-reference" href="#q-in">question 1.1</a>.</p>
[1] <p>One.</p>
[2] <p>Two.</p>`,
  },
  {
    name: 'some of its lines',
    given: {
      'a.md': `# T

::include{file=b.md lines=3-4}

::include{file=b.md lines=5-}

::include{file=b.md lines=-1}

::include{file=b.md lines=3}
`,
      'b.md': `one

three
four

six
`,
    },
    print: `<p>three
four</p>
<p>six</p>
<p>one</p>
<p>three</p>`,
  },
  {
    name: 'its headings one deeper',
    given: {
      'a.md': `# T

::include{file=b.md heading-shift=1}

## Two
`,
      'b.md': `# One

## Deeper
`,
    },
    print: `<h2 id="a-one">One</h2>
<h3 id="a-deeper">Deeper</h3>
<h2 id="a-two">Two</h2>`,
  },
  {
    name: 'a second title is reported',
    given: {
      'a.md': `# T

::include{file=b.md}
`,
      'b.md': `# One
`,
    },
    print: '<h2 id="a-one">One</h2>',
    findings: [
      'm-003 b.md:1:1 a chapter’s file has one title, and this, which it includes, is a second',
    ],
  },
  {
    name: 'in a list, a quotation and a document',
    given: {
      'a.md': `# T

> ::include{file=b.md}

::::document{layout=facing}
:::original{lang=ru}
::include{file=ru.md}
:::
:::translation
One.

Two.
:::
::::
`,
      'b.md': `Words.
`,
      'ru.md': `Один.

Два.
`,
    },
    print: `<blockquote><p>Words.</p></blockquote>
<section class="document" id="a-document"><table class="parallel facing"><tbody><tr><td class="original" lang="ru"><p>Один.</p></td><td class="translation"><p>One.</p></td></tr><tr><td class="original" lang="ru"><p>Два.</p></td><td class="translation"><p>Two.</p></td></tr></tbody></table></section>`,
    epub: `<blockquote><p>Words.</p></blockquote>
<section class="document" id="a-document"><div class="original" lang="ru"><p>Один.</p></div><div class="translation"><p>One.</p></div><div class="original" lang="ru"><p>Два.</p></div><div class="translation"><p>Two.</p></div></section>`,
  },
  {
    name: 'what is wrong in it is told with its own lines',
    given: {
      'a.md': `# T



::include{file=b.md lines=3-}
`,
      'b.md': `one

See @fig:nowhere.

![A](none.svg)

:::callot
x
:::
`,
    },
    print: `<p>See @fig:nowhere.</p>
<figure id="a-figure" class="figure">A<figcaption><span class="caption-number">Figure 1.</span> A</figcaption></figure>
<p>x</p>`,
    findings: [
      'x-001 b.md:3:6 there is no label `fig:nowhere`',
      'm-007 b.md:5:6 `none.svg` does not exist',
      'd-001 b.md:7:1 there is no directive `:::callot`',
    ],
  },
  {
    name: 'an inclusion within an inclusion',
    given: {
      'a.md': `# T

::include{file=b.md heading-shift=1}
`,
      'b.md': `# B

::include{file=c.md heading-shift=1}
`,
      'c.md': `# C

[^n]

[^n]: Of C.
`,
    },
    print: `<h2 id="a-b">B</h2>
<h3 id="a-c">C</h3>
<p><sup class="call"><a id="c-a-n" href="#n-a-n" data-note="n-a-n">1</a></sup></p>
[1] <p>Of C.</p>`,
  },
  {
    name: 'twice: everything twice, labels reported',
    given: {
      'a.md': `# T

::include{file=b.md}

::include{file=b.md}

[^n]
`,
      'b.md': `## Inside

Words.[^n]

[^n]: Note.

:::callout{#sec:box}
x
:::
`,
    },
    print: `<h2 id="a-inside">Inside</h2>
<p>Words.<sup class="call"><a id="c-a-n" href="#n-a-n" data-note="n-a-n">1</a></sup></p>
<aside class="callout" id="sec-box"><p>x</p></aside>
<h2 id="a-inside-1">Inside</h2>
<p>Words.<sup class="call"><a id="c-a-n-words" href="#n-a-n-words" data-note="n-a-n-words">2</a></sup></p>
<aside class="callout" id="sec-box-2"><p>x</p></aside>
<p>[^n]</p>
[1] <p>Note.</p>
[2] <p>Note.</p>`,
    findings: [
      'm-010 a.md:7:1 the note `[^n]` is called but not written',
      'x-002 b.md:7:13 the label `sec:box` is given twice',
    ],
  },
  {
    name: 'a file that is not there, leads out, or is asked for too many lines',
    given: {
      'a.md': `# T

::include{file=c.md}

::include{file=../c.md}

::include{file=b.md lines=2-9}

::include{file=b.md lines=9-2}

::include{file=b.md lines=all heading-shift=x}

::include
`,
      'b.md': `one
two
`,
    },
    print: `<p>one
two</p>
<p>one
two</p>
<p>one
two</p>`,
    findings: [
      'd-026 a.md:3:11 `c.md` does not exist',
      'b-007 a.md:5:11 `../c.md` leads out of the book folder',
      'd-028 a.md:7:21 `b.md` has 2 lines, and `lines=2-9` asks for more',
      'd-002 a.md:9:21 `lines=9-2` ends before it begins',
      'd-002 a.md:11:21 `lines=all` is no range of lines',
      'd-002 a.md:11:31 `heading-shift=x` is not a number from -5 to 5',
      'd-002 a.md:13:1 `::include` needs `file=…`',
    ],
  },
  {
    name: 'lines of source',
    given: {
      'a.md': `# T

\`\`\`js {#lst:sum include=sum.js lines=2-3 caption="Sum"}
\`\`\`

\`\`\`js {include=sum.js}
\`\`\`

\`\`\`js {include=none.js}
\`\`\`

\`\`\`js {include=sum.js}
own();
\`\`\`

\`\`\`js {include=sum.js lines=9}
\`\`\`
`,
      'sum.js': `one();
two();
three();
`,
    },
    print: `<figure class="listing" id="lst-sum"><p class="listing-caption"><span class="caption-number">Listing 1.</span> Sum</p><pre><code class="language-js">two();
three();</code></pre></figure>
<pre><code class="language-js">one();
two();
three();</code></pre>
<pre><code class="language-js"></code></pre>
<pre><code class="language-js">own();</code></pre>
<pre><code class="language-js">one();
two();
three();</code></pre>`,
    findings: [
      'd-026 a.md:9:16 `none.js` does not exist',
      'd-002 a.md:12:16 this block has lines of its own, and takes in a file',
      'd-028 a.md:16:23 `sum.js` has 3 lines, and `lines=9` asks for more',
    ],
  },
  {
    name: 'in a register nothing is taken in',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
registers: {terms: g.yaml}
`,
      'g.yaml': `- term: toll
  definition: |
    A price.

    ::include{file=b.md}
`,
      'b.md': `Words.
`,
      'a.md': `# T

:term[toll]

::glossary
`,
    },
    print: `<p><a id="m-toll" class="mention terms first" href="#terms-toll">toll</a></p>
<dl class="register register-terms"><div class="entry"><dt id="terms-toll">toll</dt><dd><p>A price. <span class="locators" data-pages="m-toll"></span></p></dd></div></dl>`,
    findings: [
      'd-009 g.yaml:5:1 `::include` takes files into chapters only, so nothing is printed here',
    ],
  },
  {
    name: 'in a circle',
    given: {
      'a.md': `# T

::include{file=b.md}
`,
      'b.md': `B.

::include{file=c.md}
`,
      'c.md': `C.

::include{file=a.md}

::include{file=c.md}
`,
    },
    print: `<p>B.</p>
<p>C.</p>`,
    findings: [
      'd-027 c.md:3:11 `a.md` includes itself: a.md → b.md → c.md → a.md',
      'd-027 c.md:5:11 `c.md` includes itself: c.md → c.md',
    ],
  },
  {
    name: 'evidence and claims, terms and index marks',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
registers: {terms: g.yaml}
`,
      'g.yaml': `- {term: toll, definition: A price.}
`,
      'a.md': `# T

::include{file=b.md}

::evidence

::glossary

::index
`,
      'b.md': `:claim[Salt]{#claim:s status=verified} and :term[toll]. :index[Salt]

:::evidence{for=claim:s}
Weighed.
:::
`,
    },
    print: `<p><span id="claim-s" class="claim claim-verified">Salt</span><sup class="claim-mark" title="verified"><a href="#ev-claim-s">=</a></sup> and <a id="m-toll" class="mention terms first" href="#terms-toll">toll</a>. <span id="i-Salt" class="index-mark">Salt</span></p>
<div class="evidence-list"><div class="evidence evidence-verified" id="ev-claim-s"><p class="evidence-claim"><span class="evidence-number">1</span> <a href="#claim-s">‘Salt’</a> <span class="status status-verified">= verified</span> (p. <a class="page-ref" href="#claim-s" data-page="claim-s"></a>)</p><p>Weighed.</p></div></div>
<dl class="register register-terms"><div class="entry"><dt id="terms-toll">toll</dt><dd>A price. <span class="locators" data-pages="m-toll"></span></dd></div></dl>
<div class="index"><ul class="index-letter"><li><p class="index-entry">Salt, <span class="locators" data-pages="i-Salt"></span></p></li></ul></div>`,
  },
];
