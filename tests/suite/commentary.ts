/** Comments: which words they are found at, how these are marked, where the comments stand. */
import { bib, type Case } from './book.js';

const back = { 'book.yaml': 'title: T\nchapters: [a.md]\nback: [end.md]\n', 'end.md': '# Commentary\n\n::commentary\n' };

export const commentary: readonly Case[] = [
  {
    name: 'a comment at the foot: its words, its letter',
    given: `It lifted the darkest cloud from the road.

:::comment{on="the darkest cloud"}
A phrase of *sermons*.
:::`,
    print: `<p>It lifted <span id="on-the-darkest-cloud" class="commented">the darkest cloud</span><sup class="call comment-call"><a href="#k-the-darkest-cloud" data-note="k-the-darkest-cloud">a</a></sup> from the road.</p>
[a] <p><span class="comment-words">the darkest cloud</span>] A phrase of <em>sermons</em>.</p>`,
  },
  {
    name: 'a comment that stands before its words, and letters in the order of the text',
    given: `:::comment{on=road}
R.
:::
:::comment{on=cloud}
C.
:::

A cloud over the road.`,
    print: `<p>A <span id="on-cloud" class="commented">cloud</span><sup class="call comment-call"><a href="#k-cloud" data-note="k-cloud">a</a></sup> over the <span id="on-road" class="commented">road</span><sup class="call comment-call"><a href="#k-road" data-note="k-road">b</a></sup>.</p>
[a] <p><span class="comment-words">cloud</span>] C.</p>
[b] <p><span class="comment-words">road</span>] R.</p>`,
  },
  {
    name: 'words across emphasis and the end of a line, wrapped piece by piece',
    given: `It lifted the **darkest
cloud** there was.

:::comment{on="the darkest cloud there"}
C.
:::`,
    print: `<p>It lifted <span id="on-the-darkest-cloud-there" class="commented">the</span> <strong><span class="commented">darkest
cloud</span></strong> <span class="commented">there</span><sup class="call comment-call"><a href="#k-the-darkest-cloud-there" data-note="k-the-darkest-cloud-there">a</a></sup> was.</p>
[a] <p><span class="comment-words">the darkest cloud there</span>] C.</p>`,
  },
  {
    name: 'a mark never stands in a link',
    given: `The [salt road](https://example.org) goes on.

:::comment{on="The salt"}
C.
:::`,
    print: `<p><span id="on-The-salt" class="commented">The</span> <a href="https://example.org" class="external"><span class="commented">salt</span> road</a><sup class="call comment-call"><a href="#k-The-salt" data-note="k-The-salt">a</a></sup> goes on.</p>
[a] <p><span class="comment-words">The salt</span>] C.</p>`,
  },
  {
    name: 'words across claims, index marks and spans',
    given: `It was :claim[Italy]{#claim:i status=disputed} that :index[came] [first]{.smallcaps}.

:::evidence{for=claim:i}
E.
:::

:::comment{on="Italy that came first"}
C.
:::

## Evidence

::evidence`,
    print: `<p>It was <span id="claim-i" class="claim claim-disputed"><span id="on-Italy-that-came-first" class="commented">Italy</span></span><sup class="claim-mark" title="disputed"><a href="#ev-claim-i">±</a></sup> <span class="commented">that</span> <span id="i-came" class="index-mark"><span class="commented">came</span></span> <span class="smallcaps"><span class="commented">first</span><sup class="call comment-call"><a href="#k-Italy-that-came-first" data-note="k-Italy-that-came-first">a</a></sup></span>.</p>
<h2 id="a-evidence">Evidence</h2>
<div class="evidence-list"><div class="evidence evidence-disputed" id="ev-claim-i"><p class="evidence-claim"><span class="evidence-number">1</span> <a href="#claim-i">‘Italy’</a> <span class="status status-disputed">± disputed</span> (p. <a class="page-ref" href="#claim-i" data-page="claim-i"></a>)</p><p>E.</p></div></div>
[a] <p><span class="comment-words">Italy that came first</span>] C.</p>`,
    findings: ['d-022 a.md:3:53 this index mark stands in no index'],
  },
  {
    name: 'a note and a citation between the words do not part them, and keep their places',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md]\nbibliography: b.bib\ncitation: {style: chicago-fullnote-bibliography}\n',
      'b.bib': bib.split('\n@book')[0] ?? '',
      'a.md': '# T\n\nA road.^[N.] It was old [@clarke1991]. They mended it.\n\n:::comment{on="road. It was old. They"}\nC.\n:::\n\n## Sources\n',
    },
    print: `<p>A <span id="on-road-It-was-old-They" class="commented">road.</span><sup class="call"><a id="c-a-n" href="#n-a-n" data-note="n-a-n">1</a></sup> <span class="commented">It was old</span>.<sup class="call cited"><a id="c-a-clarke1991" href="#n-a-clarke1991" data-note="n-a-clarke1991">2</a></sup> <span class="commented">They</span><sup class="call comment-call"><a href="#k-road-It-was-old-They" data-note="k-road-It-was-old-They">a</a></sup> mended it.</p>
<h2 id="a-sources">Sources</h2>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. Calvitt. <i>Russia and Italy against Hitler</i>. Greenwood, 1991. <span class="locators" data-pages="cite-clarke1991"></span></p></div>
[1] <p>N.</p>
[2] <p><span id="cite-clarke1991" class="citation"><a href="#ref-clarke1991">J. Calvitt Clarke, <i>Russia and Italy against Hitler</i> (Greenwood, 1991)</a>.</span></p>
[a] <p><span class="comment-words">road. It was old. They</span>] C.</p>`,
  },
  {
    name: 'straight quotation marks and hyphens find printed ones, and white space is white space',
    given: `So: “It’s 5 days – or\u00a06,” he said.

:::comment{on="&quot;It's 5 days - or 6"}
C.
:::`,
    print: `<p>So: <span id="on-It-s-5-days-or" class="commented">“It’s 5 days – or\u00a06</span><sup class="call comment-call"><a href="#k-It-s-5-days-or" data-note="k-It-s-5-days-or">a</a></sup>,” he said.</p>
[a] <p><span class="comment-words">“It’s 5 days – or\u00a06</span>] C.</p>`,
  },
  {
    name: 'capitals as they are quoted come first, others where there are none',
    given: `The road is a Road.

:::comment{on=Road}
C.
:::
:::comment{on=THE}
D.
:::`,
    print: `<p><span id="on-The" class="commented">The</span><sup class="call comment-call"><a href="#k-The" data-note="k-The">a</a></sup> road is a <span id="on-Road" class="commented">Road</span><sup class="call comment-call"><a href="#k-Road" data-note="k-Road">b</a></sup>.</p>
[a] <p><span class="comment-words">The</span>] D.</p>
[b] <p><span class="comment-words">Road</span>] C.</p>`,
  },
  {
    name: 'only whole words: a cloud is not in clouds',
    given: `Clouds and cloud.

:::comment{on=cloud}
C.
:::`,
    print: `<p>Clouds and <span id="on-cloud" class="commented">cloud</span><sup class="call comment-call"><a href="#k-cloud" data-note="k-cloud">a</a></sup>.</p>
[a] <p><span class="comment-words">cloud</span>] C.</p>`,
  },
  {
    name: 'nth picks one of several',
    given: `Salt, salt, salt.

:::comment{on=salt nth=2}
C.
:::`,
    print: `<p>Salt, salt, <span id="on-salt" class="commented">salt</span><sup class="call comment-call"><a href="#k-salt" data-note="k-salt">a</a></sup>.</p>
[a] <p><span class="comment-words">salt</span>] C.</p>`,
  },
  {
    name: 'words that are left out: from the first to the last, over as few as can be',
    given: `He took the road, the long road to the hills, and the sea.

:::comment{on="the … hills"}
C.
:::`,
    print: `<p>He took the road, the long road to <span id="on-the-hills" class="commented">the hills</span><sup class="call comment-call"><a href="#k-the-hills" data-note="k-the-hills">a</a></sup>, and the sea.</p>
[a] <p><span class="comment-words">the hills</span>] C.</p>`,
  },
  {
    name: 'words that are left out, over two paragraphs',
    given: `He took the road.

It was long.

:::comment{on="the road. ... long"}
C.
:::`,
    print: `<p>He took <span id="on-the-road-long" class="commented">the road.</span></p>
<p><span class="commented">It was long</span><sup class="call comment-call"><a href="#k-the-road-long" data-note="k-the-road-long">a</a></sup>.</p>
[a] <p><span class="comment-words">the road. … long</span>] C.</p>`,
  },
  {
    name: 'comments on words that overlap, begin and end together',
    given: `One two three four.

:::comment{on="One two three"}
A.
:::
:::comment{on="One two"}
B.
:::
:::comment{on="two three"}
C.
:::`,
    print: `<p><span id="on-One-two-three" class="commented"><span id="on-One-two" class="commented">One </span></span><span id="on-two-three" class="commented">two</span><sup class="call comment-call"><a href="#k-One-two" data-note="k-One-two">a</a></sup><span class="commented"> three</span><sup class="call comment-call"><a href="#k-two-three" data-note="k-two-three">b</a></sup><sup class="call-separator">,</sup><sup class="call comment-call"><a href="#k-One-two-three" data-note="k-One-two-three">c</a></sup> four.</p>
[a] <p><span class="comment-words">One two</span>] B.</p>
[b] <p><span class="comment-words">two three</span>] C.</p>
[c] <p><span class="comment-words">One two three</span>] A.</p>`,
  },
  {
    name: 'a passage: a document, where the words stand in the chapter, too',
    given: `The price is high.

:::document{#doc:l title="The letter"}
The price is low.
:::

:::comment{on="The price" in=doc:l}
C.
:::`,
    print: `<p>The price is high.</p>
<section class="document" id="doc-l"><p class="document-title"><span class="caption-number">Document 1.</span> The letter</p><p><span id="on-The-price" class="commented">The price</span><sup class="call comment-call"><a href="#k-The-price" data-note="k-The-price">a</a></sup> is low.</p></section>
[a] <p><span class="comment-words">The price</span>] C.</p>`,
  },
  {
    name: 'a section ends with the next of its rank',
    given: `## One {#sec:one}

### Under

Salt.

## Two

Salt.

:::comment{on=Salt in=sec:one}
C.
:::`,
    print: `<h2 id="sec-one">One</h2>
<h3 id="a-under">Under</h3>
<p><span id="on-Salt" class="commented">Salt</span><sup class="call comment-call"><a href="#k-Salt" data-note="k-Salt">a</a></sup>.</p>
<h2 id="a-two">Two</h2>
<p>Salt.</p>
[a] <p><span class="comment-words">Salt</span>] C.</p>`,
  },
  {
    name: 'another chapter, and the words stand there',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md, b.md]\n',
      'a.md': '# A {#chap:a}\n\nSalt.\n',
      'b.md': '# B\n\nSalt.\n\n:::comment{on=Salt in=chap:a}\nC.^[N.]\n:::\n',
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p><span id="on-Salt" class="commented">Salt</span><sup class="call comment-call"><a href="#k-Salt" data-note="k-Salt">a</a></sup>.</p>
[a] <p><span class="comment-words">Salt</span>] C.<sup class="call"><a id="c-a-n" href="#n-a-n" data-note="n-a-n">1</a></sup></p>
[1] <p>N.</p>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<p>Salt.</p>`,
  },
  {
    name: 'a whole section: the mark behind its heading',
    given: `## One *and* all {#sec:one}

