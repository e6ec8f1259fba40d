/** The words of references: ranges, titles, pages, notes, kinds of the author's own, in every language. */
import { svg, type Case } from './book.js';

export const crossReferences: readonly Case[] = [
  {
    name: 'numbers in a row are a range, in whatever order they are named',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
`,
      'm.svg': svg,
      'a.md': `# T

See [@fig:c; @fig:a; @fig:b], [@fig:a; @fig:b; @fig:c; @fig:e], [@fig:a; @fig:c; @fig:e] and [@fig:b; @fig:b].

![A](m.svg){#fig:a}

![B](m.svg){#fig:b}

![C](m.svg){#fig:c}

![D](m.svg){#fig:d}

![E](m.svg){#fig:e}
`,
    },
    print: `<p>See <a class="cross-reference" href="#fig-a">figures 1</a>–<a class="cross-reference" href="#fig-c">3</a>, <a class="cross-reference" href="#fig-a">figures 1</a>–<a class="cross-reference" href="#fig-c">3</a> and <a class="cross-reference" href="#fig-e">5</a>, <a class="cross-reference" href="#fig-a">figures 1</a>, <a class="cross-reference" href="#fig-c">3</a> and <a class="cross-reference" href="#fig-e">5</a> and <a class="cross-reference" href="#fig-b">figure 2</a>.</p>
<figure id="fig-a" class="figure"><img src="m.svg" alt="A"><figcaption><span class="caption-number">Figure 1.</span> A</figcaption></figure>
<figure id="fig-b" class="figure"><img src="m.svg" alt="B"><figcaption><span class="caption-number">Figure 2.</span> B</figcaption></figure>
<figure id="fig-c" class="figure"><img src="m.svg" alt="C"><figcaption><span class="caption-number">Figure 3.</span> C</figcaption></figure>
<figure id="fig-d" class="figure"><img src="m.svg" alt="D"><figcaption><span class="caption-number">Figure 4.</span> D</figcaption></figure>
<figure id="fig-e" class="figure"><img src="m.svg" alt="E"><figcaption><span class="caption-number">Figure 5.</span> E</figcaption></figure>`,
  },
  {
    name: 'a range begins a sentence with a capital; alone with its numbers it has no name',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
`,
      'm.svg': svg,
      'a.md': `# T

[@fig:a; @fig:b; @fig:c] show it; see [-@fig:b; -@fig:c; -@fig:d].

![A](m.svg){#fig:a}

![B](m.svg){#fig:b}

![C](m.svg){#fig:c}

![D](m.svg){#fig:d}

![E](m.svg){#fig:e}
`,
    },
    print: `<p><a class="cross-reference" href="#fig-a">Figures 1</a>–<a class="cross-reference" href="#fig-c">3</a> show it; see <a class="cross-reference" href="#fig-b">2</a>–<a class="cross-reference" href="#fig-d">4</a>.</p>
<figure id="fig-a" class="figure"><img src="m.svg" alt="A"><figcaption><span class="caption-number">Figure 1.</span> A</figcaption></figure>
<figure id="fig-b" class="figure"><img src="m.svg" alt="B"><figcaption><span class="caption-number">Figure 2.</span> B</figcaption></figure>
<figure id="fig-c" class="figure"><img src="m.svg" alt="C"><figcaption><span class="caption-number">Figure 3.</span> C</figcaption></figure>
<figure id="fig-d" class="figure"><img src="m.svg" alt="D"><figcaption><span class="caption-number">Figure 4.</span> D</figcaption></figure>
<figure id="fig-e" class="figure"><img src="m.svg" alt="E"><figcaption><span class="caption-number">Figure 5.</span> E</figcaption></figure>`,
  },
  {
    name: 'questions of one chapter are a range',
    given: `:::question{#q:a}
A?
:::

:::question{#q:b}
B?
:::

:::question{#q:c}
C?
:::

Do [@q:a; @q:b; @q:c].`,
    print: `<div class="question level-1" id="q-a"><p><span class="question-number">1.1 </span>A?</p><p class="question-tail"><span class="question-level">recall</span></p></div>
<div class="question level-1" id="q-b"><p><span class="question-number">1.2 </span>B?</p><p class="question-tail"><span class="question-level">recall</span></p></div>
<div class="question level-1" id="q-c"><p><span class="question-number">1.3 </span>C?</p><p class="question-tail"><span class="question-level">recall</span></p></div>
<p>Do <a class="cross-reference" href="#q-a">questions 1.1</a>–<a class="cross-reference" href="#q-c">1.3</a>.</p>`,
  },
  {
    name: 'of three kinds',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
`,
      'm.svg': svg,
      'a.md': `# T

See [@fig:a; @sec:s; @tbl:t].

## S {#sec:s}

| x |
|---|

: T {#tbl:t}

![A](m.svg){#fig:a}

![B](m.svg){#fig:b}

![C](m.svg){#fig:c}

![D](m.svg){#fig:d}

![E](m.svg){#fig:e}
`,
    },
    print: `<p>See <a class="cross-reference" href="#fig-a">figure 1</a>, <a class="cross-reference" href="#sec-s">section ‘S’</a> and <a class="cross-reference" href="#tbl-t">table 1</a>.</p>
<h2 id="sec-s">S</h2>
<table id="tbl-t"><caption><span class="caption-number">Table 1.</span> T</caption><thead><tr><th scope="col">x</th></tr></thead></table>
<figure id="fig-a" class="figure"><img src="m.svg" alt="A"><figcaption><span class="caption-number">Figure 1.</span> A</figcaption></figure>
<figure id="fig-b" class="figure"><img src="m.svg" alt="B"><figcaption><span class="caption-number">Figure 2.</span> B</figcaption></figure>
<figure id="fig-c" class="figure"><img src="m.svg" alt="C"><figcaption><span class="caption-number">Figure 3.</span> C</figcaption></figure>
<figure id="fig-d" class="figure"><img src="m.svg" alt="D"><figcaption><span class="caption-number">Figure 4.</span> D</figcaption></figure>
<figure id="fig-e" class="figure"><img src="m.svg" alt="E"><figcaption><span class="caption-number">Figure 5.</span> E</figcaption></figure>`,
  },
  {
    name: 'by title',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
`,
      'm.svg': svg,
      'a.md': `# T

See @sec:road{form=title}, [@sec:road]{form=title}, [@fig:a; @fig:b]{form=title}.

## The *road* {#sec:road}

![A](m.svg){#fig:a}

![B](m.svg){#fig:b}

![C](m.svg){#fig:c}

![D](m.svg){#fig:d}

![E](m.svg){#fig:e}
`,
    },
    print: `<p>See <a class="cross-reference" href="#sec-road">‘The road’</a>, <a class="cross-reference" href="#sec-road">‘The road’</a>, <a class="cross-reference" href="#fig-a">‘A’</a> and <a class="cross-reference" href="#fig-b">‘B’</a>.</p>
<h2 id="sec-road">The <em>road</em></h2>
<figure id="fig-a" class="figure"><img src="m.svg" alt="A"><figcaption><span class="caption-number">Figure 1.</span> A</figcaption></figure>
<figure id="fig-b" class="figure"><img src="m.svg" alt="B"><figcaption><span class="caption-number">Figure 2.</span> B</figcaption></figure>
<figure id="fig-c" class="figure"><img src="m.svg" alt="C"><figcaption><span class="caption-number">Figure 3.</span> C</figcaption></figure>
<figure id="fig-d" class="figure"><img src="m.svg" alt="D"><figcaption><span class="caption-number">Figure 4.</span> D</figcaption></figure>
<figure id="fig-e" class="figure"><img src="m.svg" alt="E"><figcaption><span class="caption-number">Figure 5.</span> E</figcaption></figure>`,
  },
  {
    name: 'with the page',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
`,
      'm.svg': svg,
      'a.md': `# T

See @fig:a{form=page} and [@fig:a; @fig:b]{form=page}. @fig:b{form=page} too.

![A](m.svg){#fig:a}

![B](m.svg){#fig:b}

![C](m.svg){#fig:c}

![D](m.svg){#fig:d}

![E](m.svg){#fig:e}
`,
    },
    print: `<p>See <a class="cross-reference" href="#fig-a">figure 1</a> <span class="page-words">on page </span><a class="page-ref" href="#fig-a" data-page="fig-a"></a> and <a class="cross-reference" href="#fig-a">figure 1</a> <span class="page-words">on page </span><a class="page-ref" href="#fig-a" data-page="fig-a"></a> and <a class="cross-reference" href="#fig-b">figure 2</a> <span class="page-words">on page </span><a class="page-ref" href="#fig-b" data-page="fig-b"></a>. <a class="cross-reference" href="#fig-b">Figure 2</a> <span class="page-words">on page </span><a class="page-ref" href="#fig-b" data-page="fig-b"></a> too.</p>
<figure id="fig-a" class="figure"><img src="m.svg" alt="A"><figcaption><span class="caption-number">Figure 1.</span> A</figcaption></figure>
<figure id="fig-b" class="figure"><img src="m.svg" alt="B"><figcaption><span class="caption-number">Figure 2.</span> B</figcaption></figure>
<figure id="fig-c" class="figure"><img src="m.svg" alt="C"><figcaption><span class="caption-number">Figure 3.</span> C</figcaption></figure>
<figure id="fig-d" class="figure"><img src="m.svg" alt="D"><figcaption><span class="caption-number">Figure 4.</span> D</figcaption></figure>
<figure id="fig-e" class="figure"><img src="m.svg" alt="E"><figcaption><span class="caption-number">Figure 5.</span> E</figcaption></figure>`,
  },
  {
    name: 'the number alone',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
`,
      'm.svg': svg,
      'a.md': `# T

Figures @fig:a{form=number} to [@fig:c]{form=number}.

![A](m.svg){#fig:a}

![B](m.svg){#fig:b}

![C](m.svg){#fig:c}

![D](m.svg){#fig:d}

![E](m.svg){#fig:e}
`,
    },
    print: `<p>Figures <a class="cross-reference" href="#fig-a">1</a> to <a class="cross-reference" href="#fig-c">3</a>.</p>
<figure id="fig-a" class="figure"><img src="m.svg" alt="A"><figcaption><span class="caption-number">Figure 1.</span> A</figcaption></figure>
<figure id="fig-b" class="figure"><img src="m.svg" alt="B"><figcaption><span class="caption-number">Figure 2.</span> B</figcaption></figure>
<figure id="fig-c" class="figure"><img src="m.svg" alt="C"><figcaption><span class="caption-number">Figure 3.</span> C</figcaption></figure>
<figure id="fig-d" class="figure"><img src="m.svg" alt="D"><figcaption><span class="caption-number">Figure 4.</span> D</figcaption></figure>
<figure id="fig-e" class="figure"><img src="m.svg" alt="E"><figcaption><span class="caption-number">Figure 5.</span> E</figcaption></figure>`,
  },
  {
    name: 'a form that there is not, and one that a label cannot have',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
`,
      'm.svg': svg,
      'a.md': `# T

See @fig:a{form=pages} and @q:q{form=title}.

:::question{#q:q}
Why?
:::

![A](m.svg){#fig:a}

![B](m.svg){#fig:b}

![C](m.svg){#fig:c}

![D](m.svg){#fig:d}

![E](m.svg){#fig:e}
`,
    },
    print: `<p>See <a class="cross-reference" href="#fig-a">figure 1</a> and <a class="cross-reference" href="#q-q">question 1.1</a>.</p>
<div class="question level-1" id="q-q"><p><span class="question-number">1.1 </span>Why?</p><p class="question-tail"><span class="question-level">recall</span></p></div>
<figure id="fig-a" class="figure"><img src="m.svg" alt="A"><figcaption><span class="caption-number">Figure 1.</span> A</figcaption></figure>
<figure id="fig-b" class="figure"><img src="m.svg" alt="B"><figcaption><span class="caption-number">Figure 2.</span> B</figcaption></figure>
<figure id="fig-c" class="figure"><img src="m.svg" alt="C"><figcaption><span class="caption-number">Figure 3.</span> C</figcaption></figure>
<figure id="fig-d" class="figure"><img src="m.svg" alt="D"><figcaption><span class="caption-number">Figure 4.</span> D</figcaption></figure>
<figure id="fig-e" class="figure"><img src="m.svg" alt="E"><figcaption><span class="caption-number">Figure 5.</span> E</figcaption></figure>`,
    findings: [
      'x-004 a.md:3:12 `form=pages` is not a form of a reference',
      'x-004 a.md:3:33 `q:q` has no title to be called by',
    ],
  },
  {
    name: 'a span around more than references stays a span',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
`,
      'm.svg': svg,
      'a.md': `# T

[see @fig:a]{form=page} and [@fig:a]{.smallcaps}

![A](m.svg){#fig:a}

![B](m.svg){#fig:b}

![C](m.svg){#fig:c}

![D](m.svg){#fig:d}

![E](m.svg){#fig:e}
`,
    },
    print: `<p><span>see <a class="cross-reference" href="#fig-a">figure 1</a></span> and <span class="smallcaps"><a class="cross-reference" href="#fig-a">figure 1</a></span></p>
<figure id="fig-a" class="figure"><img src="m.svg" alt="A"><figcaption><span class="caption-number">Figure 1.</span> A</figcaption></figure>
<figure id="fig-b" class="figure"><img src="m.svg" alt="B"><figcaption><span class="caption-number">Figure 2.</span> B</figcaption></figure>
<figure id="fig-c" class="figure"><img src="m.svg" alt="C"><figcaption><span class="caption-number">Figure 3.</span> C</figcaption></figure>
<figure id="fig-d" class="figure"><img src="m.svg" alt="D"><figcaption><span class="caption-number">Figure 4.</span> D</figcaption></figure>
<figure id="fig-e" class="figure"><img src="m.svg" alt="E"><figcaption><span class="caption-number">Figure 5.</span> E</figcaption></figure>`,
  },
  {
    name: 'a note by its number',
    given: `Words.^[One.]{#note:one} More.[^x]{#note:two}

See @note:one and [@note:one; @note:two].

[^x]: Two.`,
    print: `<p>Words.<sup id="note-one" class="call"><a id="c-a-one" href="#n-a-one" data-note="n-a-one">1</a></sup> More.<sup id="note-two" class="call"><a id="c-a-x" href="#n-a-x" data-note="n-a-x">2</a></sup></p>
<p>See <a class="cross-reference" href="#note-one">note 1</a> and <a class="cross-reference" href="#note-one">notes 1</a> and <a class="cross-reference" href="#note-two">2</a>.</p>
[1] <p>One.</p>
[2] <p>Two.</p>`,
  },
  {
    name: 'a note of another chapter with its page',
    given: {
      'book.yaml': `title: T
chapters: [a.md, b.md]
`,
      'a.md': `# A

Words.^[One.]{#note:one}
`,
      'b.md': `# B

As @note:one says.^[Two.] @note:one.
`,
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p>Words.<sup id="note-one" class="call"><a id="c-a-one" href="#n-a-one" data-note="n-a-one">1</a></sup></p>
[1] <p>One.</p>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<p>As <a class="cross-reference" href="#note-one">note 1</a> <span class="page-words">on page </span><a class="page-ref" href="#note-one" data-page="note-one"></a> says.<sup class="call"><a id="c-b-two" href="#n-b-two" data-note="n-b-two">1</a></sup> <a class="cross-reference" href="#note-one">Note 1</a> <span class="page-words">on page </span><a class="page-ref" href="#note-one" data-page="note-one"></a>.</p>
[1] <p>Two.</p>`,
  },
  {
    name: 'blocks of the author’s own kinds are numbered, each kind by itself',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
kinds:
  theorem: {label: thm, one: theorem, several: theorems}
  exercise: {label: ex, one: exercise, several: exercises}
`,
      'a.md': `# T

:::theorem{#thm:a title="Salt"}
All roads lead to it.
:::

:::exercise
Prove it.
:::

:::theorem{#thm:b lang=it}
- Uno.
:::

By @thm:a, [@thm:a; @thm:b] and @thm:a{form=title}. @thm:b!
`,
    },
    print: `<section class="numbered-block kind-theorem" id="thm-a"><p><span class="block-number">Theorem 1 (Salt).</span> All roads lead to it.</p></section>
<section class="numbered-block kind-exercise" id="a-exercise"><p><span class="block-number">Exercise 1.</span> Prove it.</p></section>
<section class="numbered-block kind-theorem" id="thm-b" lang="it"><p><span class="block-number">Theorem 2.</span> </p><ul class="tight"><li><p>Uno.</p></li></ul></section>
<p>By <a class="cross-reference" href="#thm-a">theorem 1</a>, <a class="cross-reference" href="#thm-a">theorems 1</a> and <a class="cross-reference" href="#thm-b">2</a> and <a class="cross-reference" href="#thm-a">‘Salt’</a>. <a class="cross-reference" href="#thm-b">Theorem 2</a>!</p>`,
  },
  {
    name: 'an own kind that is misspelt, used inline or not declared',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
kinds:
  theorem: {label: thm, one: theorem, several: theorems}
  exercise: {label: ex, one: exercise, several: exercises}
`,
      'a.md': `# T

:::theorm
Words.
:::

:theorem[x]

:::theorem{titel=x}
Words.
:::

@thm:nowhere
`,
    },
    print: `<p>Words.</p>
<p>x</p>
<section class="numbered-block kind-theorem" id="a-theorem"><p><span class="block-number">Theorem 1.</span> Words.</p></section>
<p>@thm:nowhere</p>`,
    findings: [
      'd-001 a.md:3:1 there is no directive `:::theorm`',
      'd-001 a.md:7:1 there is no directive `:theorem`',
      'd-008 a.md:9:12 `:::theorem` has no attribute `titel`',
      'x-001 a.md:13:2 there is no label `thm:nowhere`',
    ],
  },
  {
    name: 'sections with numbers are called by them, others by their titles',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
back: [z.md]
number-sections: 2
`,
      'a.md': `# A

## One {#sec:one}

### Deeper {#sec:deeper}

#### Deepest {#sec:deepest}

## Apart {.unnumbered #sec:apart}

## Two {#sec:two}

See [@sec:one; @sec:two], @sec:deeper, @sec:deepest, @sec:apart and @sec:back.
`,
      'z.md': `# Z

## Back {#sec:back}
`,
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<h2 id="sec-one"><span class="section-number">1.1</span> One</h2>
<h3 id="sec-deeper"><span class="section-number">1.1.1</span> Deeper</h3>
<h4 id="sec-deepest">Deepest</h4>
<h2 id="sec-apart" class="unnumbered">Apart</h2>
<h2 id="sec-two"><span class="section-number">1.2</span> Two</h2>
<p>See <a class="cross-reference" href="#sec-one">sections 1.1</a> and <a class="cross-reference" href="#sec-two">1.2</a>, <a class="cross-reference" href="#sec-deeper">section 1.1.1</a>, <a class="cross-reference" href="#sec-deepest">section ‘Deepest’</a>, <a class="cross-reference" href="#sec-apart">section ‘Apart’</a> and <a class="cross-reference" href="#sec-back">section ‘Back’</a>.</p>
<h1 id="z" class="chapter-title"><span class="chapter-name">Z</span></h1>
<h2 id="sec-back">Back</h2>`,
  },
  {
    name: 'over files, forwards and backwards',
    given: {
      'book.yaml': `title: T
chapters: [a.md, b.md]
kinds:
  theorem: {label: thm, one: theorem, several: theorems}
  exercise: {label: ex, one: exercise, several: exercises}
`,
      'a.md': `# A

See @thm:b and @sec:s.
`,
      'b.md': `# B

:::theorem{#thm:b}
Words.
:::

## S {#sec:s}
`,
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p>See <a class="cross-reference" href="#thm-b">theorem 1</a> and <a class="cross-reference" href="#sec-s">section ‘S’</a>.</p>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<section class="numbered-block kind-theorem" id="thm-b"><p><span class="block-number">Theorem 1.</span> Words.</p></section>
<h2 id="sec-s">S</h2>`,
  },
  inLanguage('Italian', 'it', 'Si vedano [@fig:a; @fig:b; @fig:c] e @doc:d. @passage:p.', 'Si vedano {fig-a|figure 1}–{fig-c|3} e {doc-d|documento 1}. {passage-p|Documento 1}, {line}.', ['Figura', 'Documento', 'capoverso']),
  inLanguage('German', 'de', 'Siehe [@fig:a; @fig:b; @fig:c], @doc:d und @passage:p.', 'Siehe {fig-a|Abbildungen 1}–{fig-c|3}, {doc-d|Dokument 1} und {passage-p|Dokument 1}, {line}.', ['Abbildung', 'Dokument', 'Absatz']),
  inLanguage('French', 'fr', 'Voir [@fig:a; @fig:b; @fig:c], @doc:d et @passage:p.', 'Voir {fig-a|figures 1}–{fig-c|3}, {doc-d|document 1} et {passage-p|document 1}, {line}.', ['Figure', 'Document', 'paragraphe']),
  inLanguage('Russian', 'ru', 'См. [@fig:a; @fig:b; @fig:c], @doc:d и @passage:p.', 'См. {fig-a|рисунки 1}–{fig-c|3}, {doc-d|документ 1} и {passage-p|документ 1}, {line}.', ['Рисунок', 'Документ', 'абзац']),
];

/**
 * A range of figures, a document and a place in it, called in a sentence.
 *
 * @param shown the same sentence as it is printed: `{anchor|words}` is a reference, `{line}` the place within the document
 * @param words above a figure and a document, and of a paragraph in the EPUB
 */
function inLanguage(name: string, language: string, written: string, shown: string, [figure, document, paragraph]: readonly [string, string, string]): Case {
  const letters = ['A', 'B', 'C'];
  const sentence = (place: string): string =>
    `<p>${shown.replace('{line}', `<a class="cross-reference" href="#passage-p" data-uncounted=""${place}</a>`).replaceAll(/\{([^|}]*)\|([^ }]*)( ?)([^}]*)\}/g, (_, anchor: string, word: string, space: string, number: string) => `<a class="cross-reference" href="#${anchor}">${word}${space && '\u00a0'}${number}</a>`)}</p>`;
  const title = `<p class="document-title"><span class="caption-number">${document} 1.</span></p>`;
  const figures = letters.map((letter, index) => `<figure id="fig-${letter.toLowerCase()}" class="figure"><img src="m.svg" alt="${letter}"><figcaption><span class="caption-number">${figure} ${index + 1}.</span> ${letter}</figcaption></figure>`);
  return {
    name: `in ${name}`,
    given: {
      'book.yaml': `title: T\nlanguage: ${language}\nchapters: [a.md]\n`,
      'm.svg': svg,
      'a.md': `# T\n\n${written}\n\n:::document{#doc:d numbers=5}\n[X]{#passage:p}.\n:::\n\n${letters.map((letter) => `![${letter}](m.svg){#fig:${letter.toLowerCase()}}\n`).join('\n')}`,
    },
    print: [sentence(' data-line="passage-p">'), `<section class="document" id="doc-d" data-numbers="5">${title}<p><span id="passage-p">X</span>.</p></section>`, ...figures].join('\n'),
    epub: [sentence(`>${paragraph}\u00a01`), `<section class="document" id="doc-d">${title}<p><span class="paragraph-number" data-uncounted="">1</span> <span id="passage-p">X</span>.</p></section>`, ...figures].join('\n'),
  };
}
