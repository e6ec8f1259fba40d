/** Labels, and the words of what refers to them. */
import { svg, type Case } from './book.js';

export const references: readonly Case[] = [
  {
    name: 'one, several, of two kinds, bare',
    given: {
      'm.svg': svg,
      'a.md': `# T

![A](m.svg){#fig:a}

![B](m.svg){#fig:b}

![C](m.svg){#fig:c}

| x |
|---|

: T {#tbl:t}

See @fig:a, [@fig:a; @fig:b], [@fig:a; @fig:b; @fig:c], [@fig:a; @tbl:t] and [-@fig:b].
`,
    },
    print: `<figure id="fig-a" class="figure"><img src="m.svg" alt="A"><figcaption><span class="caption-number">Figure 1.</span> A</figcaption></figure>
<figure id="fig-b" class="figure"><img src="m.svg" alt="B"><figcaption><span class="caption-number">Figure 2.</span> B</figcaption></figure>
<figure id="fig-c" class="figure"><img src="m.svg" alt="C"><figcaption><span class="caption-number">Figure 3.</span> C</figcaption></figure>
<table id="tbl-t"><caption><span class="caption-number">Table 1.</span> T</caption><thead><tr><th scope="col">x</th></tr></thead></table>
<p>See <a class="cross-reference" href="#fig-a">figure 1</a>, <a class="cross-reference" href="#fig-a">figures 1</a> and <a class="cross-reference" href="#fig-b">2</a>, <a class="cross-reference" href="#fig-a">figures 1</a>–<a class="cross-reference" href="#fig-c">3</a>, <a class="cross-reference" href="#fig-a">figure 1</a> and <a class="cross-reference" href="#tbl-t">table 1</a> and <a class="cross-reference" href="#fig-b">2</a>.</p>`,
  },
  {
    name: 'a capital where a sentence begins',
    given: {
      'm.svg': svg,
      'a.md': `# T

![A](m.svg){#fig:a}

@fig:a shows it. @fig:a too.^[@fig:a, e.g. @fig:a.] *@fig:a*, “so.” @fig:a
`,
    },
    print: `<figure id="fig-a" class="figure"><img src="m.svg" alt="A"><figcaption><span class="caption-number">Figure 1.</span> A</figcaption></figure>
<p><a class="cross-reference" href="#fig-a">Figure 1</a> shows it. <a class="cross-reference" href="#fig-a">Figure 1</a> too.<sup class="call"><a id="c-a-fig-a-e-g-fig" href="#n-a-fig-a-e-g-fig" data-note="n-a-fig-a-e-g-fig">1</a></sup> <em><a class="cross-reference" href="#fig-a">figure 1</a></em>, “so.” <a class="cross-reference" href="#fig-a">Figure 1</a></p>
[1] <p><a class="cross-reference" href="#fig-a">Figure 1</a>, e.g. <a class="cross-reference" href="#fig-a">figure 1</a>.</p>`,
  },
  {
    name: 'a section is named by its words, a chapter by its number',
    given: {
      'book.yaml': `title: T
front: [0.md]
chapters: [a.md]
`,
      '0.md': `# Before {#sec:before}
`,
      'a.md': `# T {#chap:t}

## The road {#sec:road}

In @sec:road, @chap:t and @sec:before.
`,
    },
    print: `<h1 id="x-0" class="chapter-title"><span class="chapter-name">Before</span></h1>
<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<h2 id="sec-road">The road</h2>
<p>In <a class="cross-reference" href="#sec-road">section ‘The road’</a>, <a class="cross-reference" href="#a">chapter 1</a> and <a class="cross-reference" href="#x-0">chapter ‘Before’</a>.</p>`,
  },
  {
    name: 'a formula, a listing, a question, a document, a claim',
    given: `As @eq:e, @lst:l, @q:q, @doc:d and @claim:c say.

$$e$$ {#eq:e}

\`\`\`js {#lst:l}
l()
\`\`\`

:::question{#q:q}
Why?
:::

:::document{#doc:d}
D.
:::

:claim[C]{#claim:c status=verified}

:::evidence{for=claim:c}
E.
:::

::evidence`,
    print: `<p>As <a class="cross-reference" href="#eq-e">equation 1</a>, <a class="cross-reference" href="#lst-l">listing 1</a>, <a class="cross-reference" href="#q-q">question 1.1</a>, <a class="cross-reference" href="#doc-d">document 1</a> and <a class="cross-reference" href="#claim-c">claim 1</a> say.</p>
<div class="equation" id="eq-e"><math xmlns="http://www.w3.org/1998/Math/MathML" display="block" alttext="e"><mrow><mi>e</mi></mrow></math><span class="equation-number">(1)</span></div>
<figure class="listing" id="lst-l"><p class="listing-caption"><span class="caption-number">Listing 1.</span></p><pre><code class="language-js">l()</code></pre></figure>
<div class="question level-1" id="q-q"><p><span class="question-number">1.1 </span>Why?</p><p class="question-tail"><span class="question-level">recall</span></p></div>
<section class="document" id="doc-d"><p class="document-title"><span class="caption-number">Document 1.</span></p><p>D.</p></section>
<p><span id="claim-c" class="claim claim-verified">C</span><sup class="claim-mark" title="verified"><a href="#ev-claim-c">=</a></sup></p>
<div class="evidence-list"><div class="evidence evidence-verified" id="ev-claim-c"><p class="evidence-claim"><span class="evidence-number">1</span> <a href="#claim-c">‘C’</a> <span class="status status-verified">= verified</span> (p. <a class="page-ref" href="#claim-c" data-page="claim-c"></a>)</p><p>E.</p></div></div>`,
  },
  {
    name: 'in another language',
    given: {
      'm.svg': svg,
      'book.yaml': `title: T
chapters: [a.md]
language: it
`,
      'a.md': `# T

![A](m.svg){#fig:a}

![B](m.svg){#fig:b}

Come in @fig:a e [@fig:a; @fig:b].
`,
    },
    print: `<figure id="fig-a" class="figure"><img src="m.svg" alt="A"><figcaption><span class="caption-number">Figura 1.</span> A</figcaption></figure>
<figure id="fig-b" class="figure"><img src="m.svg" alt="B"><figcaption><span class="caption-number">Figura 2.</span> B</figcaption></figure>
<p>Come in <a class="cross-reference" href="#fig-a">figura 1</a> e <a class="cross-reference" href="#fig-a">figure 1</a> e <a class="cross-reference" href="#fig-b">2</a>.</p>`,
  },
  {
    name: 'the page of something',
    given: {
      'm.svg': svg,
      'a.md': `# T

![A](m.svg){#fig:a}

On p. :page[fig:a].
`,
    },
    print: `<figure id="fig-a" class="figure"><img src="m.svg" alt="A"><figcaption><span class="caption-number">Figure 1.</span> A</figcaption></figure>
<p>On p. <a class="page-ref" href="#fig-a" data-page="fig-a"></a>.</p>`,
  },
  {
    name: 'the page of nothing',
    given: ':page[] and :page[fig:none]',
    print: '<p> and fig:none</p>',
    findings: [
      'd-002 a.md:3:1 `:page` names no label',
      'x-001 a.md:3:19 there is no label `fig:none`',
    ],
  },
  {
    name: 'TeX references',
    given: {
      'm.svg': svg,
      'a.md': `# T

![A\\label{fig:a}](m.svg)

Figure \\ref{fig:a}, \\autoref{fig:a}.
`,
    },
    print: `<figure id="fig-a" class="figure"><img src="m.svg" alt="A"><figcaption><span class="caption-number">Figure 1.</span> A</figcaption></figure>
<p>Figure <a class="cross-reference" href="#fig-a">1</a>, <a class="cross-reference" href="#fig-a">figure 1</a>.</p>`,
  },
];
