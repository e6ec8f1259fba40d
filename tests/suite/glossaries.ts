/** Terms as a definition list, and what the EPUB says of the words of a register where they are used. */
import { bib, type Case } from './book.js';

const terms = `title: T
chapters: [a.md, b.md]
registers: {terms: g.yaml}
`;

export const glossaries: readonly Case[] = [
  {
    name: 'a register of terms that is a definition list: variants, key, language, several meanings, a note',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md]\nregisters: {terms: g.md}\n',
      'g.md': `[polpred]{#envoy lang=ru}
polpreds
: Soviet title for an *ambassador*.[^u]
: By extension, any envoy.

démarche
: A formal step.

[^u]: Until 1941.
`,
      'a.md': '# T\n\nTwo :term[polpreds], a :term[legate]{of=envoy}, a :term[Démarche].\n\n::glossary\n',
    },
    print: `<p>Two <a id="m-envoy" class="mention terms first" href="#terms-envoy" lang="ru">polpreds</a>, a <a id="m-envoy-a-démarche" class="mention terms" href="#terms-envoy" lang="ru">legate</a>, a <a id="m-démarche" class="mention terms first" href="#terms-démarche">Démarche</a>.</p>
<dl class="register register-terms"><div class="entry"><dt id="terms-démarche">démarche</dt><dd>A formal step. <span class="locators" data-pages="m-démarche"></span></dd></div><div class="entry"><dt id="terms-envoy" lang="ru">polpred</dt><dd><p>Soviet title for an <em>ambassador</em>.<sup class="call"><a id="c-a-u" href="#n-a-u" data-note="n-a-u">1</a></sup></p><p>By extension, any envoy. <span class="locators" data-pages="m-envoy m-envoy-a-démarche"></span></p></dd></div></dl>
[1] <p>Until 1941.</p>`,
  },
  {
    name: 'a register’s file with other things in it, and one of people that is no YAML',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md]\nregisters: {terms: g.md, people: p.md}\n',
      'g.md': '# Terms\n\nThese are they.\n\ntoll\n: A price.\n',
      'p.md': 'Rossi\n: A person.\n',
      'a.md': '# T\n\nA :term[toll].\n',
    },
    print: '<p>A <span id="m-toll" class="mention terms first">toll</span>.</p>',
    findings: [
      'b-008 book.yaml:3:34 a register of people is not read from Markdown',
      'b-008 g.md:3:1 in a register only definition lists are read',
    ],
  },
  {
    name: 'a glossary in a chapter prints where it stands',
    given: `A :term[toll] and a :term[gate].

:::glossary
Words of the road.

toll
tolls
: A price with a :term[gate] in front of it.

gate
: What a toll is paid at.
:::`,
    print: `<p>A <a id="m-toll" class="mention terms first" href="#terms-toll">toll</a> and a <a id="m-gate" class="mention terms first" href="#terms-gate">gate</a>.</p>
<p>Words of the road.</p>
<dl class="register register-terms"><div class="entry"><dt id="terms-gate">gate</dt><dd>What a toll is paid at. <span class="locators" data-pages="m-gate m-gate-in-front-of"></span></dd></div><div class="entry"><dt id="terms-toll">toll</dt><dd>A price with a <a id="m-gate-in-front-of" class="mention terms" href="#terms-gate">gate</a> in front of it. <span class="locators" data-pages="m-toll"></span></dd></div></dl>`,
  },
  {
    name: 'glossaries in several chapters, printed by one at the back',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md, b.md]\nback: [c.md]\n',
      'a.md': '# A\n\nA :term[toll].\n\n:::glossary\ntoll\n: A price.\n:::\n',
      'b.md': '# B\n\nA :term[gate].\n\n:::glossary\ngate\n: What a :term[toll] is paid at.\n:::\n',
      'c.md': '# C\n\n::glossary\n',
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p>A <a id="m-toll" class="mention terms first" href="#terms-toll">toll</a>.</p>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<p>A <a id="m-gate" class="mention terms first" href="#terms-gate">gate</a>.</p>
<h1 id="c" class="chapter-title"><span class="chapter-name">C</span></h1>
<dl class="register register-terms"><div class="entry"><dt id="terms-gate">gate</dt><dd>What a <a id="m-toll-is-paid-at" class="mention terms" href="#terms-toll">toll</a> is paid at. <span class="locators" data-pages="m-gate"></span></dd></div><div class="entry"><dt id="terms-toll">toll</dt><dd>A price. <span class="locators" data-pages="m-toll m-toll-is-paid-at"></span></dd></div></dl>`,
    epub: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p>A <a id="m-toll" class="mention terms first" href="#about-a-terms-toll" data-explains="about-a-terms-toll">toll</a>.</p>
[about-a-terms-toll < m-toll] <a class="explained" href="#terms-toll">toll</a>: A price.
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<p>A <a id="m-gate" class="mention terms first" href="#about-b-terms-gate" data-explains="about-b-terms-gate">gate</a>.</p>
[about-b-terms-gate < m-gate] <a class="explained" href="#terms-gate">gate</a>: What a <a class="mention terms" href="#terms-toll">toll</a> is paid at.
<h1 id="c" class="chapter-title"><span class="chapter-name">C</span></h1>
<dl class="register register-terms"><div class="entry"><dt id="terms-gate">gate</dt><dd>What a <a id="m-toll-is-paid-at" class="mention terms" href="#terms-toll">toll</a> is paid at. <span class="locators" data-pages="m-gate"></span></dd></div><div class="entry"><dt id="terms-toll">toll</dt><dd>A price. <span class="locators" data-pages="m-toll m-toll-is-paid-at"></span></dd></div></dl>`,
  },
  {
    name: 'glossaries in several chapters, all printed by the first',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md, b.md]\n',
      'a.md': '# A\n\nA :term[toll].\n\n:::glossary\ntoll\n: A price.\n:::\n',
      'b.md': '# B\n\nA :term[gate].\n\n:::glossary\ngate\n: What a toll is paid at.\n:::\n',
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p>A <a id="m-toll" class="mention terms first" href="#terms-toll">toll</a>.</p>
<dl class="register register-terms"><div class="entry"><dt id="terms-gate">gate</dt><dd>What a toll is paid at. <span class="locators" data-pages="m-gate"></span></dd></div><div class="entry"><dt id="terms-toll">toll</dt><dd>A price. <span class="locators" data-pages="m-toll"></span></dd></div></dl>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<p>A <a id="m-gate" class="mention terms first" href="#terms-gate">gate</a>.</p>`,
    epub: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p>A <a id="m-toll" class="mention terms first" href="#terms-toll">toll</a>.</p>
<dl class="register register-terms"><div class="entry"><dt id="terms-gate">gate</dt><dd>What a toll is paid at. <span class="locators" data-pages="m-gate"></span></dd></div><div class="entry"><dt id="terms-toll">toll</dt><dd>A price. <span class="locators" data-pages="m-toll"></span></dd></div></dl>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<p>A <a id="m-gate" class="mention terms first" href="#about-b-terms-gate" data-explains="about-b-terms-gate">gate</a>.</p>
[about-b-terms-gate < m-gate] <a class="explained" href="#terms-gate">gate</a>: What a toll is paid at.`,
  },
  {
    name: 'a glossary in a chapter beside a register; one term in both',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md]\nregisters: {terms: g.yaml}\n',
      'g.yaml': '- term: toll\n  definition: A price.\n',
      'a.md': '# A\n\nA :term[toll], a :term[gate].\n\n:::glossary\nToll\n: A bell.\n\ngate\n: A bar.\n:::\n',
    },
    print: `<p>A <a id="m-toll" class="mention terms first" href="#terms-toll">toll</a>, a <a id="m-gate" class="mention terms first" href="#terms-gate">gate</a>.</p>
<dl class="register register-terms"><div class="entry"><dt id="terms-gate">gate</dt><dd>A bar. <span class="locators" data-pages="m-gate"></span></dd></div><div class="entry"><dt id="terms-toll">toll</dt><dd>A price. <span class="locators" data-pages="m-toll"></span></dd></div></dl>`,
    findings: [
      'b-008 a.md:6:1 the key `toll` is given twice',
    ],
  },
  {
    name: 'a name is words: its markup is left out, its note reported',
    given: `A :term[toll].

:::glossary
*toll*^[Lost.]
tolls [@clarke1991]
: A price.
:::`,
    print: `<p>A <a id="m-toll" class="mention terms first" href="#terms-toll">toll</a>.</p>
<dl class="register register-terms"><div class="entry"><dt id="terms-toll">toll</dt><dd>A price. <span class="locators" data-pages="m-toll"></span></dd></div></dl>`,
    findings: [
      'm-005 a.md:6:7 a note is not supported in the name of an entry, and is not printed',
      'm-005 a.md:7:7 a citation is not supported in the name of an entry, and is not printed',
    ],
  },
  {
    name: 'a glossary without a list shows what it has',
    given: ':::glossary\nNothing yet.\n:::',
    print: '<p>Nothing yet.</p>',
    findings: [
      'd-002 a.md:3:1 there is no definition list in this `:::glossary`',
    ],
  },
  {
    name: 'one word for two entries, and one that leads to both',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md]\nregisters: {places: l.yaml}\n',
      'l.yaml': '- name: Rome\n  variants: [Roma, the City]\n- name: London\n  variants: [the city, ROMA]\n',
      'a.md': '# T\n\n:place[The City] and :place[London].\n',
    },
    print: '<p><span id="m-rome" class="mention places first">The City</span> and <span id="m-london" class="mention places first">London</span>.</p>',
    findings: [
      'd-020 l.yaml:3:3 `the city` leads to two entries, `rome` and `london`, and is taken for the first',
    ],
  },
  {
    name: 'in the EPUB, a mention leads to what is said of it at the end of its own file',
    given: {
      'book.yaml': terms,
      'g.yaml': '- term: toll\n  variants: [tolls]\n  definition: A *price* with a :term[gate].\n- term: gate\n  definition: A bar.\n',
      'a.md': '# A\n\nA :term[toll], two :term[tolls].\n',
      'b.md': '# B\n\nA :term[toll].\n\n::glossary\n',
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p>A <a id="m-toll" class="mention terms first" href="#terms-toll">toll</a>, two <a id="m-toll-a-toll-two" class="mention terms" href="#terms-toll">tolls</a>.</p>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<p>A <a id="m-toll-a" class="mention terms" href="#terms-toll">toll</a>.</p>
<dl class="register register-terms"><div class="entry"><dt id="terms-gate">gate</dt><dd>A bar. <span class="locators" data-pages="m-gate"></span></dd></div><div class="entry"><dt id="terms-toll">toll</dt><dd>A <em>price</em> with a <a id="m-gate" class="mention terms first" href="#terms-gate">gate</a>. <span class="locators" data-pages="m-toll m-toll-a-toll-two m-toll-a"></span></dd></div></dl>`,
    epub: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p>A <a id="m-toll" class="mention terms first" href="#about-a-terms-toll" data-explains="about-a-terms-toll">toll</a>, two <a id="m-toll-a-toll-two" class="mention terms" href="#about-a-terms-toll" data-explains="about-a-terms-toll">tolls</a>.</p>
[about-a-terms-toll < m-toll] <a class="explained" href="#terms-toll">toll</a>: A <em>price</em> with a <a class="mention terms first" href="#terms-gate">gate</a>.
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<p>A <a id="m-toll-a" class="mention terms" href="#terms-toll">toll</a>.</p>
<dl class="register register-terms"><div class="entry"><dt id="terms-gate">gate</dt><dd>A bar. <span class="locators" data-pages="m-gate"></span></dd></div><div class="entry"><dt id="terms-toll">toll</dt><dd>A <em>price</em> with a <a id="m-gate" class="mention terms first" href="#terms-gate">gate</a>. <span class="locators" data-pages="m-toll m-toll-a-toll-two m-toll-a"></span></dd></div></dl>`,
  },
  {
    name: 'the same of people and places, but not of one that is only a name',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md, b.md]\nregisters: {people: p.yaml, places: l.yaml}\n',
      'p.yaml': '- name: Litvinov\n  born: 1876\n  died: 1951\n  role: Commissar\n- name: Grandi\n',
      'l.yaml': '- name: Batum\n  now: Batumi, Georgia\n',
      'a.md': '# A\n\n:person[Grandi] met :person[Litvinov] in :place[Batum].\n',
      'b.md': '# B\n\n::people\n\n::places\n',
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p><a id="m-grandi" class="mention people first" href="#people-grandi">Grandi</a> met <a id="m-litvinov" class="mention people first" href="#people-litvinov">Litvinov</a> in <a id="m-batum" class="mention places first" href="#places-batum">Batum</a>.</p>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<dl class="register register-people"><div class="entry"><dt id="people-grandi">Grandi</dt><dd> <span class="locators" data-pages="m-grandi"></span></dd></div><div class="entry"><dt id="people-litvinov">Litvinov<span class="entry-detail"> (1876–1951)</span></dt><dd><span class="role">Commissar</span>. <span class="locators" data-pages="m-litvinov"></span></dd></div></dl>
<dl class="register register-places"><div class="entry"><dt id="places-batum">Batum<span class="entry-detail"> (Batumi, Georgia)</span></dt><dd> <span class="locators" data-pages="m-batum"></span></dd></div></dl>`,
    epub: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p><a id="m-grandi" class="mention people first" href="#people-grandi">Grandi</a> met <a id="m-litvinov" class="mention people first" href="#about-a-people-litvinov" data-explains="about-a-people-litvinov">Litvinov</a> in <a id="m-batum" class="mention places first" href="#about-a-places-batum" data-explains="about-a-places-batum">Batum</a>.</p>
[about-a-people-litvinov < m-litvinov] <a class="explained" href="#people-litvinov">Litvinov</a> (1876–1951): <span class="role">Commissar</span>.
[about-a-places-batum < m-batum] <a class="explained" href="#places-batum">Batum</a> (Batumi, Georgia)
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<dl class="register register-people"><div class="entry"><dt id="people-grandi">Grandi</dt><dd> <span class="locators" data-pages="m-grandi"></span></dd></div><div class="entry"><dt id="people-litvinov">Litvinov<span class="entry-detail"> (1876–1951)</span></dt><dd><span class="role">Commissar</span>. <span class="locators" data-pages="m-litvinov"></span></dd></div></dl>
<dl class="register register-places"><div class="entry"><dt id="places-batum">Batum<span class="entry-detail"> (Batumi, Georgia)</span></dt><dd> <span class="locators" data-pages="m-batum"></span></dd></div></dl>`,
  },
  {
    name: 'what is said there has no notes, labels and anchors of its own',
    given: {
      'book.yaml': `${terms}bibliography: b.bib\ncitation: {style: chicago-fullnote-bibliography, back-links: false}\n`,
      'b.bib': bib,
      'g.yaml': '- term: toll\n  definition: "A [price]{#price} [@clarke1991].^[In lire.] An :index[index]."\n',
      'a.md': '# A\n\nA :term[toll].\n',
      'b.md': '# B\n\n::glossary\n\n::index\n',
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p>A <a id="m-toll" class="mention terms first" href="#terms-toll">toll</a>.</p>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<dl class="register register-terms"><div class="entry"><dt id="terms-toll">toll</dt><dd>A <span id="price">price</span>.<sup class="call cited"><a id="c-b-clarke1991" href="#n-b-clarke1991" data-note="n-b-clarke1991">1</a></sup><sup class="call-separator">,</sup><sup class="call"><a id="c-b-in-lire" href="#n-b-in-lire" data-note="n-b-in-lire">2</a></sup> An <span id="i-index" class="index-mark">index</span>. <span class="locators" data-pages="m-toll"></span></dd></div></dl>
<div class="index"><ul class="index-letter"><li><p class="index-entry">index, <span class="locators" data-pages="i-index"></span></p></li></ul></div>
[1] <p><a href="#ref-clarke1991">J. Calvitt Clarke, <i>Russia and Italy against Hitler</i> (Greenwood, 1991)</a>.</p>
[2] <p>In lire.</p>
<h1 id="bibliography" class="chapter-title"><span class="chapter-name">Bibliography</span></h1>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. Calvitt. <i>Russia and Italy against Hitler</i>. Greenwood, 1991.</p></div>`,
    epub: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p>A <a id="m-toll" class="mention terms first" href="#about-a-terms-toll" data-explains="about-a-terms-toll">toll</a>.</p>
[about-a-terms-toll < m-toll] <a class="explained" href="#terms-toll">toll</a>: A <span>price</span>. An <span class="index-mark">index</span>.
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<dl class="register register-terms"><div class="entry"><dt id="terms-toll">toll</dt><dd>A <span id="price">price</span>.<sup class="call cited"><a id="c-b-clarke1991" href="#n-b-clarke1991" data-note="n-b-clarke1991">1</a></sup><sup class="call-separator">,</sup><sup class="call"><a id="c-b-in-lire" href="#n-b-in-lire" data-note="n-b-in-lire">2</a></sup> An <span id="i-index" class="index-mark">index</span>. <span class="locators" data-pages="m-toll"></span></dd></div></dl>
<div class="index"><ul class="index-letter"><li><p class="index-entry">index, <span class="locators" data-pages="i-index"></span></p></li></ul></div>
[1] <p><a href="#ref-clarke1991">J. Calvitt Clarke, <i>Russia and Italy against Hitler</i> (Greenwood, 1991)</a>.</p>
[2] <p>In lire.</p>
<h1 id="bibliography" class="chapter-title"><span class="chapter-name">Bibliography</span></h1>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. Calvitt. <i>Russia and Italy against Hitler</i>. Greenwood, 1991.</p></div>`,
  },
  {
    name: 'a term that only another edition mentions is not unused',
    given: {
      'book.yaml': 'title: T\naudience: student\nchapters: [a.md]\nregisters: {terms: g.yaml}\n',
      'g.yaml': '- term: toll\n  definition: A price.\n- term: gate\n  definition: A bar.\n',
      'a.md': '# A\n\nText.\n\n:::only{for=teacher}\nA :term[toll].\n:::\n',
    },
    print: '<p>Text.</p>',
    findings: [
      'd-019 g.yaml:3:3 `gate` is never mentioned',
    ],
  },
  {
    name: 'a mention within a mention: no link in a link',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md, b.md]\nregisters: {people: p.yaml}\n',
      'p.yaml': '- name: Litvinov\n  role: Commissar\n',
      'a.md': '# A\n\nThe :term[protocol of :person[Litvinov]^[N.] himself]{of=protocol}.\n',
      'b.md': '# B\n\n::people\n\n:::glossary\nprotocol\n: A record.\n:::\n',
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p>The <a id="m-protocol" class="mention terms first" href="#terms-protocol">protocol of <span id="m-litvinov" class="mention people first">Litvinov</span></a><sup class="call"><a id="c-a-n" href="#n-a-n" data-note="n-a-n">1</a></sup><a class="mention terms first" href="#terms-protocol"> himself</a>.</p>
[1] <p>N.</p>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<dl class="register register-people"><div class="entry"><dt id="people-litvinov">Litvinov</dt><dd><span class="role">Commissar</span>. <span class="locators" data-pages="m-litvinov"></span></dd></div></dl>
<dl class="register register-terms"><div class="entry"><dt id="terms-protocol">protocol</dt><dd>A record. <span class="locators" data-pages="m-protocol"></span></dd></div></dl>`,
    epub: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p>The <a id="m-protocol" class="mention terms first" href="#about-a-terms-protocol" data-explains="about-a-terms-protocol">protocol of <span id="m-litvinov" class="mention people first" data-explains="about-a-people-litvinov">Litvinov</span></a><sup class="call"><a id="c-a-n" href="#n-a-n" data-note="n-a-n">1</a></sup><a class="mention terms first" href="#about-a-terms-protocol" data-explains="about-a-terms-protocol"> himself</a>.</p>
[1] <p>N.</p>
[about-a-people-litvinov < m-litvinov] <a class="explained" href="#people-litvinov">Litvinov</a>: <span class="role">Commissar</span>.
[about-a-terms-protocol < m-protocol] <a class="explained" href="#terms-protocol">protocol</a>: A record.
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<dl class="register register-people"><div class="entry"><dt id="people-litvinov">Litvinov</dt><dd><span class="role">Commissar</span>. <span class="locators" data-pages="m-litvinov"></span></dd></div></dl>
<dl class="register register-terms"><div class="entry"><dt id="terms-protocol">protocol</dt><dd>A record. <span class="locators" data-pages="m-protocol"></span></dd></div></dl>`,
  },
  {
    name: 'a definition of several blocks, explained',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md, b.md]\n',
      'a.md': '# A\n\nA :term[toll].\n',
      'b.md': '# B\n\n:::glossary\ntoll\n: A price.\n\n    - of salt\n:::\n',
    },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p>A <a id="m-toll" class="mention terms first" href="#terms-toll">toll</a>.</p>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<dl class="register register-terms"><div class="entry"><dt id="terms-toll">toll</dt><dd><p>A price.</p><ul class="tight"><li><p>of salt</p></li></ul><p> <span class="locators" data-pages="m-toll"></span></p></dd></div></dl>`,
    epub: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p>A <a id="m-toll" class="mention terms first" href="#about-a-terms-toll" data-explains="about-a-terms-toll">toll</a>.</p>
[about-a-terms-toll < m-toll] <p><a class="explained" href="#terms-toll">toll</a></p><p>A price.</p><ul class="tight"><li><p>of salt</p></li></ul>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<dl class="register register-terms"><div class="entry"><dt id="terms-toll">toll</dt><dd><p>A price.</p><ul class="tight"><li><p>of salt</p></li></ul><p> <span class="locators" data-pages="m-toll"></span></p></dd></div></dl>`,
  },
  {
    name: 'a mention in a note, whose register is printed nowhere',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md]\nregisters: {terms: g.yaml}\n',
      'g.yaml': '- term: toll\n  definition: A price.\n',
      'a.md': '# A\n\nText.^[A :term[toll].]\n',
    },
    print: `<p>Text.<sup class="call"><a id="c-a-a-toll" href="#n-a-a-toll" data-note="n-a-a-toll">1</a></sup></p>
[1] <p>A <span id="m-toll" class="mention terms first">toll</span>.</p>`,
  },
];
