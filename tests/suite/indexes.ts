/** Indexes: marks, cross-references, stretches of text, several indexes, order and layout. */
import type { Case } from './book.js';

const people = `- name: Maxim Litvinov
  sort: Litvinov, Maxim
  variants: [Litvinov]
- name: Dino Grandi
  sort: Grandi, Dino
  variants: [Grandi]
`;

export const indexes: readonly Case[] = [
  {
    name: 'in an edition without what is marked: neither an index without marks nor a way to nowhere is a fault',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md]\naudience: student\n',
      'a.md': '# T\n\nThe :index[gates]{see=tolls}.\n\n:::only{for=teacher}\n:index[Tolls]{entry="tolls!on salt"}, :index[Rossi]{in=names}.\n:::\n\n::index\n\n::index{of=names}\n',
    },
    print: `<p>The gates.</p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">gates. <em>See</em> tolls</p></li></ul></div>`,
  },
  {
    name: 'see: the mark has no place of its own, and the entry it leads to can be reached',
    given: `The :index[capital]{entry=Rome} was called :index[Roma]{see=Rome}.

::index`,
    print: `<p>The <span id="i-Rome" class="index-mark">capital</span> was called Roma.</p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">Roma. <em>See</em> <a href="#ix-Rome">Rome</a></p></li><li><p class="index-entry" id="ix-Rome">Rome, <span class="locators" data-pages="i-Rome"></span></p></li></ul></div>`,
  },
  {
    name: 'see also: the place counts, and the sentence comes last',
    given: `On :index[trade]{see-also="Italy!exports; customs"}, :index[exports]{entry="Italy!exports"}, :index[customs].

::index`,
    print: `<p>On <span id="i-trade" class="index-mark">trade</span>, <span id="i-Italy-exports" class="index-mark">exports</span>, <span id="i-customs" class="index-mark">customs</span>.</p>
<div class="index"><ul class="index-letter"><li><p class="index-entry" id="ix-customs">customs, <span class="locators" data-pages="i-customs"></span></p></li></ul><ul class="index-letter"><li><p class="index-entry">Italy: <span id="ix-Italy-exports">exports, <span class="locators" data-pages="i-Italy-exports"></span></span></p></li></ul><ul class="index-letter"><li><p class="index-entry">trade, <span class="locators" data-pages="i-trade"></span>. <em>See also</em> <a href="#ix-Italy-exports">Italy: exports</a>; <a href="#ix-customs">customs</a></p></li></ul></div>`,
  },
  {
    name: 'a line of the index, in a paragraph or by itself, shows nothing in the text',
    given: `:index{entry=Roma see=Rome}
:index{entry=Urbs see=Rome}

One :index[Rome].

::index{entry="Eternal City" see=Rome}

::index`,
    print: `<p>One <span id="i-Rome" class="index-mark">Rome</span>.</p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">Eternal City. <em>See</em> <a href="#ix-Rome">Rome</a></p></li></ul><ul class="index-letter"><li><p class="index-entry">Roma. <em>See</em> <a href="#ix-Rome">Rome</a></p></li><li><p class="index-entry" id="ix-Rome">Rome, <span class="locators" data-pages="i-Rome"></span></p></li></ul><ul class="index-letter"><li><p class="index-entry">Urbs. <em>See</em> <a href="#ix-Rome">Rome</a></p></li></ul></div>`,
  },
  {
    name: 'see, of an entry that has places, is see also',
    given: `:index[Rome], :index[Roma], then :index[Roma]{see=Rome}.

::index`,
    print: `<p><span id="i-Rome" class="index-mark">Rome</span>, <span id="i-Roma" class="index-mark">Roma</span>, then Roma.</p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">Roma, <span class="locators" data-pages="i-Roma"></span>. <em>See also</em> <a href="#ix-Rome">Rome</a></p></li><li><p class="index-entry" id="ix-Rome">Rome, <span class="locators" data-pages="i-Rome"></span></p></li></ul></div>`,
  },
  {
    name: 'see is given once, however often it is written',
    given: `:index[Roma]{see=Rome} :index[Rome] :index[Roma]{see="Rome; rome"}

::index`,
    print: `<p>Roma <span id="i-Rome" class="index-mark">Rome</span> Roma</p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">Roma. <em>See</em> <a href="#ix-Rome">Rome</a></p></li><li><p class="index-entry" id="ix-Rome">Rome, <span class="locators" data-pages="i-Rome"></span></p></li></ul></div>`,
  },
  {
    name: 'a sub-entry refers in parentheses, and can be referred to',
    given: `:index[a]{entry="trade!by sea" see-also="Batum"} :index[b]{entry="trade!by land" see="rail!freight"} :index[Batum] :index[c]{entry="rail!freight"}

::index`,
    print: `<p><span id="i-trade-by-sea" class="index-mark">a</span> b <span id="i-Batum" class="index-mark">Batum</span> <span id="i-rail-freight" class="index-mark">c</span></p>
<div class="index"><ul class="index-letter"><li><p class="index-entry" id="ix-Batum">Batum, <span class="locators" data-pages="i-Batum"></span></p></li></ul><ul class="index-letter"><li><p class="index-entry">rail: <span id="ix-rail-freight">freight, <span class="locators" data-pages="i-rail-freight"></span></span></p></li></ul><ul class="index-letter"><li><p class="index-entry">trade: by land (<em>see</em> <a href="#ix-rail-freight">rail: freight</a>); by sea, <span class="locators" data-pages="i-trade-by-sea"></span> (<em>see also</em> <a href="#ix-Batum">Batum</a>)</p></li></ul></div>`,
  },
  {
    name: 'a reference finds its entry without article and whatever the case of its letters',
    given: `:index[The Hague] :index[Holland]{see="hague"}

::index`,
    print: `<p><span id="i-The-Hague" class="index-mark">The Hague</span> Holland</p>
<div class="index"><ul class="index-letter"><li><p class="index-entry" id="ix-The-Hague">The Hague, <span class="locators" data-pages="i-The-Hague"></span></p></li><li><p class="index-entry">Holland. <em>See</em> <a href="#ix-The-Hague">The Hague</a></p></li></ul></div>`,
  },
  {
    name: 'a reference leads into another index, when its own has no such entry',
    given: `:index[Rome]{in=places} :index[Milan]{in=places} :index[Milan] :index[the capital]{see="Rome; Milan"}

::index

::index{of=places}`,
    print: `<p><span id="i-Rome" class="index-mark">Rome</span> <span id="i-Milan" class="index-mark">Milan</span> <span id="i-Milan-the-capital" class="index-mark">Milan</span> the capital</p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">the capital. <em>See</em> <a href="#ix-Rome">Rome</a>; <a href="#ix-Milan">Milan</a></p></li></ul><ul class="index-letter"><li><p class="index-entry" id="ix-Milan">Milan, <span class="locators" data-pages="i-Milan-the-capital"></span></p></li></ul></div>
<div class="index"><ul class="index-letter"><li><p class="index-entry">Milan, <span class="locators" data-pages="i-Milan"></span></p></li></ul><ul class="index-letter"><li><p class="index-entry" id="ix-Rome">Rome, <span class="locators" data-pages="i-Rome"></span></p></li></ul></div>`,
  },
  {
    name: 'a reference to no entry is reported, and printed without a link',
    given: `:index[Rome] :index[Roma]{see=Rom} :index[Urbs]{see=Urbs}

::index`,
    print: `<p><span id="i-Rome" class="index-mark">Rome</span> Roma Urbs</p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">Roma. <em>See</em> Rom</p></li><li><p class="index-entry">Rome, <span class="locators" data-pages="i-Rome"></span></p></li></ul><ul class="index-letter"><li><p class="index-entry">Urbs. <em>See</em> Urbs</p></li></ul></div>`,
    findings: [
      'd-021 a.md:3:27 the index has no entry `Rom`',
      'd-021 a.md:3:49 the entry `Urbs` of the index leads to itself',
    ],
  },
  {
    name: 'a stretch of text: the blocks stand as they would without it',
    given: `:::index{entry="the tour"}
First.

- last
:::

::index`,
    print: `<p><span id="i-the-tour" class="index-mark"></span>First.</p>
<ul class="tight"><li><p>last<span id="i-the-tour-end" class="index-mark"></span></p></li></ul>
<div class="index"><ul class="index-letter"><li><p class="index-entry">the tour, <span class="locators" data-pages="i-the-tour/i-the-tour-end"></span></p></li></ul></div>`,
  },
  {
    name: 'a stretch around a heading, a table and a rule',
    given: `:::index{entry="trade" main see-also=tolls}
## Figures

| a |
|---|
| 1 |

---
:::

:index[tolls]

::index`,
    print: `<h2 id="a-figures"><span id="i-trade" class="index-mark"></span>Figures</h2>
<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>1<span id="i-trade-end" class="index-mark"></span></td></tr></tbody></table>
<hr>
<p><span id="i-tolls" class="index-mark">tolls</span></p>
<div class="index"><ul class="index-letter"><li><p class="index-entry" id="ix-tolls">tolls, <span class="locators" data-pages="i-tolls"></span></p></li><li><p class="index-entry">trade, <span class="locators" data-pages="*i-trade/i-trade-end"></span>. <em>See also</em> <a href="#ix-tolls">tolls</a></p></li></ul></div>`,
  },
  {
    name: 'a stretch within a stretch, with colons enough',
    given: `::::index{entry=outer}
One.

:::index{entry=inner}
Two.
:::
::::

::index`,
    print: `<p><span id="i-outer" class="index-mark"></span>One.</p>
<p><span id="i-inner" class="index-mark"></span>Two.<span id="i-inner-end" class="index-mark"></span><span id="i-outer-end" class="index-mark"></span></p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">inner, <span class="locators" data-pages="i-inner/i-inner-end"></span></p></li></ul><ul class="index-letter"><li><p class="index-entry">outer, <span class="locators" data-pages="i-outer/i-outer-end"></span></p></li></ul></div>`,
  },
  {
    name: 'a stretch that has no entry, no blocks, or leads away',
    given: `:::index
One.
:::

:::index{entry=a}
:::

:::index{entry=b see=c}
Two.
:::`,
    print: `<p>One.</p>
<p>Two.</p>`,
    findings: [
      'd-002 a.md:3:1 `:::index` needs `entry=…`, which the blocks in it are about',
      'd-002 a.md:7:1 there is nothing between this `:::index` and its end',
      'd-002 a.md:10:1 `see` leads away from the blocks that stand in this `:::index`',
    ],
  },
  {
    name: 'the main place',
    given: `:index[toll] and :index[toll]{main}, :index[toll]{main=false}, :index[toll]{main=perhaps}

::index`,
    print: `<p><span id="i-toll" class="index-mark">toll</span> and <span id="i-toll-toll-toll" class="index-mark">toll</span>, <span id="i-toll-toll" class="index-mark">toll</span>, <span id="i-toll-and-toll-toll" class="index-mark">toll</span></p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">toll, <span class="locators" data-pages="i-toll *i-toll-toll-toll i-toll-toll i-toll-and-toll-toll"></span></p></li></ul></div>`,
    findings: [
      'd-002 a.md:3:77 `main=perhaps` is neither `true` nor `false`',
    ],
  },
  {
    name: 'several indexes, one mark in two of them',
    given: `:index[Litvinov]{in=names} in :index[Rome]{in="places, names"} on :index[trade].

::index{of=names}

::index{of=places}

::index`,
    print: `<p><span id="i-Litvinov" class="index-mark">Litvinov</span> in <span id="i-Rome" class="index-mark">Rome</span> on <span id="i-trade" class="index-mark">trade</span>.</p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">Litvinov, <span class="locators" data-pages="i-Litvinov"></span></p></li></ul><ul class="index-letter"><li><p class="index-entry">Rome, <span class="locators" data-pages="i-Rome"></span></p></li></ul></div>
<div class="index"><ul class="index-letter"><li><p class="index-entry">Rome, <span class="locators" data-pages="i-Rome"></span></p></li></ul></div>
<div class="index"><ul class="index-letter"><li><p class="index-entry">trade, <span class="locators" data-pages="i-trade"></span></p></li></ul></div>`,
  },
  {
    name: 'a mark for an index that is not printed, another for none at all',
    given: `:index[Rome]{in=place} :index[Batum]{in=place} :index[Genoa]{in=places} :index[x]

::index{of=places}`,
    print: `<p><span id="i-Rome" class="index-mark">Rome</span> <span id="i-Batum" class="index-mark">Batum</span> <span id="i-Genoa" class="index-mark">Genoa</span> <span id="i-x" class="index-mark">x</span></p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">Genoa, <span class="locators" data-pages="i-Genoa"></span></p></li></ul></div>`,
    findings: [
      'd-022 a.md:3:1 this index mark, with another, is for the index `place`, which is not printed',
      'd-022 a.md:3:73 this index mark stands in no index',
    ],
  },
  {
    name: 'an index for which nothing is marked',
    given: `:index[Rome]{in=places}

::index{of=places}

::index{of=place}

::index`,
    print: `<p><span id="i-Rome" class="index-mark">Rome</span></p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">Rome, <span class="locators" data-pages="i-Rome"></span></p></li></ul></div>`,
    findings: [
      'd-023 a.md:7:1 nothing is marked for the index `place`',
      'd-023 a.md:9:1 nothing is marked for the index',
    ],
  },
  {
    name: 'an index a second time is not printed; one of another name is',
    given: `:index[Rome] :index[Genoa]{in=places}

::index

::index{of=places}

::index`,
    print: `<p><span id="i-Rome" class="index-mark">Rome</span> <span id="i-Genoa" class="index-mark">Genoa</span></p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">Rome, <span class="locators" data-pages="i-Rome"></span></p></li></ul></div>
<div class="index"><ul class="index-letter"><li><p class="index-entry">Genoa, <span class="locators" data-pages="i-Genoa"></span></p></li></ul></div>`,
    findings: [
      'd-009 a.md:9:1 `::index` stands here a second time, where it is not printed',
    ],
  },
  {
    name: 'an index of the people mentioned, by their sort, with marks of its own',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md]\nregisters: {people: p.yaml}\n',
      'p.yaml': people,
      'a.md': `# T

:person[Litvinov] met :person[Grandi], then :person[Litvinov] :index[left]{entry="Litvinov, Maxim!leaves Rome" in=names}.

::index{of=names from=people}
`,
    },
    print: `<p><span id="m-maxim-litvinov" class="mention people first">Litvinov</span> met <span id="m-dino-grandi" class="mention people first">Grandi</span>, then <span id="m-maxim-litvinov-left" class="mention people">Litvinov</span> <span id="i-Litvinov-Maxim-leaves-Rome" class="index-mark">left</span>.</p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">Grandi, Dino, <span class="locators" data-pages="m-dino-grandi"></span></p></li></ul><ul class="index-letter"><li><p class="index-entry">Litvinov, Maxim, <span class="locators" data-pages="m-maxim-litvinov m-maxim-litvinov-left"></span>; leaves Rome, <span class="locators" data-pages="i-Litvinov-Maxim-leaves-Rome"></span></p></li></ul></div>`,
  },
  {
    name: 'places keep their article in an index; terms do not',
    given: {
      'book.yaml': 'title: T\nlanguage: it\nchapters: [a.md]\nregisters: {places: l.yaml, terms: t.yaml}\n',
      'l.yaml': '- name: La Spezia\n- name: Napoli\n',
      't.yaml': '- term: la Zecca\n  definition: D\n- term: moneta\n  definition: D\n',
      'a.md': `# T

:place[Napoli] :place[La Spezia] :term[la Zecca] :term[moneta]

::index{from="places terms" letters}
`,
    },
    print: `<p><span id="m-napoli" class="mention places first">Napoli</span> <span id="m-la-spezia" class="mention places first">La Spezia</span> <span id="m-la-zecca" class="mention terms first">la Zecca</span> <span id="m-moneta" class="mention terms first">moneta</span></p>
<div class="index with-headings"><p class="index-heading">L</p><ul class="index-letter"><li><p class="index-entry">La Spezia, <span class="locators" data-pages="m-la-spezia"></span></p></li></ul><p class="index-heading">M</p><ul class="index-letter"><li><p class="index-entry">moneta, <span class="locators" data-pages="m-moneta"></span></p></li></ul><p class="index-heading">N</p><ul class="index-letter"><li><p class="index-entry">Napoli, <span class="locators" data-pages="m-napoli"></span></p></li></ul><p class="index-heading">Z</p><ul class="index-letter"><li><p class="index-entry">la Zecca, <span class="locators" data-pages="m-la-zecca"></span></p></li></ul></div>`,
  },
  {
    name: 'an index from what there is no register of',
    given: `:index[a]

::index{from=persons}`,
    print: `<p><span id="i-a" class="index-mark">a</span></p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">a, <span class="locators" data-pages="i-a"></span></p></li></ul></div>`,
    findings: [
      'd-002 a.md:5:9 an index is not made from `persons`',
    ],
  },
  {
    name: 'sort: of an entry, of the last of several, of each',
    given: `:index[42nd Street]{sort="forty-second street"} :index[ghost] :index[Elbe] :index[y]{entry="Elbe!No. 9" sort="nine"} :index[z]{entry="Elbe!No. 10" sort="!eight"}

::index`,
    print: `<p><span id="i-42nd-Street" class="index-mark">42nd Street</span> <span id="i-ghost" class="index-mark">ghost</span> <span id="i-Elbe" class="index-mark">Elbe</span> <span id="i-Elbe-No-9" class="index-mark">y</span> <span id="i-Elbe-No-10" class="index-mark">z</span></p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">Elbe, <span class="locators" data-pages="i-Elbe"></span>; No. 10, <span class="locators" data-pages="i-Elbe-No-10"></span>; No. 9, <span class="locators" data-pages="i-Elbe-No-9"></span></p></li></ul><ul class="index-letter"><li><p class="index-entry">42nd Street, <span class="locators" data-pages="i-42nd-Street"></span></p></li></ul><ul class="index-letter"><li><p class="index-entry">ghost, <span class="locators" data-pages="i-ghost"></span></p></li></ul></div>`,
  },
  {
    name: 'letters over the groups; digits and signs',
    given: `:index[Ähre] :index[“Acme”] :index[1933] :index[Zebra] :index[№ 5] :index[☞]

::index{letters=true}`,
    print: `<p><span id="i-Ähre" class="index-mark">Ähre</span> <span id="i--Acme-" class="index-mark">“Acme”</span> <span id="i-1933" class="index-mark">1933</span> <span id="i-Zebra" class="index-mark">Zebra</span> <span id="i--5" class="index-mark">№ 5</span> <span id="i--" class="index-mark">☞</span></p>
<div class="index with-headings"><ul class="index-letter"><li><p class="index-entry">☞, <span class="locators" data-pages="i--"></span></p></li></ul><p class="index-heading">0–9</p><ul class="index-letter"><li><p class="index-entry">№ 5, <span class="locators" data-pages="i--5"></span></p></li><li><p class="index-entry">1933, <span class="locators" data-pages="i-1933"></span></p></li></ul><p class="index-heading">A</p><ul class="index-letter"><li><p class="index-entry">“Acme”, <span class="locators" data-pages="i--Acme-"></span></p></li><li><p class="index-entry">Ähre, <span class="locators" data-pages="i-Ähre"></span></p></li></ul><p class="index-heading">Z</p><ul class="index-letter"><li><p class="index-entry">Zebra, <span class="locators" data-pages="i-Zebra"></span></p></li></ul></div>`,
  },
  {
    name: 'three levels, run in',
    given: `:index[a]{entry="Italy!trade!grain"} :index[b]{entry="Italy!trade!oil"} :index[c]{entry="Italy!war"} :index[d]{entry="Italy"} :index[e]{entry="Italy!trade"}

::index`,
    print: `<p><span id="i-Italy-trade-grain" class="index-mark">a</span> <span id="i-Italy-trade-oil" class="index-mark">b</span> <span id="i-Italy-war" class="index-mark">c</span> <span id="i-Italy" class="index-mark">d</span> <span id="i-Italy-trade" class="index-mark">e</span></p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">Italy, <span class="locators" data-pages="i-Italy"></span>; trade, <span class="locators" data-pages="i-Italy-trade"></span> (grain, <span class="locators" data-pages="i-Italy-trade-grain"></span>; oil, <span class="locators" data-pages="i-Italy-trade-oil"></span>); war, <span class="locators" data-pages="i-Italy-war"></span></p></li></ul></div>`,
  },
  {
    name: 'three levels, indented',
    given: `:index[a]{entry="Italy!trade!grain"} :index[b]{entry="Italy!trade!oil" see-also="oil"} :index[c]{entry="Italy!war"} :index[d]{entry="Italy" see-also="oil"} :index[oil]

::index{layout=indented}`,
    print: `<p><span id="i-Italy-trade-grain" class="index-mark">a</span> <span id="i-Italy-trade-oil" class="index-mark">b</span> <span id="i-Italy-war" class="index-mark">c</span> <span id="i-Italy" class="index-mark">d</span> <span id="i-oil" class="index-mark">oil</span></p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">Italy, <span class="locators" data-pages="i-Italy"></span>. <em>See also</em> <a href="#ix-oil">oil</a></p><ul><li><p class="index-entry">trade</p><ul><li><p class="index-entry">grain, <span class="locators" data-pages="i-Italy-trade-grain"></span></p></li><li><p class="index-entry">oil, <span class="locators" data-pages="i-Italy-trade-oil"></span>. <em>See also</em> <a href="#ix-oil">oil</a></p></li></ul></li><li><p class="index-entry">war, <span class="locators" data-pages="i-Italy-war"></span></p></li></ul></li></ul><ul class="index-letter"><li><p class="index-entry" id="ix-oil">oil, <span class="locators" data-pages="i-oil"></span></p></li></ul></div>`,
  },
  {
    name: 'attributes of the one form on the other',
    given: `:index[a]{of=names} :index[a]

::index{in=names layout=wide letters=often}

::index{entry=b}`,
    print: `<p><span id="i-a" class="index-mark">a</span> <span id="i-a-a" class="index-mark">a</span></p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">a, <span class="locators" data-pages="i-a i-a-a"></span></p></li></ul></div>`,
    findings: [
      'd-008 a.md:3:11 `:index` has no attribute `of`',
      'd-008 a.md:5:9 an `::index` that prints has no attribute `in`',
      'd-002 a.md:5:18 `wide` is no layout of an index',
      'd-002 a.md:5:30 `letters=often` is neither `true` nor `false`',
      'd-002 a.md:7:1 this line of the index leads nowhere',
    ],
  },
  {
    name: 'words of another language before a reference',
    given: {
      'book.yaml': 'title: T\nlanguage: ru\nchapters: [a.md]\n',
      'a.md': `# T

:index[Рим], :index[Рома]{see=Рим}, :index[Батум]{see-also=Рим}

::index{letters}
`,
    },
    print: `<p><span id="i-Рим" class="index-mark">Рим</span>, Рома, <span id="i-Батум" class="index-mark">Батум</span></p>
<div class="index with-headings"><p class="index-heading">Б</p><ul class="index-letter"><li><p class="index-entry">Батум, <span class="locators" data-pages="i-Батум"></span>. <em>См. также</em> <a href="#ix-Рим">Рим</a></p></li></ul><p class="index-heading">Р</p><ul class="index-letter"><li><p class="index-entry" id="ix-Рим">Рим, <span class="locators" data-pages="i-Рим"></span></p></li><li><p class="index-entry">Рома. <em>См.</em> <a href="#ix-Рим">Рим</a></p></li></ul></div>`,
  },
  {
    name: 'a title in italics, by the words or by the entry, is one entry; a note among the words is none of them',
    given: `:index[*Pravda*], :index[the paper]{entry="*Pravda*"}, :index[*La Stampa* of Turin], :index[papers]{see="Pravda; La Stampa of Turin"}, :index[2 * 3], :index[toll^[N.]]

::index`,
    print: `<p><span id="i-Pravda" class="index-mark"><em>Pravda</em></span>, <span id="i-Pravda-la-stampa-of" class="index-mark">the paper</span>, <span id="i-La-Stampa-of-Turin" class="index-mark"><em>La Stampa</em> of Turin</span>, papers, <span id="i-2-3" class="index-mark">2 * 3</span>, <span id="i-toll" class="index-mark">toll<sup class="call"><a id="c-a-n" href="#n-a-n" data-note="n-a-n">1</a></sup></span></p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">2 * 3, <span class="locators" data-pages="i-2-3"></span></p></li></ul><ul class="index-letter"><li><p class="index-entry" id="ix-La-Stampa-of-Turin"><em>La Stampa</em> of Turin, <span class="locators" data-pages="i-La-Stampa-of-Turin"></span></p></li></ul><ul class="index-letter"><li><p class="index-entry">papers. <em>See</em> <a href="#ix-Pravda"><em>Pravda</em></a>; <a href="#ix-La-Stampa-of-Turin"><em>La Stampa</em> of Turin</a></p></li><li><p class="index-entry" id="ix-Pravda"><em>Pravda</em>, <span class="locators" data-pages="i-Pravda i-Pravda-la-stampa-of"></span></p></li></ul><ul class="index-letter"><li><p class="index-entry">toll, <span class="locators" data-pages="i-toll"></span></p></li></ul></div>
[1] <p>N.</p>`,
  },
  {
    name: 'a mark in a note',
    given: `Text.^[Of :index[oil]{main}.]

::index`,
    print: `<p>Text.<sup class="call"><a id="c-a-of-oil" href="#n-a-of-oil" data-note="n-a-of-oil">1</a></sup></p>
<div class="index"><ul class="index-letter"><li><p class="index-entry">oil, <span class="locators" data-pages="*i-oil"></span></p></li></ul></div>
[1] <p>Of <span id="i-oil" class="index-mark">oil</span>.</p>`,
  },
];
