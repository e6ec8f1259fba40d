/** Claims and the appendix of evidence: what is listed where, and its sources. */
import { bib, type Case, type Files } from './book.js';

const yaml = 'title: T\nchapters: [a.md]\nbibliography: b.bib\ncitation: {style: apa, back-links: false}\n';
const cited = (text: string, files: Files = {}): Files => ({ 'book.yaml': yaml, 'b.bib': bib, 'a.md': `# T\n\n${text}\n`, ...files });
const two = ':claim[One]{#claim:one status=disputed} :claim[Two]{#claim:two status=verified}\n\n:::evidence{for=claim:two}\nTwo is.\n:::\n\n:::evidence{for=claim:one}\nOne is.\n:::\n';
const marks = '<p><span id="claim-one" class="claim claim-disputed">One</span><sup class="claim-mark" title="disputed"><a href="#ev-claim-one">±</a></sup> <span id="claim-two" class="claim claim-verified">Two</span><sup class="claim-mark" title="verified"><a href="#ev-claim-two">=</a></sup></p>';
const head = (name: string, number: number, words: string, sign: string, status: string) =>
  `<div class="evidence evidence-${status}" id="ev-claim-${name}"><p class="evidence-claim"><span class="evidence-number">${number}</span> <a href="#claim-${name}">‘${words}’</a> <span class="status status-${status}">${sign}\u00a0${status}</span> (p.\u00a0<a class="page-ref" href="#claim-${name}" data-page="claim-${name}"></a>)</p>`;
const one = `${head('one', 1, 'One', '±', 'disputed')}<p>One is.</p></div>`;
const other = `${head('two', 2, 'Two', '=', 'verified')}<p>Two is.</p></div>`;
const list = (...claims: string[]) => `<div class="evidence-list">${claims.join('')}</div>`;

