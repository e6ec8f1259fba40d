/** Terms, people, places, dates: mentioned in the text, printed at the back. */
import { bib, type Case } from './book.js';

export const registers: readonly Case[] = [
  {
    name: 'a term: by itself, by a variant, by its key; the first mention is marked',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
registers: {terms: g.yaml}
`,
      'g.yaml': `- key: polpred
  term: polpred
  variants: [polpreds]
  lang: ru
  definition: Soviet title for an *ambassador*
`,
      'a.md': `# T

A :term[Polpred], two :term[polpreds], an :term[envoy]{of=polpred}.

## Glossary

::glossary
`,
    },
    print: `<p>A <a id="m-polpred" class="mention terms first" href="#terms-polpred" lang="ru">Polpred</a>, two <a id="m-polpred-an-envoy" class="mention terms" href="#terms-polpred" lang="ru">polpreds</a>, an <a id="m-polpred-two-polpreds-an" class="mention terms" href="#terms-polpred" lang="ru">envoy</a>.</p>
<h2 id="a-glossary">Glossary</h2>
<dl class="register register-terms"><div class="entry"><dt id="terms-polpred" lang="ru">polpred</dt><dd>Soviet title for an <em>ambassador</em> <span class="locators" data-pages="m-polpred m-polpred-an-envoy m-polpred-two-polpreds-an"></span></dd></div></dl>`,
  },
  {
    name: 'a term whose glossary is not printed has no link',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
registers: {terms: g.yaml}
`,
      'g.yaml': `- term: polpred
  definition: D
`,
      'a.md': `# T

A :term[polpred].
`,
    },
    print: '<p>A <span id="m-polpred" class="mention terms first">polpred</span>.</p>',
  },
  {
    name: 'people and places, in the order of the alphabet',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
registers: {people: p.yaml, places: l.yaml}
`,
      'p.yaml': `- key: potemkin
  name: Vladimir Potemkin
  sort: Potemkin, Vladimir
  born: 1874-10-19
  died: 1946-02-23
  role: Soviet ambassador in Rome
  note: Signed the pact.
- key: litvinov
  name: Maxim Litvinov
  sort: Litvinov, Maxim
  born: 1876
`,
      'l.yaml': `- key: batum
  name: Batum
  now: Batumi, Georgia
`,
      'a.md': `# T

:person[Potemkin]{of=potemkin} in :place[Batum].

::people

::places
`,
    },
    print: `<p><a id="m-potemkin" class="mention people first" href="#people-potemkin">Potemkin</a> in <a id="m-batum" class="mention places first" href="#places-batum">Batum</a>.</p>
<dl class="register register-people"><div class="entry"><dt id="people-litvinov">Maxim Litvinov<span class="entry-detail"> (b. 1876)</span></dt><dd></dd></div><div class="entry"><dt id="people-potemkin">Vladimir Potemkin<span class="entry-detail"> (1874–1946)</span></dt><dd><span class="role">Soviet ambassador in Rome</span>. Signed the pact. <span class="locators" data-pages="m-potemkin"></span></dd></div></dl>
<dl class="register register-places"><div class="entry"><dt id="places-batum">Batum<span class="entry-detail"> (Batumi, Georgia)</span></dt><dd> <span class="locators" data-pages="m-batum"></span></dd></div></dl>`,
  },
  {
    name: 'printed twice: the second time is not',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
registers: {terms: g.yaml}
bibliography: b.bib
citation: {style: chicago-fullnote-bibliography, back-links: false}
`,
      'b.bib': bib,
      'g.yaml': `- term: polpred
  definition: "A title [@clarke1991].^[Until 1941.]"
`,
      'a.md': `# T

::glossary

::glossary
`,
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<dl class="register register-terms"><div class="entry"><dt id="terms-polpred">polpred</dt><dd>A title.<sup class="call cited"><a id="c-a-clarke1991" href="#n-a-clarke1991" data-note="n-a-clarke1991">1</a></sup><sup class="call-separator">,</sup><sup class="call"><a id="c-a-until-1941" href="#n-a-until-1941" data-note="n-a-until-1941">2</a></sup></dd></div></dl>
[1] <p><a href="#ref-clarke1991">J. Calvitt Clarke, <i>Russia and Italy against Hitler</i> (Greenwood, 1991)</a>.</p>
[2] <p>Until 1941.</p>
<h1 id="bibliography" class="chapter-title"><span class="chapter-name">Bibliography</span></h1>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. Calvitt. <i>Russia and Italy against Hitler</i>. Greenwood, 1991.</p></div>`,
    findings: [
      'd-009 a.md:5:1 `::glossary` stands here a second time, where it is not printed',
      'd-019 g.yaml:1:3 `polpred` is never mentioned',
    ],
  },
  {
    name: 'a register’s note may cite and call a note',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
registers: {people: p.yaml}
bibliography: b.bib
citation: {style: apa, back-links: false}
`,
      'b.bib': bib,
      'p.yaml': `- name: Litvinov
  note: "Commissar [@clarke1991, p. 2].^[Until 1939.]"
`,
      'a.md': `# T

::people
`,
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<dl class="register register-people"><div class="entry"><dt id="people-litvinov">Litvinov</dt><dd>Commissar (<a href="#ref-clarke1991">Clarke, 1991, p. 2</a>).<sup class="call"><a id="c-a-until-1939" href="#n-a-until-1939" data-note="n-a-until-1939">1</a></sup></dd></div></dl>
[1] <p>Until 1939.</p>
<h1 id="bibliography" class="chapter-title"><span class="chapter-name">Bibliography</span></h1>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. C. (1991). <i>Russia and Italy against Hitler</i>. Greenwood.</p></div>`,
  },
  {
    name: 'the chronology, by time, with the pages where a date stands',
    given: {
      'book.yaml': `title: T
chapters: [a.md]
registers: {dates: d.yaml}
`,
      'd.yaml': `- on: 1933-09-02
  place: Rome
  event: The pact is *signed*.
- on: 1924-02
  event: Recognition.
  status: disputed
`,
      'a.md': `# T

Signed on :date[2 September]{on=1933-09-02}.

::chronology
`,
    },
    print: `<p>Signed on <a id="m-1933-09-02-0" class="mention dates" href="#dates-1933-09-02-0"><time datetime="1933-09-02">2 September</time></a>.</p>
<table class="chronology"><thead><tr><th scope="col">Date</th><th scope="col">Event</th></tr></thead><tbody><tr id="dates-1924-02-1"><td class="chronology-date">February 1924</td><td>Recognition. <span class="status">(disputed)</span></td></tr><tr id="dates-1933-09-02-0"><td class="chronology-date">2 September 1933</td><td><span class="chronology-place">Rome</span>. The pact is <em>signed</em>. <span class="locators" data-pages="m-1933-09-02-0"></span></td></tr></tbody></table>`,
  },
];