Salt.

:::comment{in=sec:one}
C.
:::`,
    print: `<h2 id="sec-one">One <em>and</em> all<sup class="call comment-call"><a id="on-One-and-all" href="#k-One-and-all" data-note="k-One-and-all">a</a></sup></h2>
<p>Salt.</p>
[a] <p><span class="comment-words">One and all</span>] C.</p>`,
  },
  {
    name: 'a whole document: the mark before its first word',
    given: `:::document{#doc:l title="The letter"}
[Salt](https://example.org) is dear.
:::

:::comment{in=doc:l}
C.
:::`,
    print: `<section class="document" id="doc-l"><p class="document-title"><span class="caption-number">Document 1.</span> The letter</p><p><sup class="call comment-call"><a id="on-The-letter" href="#k-The-letter" data-note="k-The-letter">a</a></sup><a href="https://example.org" class="external">Salt</a> is dear.</p></section>
[a] <p><span class="comment-words">The letter</span>] C.</p>`,
  },
  {
    name: 'a whole span: its words',
    given: `[Salt *is*]{#passage:s} dear.

:::comment{in=passage:s}
C.
:::`,
    print: `<p><span id="passage-s"><span id="on-Salt-is" class="commented">Salt</span> <em><span class="commented">is</span><sup class="call comment-call"><a href="#k-Salt-is" data-note="k-Salt-is">a</a></sup></em></span> dear.</p>
[a] <p><span class="comment-words">Salt is</span>] C.</p>`,
  },
  {
    name: 'a comment in a register’s text',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md]\nregisters: {terms: g.yaml}\n',
      'g.yaml': '- term: toll\n  definition: |\n    A price.\n\n    :::comment{on=price}\n    C.\n    :::\n',
      'a.md': '# T\n\n:term[toll]\n\n::glossary\n',
    },
    print: `<p><a id="m-toll" class="mention terms first" href="#terms-toll">toll</a></p>
<dl class="register register-terms"><div class="entry"><dt id="terms-toll">toll</dt><dd><p>A price. <span class="locators" data-pages="m-toll"></span></p></dd></div></dl>`,
    findings: ['d-009 g.yaml:5:1 comments are gathered from chapters only, so this is not printed'],
  },
  {
    name: 'words of a title in the front matter',
    given: { 'a.md': '---\ntitle: On *salt*\n---\n\n# One {#sec:one}\n\nSalt.\n\n:::comment{on="On salt"}\nC.\n:::\n' },
    print: `<h2 id="sec-one">One</h2>
<p>Salt.</p>
[a] <p><span class="comment-words">On salt</span>] C.</p>`,
  },
  {
    name: 'verse, tables, lists, inline code',
    given: `| They brought the *salt
