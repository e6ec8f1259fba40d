/** Sources in the text and in notes. */
import { bib, type Case } from './book.js';

export const citations: readonly Case[] = [
  {
    name: 'in a note of the author’s: within a sentence in parentheses, else plain',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md]\nbibliography: b.bib\ncitation: {style: chicago-fullnote-bibliography, back-links: false, nocite: petracchi1982}\n',
      'b.bib': bib,
      'a.md': '# T\n\nA.^[[@clarke1991]. Copied from a mirror [@clarke1991]. The book: [@clarke1991]. See [@clarke1991].]\n',
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<p>A.<sup class="call"><a id="c-a-clarke1991-copied-from-a-mirror" href="#n-a-clarke1991-copied-from-a-mirror" data-note="n-a-clarke1991-copied-from-a-mirror">1</a></sup></p>
[1] <p><a href="#ref-clarke1991">J. Calvitt Clarke, <i>Russia and Italy against Hitler</i> (Greenwood, 1991)</a>. Copied from a mirror (<a href="#ref-clarke1991">Clarke</a>). The book: <a href="#ref-clarke1991">Clarke</a>. See <a href="#ref-clarke1991">Clarke</a>.</p>
<h1 id="bibliography" class="chapter-title"><span class="chapter-name">Bibliography</span></h1>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. Calvitt. <i>Russia and Italy against Hitler</i>. Greenwood, 1991.</p><p class="bibliography-entry" id="ref-petracchi1982">Petracchi, Giorgio. <i>La Russia Rivoluzionaria</i>. Laterza, 1982.</p></div>`,
  },
  {
    name: 'in the text, by author and date',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
bibliography: b.bib
citation: {style: chicago-author-date, back-links: false}
`,
      'b.bib': bib,
      'a.md': `# T

Trade grew [see @clarke1991, pp. 3-5; @petracchi1982]. @clarke1991 [p. 7] says so, [-@petracchi1982] too.
`,
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<p>Trade grew (<a href="#ref-clarke1991">see Clarke 1991, 3–5</a>; <a href="#ref-petracchi1982">Petracchi 1982</a>). Clarke (<a href="#ref-clarke1991">1991, 7</a>) says so, (<a href="#ref-petracchi1982">1982</a>) too.</p>
<h1 id="bibliography" class="chapter-title"><span class="chapter-name">Bibliography</span></h1>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. Calvitt. 1991. <i>Russia and Italy against Hitler</i>. Greenwood.</p><p class="bibliography-entry" id="ref-petracchi1982">Petracchi, Giorgio. 1982. <i>La Russia Rivoluzionaria</i>. Laterza.</p></div>`,
  },
  {
    name: 'in notes: a citation becomes a note behind the full stop',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
bibliography: b.bib
citation: {style: chicago-fullnote-bibliography, back-links: false}
`,
      'b.bib': bib,
      'a.md': `# T

Trade grew [@clarke1991, p. 3]. As @clarke1991 [p. 7] says, it fell [see @petracchi1982], then rose.
`,
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<p>Trade grew.<sup class="call cited"><a id="c-a-clarke1991-p-3" href="#n-a-clarke1991-p-3" data-note="n-a-clarke1991-p-3">1</a></sup> As Clarke<sup class="call cited"><a id="c-a-clarke1991-p-7" href="#n-a-clarke1991-p-7" data-note="n-a-clarke1991-p-7">2</a></sup> says, it fell,<sup class="call cited"><a id="c-a-see-petracchi1982" href="#n-a-see-petracchi1982" data-note="n-a-see-petracchi1982">3</a></sup> then rose.</p>
[1] <p><a href="#ref-clarke1991">J. Calvitt Clarke, <i>Russia and Italy against Hitler</i> (Greenwood, 1991), 3</a>.</p>
[2] <p><a href="#ref-clarke1991">Clarke, 7</a>.</p>
[3] <p><a href="#ref-petracchi1982">See Giorgio Petracchi, <i>La Russia Rivoluzionaria</i> (Laterza, 1982)</a>.</p>
<h1 id="bibliography" class="chapter-title"><span class="chapter-name">Bibliography</span></h1>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. Calvitt. <i>Russia and Italy against Hitler</i>. Greenwood, 1991.</p><p class="bibliography-entry" id="ref-petracchi1982">Petracchi, Giorgio. <i>La Russia Rivoluzionaria</i>. Laterza, 1982.</p></div>`,
  },
  {
    name: 'two side by side, with a comma or with words, a note of the author’s beside one',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
bibliography: b.bib
citation: {style: chicago-fullnote-bibliography, back-links: false}
`,
      'b.bib': bib,
      'a.md': `# T

Grew [@clarke1991]^[Yes.], fell [@clarke1991] and rose [@petracchi1982].
`,
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<p>Grew,<sup class="call cited"><a id="c-a-clarke1991" href="#n-a-clarke1991" data-note="n-a-clarke1991">1</a></sup><sup class="call-separator">,</sup><sup class="call"><a id="c-a-yes" href="#n-a-yes" data-note="n-a-yes">2</a></sup> fell<sup class="call cited"><a id="c-a-clarke1991-and-rose" href="#n-a-clarke1991-and-rose" data-note="n-a-clarke1991-and-rose">3</a></sup> and rose.<sup class="call cited"><a id="c-a-petracchi1982" href="#n-a-petracchi1982" data-note="n-a-petracchi1982">4</a></sup></p>
[1] <p><a href="#ref-clarke1991">J. Calvitt Clarke, <i>Russia and Italy against Hitler</i> (Greenwood, 1991)</a>.</p>
[2] <p>Yes.</p>
[3] <p><a href="#ref-clarke1991">Clarke, <i>Russia and Italy against Hitler</i></a>.</p>
[4] <p><a href="#ref-petracchi1982">Giorgio Petracchi, <i>La Russia Rivoluzionaria</i> (Laterza, 1982)</a>.</p>
<h1 id="bibliography" class="chapter-title"><span class="chapter-name">Bibliography</span></h1>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. Calvitt. <i>Russia and Italy against Hitler</i>. Greenwood, 1991.</p><p class="bibliography-entry" id="ref-petracchi1982">Petracchi, Giorgio. <i>La Russia Rivoluzionaria</i>. Laterza, 1982.</p></div>`,
  },
  {
    name: 'a citation in quotation marks, in brackets, in a table',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
bibliography: b.bib
citation: {style: chicago-fullnote-bibliography, back-links: false}
`,
      'b.bib': bib,
      'a.md': `# T

He wrote “trade” [@clarke1991]! (So [@clarke1991].)

| a |
|---|
| b [@clarke1991]. |
`,
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<p>He wrote “trade”!<sup class="call cited"><a id="c-a-clarke1991" href="#n-a-clarke1991" data-note="n-a-clarke1991">1</a></sup> (So.<sup class="call cited"><a id="c-a-clarke1991-wrote-trade-so" href="#n-a-clarke1991-wrote-trade-so" data-note="n-a-clarke1991-wrote-trade-so">2</a></sup>)</p>
<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b.<sup class="call cited"><a id="c-a-clarke1991-b" href="#n-a-clarke1991-b" data-note="n-a-clarke1991-b">3</a></sup></td></tr></tbody></table>
[1] <p><a href="#ref-clarke1991">J. Calvitt Clarke, <i>Russia and Italy against Hitler</i> (Greenwood, 1991)</a>.</p>
[2] <p><a href="#ref-clarke1991">Clarke</a>.</p>
[3] <p><a href="#ref-clarke1991">Clarke</a>.</p>
<h1 id="bibliography" class="chapter-title"><span class="chapter-name">Bibliography</span></h1>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. Calvitt. <i>Russia and Italy against Hitler</i>. Greenwood, 1991.</p></div>`,
  },
  {
    name: 'two side by side in notes',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
bibliography: b.bib
citation: {style: chicago-fullnote-bibliography, back-links: false}
`,
      'b.bib': bib,
      'a.md': `# T

Trade grew [@clarke1991] [@petracchi1982].
`,
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<p>Trade grew.<sup class="call cited"><a id="c-a-clarke1991" href="#n-a-clarke1991" data-note="n-a-clarke1991">1</a></sup><sup class="call-separator">,</sup><sup class="call cited"><a id="c-a-petracchi1982" href="#n-a-petracchi1982" data-note="n-a-petracchi1982">2</a></sup></p>
[1] <p><a href="#ref-clarke1991">J. Calvitt Clarke, <i>Russia and Italy against Hitler</i> (Greenwood, 1991)</a>.</p>
[2] <p><a href="#ref-petracchi1982">Giorgio Petracchi, <i>La Russia Rivoluzionaria</i> (Laterza, 1982)</a>.</p>
<h1 id="bibliography" class="chapter-title"><span class="chapter-name">Bibliography</span></h1>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. Calvitt. <i>Russia and Italy against Hitler</i>. Greenwood, 1991.</p><p class="bibliography-entry" id="ref-petracchi1982">Petracchi, Giorgio. <i>La Russia Rivoluzionaria</i>. Laterza, 1982.</p></div>`,
  },
  {
    name: 'in a note of the author’s, a citation stays in its place',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
bibliography: b.bib
citation: {style: chicago-fullnote-bibliography, back-links: false}
`,
      'b.bib': bib,
      'a.md': `# T

Trade grew.^[So [@clarke1991, p. 3], and @petracchi1982.]
`,
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<p>Trade grew.<sup class="call"><a id="c-a-so-clarke1991-p-3-and" href="#n-a-so-clarke1991-p-3-and" data-note="n-a-so-clarke1991-p-3-and">1</a></sup></p>
[1] <p>So (<a href="#ref-clarke1991">J. Calvitt Clarke, <i>Russia and Italy against Hitler</i> [Greenwood, 1991], 3</a>), and <a href="#ref-petracchi1982">Giorgio Petracchi, <i>La Russia Rivoluzionaria</i> (Laterza, 1982)</a>.</p>
<h1 id="bibliography" class="chapter-title"><span class="chapter-name">Bibliography</span></h1>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. Calvitt. <i>Russia and Italy against Hitler</i>. Greenwood, 1991.</p><p class="bibliography-entry" id="ref-petracchi1982">Petracchi, Giorgio. <i>La Russia Rivoluzionaria</i>. Laterza, 1982.</p></div>`,
  },
  {
    name: 'French sets the number before the full stop',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
bibliography: b.bib
citation: {style: chicago-fullnote-bibliography, back-links: false}
language: fr
`,
      'b.bib': bib,
      'a.md': `# T

Le commerce croît [@clarke1991].
`,
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<p>Le commerce croît<sup class="call cited"><a id="c-a-clarke1991" href="#n-a-clarke1991" data-note="n-a-clarke1991">1</a></sup>.</p>
[1] <p><a href="#ref-clarke1991">J. Calvitt Clarke, <i>Russia and Italy against Hitler</i> (Greenwood, 1991)</a>.</p>
<h1 id="bibliography" class="chapter-title"><span class="chapter-name">Bibliographie</span></h1>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. Calvitt. <i>Russia and Italy against Hitler</i>. Greenwood, 1991.</p></div>`,
  },
  {
    name: 'where the bibliography stands',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
bibliography: b.bib
citation: {style: apa, back-links: false}
`,
      'b.bib': bib,
      'a.md': `# T

Trade grew [@clarke1991].

## Sources

::bibliography
`,
    },
    print: `<p>Trade grew (<a href="#ref-clarke1991">Clarke, 1991</a>).</p>
<h2 id="a-sources">Sources</h2>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. C. (1991). <i>Russia and Italy against Hitler</i>. Greenwood.</p></div>`,
    findings: [
      'c-005 b.bib:4:7 `petracchi1982` is never cited, so it is not in the bibliography',
    ],
  },
  {
    name: 'without a place of its own it is the last part',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
bibliography: b.bib
citation: {style: apa, back-links: false}
`,
      'b.bib': bib,
      'a.md': `# T

Trade grew [@clarke1991].
`,
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<p>Trade grew (<a href="#ref-clarke1991">Clarke, 1991</a>).</p>
<h1 id="bibliography" class="chapter-title"><span class="chapter-name">Bibliography</span></h1>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. C. (1991). <i>Russia and Italy against Hitler</i>. Greenwood.</p></div>`,
  },
  {
    name: 'under a last heading with nothing below it',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
bibliography: b.bib
citation: {style: apa, back-links: false}
`,
      'b.bib': bib,
      'a.md': `# T

Trade grew [@clarke1991].

## Sources
`,
    },
    print: `<p>Trade grew (<a href="#ref-clarke1991">Clarke, 1991</a>).</p>
<h2 id="a-sources">Sources</h2>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. C. (1991). <i>Russia and Italy against Hitler</i>. Greenwood.</p></div>`,
  },
  {
    name: 'an unknown key is shown as it was written',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
bibliography: b.bib
citation: {style: apa, back-links: false}
`,
      'b.bib': bib,
      'a.md': `# T

Trade grew [@clark1991].
`,
    },
    print: '<p>Trade grew [@clark1991].</p>',
    findings: [
      'c-001 a.md:3:13 citation key `clark1991` is not in the bibliography',
    ],
  },
  {
    name: 'in the text: each source leads back to where it is cited',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md]\nbibliography: b.bib\ncitation: {style: chicago-author-date}\n',
      'b.bib': bib,
      'a.md': `# T

Grew [@clarke1991, p. 3; @petracchi1982; @clarke1991, p. 9]. @clarke1991 says so.^[And again [@clarke1991].]
`,
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<p>Grew <span id="cite-clarke1991" class="citation">(<a href="#ref-clarke1991">Clarke 1991, 3</a>; <a href="#ref-petracchi1982">Petracchi 1982</a>; <a href="#ref-clarke1991">Clarke 1991, 9</a>)</span>. <span id="cite-clarke1991-says-so" class="citation">Clarke (<a href="#ref-clarke1991">1991</a>)</span> says so.<sup class="call"><a id="c-a-and-again-clarke1991" href="#n-a-and-again-clarke1991" data-note="n-a-and-again-clarke1991">1</a></sup></p>
[1] <p>And again <span id="cite-clarke1991-and-again" class="citation">(<a href="#ref-clarke1991">Clarke 1991</a>)</span>.</p>
<h1 id="bibliography" class="chapter-title"><span class="chapter-name">Bibliography</span></h1>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. Calvitt. 1991. <i>Russia and Italy against Hitler</i>. Greenwood. <span class="locators" data-pages="cite-clarke1991 cite-clarke1991-says-so cite-clarke1991-and-again"></span></p><p class="bibliography-entry" id="ref-petracchi1982">Petracchi, Giorgio. 1982. <i>La Russia Rivoluzionaria</i>. Laterza. <span class="locators" data-pages="cite-clarke1991"></span></p></div>`,
  },
  {
    name: 'in notes: each source leads back to the notes that cite it',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md]\nbibliography: b.bib\ncitation: {style: chicago-fullnote-bibliography}\n',
      'b.bib': bib,
      'a.md': `# T

