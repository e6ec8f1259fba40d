import { readFileSync } from 'node:fs';
import type { EpubEdition } from '../../src/epub/write-epub.js';
import { call, edition, mention, pageMap, part, png } from './edition.js';

const font = (name: string): Uint8Array => readFileSync(new URL(`../../node_modules/@fontsource/eb-garamond/files/${name}.woff2`, import.meta.url));

/** A book with one of everything. */
export const everything: EpubEdition = edition(
  [
    part({ id: 'title', kind: 'title', matter: 'front', title: 'The Thaw', html: '<section class="titlepage" data-at="t:0"><h1 class="title">The Thaw</h1><p class="author">Ada Writer</p></section>' }),
    part({ id: 'imprint', kind: 'imprint', matter: 'front', title: 'Imprint', html: '<p data-at="i:0">All rights shared: <a href="https://example.org/a?b=c&amp;d=é">licence</a>.</p>' }),
    part({ id: 'contents', kind: 'contents', matter: 'front', title: 'Contents', html: '<p data-at="toc:0">set by hand in print</p>' }),
    part({ id: 'how-to-use', matter: 'front', title: 'How to use', html: '<h1 data-at="u:0">How to use</h1><p data-at="u:9">See page <a data-page="sec-b" href="#sec-b"></a>.</p>' }),
    part({
      id: 'thaw',
      number: '1',
      title: 'The thaw',
      sections: [['sec-a', 'Before', 2, '1.1'], ['sec-b', 'After', 3, '1.1.1'], ['договор', 'Договор', 2]],
      notes: { a: 'A short note with <a href="#glossary">a link</a>.', b: '<p data-at="b:900">One.</p><ul><li>a list</li></ul>', c: 'In a table.' },
      explanations: { polpred: '<a href="#term-a" lang="ru">полпред</a>: an ambassador.', toll: '<p><a href="#glossary">toll</a></p><ul><li>a price</li></ul>' },
      html: `<h1 data-at="b:0">The th\u00ADaw</h1>
        <div class="epigraph" data-at="b:5"><blockquote><p>Quoted</p></blockquote></div>
        <p data-at="b:10" id="p-1">${mention('polpred')}, ${mention('toll')} Litvinov${call('a', 1)} signed<br> a <em lang="ru">договор</em>, 日本語, ελληνικά${call('b', 2)}.</p>
        <h2 id="sec-a" data-at="b:20">Before</h2>
        <ul class="task-list" data-at="b:30"><li data-at="b:30"><input type="checkbox" checked disabled> done</li><li><input type="checkbox" disabled> open</li></ul>
        <ol start="3" data-at="b:40"><li data-at="b:40"><p data-at="b:41">three</p></li></ol>
        <h3 id="sec-b" data-at="b:50">After</h3>
        <table id="tbl-x" data-at="b:60"><caption>Trade</caption><thead><tr><th scope="col">Year</th><th align="right" scope="col">Lire</th></tr></thead><tbody><tr><td>1933${call('c', 3)}</td><td align="right"></td></tr></tbody></table>
        <figure id="fig-x" data-at="b:70"><img src="figures/x.png" alt="A dot of ink"><figcaption>Figure 1. A dot</figcaption></figure>
        <figure id="fig-y" data-at="b:80"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" role="img" aria-labelledby="y-t"><title id="y-t">A line</title><defs><linearGradient id="y-g"><stop offset="0" stop-color="currentColor"/></linearGradient></defs><path d="M0 0L9 9" stroke-width="2" stroke="url(#y-g)"/><text x="1" y="2" font-size="3">1933</text></svg></figure>
        <div class="equation" data-at="b:90"><math display="block" alttext="x/2"><mfrac linethickness="1px"><mi>x</mi><mn>2</mn></mfrac><mspace width="1em"></mspace></math></div>
        <pre data-at="b:95"><code>if (a &lt; b &amp;&amp; c) { return "x"; }</code></pre>
        <dl class="definitions tight"><dt data-at="b:96">Toll</dt><dt>Tolls</dt><dd><p data-at="b:961">A price.</p><ul><li>one</li></ul></dd><dd><p>A gate.</p></dd></dl>
        <div class="verse numbered" lang="it" id="song"><p class="verse-title">Song</p><p class="stanza" data-at="b:962"><span class="verse-line">uno</span><br><span class="verse-line" style="margin-left: 1.5em"><span class="line-number">2</span> due <em>tre</em></span></p><p class="verse-source">Anon.</p></div>
        <section class="document" id="doc-x" data-at="b:963" lang="ru"><p class="document-title"><span class="caption-number" lang="en-GB">Document 1.</span> Pact</p><p class="document-date" lang="en-GB">1933</p><div class="original"><p data-at="b:964"><span class="paragraph-number" data-uncounted="">1</span> <span id="passage-x">Слово</span>.</p></div><div class="translation" lang="en-GB"><p>A word.</p></div><p class="document-source">ASV</p></section>
        <div class="columns" data-at="b:965"><div class="column" lang="it"><p>Uno.</p></div><div class="column"><ul><li>Two.</li></ul></div></div>
        <section class="numbered-block kind-theorem" id="thm-x" data-at="b:966"><p><span class="block-number">Theorem 1.</span> Words.</p></section>
        <blockquote class="epigraph" data-at="b:967"><p>Salt.</p><p class="epigraph-source">Cassiodorus</p></blockquote>
        <p data-at="b:968">See <a class="cross-reference" href="#passage-x">document 1</a>, <a class="cross-reference" href="#passage-x" data-uncounted="">paragraph 1</a>, <a class="cross-reference" href="#thm-x">theorem 1</a>.<sup id="note-x" class="call"><a id="c-d" href="#n-a" data-note="n-a">1</a></sup></p>
        <hr data-at="b:97">
        <p data-at="b:99">See <a href="#договор">there</a>, <a href="#tbl-x">Table 1</a>, <a href="#glossary">the glossary</a>.</p>
        <h2 id="договор" data-at="b:110">Договор</h2>`,
    }),
    part({ id: 'glossary', matter: 'back', title: 'Glossary', html: '<h1 data-at="g:0">Glossary</h1><dl class="register" data-at="g:1"><dt id="term-a" lang="ru">полпред</dt><dd>An ambassador. <span data-pages="p-1 sec-a fig-x"></span></dd></dl>' }),
    part({ id: 'bibliography', matter: 'back', title: 'Bibliography', html: '<section><h1 data-at="l:0">Bibliography</h1><ul class="bibliography" data-at="l:1"><li id="ref-a">Clarke, <i>Book</i>. 1991.</li></ul></section>' }),
  ],
  {
    assets: new Map([['figures/x.png', png]]),
    fonts: [
      { family: 'EB Garamond', use: 'text', style: 'normal', weight: 400, bytes: font('eb-garamond-latin-400-normal') },
      { family: 'EB Garamond', use: 'text', style: 'normal', weight: 400, bytes: font('eb-garamond-cyrillic-400-normal'), unicodeRange: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116' },
    ],
    pages: pageMap(
      [['', 't:0', 0], ['', 'i:0', 0], ['iii', 'toc:0', 0], ['iv', 'u:0', 0], ['1', 'b:0', 0], ['2', 'b:10', 12], ['3', 'b:30', 0], ['4', 'b:60', 0], ['5', 'b:70', 0], ['6', 'b:90', 0], ['6a', 'b:96', 0], ['6b', 'b:962', 3], ['7', 'b:99', 5], ['8', undefined, 0], ['9', 'g:0', 0], ['10', 'l:0', 0]],
      { 'p-1': '1', 'sec-a': '3', 'sec-b': '3', 'fig-x': '5' },
    ),
  },
);
