/** Titles, headings, their anchors. */
import { bib, type Case } from './book.js';

export const headings: readonly Case[] = [
  {
    name: 'the first heading is the title and is not set again',
    given: {
      'a.md': `# The *Thaw*

Text.
`,
    },
    print: '<p>Text.</p>',
  },
  {
    name: 'front matter gives the title: then # is a section',
    given: {
      'a.md': `---
title: The *Thaw*
short: Thaw
---

# One

## Two
`,
    },
    print: `<h2 id="a-one">One</h2>
<h3 id="a-two">Two</h3>`,
  },
  {
    name: 'a title that is a year',
    given: {
      'a.md': `---
title: 1933
---

Text.
`,
    },
    print: '<p>Text.</p>',
  },
  {
    name: 'a title with markup, a note and a source',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
bibliography: b.bib
citation: {style: apa, back-links: false}
`,
      'b.bib': bib,
      'a.md': `# The *thaw*^[So called.] of<br>1933 [@clarke1991]

## The end [@clarke1991].
`,
    },
    print: `<h2 id="a-the-end">The end (<a href="#ref-clarke1991">Clarke, 1991</a>).</h2>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. C. (1991). <i>Russia and Italy against Hitler</i>. Greenwood.</p></div>
[1] <p>So called.</p>`,
  },
  {
    name: 'anchors come from the words, twice the same gets a number',
    given: `## The road

## The road

### Москва 1933`,
    print: `<h2 id="a-the-road">The road</h2>
<h2 id="a-the-road-1">The road</h2>
<h3 id="a-москва-1933">Москва 1933</h3>`,
    findings: ['m-019 a.md:7:5 “Москва” is in Cyrillic, which `en-GB` is not written in'],
  },
  {
    name: 'a label is the anchor',
    given: '## The road {#sec:road .quiet lang=it}',
    print: '<h2 id="sec-road" class="quiet" lang="it">The road</h2>',
  },
  {
    name: 'setext headings',
    given: `The road
--------`,
    print: '<h2 id="a-the-road">The road</h2>',
  },
  {
    name: 'a chapter is called by its file, without its number',
    given: {
      'book.yaml': `title: T
front: [00-use.md]
chapters: [parts/01-rome.md, 02_Rome.md]
back: 99-end.md
`,
      '00-use.md': `# Use
`,
      'parts/01-rome.md': `# Rome
`,
      '02_Rome.md': `# Rome again
`,
      '99-end.md': `# End
`,
    },
    print: `<h1 id="use" class="chapter-title"><span class="chapter-name">Use</span></h1>
<h1 id="rome" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">Rome</span></h1>
<h1 id="rome-2" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">Rome again</span></h1>
<h1 id="end" class="chapter-title"><span class="chapter-name">End</span></h1>`,
  },
];