Grew [@clarke1991]. As @petracchi1982 says.^[So [@clarke1991].]
`,
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<p>Grew.<sup class="call cited"><a id="c-a-clarke1991" href="#n-a-clarke1991" data-note="n-a-clarke1991">1</a></sup> As Petracchi<sup class="call cited"><a id="c-a-petracchi1982" href="#n-a-petracchi1982" data-note="n-a-petracchi1982">2</a></sup> says.<sup class="call"><a id="c-a-so-clarke1991" href="#n-a-so-clarke1991" data-note="n-a-so-clarke1991">3</a></sup></p>
[1] <p><span id="cite-clarke1991" class="citation"><a href="#ref-clarke1991">J. Calvitt Clarke, <i>Russia and Italy against Hitler</i> (Greenwood, 1991)</a>.</span></p>
[2] <p><span id="cite-petracchi1982" class="citation"><a href="#ref-petracchi1982">Giorgio Petracchi, <i>La Russia Rivoluzionaria</i> (Laterza, 1982)</a>.</span></p>
[3] <p>So <span id="cite-clarke1991-so" class="citation">(<a href="#ref-clarke1991">Clarke, <i>Russia and Italy against Hitler</i></a>)</span>.</p>
<h1 id="bibliography" class="chapter-title"><span class="chapter-name">Bibliography</span></h1>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. Calvitt. <i>Russia and Italy against Hitler</i>. Greenwood, 1991. <span class="locators" data-pages="cite-clarke1991 cite-clarke1991-so"></span></p><p class="bibliography-entry" id="ref-petracchi1982">Petracchi, Giorgio. <i>La Russia Rivoluzionaria</i>. Laterza, 1982. <span class="locators" data-pages="cite-petracchi1982"></span></p></div>`,
  },
  {
    name: 'in a link of the author’s, no link stands in another',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md]\nbibliography: b.bib\ncitation: {back-links: false}\n',
      'b.bib': bib,
      'a.md': `# T

One [see @clarke1991 and *so on^[Not [@petracchi1982].], he says*](https://example.org){#here}.
`,
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<p>One <a id="here" href="https://example.org" class="external">see Clarke (1991) and </a><em><a href="https://example.org" class="external">so on</a><sup class="call"><a id="c-a-not-petracchi1982" href="#n-a-not-petracchi1982" data-note="n-a-not-petracchi1982">1</a></sup><a href="https://example.org" class="external">, he says</a></em>.</p>
[1] <p>Not (<a href="#ref-petracchi1982">Petracchi 1982</a>).</p>
<h1 id="bibliography" class="chapter-title"><span class="chapter-name">Bibliography</span></h1>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. Calvitt. 1991. <i>Russia and Italy against Hitler</i>. Greenwood.</p><p class="bibliography-entry" id="ref-petracchi1982">Petracchi, Giorgio. 1982. <i>La Russia Rivoluzionaria</i>. Laterza.</p></div>`,
  },
];
