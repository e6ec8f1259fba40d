/** Lists, alerts, tables, figures, formulas, code. */
import { svg, type Case } from './book.js';

export const blocks: readonly Case[] = [
  {
    name: 'lists: tight, loose, from 3',
    given: `- a
- b

text

3. c

4. d`,
    print: `<ul class="tight"><li><p>a</p></li><li><p>b</p></li></ul>
<p>text</p>
<ol start="3"><li><p>c</p></li><li><p>d</p></li></ol>`,
  },
  {
    name: 'definitions: tight, with several terms, several meanings, blocks in them',
    given: `*Toll*^[N.]
Tolls
: A price.
: A :index[gate].

Road
:   One.

    - way`,
    print: `<dl class="definitions tight"><dt><em>Toll</em><sup class="call"><a id="c-a-n" href="#n-a-n" data-note="n-a-n">1</a></sup></dt><dt>Tolls</dt><dd><p>A price.</p></dd><dd><p>A <span id="i-gate" class="index-mark">gate</span>.</p></dd><dt>Road</dt><dd><p>One.</p><ul class="tight"><li><p>way</p></li></ul></dd></dl>
[1] <p>N.</p>`,
    findings: [
      'd-022 a.md:6:5 this index mark stands in no index',
    ],
  },
  {
    name: 'definitions: loose',
    given: `Toll

: A price.`,
    print: '<dl class="definitions"><dt>Toll</dt><dd><p>A price.</p></dd></dl>',
  },
  {
    name: 'a line block: indents, stanzas, what stands in its lines',
    given: `| One *is^[N.]
|   two*
|
| See @sec:x and [a
| passage]{#passage:p}.

## X {#sec:x}

[there](#passage:p)`,
    print: `<div class="verse"><p class="stanza"><span class="verse-line">One <em>is<sup class="call"><a id="c-a-n" href="#n-a-n" data-note="n-a-n">1</a></sup></em></span><span class="verse-line" style="margin-left: 1em"><em>two</em></span></p><p class="stanza"><span class="verse-line">See <a class="cross-reference" href="#sec-x">section ‘X’</a> and <span id="passage-p">a</span></span><span class="verse-line"><span>passage</span>.</span></p></div>
<h2 id="sec-x">X</h2>
<p><a href="#passage-p">there</a></p>
[1] <p>N.</p>`,
    epub: `<div class="verse"><p class="stanza"><span class="verse-line">One <em>is<sup class="call"><a id="c-a-n" href="#n-a-n" data-note="n-a-n">1</a></sup></em></span><br><span class="verse-line" style="margin-left: 1em"><em>two</em></span></p><p class="stanza"><span class="verse-line">See <a class="cross-reference" href="#sec-x">section ‘X’</a> and <span id="passage-p">a</span></span><br><span class="verse-line"><span>passage</span>.</span></p></div>
<h2 id="sec-x">X</h2>
<p><a href="#passage-p">there</a></p>
[1] <p>N.</p>`,
  },
  {
    name: 'a task list',
    given: `- [ ] open
- [x] done`,
    print: '<ul class="tight tasks"><li><p><span class="checkbox">☐ </span>open</p></li><li><p><span class="checkbox">☑ </span>done</p></li></ul>',
  },
  {
    name: 'alerts',
    given: `> [!NOTE]
> So it is.

> [!WARNING]
> Not *so*.`,
    print: `<aside class="callout alert alert-note"><p class="callout-title">Note</p><p>So it is.</p></aside>
<aside class="callout alert alert-warning"><p class="callout-title">Warning</p><p>Not <em>so</em>.</p></aside>`,
  },
  {
    name: 'a table with caption, label and alignment',
    given: `| Year | Tons | x |
|------|-----:|:-:|
| 1932 | 11 | *a* |

: Grain, by [Rome]{lang=it} {#tbl:grain .wide}`,
    print: '<table id="tbl-grain" class="wide"><caption><span class="caption-number">Table 1.</span> Grain, by <span lang="it">Rome</span></caption><thead><tr><th scope="col">Year</th><th scope="col" class="align-right">Tons</th><th scope="col" class="align-center">x</th></tr></thead><tbody><tr><td>1932</td><td class="align-right">11</td><td class="align-center"><em>a</em></td></tr></tbody></table>',
  },
  {
    name: 'a table without caption has no number',
    given: `| a |
|---|
| b |`,
    print: '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
  },
  {
    name: 'a table whose corner is empty names its rows in the first column',
    given: `|  | 1932 | 1933 |
|--:|---|---|
| Lire | 1 | 2 |
|  | 3 | 4 |`,
    print: `<table><thead><tr><td class="align-right"></td><th scope="col">1932</th><th scope="col">1933</th></tr></thead><tbody><tr><th scope="row" class="row-name align-right">Lire</th><td>1</td><td>2</td></tr><tr><th scope="row" class="row-name align-right"></th><td>3</td><td>4</td></tr></tbody></table>`,
  },
  {
    name: 'a picture that only decorates, and one that nobody described',
    given: {
      'm.svg': svg,
      'a.md': `# T

![A rule](m.svg){alt=""}

Words ![](m.svg){alt=""} and ![](m.svg).`,
    },
    print: `<figure id="a-figure" class="figure"><img src="m.svg" alt="" role="presentation"><figcaption><span class="caption-number">Figure 1.</span> A rule</figcaption></figure>
<p>Words <img src="m.svg" alt="" role="presentation"> and <img src="m.svg" alt="" data-undescribed="">.</p>`,
    findings: ['m-008 a.md:5:30 the picture has no alternative text'],
  },
  {
    name: 'a table drawn with plus signs is shown as it was drawn',
    given: `+---+
| a |
+---+`,
    print: `<pre>+---+
| a |
+---+</pre>`,
    findings: [
      'm-005 a.md:3:1 a table drawn with `+---+` is not supported: it is shown as it was drawn',
    ],
  },
  {
    name: 'a figure: caption, alternative text, size',
    given: {
      'm.svg': svg,
      'a.md': `# T

![A *map*](m.svg){#fig:m alt="The Black Sea" width=60% .wide}
`,
    },
    print: '<figure id="fig-m" class="figure wide"><img src="m.svg" alt="The Black Sea" style="width: 60%"><figcaption><span class="caption-number">Figure 1.</span> A <em>map</em></figcaption></figure>',
  },
  {
    name: 'the caption is the alternative text when no other is given',
    given: {
      'm.svg': svg,
      'a.md': `# T

![A *map*](m.svg)
`,
    },
    print: '<figure id="a-figure" class="figure"><img src="m.svg" alt="A map"><figcaption><span class="caption-number">Figure 1.</span> A <em>map</em></figcaption></figure>',
  },
  {
    name: 'a picture among words',
    given: {
      'm.svg': svg,
      'a.md': `# T

A ![star](m.svg){height=9pt} here, and ![two][s].

[s]: m.svg
`,
    },
    print: '<p>A <img src="m.svg" alt="star" style="height: 9pt"> here, and <img src="m.svg" alt="two">.</p>',
  },
  {
    name: 'a picture in a folder with a space in its name',
    given: {
      'my figs/m.svg': svg,
      'a.md': `# T

![Map](my%20figs/m.svg)
`,
    },
    print: '<figure id="a-figure" class="figure"><img src="my figs/m.svg" alt="Map"><figcaption><span class="caption-number">Figure 1.</span> Map</figcaption></figure>',
  },
  {
    name: 'formulas: in the text, on a line of their own, with a number',
    given: `Let $x^2$ be.

$$
y
$$

$$z$$ {#eq:z}`,
    print: `<p>Let <math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x^2"><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math> be.</p>
<div class="equation"><math xmlns="http://www.w3.org/1998/Math/MathML" display="block" alttext="y"><mrow><mi>y</mi></mrow></math></div>
<div class="equation" id="eq-z"><math xmlns="http://www.w3.org/1998/Math/MathML" display="block" alttext="z"><mrow><mi>z</mi></mrow></math><span class="equation-number">(1)</span></div>`,
  },
  {
    name: 'code with language; with a label it is a listing',
    given: `\`\`\`js
a()
\`\`\`

\`\`\`py {#lst:b caption="Beta"}
b()
\`\`\``,
    print: `<pre><code class="language-js">a()</code></pre>
<figure class="listing" id="lst-b"><p class="listing-caption"><span class="caption-number">Listing 1.</span> Beta</p><pre><code class="language-py">b()</code></pre></figure>`,
  },
  {
    name: 'raw LaTeX is shown as code',
    given: `\`\`\`{=latex}
\\newpage
\`\`\``,
    print: '<pre><code>\\newpage</code></pre>',
    findings: [
      'm-005 a.md:3:1 raw latex is not supported: it is shown as code',
    ],
  },
];
