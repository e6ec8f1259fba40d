/** Directives, in their forms. */
import { svg, type Case } from './book.js';

export const directives: readonly Case[] = [
  {
    name: 'index marks',
    given: `The :index[phrase], the :index[trade]{entry="Italy!trade"}, :index[Rome].

## Index

::index`,
    print: `<p>The <span id="i-phrase" class="index-mark">phrase</span>, the <span id="i-Italy-trade" class="index-mark">trade</span>, <span id="i-Rome" class="index-mark">Rome</span>.</p>
<h2 id="a-index">Index</h2>
<div class="index"><ul class="index-letter"><li><p class="index-entry">Italy: trade, <span class="locators" data-pages="i-Italy-trade"></span></p></li></ul><ul class="index-letter"><li><p class="index-entry">phrase, <span class="locators" data-pages="i-phrase"></span></p></li></ul><ul class="index-letter"><li><p class="index-entry">Rome, <span class="locators" data-pages="i-Rome"></span></p></li></ul></div>`,
  },
  {
    name: 'a date',
    given: 'On :date[2 September 1933]{on=1933-09-02}, about :date[1933]{on=1933~}.',
    print: '<p>On <time datetime="1933-09-02">2 September 1933</time>, about <span>1933</span>.</p>',
  },
  {
    name: 'claims and evidence',
    given: `It is so that :claim[Italy came *first*]{#claim:first status=disputed}. And :claim[so]{#claim:so status=verified}.

:::evidence{for=claim:first}
Britain was a week ahead.
:::

:::evidence{for=claim:so}
See above.
:::

## Evidence

::evidence`,
    print: `<p>It is so that <span id="claim-first" class="claim claim-disputed">Italy came <em>first</em></span><sup class="claim-mark" title="disputed"><a href="#ev-claim-first">±</a></sup>. And <span id="claim-so" class="claim claim-verified">so</span><sup class="claim-mark" title="verified"><a href="#ev-claim-so">=</a></sup>.</p>
<h2 id="a-evidence">Evidence</h2>
<div class="evidence-list"><div class="evidence evidence-disputed" id="ev-claim-first"><p class="evidence-claim"><span class="evidence-number">1</span> <a href="#claim-first">‘Italy came first’</a> <span class="status status-disputed">± disputed</span> (p. <a class="page-ref" href="#claim-first" data-page="claim-first"></a>)</p><p>Britain was a week ahead.</p></div><div class="evidence evidence-verified" id="ev-claim-so"><p class="evidence-claim"><span class="evidence-number">2</span> <a href="#claim-so">‘so’</a> <span class="status status-verified">= verified</span> (p. <a class="page-ref" href="#claim-so" data-page="claim-so"></a>)</p><p>See above.</p></div></div>`,
  },
  {
    name: 'a claim whose evidence is printed nowhere has no link',
    given: `:claim[Italy]{#claim:x status=verified}

:::evidence{for=claim:x}
E.
:::`,
    print: '<p><span id="claim-x" class="claim claim-verified">Italy</span><sup class="claim-mark" title="verified">=</sup></p>',
    findings: [
      'd-009 a.md:5:1 evidence is written, but nothing says where to print it',
    ],
  },
  {
    name: 'questions: lines in print only, answers at the back',
    given: `::::question{#q:when level=2 lines=2}
When?

:::answer
In 1933.
:::
::::

:::question
Where?
:::

## Answers

::answers`,
    print: `<div class="question level-2" id="q-when"><p><span class="question-number">1.1 </span>When?</p><p class="question-tail"><span class="question-level">explain</span> · <a href="#a-q-when">Answer p. </a><a class="page-ref" href="#a-q-when" data-page="a-q-when"></a></p><div class="writing-lines" aria-hidden="true"><div class="writing-line"></div><div class="writing-line"></div></div></div>
<div class="question level-1" id="a-question"><p><span class="question-number">1.2 </span>Where?</p><p class="question-tail"><span class="question-level">recall</span></p></div>
<h2 id="a-answers">Answers</h2>
<div class="answers"><h2 class="answers-chapter">1. T</h2><div class="answer" id="a-q-when"><p><a class="question-number" href="#q-when">1.1 </a>In 1933. <span class="answer-page">p. <a class="page-ref" href="#q-when" data-page="q-when"></a></span></p></div></div>`,
    epub: `<div class="question level-2" id="q-when"><p><span class="question-number">1.1 </span>When?</p><p class="question-tail"><span class="question-level">explain</span> · <a href="#a-q-when">Answer p. </a><a class="page-ref" href="#a-q-when" data-page="a-q-when"></a></p></div>
<div class="question level-1" id="a-question"><p><span class="question-number">1.2 </span>Where?</p><p class="question-tail"><span class="question-level">recall</span></p></div>
<h2 id="a-answers">Answers</h2>
<div class="answers"><h2 class="answers-chapter">1. T</h2><div class="answer" id="a-q-when"><p><a class="question-number" href="#q-when">1.1 </a>In 1933. <span class="answer-page">p. <a class="page-ref" href="#q-when" data-page="q-when"></a></span></p></div></div>`,
  },
  {
    name: 'a document',
    given: `:::document{#doc:art title="Article 1" source="LNTS 148" lang=fr}
Les parties.
:::`,
    print: '<section class="document" id="doc-art" lang="fr"><p class="document-title"><span class="caption-number" lang="en-GB">Document 1.</span> Article 1</p><p>Les parties.</p><p class="document-source">LNTS 148</p></section>',
  },
  {
    name: 'verse: title, source, numbers, language',
    given: `:::verse{title="A Song" source="Anon." numbers=2 from=3 lang=it .wide #passage:song}
uno
  due

tre
quattro
:::

[there](#passage:song)`,
    print: `<div class="verse numbered wide" id="passage-song" lang="it"><p class="verse-title">A Song</p><p class="stanza"><span class="verse-line">uno</span><span class="verse-line" style="margin-left: 1em"><span class="line-number">4</span> due</span></p><p class="stanza"><span class="verse-line">tre</span><span class="verse-line"><span class="line-number">6</span> quattro</span></p><p class="verse-source">Anon.</p></div>
<p><a href="#passage-song">there</a></p>`,
    epub: `<div class="verse numbered wide" id="passage-song" lang="it"><p class="verse-title">A Song</p><p class="stanza"><span class="verse-line">uno</span><br><span class="verse-line" style="margin-left: 1em"><span class="line-number">4</span> due</span></p><p class="stanza"><span class="verse-line">tre</span><br><span class="verse-line"><span class="line-number">6</span> quattro</span></p><p class="verse-source">Anon.</p></div>
<p><a href="#passage-song">there</a></p>`,
  },
  {
    name: 'verse whose attributes are wrong',
    given: `:::verse[A Song]{from=2}
uno
:::

:::verse{numbers=all frm=2}
due
:::`,
    print: `<div class="verse"><p>A Song</p><p>uno</p></div>
<div class="verse"><p class="stanza"><span class="verse-line">due</span></p></div>`,
    findings: [
      'd-002 a.md:3:1 `:::verse` takes nothing but attributes on its line',
      'd-002 a.md:3:18 `from` numbers no lines by itself',
      'd-002 a.md:7:10 `numbers=all` is not a number of lines from 1 on',
      'd-008 a.md:7:22 `:::verse` has no attribute `frm`',
    ],
  },
  {
    name: 'epigraph and callout',
    given: `:::epigraph
Peace.

— M. L.
:::

:::callout{title="Note well" #sec:box .wide lang=it}
So.
:::

[there](#sec:box)`,
    print: `<blockquote class="epigraph"><p>Peace.</p><p>— M. L.</p></blockquote>
<aside class="callout wide" id="sec-box" lang="it"><p class="callout-title">Note well</p><p>So.</p></aside>
<p><a href="#sec-box">there</a></p>`,
  },
  {
    name: 'a chart: drawn, captioned, its data beside it in the EPUB',
    given: {
      'g.csv': `year,tons
1932,11
1933,12
`,
      'a.md': `# T

:::chart{#fig:g kind=bar data=g.csv x=tons y=year unit="t" alt="Grain by year"}
Grain, *by year*.
:::

See @fig:g.
`,
    },
    print: `<figure id="fig-g" class="figure drawing"><svg></svg><figcaption><span class="caption-number">Figure 1.</span> Grain, <em>by year</em>.</figcaption></figure>
<p>See <a class="cross-reference" href="#fig-g">figure 1</a>.</p>`,
    epub: `<figure id="fig-g" class="figure drawing"><svg></svg><details class="figure-data"><summary>Table</summary><table><thead><tr><th scope="col">year</th><th scope="col">tons</th></tr></thead><tbody><tr><td>1932</td><td>11 t</td></tr><tr><td>1933</td><td>12 t</td></tr></tbody></table></details><figcaption><span class="caption-number">Figure 1.</span> Grain, <em>by year</em>.</figcaption></figure>
<p>See <a class="cross-reference" href="#fig-g">figure 1</a>.</p>`,
  },
  {
    name: 'a timeline',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
registers: {dates: d.yaml}
`,
      'd.yaml': `- on: 1933-09-02
  event: The pact [@x] is *signed*.
`,
      'a.md': `# T

::timeline{#fig:t from=1932 to=1934 alt="One event" caption="The thaw"}
`,
    },
    print: '<figure id="fig-t" class="figure drawing"><svg></svg><figcaption><span class="caption-number">Figure 1.</span> The thaw</figcaption></figure>',
    epub: '<figure id="fig-t" class="figure drawing"><svg></svg><details class="figure-data"><summary>Table</summary><table><thead><tr><th scope="col">Date</th><th scope="col">Event</th></tr></thead><tbody><tr><td>2 September 1933</td><td>The pact is signed.</td></tr></tbody></table></details><figcaption><span class="caption-number">Figure 1.</span> The thaw</figcaption></figure>',
  },
  {
    name: 'lists of figures and tables',
    given: {
      'm.svg': svg,
      'a.md': `# T

![A map. With more.](m.svg){#fig:a}

| x |
|---|

: Grain^[N.] {#tbl:t}

::figures

::tables
`,
    },
    print: `<figure id="fig-a" class="figure"><img src="m.svg" alt="A map. With more."><figcaption><span class="caption-number">Figure 1.</span> A map. With more.</figcaption></figure>
<table id="tbl-t"><caption><span class="caption-number">Table 1.</span> Grain<sup class="call"><a id="c-a-n" href="#n-a-n" data-note="n-a-n">1</a></sup></caption><thead><tr><th scope="col">x</th></tr></thead></table>
<ol class="contents list-of"><li><p class="contents-entry"><a href="#fig-a">Figure 1. A map</a><span class="leader"></span><a class="page-ref" href="#fig-a" data-page="fig-a"></a></p></li></ol>
<ol class="contents list-of"><li><p class="contents-entry"><a href="#tbl-t">Table 1. Grain</a><span class="leader"></span><a class="page-ref" href="#tbl-t" data-page="tbl-t"></a></p></li></ol>
[1] <p>N.</p>`,
  },
  {
    name: 'in the wrong form: reported, its words kept',
    given: `::term[polpred]

:::date{on=1933}
In 1933.
:::

:glossary[words]`,
    print: `<p>polpred</p>
<p>In 1933.</p>
<p>words</p>`,
    findings: [
      'd-001 a.md:3:1 there is no directive `::term`',
      'd-001 a.md:5:1 there is no directive `:::date`',
      'd-001 a.md:9:1 there is no directive `:glossary`',
    ],
  },
  {
    name: 'unknown: reported, its words kept, no colon left',
    given: `a :foo[bar]{x=y} b

::baz[qux]

:::quux{#id}
Words.
:::`,
    print: `<p>a bar b</p>
<p>qux</p>
<p>Words.</p>`,
    findings: [
      'd-001 a.md:3:3 there is no directive `:foo`',
      'd-001 a.md:5:1 there is no directive `::baz`',
      'd-001 a.md:7:1 there is no directive `:::quux`',
    ],
  },
  {
    name: 'named like what every object has',
    given: `:constructor[a] :toString[b]

::valueOf

:::hasOwnProperty
c
:::`,
    print: `<p>a b</p>
<p>c</p>`,
    findings: [
      'd-001 a.md:3:1 there is no directive `:constructor`',
      'd-001 a.md:3:17 there is no directive `:toString`',
      'd-001 a.md:5:1 there is no directive `::valueOf`',
      'd-001 a.md:7:1 there is no directive `:::hasOwnProperty`',
    ],
  },
  {
    name: 'an answer outside a question is reported',
    given: `:::answer
Lost?
:::`,
    print: '',
    findings: [
      'd-009 a.md:3:1 this answer stands in no question, so it is not printed',
    ],
  },
];
