/** Notes: called, reused, in order. */
import type { Case } from './book.js';

export const notes: readonly Case[] = [
  {
    name: 'a note, and another inline',
    given: `One[^a] and two^[It *is* so.].

[^a]: First.

    Second paragraph.`,
    print: `<p>One<sup class="call"><a id="c-a-a" href="#n-a-a" data-note="n-a-a">1</a></sup> and two<sup class="call"><a id="c-a-it-is-so" href="#n-a-it-is-so" data-note="n-a-it-is-so">2</a></sup>.</p>
[1] <p>First.</p><p>Second paragraph.</p>
[2] <p>It <em>is</em> so.</p>`,
  },
  {
    name: 'the order is that of the calls, a note called twice keeps its number',
    given: `One[^b] two[^a] three[^b].

[^a]: A.

[^b]: B.`,
    print: `<p>One<sup class="call"><a id="c-a-b" href="#n-a-b" data-note="n-a-b">1</a></sup> two<sup class="call"><a id="c-a-a" href="#n-a-a" data-note="n-a-a">2</a></sup> three<sup class="call"><a href="#n-a-b" data-note="n-a-b">1</a></sup>.</p>
[1] <p>B.</p>
[2] <p>A.</p>`,
  },
  {
    name: 'a note in a note',
    given: `One[^a].

[^a]: See[^b].

[^b]: B.`,
    print: `<p>One<sup class="call"><a id="c-a-a" href="#n-a-a" data-note="n-a-a">1</a></sup>.</p>
[1] <p>See<sup class="call"><a id="c-a-b" href="#n-a-b" data-note="n-a-b">2</a></sup>.</p>
[2] <p>B.</p>`,
  },
  {
    name: 'a note that calls itself',
    given: `One[^a].

[^a]: See[^a].`,
    print: `<p>One<sup class="call"><a id="c-a-a" href="#n-a-a" data-note="n-a-a">1</a></sup>.</p>
[1] <p>See<sup class="call"><a href="#n-a-a" data-note="n-a-a">1</a></sup>.</p>`,
  },
  {
    name: 'numbers side by side have a comma between',
    given: `One[^a]^[Two.]

[^a]: A.`,
    print: `<p>One<sup class="call"><a id="c-a-a" href="#n-a-a" data-note="n-a-a">1</a></sup><sup class="call-separator">,</sup><sup class="call"><a id="c-a-two" href="#n-a-two" data-note="n-a-two">2</a></sup></p>
[1] <p>A.</p>
[2] <p>Two.</p>`,
  },
  {
    name: 'each chapter counts from 1',
    given: {
      'book.yaml': `title: T
chapters: [a.md, b.md]
`,
      'a.md': `# A

One^[A.].
`,
      'b.md': `# B

One^[B.].
`,
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p>One<sup class="call"><a id="c-a-a" href="#n-a-a" data-note="n-a-a">1</a></sup>.</p>
[1] <p>A.</p>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<p>One<sup class="call"><a id="c-b-b" href="#n-b-b" data-note="n-b-b">1</a></sup>.</p>
[1] <p>B.</p>`,
  },
  {
    name: 'a note of the text that an answer at the back calls too is set there again',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
back: [z.md]
`,
      'a.md': `# A

One[^n].

::::question{#q:q}
Why?

:::answer
So[^n].
:::
::::

[^n]: The note.
`,
      'z.md': `# Z

::answers
`,
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p>One<sup class="call"><a id="c-a-n" href="#n-a-n" data-note="n-a-n">1</a></sup>.</p>
<div class="question level-1" id="q-q"><p><span class="question-number">1.1 </span>Why?</p><p class="question-tail"><span class="question-level">recall</span> · <a href="#a-q-q">Answer p. </a><a class="page-ref" href="#a-q-q" data-page="a-q-q"></a></p></div>
[1] <p>The note.</p>
<h1 id="z" class="chapter-title"><span class="chapter-name">Z</span></h1>
<div class="answers"><h2 class="answers-chapter">1. A</h2><div class="answer" id="a-q-q"><p><a class="question-number" href="#q-q">1.1 </a>So<sup class="call"><a id="c-z-n" href="#n-z-n" data-note="n-z-n">1</a></sup>. <span class="answer-page">p. <a class="page-ref" href="#q-q" data-page="q-q"></a></span></p></div></div>
[1] <p>The note.</p>`,
  },
  {
    name: 'the imprint has no notes: their words stand in its text',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
imprint: i.md
`,
      'i.md': `Printed.^[In *Rome*.] Bound.[^a]

[^a]: In Bari.
`,
      'a.md': `# T
`,
    },
    kinds: ['imprint'],
    print: '<section class="imprint"><p>Printed. (In <em>Rome</em>.) Bound.[^a]</p><p>In Bari.</p><p class="imprint-fact text-state">State of the text: b5bf2981</p></section>',
    findings: [
      'm-005 i.md:1:9 a note is not supported on the imprint page: only its words are shown',
      'm-005 i.md:1:29 a note is not supported on the imprint page: only its words are shown',
    ],
  },
];