export const evidence: readonly Case[] = [
  {
    name: 'the sources of a claim stand apart, each once, and lead to the bibliography',
    given: cited(':claim[Salt]{#claim:salt status=verified} [@clarke1991]\n\n:::evidence{for=claim:salt}\nSo [@petracchi1982; @clarke1991].^[And [@clarke1991, p. 3].]\n:::\n\n::evidence'),
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<p><span id="claim-salt" class="claim claim-verified">Salt</span><sup class="claim-mark" title="verified"><a href="#ev-claim-salt">=</a></sup> (<a href="#ref-clarke1991">Clarke, 1991</a>)</p>
${list(`${head('salt', 1, 'Salt', '=', 'verified')}<p>So (<a href="#ref-clarke1991">Clarke, 1991</a>; <a href="#ref-petracchi1982">Petracchi, 1982</a>).<sup class="call"><a id="c-a-and-clarke1991-p-3" href="#n-a-and-clarke1991-p-3" data-note="n-a-and-clarke1991-p-3">1</a></sup></p><p class="evidence-sources"><span class="evidence-head">Sources:</span> <a href="#ref-petracchi1982">Petracchi 1982</a>; <a href="#ref-clarke1991">Clarke 1991</a></p></div>`)}
[1] <p>And (<a href="#ref-clarke1991">Clarke, 1991, p. 3</a>).</p>
<h1 id="bibliography" class="chapter-title"><span class="chapter-name">Bibliography</span></h1>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. C. (1991). <i>Russia and Italy against Hitler</i>. Greenwood.</p><p class="bibliography-entry" id="ref-petracchi1982">Petracchi, G. (1982). <i>La Russia rivoluzionaria</i>. Laterza.</p></div>`,
  },
  {
    name: 'a claim without reasons or sources is listed, and says so',
    given: cited(':claim[Salt]{#claim:salt status=unverified} [@clarke1991; @petracchi1982]\n\n::evidence\n\n::bibliography{list=clarke1991}\n\n::bibliography{list=petracchi1982}'),
    print: `<p><span id="claim-salt" class="claim claim-unverified">Salt</span><sup class="claim-mark" title="unverified"><a href="#ev-claim-salt">?</a></sup> (<a href="#ref-clarke1991">Clarke, 1991</a>; <a href="#ref-petracchi1982">Petracchi, 1982</a>)</p>
${list(`${head('salt', 1, 'Salt', '?', 'unverified')}<p class="evidence-sources"><span class="evidence-head">Sources:</span> none</p></div>`)}
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. C. (1991). <i>Russia and Italy against Hitler</i>. Greenwood.</p></div>
<div class="bibliography"><p class="bibliography-entry" id="ref-petracchi1982">Petracchi, G. (1982). <i>La Russia rivoluzionaria</i>. Laterza.</p></div>`,
    findings: ['d-004 a.md:3:1 the claim `claim:salt` has no evidence'],
  },
  {
    name: 'in the order of the claims, whatever that of the evidence',
    given: `${two}\n::evidence`,
    print: `${marks}\n${list(one, other)}`,
  },
  {
    name: 'a status of its own, and the rest elsewhere',
    given: `${two}\n::evidence{status=verified}\n\n::evidence`,
    print: `${marks}\n${list(other)}\n${list(one)}`,
  },
  {
    name: 'notes count in the order in which the lists stand',
    given: ':claim[One]{#claim:one status=disputed} :claim[Two]{#claim:two status=verified}\n\n:::evidence{for=claim:one}\nOne is.^[A.]\n:::\n\n:::evidence{for=claim:two}\nTwo is.^[B.]\n:::\n\n::evidence{status=verified}\n\n::evidence{status="disputed, unverified"}',
    print: `${marks}
${list(other.replace('Two is.', 'Two is.<sup class="call"><a id="c-a-b" href="#n-a-b" data-note="n-a-b">1</a></sup>'))}
${list(one.replace('One is.', 'One is.<sup class="call"><a id="c-a-a" href="#n-a-a" data-note="n-a-a">2</a></sup>'))}
[1] <p>B.</p>
[2] <p>A.</p>`,
  },
  {
    name: 'by chapter, under the chapter’s title',
    given: { 'book.yaml': 'title: T\nchapters: [a.md, b.md]\nback: [e.md]\n', 'a.md': '# A\n\n:claim[One]{#claim:one status=disputed}\n\n:::evidence{for=claim:one}\nOne is.\n:::\n', 'b.md': '# B\n\n:claim[Two]{#claim:two status=verified}\n\n:::evidence{for=claim:two}\nTwo is.\n:::\n', 'e.md': '# E\n\n::evidence{by=chapter}\n' },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">A</span></h1>
<p><span id="claim-one" class="claim claim-disputed">One</span><sup class="claim-mark" title="disputed"><a href="#ev-claim-one">±</a></sup></p>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">B</span></h1>
<p><span id="claim-two" class="claim claim-verified">Two</span><sup class="claim-mark" title="verified"><a href="#ev-claim-two">=</a></sup></p>
<h1 id="e" class="chapter-title"><span class="chapter-name">E</span></h1>
${list('<h2 class="evidence-chapter">1. A</h2>', one, '<h2 class="evidence-chapter">2. B</h2>', other)}`,
  },
  {
    name: 'what no list takes is reported, and has no link',
    given: `${two}\n::evidence{status=verified}`,
    print: `${marks.replace('<a href="#ev-claim-one">±</a>', '±')}\n${list(other)}`,
    findings: ['d-009 a.md:9:1 no `::evidence` lists claims that are disputed, so this is not printed'],
  },
  {
    name: 'a list of no claim is reported',
    given: `${two}\n::evidence\n\n::evidence\n\n::evidence{status=unverified}`,
    print: `${marks}\n${list(one, other)}`,
    findings: ['d-035 a.md:15:1 this lists no claim: each stands in the first list that takes its status', 'd-035 a.md:17:1 this lists no claim: each stands in the first list that takes its status'],
  },
  {
    name: 'attributes of the one form on the other, and values that are none',
    given: `${two.replace('for=claim:two', 'for=claim:two status=verified')}\n::evidence{for=claim:two by=status status=verifed}\n\n::evidence`,
    print: `${marks}\n${list(one, other)}`,
    findings: [
      'd-008 a.md:5:27 `:::evidence` has no attribute `status`',
      'd-035 a.md:13:1 this lists no claim: each stands in the first list that takes its status',
      'd-008 a.md:13:12 `::evidence` has no attribute `for`',
      'd-002 a.md:13:26 `by=status` is no way to group evidence',
      'd-002 a.md:13:36 `verifed` is not a status',
    ],
  },
];