| by night*

| x |
|---|
| \`gate\` shut |

- the toll

:::comment{on="salt by night"}
A.
:::
:::comment{on="gate shut"}
B.
:::
:::comment{on="toll"}
C.
:::`,
    print: `<div class="verse"><p class="stanza"><span class="verse-line">They brought the <em><span id="on-salt-by-night" class="commented">salt</span></em></span><span class="verse-line"><em><span class="commented">by night</span><sup class="call comment-call"><a href="#k-salt-by-night" data-note="k-salt-by-night">a</a></sup></em></span></p></div>
<table><thead><tr><th scope="col">x</th></tr></thead><tbody><tr><td><code><span id="on-gate-shut" class="commented">gate</span></code> <span class="commented">shut</span><sup class="call comment-call"><a href="#k-gate-shut" data-note="k-gate-shut">b</a></sup></td></tr></tbody></table>
<ul class="tight"><li><p>the <span id="on-toll" class="commented">toll</span><sup class="call comment-call"><a href="#k-toll" data-note="k-toll">c</a></sup></p></li></ul>
[a] <p><span class="comment-words">salt by night</span>] A.</p>
[b] <p><span class="comment-words">gate shut</span>] B.</p>
[c] <p><span class="comment-words">toll</span>] C.</p>`,
    epub: `<div class="verse"><p class="stanza"><span class="verse-line">They brought the <em><span id="on-salt-by-night" class="commented">salt</span></em></span><br><span class="verse-line"><em><span class="commented">by night</span><sup class="call comment-call"><a href="#k-salt-by-night" data-note="k-salt-by-night">a</a></sup></em></span></p></div>
<table><thead><tr><th scope="col">x</th></tr></thead><tbody><tr><td><code><span id="on-gate-shut" class="commented">gate</span></code> <span class="commented">shut</span><sup class="call comment-call"><a href="#k-gate-shut" data-note="k-gate-shut">b</a></sup></td></tr></tbody></table>
<ul class="tight"><li><p>the <span id="on-toll" class="commented">toll</span><sup class="call comment-call"><a href="#k-toll" data-note="k-toll">c</a></sup></p></li></ul>
[a] <p><span class="comment-words">salt by night</span>] A.</p>
[b] <p><span class="comment-words">gate shut</span>] B.</p>
[c] <p><span class="comment-words">toll</span>] C.</p>`,
  },
  {
    name: 'a citation inside a comment stays there, and is the first where the comment stands first',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md]\nbibliography: b.bib\ncitation: {style: chicago-fullnote-bibliography, back-links: false}\n',
      'b.bib': bib.split('\n@book')[0] ?? '',
      'a.md': '# T\n\nSalt and road [@clarke1991, p. 2].\n\n:::comment{on=Salt}\nSee [@clarke1991, p. 1].\n:::\n\n## Sources\n',
    },
    print: `<p><span id="on-Salt" class="commented">Salt</span><sup class="call comment-call"><a href="#k-Salt" data-note="k-Salt">a</a></sup> and road.<sup class="call cited"><a id="c-a-clarke1991-p-2" href="#n-a-clarke1991-p-2" data-note="n-a-clarke1991-p-2">1</a></sup></p>
<h2 id="a-sources">Sources</h2>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. Calvitt. <i>Russia and Italy against Hitler</i>. Greenwood, 1991.</p></div>
[a] <p><span class="comment-words">Salt</span>] See <a href="#ref-clarke1991">J. Calvitt Clarke, <i>Russia and Italy against Hitler</i> (Greenwood, 1991), 1</a>.</p>
[1] <p><a href="#ref-clarke1991">Clarke, 2</a>.</p>`,
  },
  {
    name: 'at the end, by page and line; in the EPUB, where lines are the reader’s own, by page',
    given: {
      ...back,
      'a.md': '# T\n\nSalt is dear.\n\n:::comment{on="Salt" placement=end}\nC.\n:::\n',
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<p><span id="on-Salt" class="commented">Salt</span><span class="comment-mark" title="Salt"><a href="#k-Salt">*</a></span> is dear.</p>
<h1 id="end" class="chapter-title"><span class="chapter-name">Commentary</span></h1>
<div class="commentary"><div class="comment" id="k-Salt"><p><span class="comment-place">p. <a class="page-ref" href="#on-Salt" data-page="on-Salt"></a><span class="line-of" data-page-line="on-Salt"></span></span> <span class="comment-words">Salt</span>] C.</p></div></div>`,
    epub: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<p><span id="on-Salt" class="commented">Salt</span><span class="comment-mark" title="Salt"><a href="#k-Salt">*</a></span> is dear.</p>
<h1 id="end" class="chapter-title"><span class="chapter-name">Commentary</span></h1>
<div class="commentary"><div class="comment" id="k-Salt"><p><span class="comment-place">p. <a class="page-ref" href="#on-Salt" data-page="on-Salt"></a></span> <span class="comment-words">Salt</span>] C.</p></div></div>`,
  },
  {
    name: 'at the end as book.yaml says, by chapter; one at the foot all the same',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md, b.md]\ncommentary: end\nback: [end.md]\n',
      'end.md': '# End\n\n::commentary\n',
      'a.md': '# A\n\nSalt.\n\n:::comment{on=Salt}\nC.\n:::\n',
      'b.md': '# B\n\nRoad, gate.\n\n:::comment{on=Road}\nD.\n:::\n:::comment{on=gate placement=foot}\nE.\n:::\n',
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p><span id="on-Salt" class="commented">Salt</span><span class="comment-mark" title="Salt"><a href="#k-Salt">*</a></span>.</p>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<p><span id="on-Road" class="commented">Road</span><span class="comment-mark" title="Road"><a href="#k-Road">*</a></span>, <span id="on-gate" class="commented">gate</span><sup class="call comment-call"><a href="#k-gate" data-note="k-gate">a</a></sup>.</p>
[a] <p><span class="comment-words">gate</span>] E.</p>
<h1 id="end" class="chapter-title"><span class="chapter-name">End</span></h1>
<div class="commentary"><h2 class="commentary-chapter">1. A</h2><div class="comment" id="k-Salt"><p><span class="comment-place">p. <a class="page-ref" href="#on-Salt" data-page="on-Salt"></a><span class="line-of" data-page-line="on-Salt"></span></span> <span class="comment-words">Salt</span>] C.</p></div><h2 class="commentary-chapter">2. B</h2><div class="comment" id="k-Road"><p><span class="comment-place">p. <a class="page-ref" href="#on-Road" data-page="on-Road"></a><span class="line-of" data-page-line="on-Road"></span></span> <span class="comment-words">Road</span>] D.</p></div></div>`,
    epub: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p><span id="on-Salt" class="commented">Salt</span><span class="comment-mark" title="Salt"><a href="#k-Salt">*</a></span>.</p>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<p><span id="on-Road" class="commented">Road</span><span class="comment-mark" title="Road"><a href="#k-Road">*</a></span>, <span id="on-gate" class="commented">gate</span><sup class="call comment-call"><a href="#k-gate" data-note="k-gate">a</a></sup>.</p>
[a] <p><span class="comment-words">gate</span>] E.</p>
<h1 id="end" class="chapter-title"><span class="chapter-name">End</span></h1>
<div class="commentary"><h2 class="commentary-chapter">1. A</h2><div class="comment" id="k-Salt"><p><span class="comment-place">p. <a class="page-ref" href="#on-Salt" data-page="on-Salt"></a></span> <span class="comment-words">Salt</span>] C.</p></div><h2 class="commentary-chapter">2. B</h2><div class="comment" id="k-Road"><p><span class="comment-place">p. <a class="page-ref" href="#on-Road" data-page="on-Road"></a></span> <span class="comment-words">Road</span>] D.</p></div></div>`,
  },
  {
    name: 'a label leads to the comment',
    given: `Salt. See [there](#note:salt).

:::comment{#note:salt on=Salt}
C.
:::`,
    print: `<p><span id="on-Salt" class="commented">Salt</span><sup class="call comment-call"><a href="#note-salt" data-note="note-salt">a</a></sup>. See <a href="#note-salt">there</a>.</p>
[a] <p><span class="comment-words">Salt</span>] C.</p>`,
  },
  {
    name: 'terms and marks in a comment are collected where it stands, once',
    given: `Salt.

:::comment{on=Salt}
Of :index[tolls] and a $x$.
:::

## Index

::index`,
    print: `<p><span id="on-Salt" class="commented">Salt</span><sup class="call comment-call"><a href="#k-Salt" data-note="k-Salt">a</a></sup>.</p>
<h2 id="a-index">Index</h2>
<div class="index"><ul class="index-letter"><li><p class="index-entry">tolls, <span class="locators" data-pages="i-tolls"></span></p></li></ul></div>
[a] <p><span class="comment-words">Salt</span>] Of <span id="i-tolls" class="index-mark">tolls</span> and a <math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x"><mrow><mi>x</mi></mrow></math>.</p>`,
  },
  {
    name: 'words that a script took with it',
    given: `A <script>road and</script> gate.

:::comment{on=road}
C.
:::`,
    print: '<p>A  gate.</p>',
    findings: [
      'm-004 a.md:3:3 `<script>` is taken out of this HTML: a page takes neither scripts, styles, forms nor pictures from it',
      'd-009 a.md:5:1 the words that this comment is on are not printed: `road`',
    ],
  },
];
