/** Source documents and their translations, columns, epigraphs, charts with their data inside. */
import type { Case } from './book.js';

export const documents: readonly Case[] = [
  {
    name: 'what a document is above, where it lies below; its lines are numbered in print, its paragraphs in the EPUB',
    given: `:::document{#doc:letter title="A letter" source="Invented" archive="ASV 12" date=1933-09-02 numbers=5}
First words, [the carts]{#passage:carts} came.

Second paragraph.
:::`,
    print: '<section class="document" id="doc-letter" data-numbers="5"><p class="document-title"><span class="caption-number">Document 1.</span> A letter</p><p class="document-date">2 September 1933</p><p>First words, <span id="passage-carts">the carts</span> came.</p><p>Second paragraph.</p><p class="document-source">Invented, ASV 12</p></section>',
    epub: '<section class="document" id="doc-letter"><p class="document-title"><span class="caption-number">Document 1.</span> A letter</p><p class="document-date">2 September 1933</p><p><span class="paragraph-number" data-uncounted="">1</span> First words, <span id="passage-carts">the carts</span> came.</p><p><span class="paragraph-number" data-uncounted="">2</span> Second paragraph.</p><p class="document-source">Invented, ASV 12</p></section>',
  },
  {
    name: 'a date that is no EDTF is printed as it is written',
    given: `:::document{title="A letter" date="the day after"}
Words.
:::`,
    print: '<section class="document" id="a-document"><p class="document-title">A letter</p><p class="document-date">the day after</p><p>Words.</p></section>',
  },
  {
    name: 'our own words in a document of another language are in the book’s',
    given: `:::document{#doc:x lang=ru date=1933}
Слово.
:::`,
    print: '<section class="document" id="doc-x" lang="ru"><p class="document-title"><span class="caption-number" lang="en-GB">Document 1.</span></p><p class="document-date" lang="en-GB">1933</p><p>Слово.</p></section>',
  },
  {
    name: 'a place in a document is told by its line in print, by its paragraph in the EPUB',
    given: `:::document{#doc:letter title="A letter" source="Invented" archive="ASV 12" date=1933-09-02 numbers=5}
First words, [the carts]{#passage:carts} came.

Second paragraph.
:::

See @passage:carts. @passage:carts says it, on line [-@passage:carts], and [@passage:carts]{form=page}.`,
    print: `<section class="document" id="doc-letter" data-numbers="5"><p class="document-title"><span class="caption-number">Document 1.</span> A letter</p><p class="document-date">2 September 1933</p><p>First words, <span id="passage-carts">the carts</span> came.</p><p>Second paragraph.</p><p class="document-source">Invented, ASV 12</p></section>
<p>See <a class="cross-reference" href="#passage-carts">document 1</a>, <a class="cross-reference" href="#passage-carts" data-uncounted="" data-line="passage-carts"></a>. <a class="cross-reference" href="#passage-carts">Document 1</a>, <a class="cross-reference" href="#passage-carts" data-uncounted="" data-line="passage-carts"></a> says it, on line <a class="cross-reference" href="#passage-carts" data-uncounted="" data-line="passage-carts" data-bare=""></a>, and <a class="cross-reference" href="#passage-carts">document 1</a>, <a class="cross-reference" href="#passage-carts" data-uncounted="" data-line="passage-carts"></a> <span class="page-words">on page </span><a class="page-ref" href="#passage-carts" data-page="passage-carts"></a>.</p>`,
    epub: `<section class="document" id="doc-letter"><p class="document-title"><span class="caption-number">Document 1.</span> A letter</p><p class="document-date">2 September 1933</p><p><span class="paragraph-number" data-uncounted="">1</span> First words, <span id="passage-carts">the carts</span> came.</p><p><span class="paragraph-number" data-uncounted="">2</span> Second paragraph.</p><p class="document-source">Invented, ASV 12</p></section>
<p>See <a class="cross-reference" href="#passage-carts">document 1</a>, <a class="cross-reference" href="#passage-carts" data-uncounted="">paragraph 1</a>. <a class="cross-reference" href="#passage-carts">Document 1</a>, <a class="cross-reference" href="#passage-carts" data-uncounted="">paragraph 1</a> says it, on line <a class="cross-reference" href="#passage-carts" data-uncounted="">1</a>, and <a class="cross-reference" href="#passage-carts">document 1</a>, <a class="cross-reference" href="#passage-carts" data-uncounted="">paragraph 1</a> <span class="page-words">on page </span><a class="page-ref" href="#passage-carts" data-page="passage-carts"></a>.</p>`,
  },
  {
    name: 'two places',
    given: `:::document{#doc:x numbers=5}
[One]{#passage:one}.

[Two]{#passage:two}.
:::

See [@passage:one; @passage:two].`,
    print: `<section class="document" id="doc-x" data-numbers="5"><p class="document-title"><span class="caption-number">Document 1.</span></p><p><span id="passage-one">One</span>.</p><p><span id="passage-two">Two</span>.</p></section>
<p>See <a class="cross-reference" href="#passage-one">document 1</a>, <a class="cross-reference" href="#passage-one" data-uncounted="" data-line="passage-one"></a> and <a class="cross-reference" href="#passage-two" data-uncounted="" data-line="passage-two"></a>.</p>`,
    epub: `<section class="document" id="doc-x"><p class="document-title"><span class="caption-number">Document 1.</span></p><p><span class="paragraph-number" data-uncounted="">1</span> <span id="passage-one">One</span>.</p><p><span class="paragraph-number" data-uncounted="">2</span> <span id="passage-two">Two</span>.</p></section>
<p>See <a class="cross-reference" href="#passage-one">document 1</a>, <a class="cross-reference" href="#passage-one" data-uncounted="">paragraph 1</a> and <a class="cross-reference" href="#passage-two" data-uncounted="">paragraph 2</a>.</p>`,
  },
  {
    name: 'a place in a document without numbers is told by the document',
    given: `:::document{#doc:x}
[One]{#passage:one}.
:::

See @passage:one.`,
    print: `<section class="document" id="doc-x"><p class="document-title"><span class="caption-number">Document 1.</span></p><p><span id="passage-one">One</span>.</p></section>
<p>See <a class="cross-reference" href="#passage-one">document 1</a>.</p>`,
  },
  {
    name: 'a place in no document has no number',
    given: 'Some [words]{#passage:one}, and @passage:one.',
    print: '<p>Some <span id="passage-one">words</span>, and <a class="cross-reference" href="#passage-one">passage:one</a>.</p>',
    findings: [
      'x-003 a.md:3:34 `passage:one` stands on a passage that has no number',
    ],
  },
  {
    name: 'a place in a translation has no line of its own',
    given: `::::document{#doc:x numbers=5}
:::original{lang=ru}
Слово.
:::
:::translation
A [word]{#passage:w}.
:::
::::

See @passage:w.`,
    print: `<section class="document" id="doc-x" data-numbers="5"><p class="document-title"><span class="caption-number">Document 1.</span></p><div class="original" lang="ru"><p>Слово.</p></div><div class="translation"><p>A <span id="passage-w">word</span>.</p></div></section>
<p>See <a class="cross-reference" href="#passage-w">document 1</a>.</p>`,
    epub: `<section class="document" id="doc-x"><p class="document-title"><span class="caption-number">Document 1.</span></p><div class="original" lang="ru"><p><span class="paragraph-number" data-uncounted="">1</span> Слово.</p></div><div class="translation"><p>A <span id="passage-w">word</span>.</p></div></section>
<p>See <a class="cross-reference" href="#passage-w">document 1</a>.</p>`,
  },
  {
    name: 'a place in a note is on no line of its document',
    given: `:::document{#doc:x numbers=5}
Words.^[A [note]{#passage:n}.]
:::

@passage:n`,
    print: `<section class="document" id="doc-x" data-numbers="5"><p class="document-title"><span class="caption-number">Document 1.</span></p><p>Words.<sup class="call"><a id="c-a-a-note" href="#n-a-a-note" data-note="n-a-a-note">1</a></sup></p></section>
<p><a class="cross-reference" href="#passage-n">passage:n</a></p>
[1] <p>A <span id="passage-n">note</span>.</p>`,
    epub: `<section class="document" id="doc-x"><p class="document-title"><span class="caption-number">Document 1.</span></p><p><span class="paragraph-number" data-uncounted="">1</span> Words.<sup class="call"><a id="c-a-a-note" href="#n-a-a-note" data-note="n-a-a-note">1</a></sup></p></section>
<p><a class="cross-reference" href="#passage-n">passage:n</a></p>
[1] <p>A <span id="passage-n">note</span>.</p>`,
    findings: [
      'x-003 a.md:7:2 `passage:n` stands on a passage that has no number',
    ],
  },
  {
    name: 'a translation below each paragraph',
    given: `::::document{#doc:t title="A treaty"}
:::original{lang=ru .old}
Один.

Два.
:::
:::translation
One.

Two.
:::
::::`,
    print: '<section class="document" id="doc-t"><p class="document-title"><span class="caption-number">Document 1.</span> A treaty</p><div class="original old" lang="ru"><p>Один.</p></div><div class="translation"><p>One.</p></div><div class="original old" lang="ru"><p>Два.</p></div><div class="translation"><p>Two.</p></div></section>',
  },
  {
    name: 'a translation beside each paragraph in print, below it in the EPUB',
    given: `::::document{#doc:t lang=ru layout=facing numbers=5}
:::original
Один.

- Два.
:::
:::translation{#passage:en}
One.

- Two.
:::
::::

[there](#passage:en)`,
    print: `<section class="document" id="doc-t" data-numbers="5" lang="ru"><p class="document-title"><span class="caption-number" lang="en-GB">Document 1.</span></p><table class="parallel facing"><tbody><tr><td class="original"><p>Один.</p></td><td id="passage-en" class="translation" lang="en-GB"><p>One.</p></td></tr><tr><td class="original"><ul class="tight"><li><p>Два.</p></li></ul></td><td class="translation" lang="en-GB"><ul class="tight"><li><p>Two.</p></li></ul></td></tr></tbody></table></section>
<p><a href="#passage-en">there</a></p>`,
    epub: `<section class="document" id="doc-t" lang="ru"><p class="document-title"><span class="caption-number" lang="en-GB">Document 1.</span></p><div class="original"><p><span class="paragraph-number" data-uncounted="">1</span> Один.</p></div><div id="passage-en" class="translation" lang="en-GB"><p>One.</p></div><div class="original"><p><span class="paragraph-number" data-uncounted="">2</span> </p><ul class="tight"><li><p>Два.</p></li></ul></div><div class="translation" lang="en-GB"><ul class="tight"><li><p>Two.</p></li></ul></div></section>
<p><a href="#passage-en">there</a></p>`,
  },
  {
    name: 'notes, citations and marks work in both',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
registers: {terms: g.yaml}
`,
      'g.yaml': `- {term: toll, definition: A price.}
`,
      'a.md': `# T

::::document{layout=facing}
:::original
Uno.^[N.]
:::
:::translation
One :term[toll].[^m]
:::
::::

[^m]: M.
`,
    },
    print: `<section class="document" id="a-document"><table class="parallel facing"><tbody><tr><td class="original"><p>Uno.<sup class="call"><a id="c-a-n" href="#n-a-n" data-note="n-a-n">1</a></sup></p></td><td class="translation"><p>One <span id="m-toll" class="mention terms first">toll</span>.<sup class="call"><a id="c-a-m" href="#n-a-m" data-note="n-a-m">2</a></sup></p></td></tr></tbody></table></section>
[1] <p>N.</p>
[2] <p>M.</p>`,
    epub: `<section class="document" id="a-document"><div class="original"><p>Uno.<sup class="call"><a id="c-a-n" href="#n-a-n" data-note="n-a-n">1</a></sup></p></div><div class="translation"><p>One <span id="m-toll" class="mention terms first">toll</span>.<sup class="call"><a id="c-a-m" href="#n-a-m" data-note="n-a-m">2</a></sup></p></div></section>
[1] <p>N.</p>
[2] <p>M.</p>`,
  },
  {
    name: 'a paragraph without its counterpart is reported, and stands alone',
    given: `::::document{layout=facing}
:::original
Uno.

Due.
:::
:::translation
One.
:::
::::

::::document
:::original
Uno.
:::
:::translation
One.

Two.
:::
::::`,
    print: `<section class="document" id="a-document"><table class="parallel facing"><tbody><tr><td class="original"><p>Uno.</p></td><td class="translation"><p>One.</p></td></tr><tr><td class="original"><p>Due.</p></td><td class="translation"></td></tr></tbody></table></section>
<section class="document" id="a-document-uno-one-two"><div class="original"><p>Uno.</p></div><div class="translation"><p>One.</p></div><div class="translation"><p>Two.</p></div></section>`,
    epub: `<section class="document" id="a-document"><div class="original"><p>Uno.</p></div><div class="translation"><p>One.</p></div><div class="original"><p>Due.</p></div></section>
<section class="document" id="a-document-uno-one-two"><div class="original"><p>Uno.</p></div><div class="translation"><p>One.</p></div><div class="translation"><p>Two.</p></div></section>`,
    findings: [
      'd-025 a.md:7:1 the original has 2 paragraphs and the translation 1: from here on the original has no counterpart in the translation',
      'd-025 a.md:21:1 the original has 1 paragraph and the translation 2: from here on the translation has no counterpart in the original',
    ],
  },
  {
    name: 'an original without a translation, a translation without an original',
    given: `::::document
:::original
Uno.
:::
::::

::::document
:::translation
One.
:::
::::`,
    print: `<section class="document" id="a-document"><div class="original"><p>Uno.</p></div></section>
<section class="document" id="a-document-one"><div class="translation"><p>One.</p></div></section>`,
    findings: [
      'd-002 a.md:3:2 this document has `:::original` and no `:::translation`',
      'd-002 a.md:9:2 this document has `:::translation` and no `:::original`',
    ],
  },
  {
    name: 'what stands beside the two is shown above them',
    given: `::::document
:::original
Uno.
:::

Words.

:::translation
One.
:::
::::`,
    print: '<section class="document" id="a-document"><p>Words.</p><div class="original"><p>Uno.</p></div><div class="translation"><p>One.</p></div></section>',
    findings: [
      'd-029 a.md:8:1 this stands beside the original and the translation, and belongs to neither',
    ],
  },
  {
    name: 'parts in the wrong place keep their words',
    given: `:::original
Uno.
:::

::::document
:::original
Uno.
:::
:::translation
One.
:::
:::translation
Two.
:::
::::

:::column
Words.
:::`,
    print: `<p>Uno.</p>
<section class="document" id="a-document"><p>Two.</p><div class="original"><p>Uno.</p></div><div class="translation"><p>One.</p></div></section>
<p>Words.</p>`,
    findings: [
      'd-029 a.md:3:1 `:::original` stands in no document',
      'd-029 a.md:14:1 this document has a second `:::translation`',
      'd-029 a.md:19:1 `:::column` stands in no `::::columns`',
    ],
  },
  {
    name: 'attributes that say nothing',
    given: `:::document{numbers=five layout=facng}
Words.
:::

:::document{layout=facing}
Words.
:::`,
    print: `<section class="document" id="a-document"><p>Words.</p></section>
<section class="document" id="a-document-words"><p>Words.</p></section>`,
    findings: [
      'd-002 a.md:3:13 `numbers=five` is not a number of lines from 1 on',
      'd-002 a.md:3:26 `layout=facng` is not a layout',
      'd-002 a.md:7:13 `layout=facing` needs an original and its translation',
    ],
  },
  {
    name: 'columns side by side in print, one below the other in the EPUB',
    given: `::::columns{widths=2:1 #passage:c}
:::column{.left lang=it}
Uno.

Due.
:::
:::column
Two.
:::
::::`,
    print: '<table class="parallel columns" role="presentation" id="passage-c"><tbody><tr><td class="column left" lang="it" style="width: 66.67%"><p>Uno.</p><p>Due.</p></td><td class="column" style="width: 33.33%"><p>Two.</p></td></tr></tbody></table>',
    epub: '<div class="columns" id="passage-c"><div class="column left" lang="it"><p>Uno.</p><p>Due.</p></div><div class="column"><p>Two.</p></div></div>',
  },
  {
    name: 'columns that are too many, too few, of wrong widths or with words between them',
    given: `::::columns
:::column
One.
:::
::::

::::columns{widths=2:x}
:::column
One.
:::
Between.
:::column
Two.
:::
::::

::::columns
:::column
1
:::
:::column
2
:::
:::column
3
:::
:::column
4
:::
::::`,
    print: `<table class="parallel columns" role="presentation"><tbody><tr><td class="column"><p>One.</p></td></tr></tbody></table>
<table class="parallel columns" role="presentation"><tbody><tr><td class="column"><p>One.</p></td><td class="column"><p>Two.</p></td></tr></tbody></table>
<p>Between.</p>
<table class="parallel columns" role="presentation"><tbody><tr><td class="column"><p>1</p></td><td class="column"><p>2</p></td><td class="column"><p>3</p></td><td class="column"><p>4</p></td></tr></tbody></table>`,
    epub: `<div class="columns"><div class="column"><p>One.</p></div></div>
<div class="columns"><div class="column"><p>One.</p></div><div class="column"><p>Two.</p></div></div>
<p>Between.</p>
<div class="columns"><div class="column"><p>1</p></div><div class="column"><p>2</p></div><div class="column"><p>3</p></div><div class="column"><p>4</p></div></div>`,
    findings: [
      'd-002 a.md:3:2 `:::columns` has one column, and two or three stand side by side',
      'd-002 a.md:9:13 `widths=2:x` does not give each of 2 columns its width',
      'd-029 a.md:13:1 this stands between columns, and in none of them',
      'd-002 a.md:19:2 `:::columns` has 4 columns, and two or three stand side by side',
    ],
  },
  {
    name: 'an epigraph with its source',
    given: `:::epigraph{source="Cassiodorus"}
Salt.
:::`,
    print: '<blockquote class="epigraph"><p>Salt.</p><p class="epigraph-source">Cassiodorus</p></blockquote>',
  },
  {
    name: 'a chart with its data inside',
    given: `:::chart{#fig:g kind=bar x=tons y=year alt="Grain"}
Grain, *by year*.

\`\`\`csv
year,tons
1932,11
\`\`\`
:::`,
    print: '<figure id="fig-g" class="figure drawing"><svg></svg><figcaption><span class="caption-number">Figure 1.</span> Grain, <em>by year</em>.</figcaption></figure>',
    epub: '<figure id="fig-g" class="figure drawing"><svg></svg><details class="figure-data"><summary>Table</summary><table><thead><tr><th scope="col">year</th><th scope="col">tons</th></tr></thead><tbody><tr><td>1932</td><td>11</td></tr></tbody></table></details><figcaption><span class="caption-number">Figure 1.</span> Grain, <em>by year</em>.</figcaption></figure>',
  },
  {
    name: 'a chart with no data, and one with two',
    given: {
      'g.csv': `year,tons
1932,11
`,
      'a.md': `# T

:::chart{#fig:g kind=bar x=tons y=year alt="Grain"}
Grain.
:::

:::chart{#fig:h kind=bar data=g.csv x=tons y=year alt="Grain"}
\`\`\`csv
year,tons
1932,11
\`\`\`
:::
`,
    },
    print: `<p id="fig-g">Grain.</p>
<figure id="fig-h" class="figure drawing"><svg></svg><figcaption><span class="caption-number">Figure 2.</span></figcaption></figure>`,
    epub: `<p id="fig-g">Grain.</p>
<figure id="fig-h" class="figure drawing"><svg></svg><details class="figure-data"><summary>Table</summary><table><thead><tr><th scope="col">year</th><th scope="col">tons</th></tr></thead><tbody><tr><td>1932</td><td>11</td></tr></tbody></table></details><figcaption><span class="caption-number">Figure 2.</span></figcaption></figure>`,
    findings: [
      'd-002 a.md:3:1 `:::chart` has no data',
      'd-002 a.md:8:1 this chart has its data here and in a file',
    ],
  },
  {
    name: 'a fault in data inside is told with its line',
    given: `:::chart{#fig:g kind=bar x=tons y=year alt="Grain"}
\`\`\`csv
year,tons
1932,11,12
\`\`\`
:::`,
    print: '',
    findings: [
      'd-006 a.md:6 a row has 3 cells where the header has 2',
    ],
  },
];
