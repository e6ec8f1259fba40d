/** What is said of each construct and output is true: each is lowered for both targets, and looked for. */
import { readFileSync } from 'node:fs';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { writeParity } from '../../src/diagnostics/write-parity.js';
import { Findings } from '../../src/diagnostics/diagnostic.js';
import { judgeParity, type ParityRow } from '../../src/lower/judge-parity.js';
import { constructs, containerDirectives, details, embedded, leafDirectives, textDirectives, treatmentsOf, type Treatment } from '../../src/lower/parity.js';
import { Usage } from '../../src/lower/usage.js';
import type { Allowance } from '../../src/model/book.js';
import type { Part } from '../../src/model/document.js';
import { bib, readBook, said, svg, type Files } from '../suite/book.js';

type Spelt = keyof typeof constructs | keyof typeof details | `:${keyof typeof textDirectives}` | `::${keyof typeof leafDirectives}` | `:::${Exclude<keyof typeof containerDirectives, 'answer' | 'column' | 'hint' | 'original' | 'translation'>}`;

interface Sample {
  readonly given: string;
  /** Stands in an output that shows it. */
  readonly sign: string;
  /** Stands in one that reduces it. */
  readonly rest?: string;
}

const chart = ':::chart{#fig:c kind=bar data=g.csv x=tons y=year alt="Two bars"}\nWords.\n:::';
const timeline = '::timeline{#fig:t alt="A line"}';
const claim = ':claim[So]{#claim:so status=verified}\n\n:::evidence{for=claim:so}\nReasons.\n:::\n\n::evidence';
const question = '::::question{lines=2}\nWhy?\n\n:::answer\nBecause.\n:::\n::::\n\n::answers';

/** Complete: a construct without a sample does not compile. */
const samples: { readonly [name in Spelt]: Sample } = {
  alert: { given: '> [!TIP]\n> Words', sign: 'alert-tip' },
  citation: { given: '[@clarke1991]', sign: 'Clarke, 1991' },
  code: { given: '`x = 1`', sign: '<code>x = 1</code>' },
  'definition list': { given: 'Toll\n: A price', sign: '<dt>Toll</dt><dd><p>A price</p></dd>' },
  emphasis: { given: '*so*', sign: '<em>so</em>' },
  figure: { given: '![Caption](m.svg)', sign: '<figcaption><span class="caption-number">Figure 1.</span> Caption</figcaption>' },
  formula: { given: '$x$', sign: '<math' },
  heading: { given: '## Within', sign: '>Within</h2>' },
  'letters above or below': { given: 'H~2~O^+^', sign: 'H<sub>2</sub>O<sup>+</sup>' },
  'line break': { given: 'a\\\nb', sign: '<br>' },
  link: { given: '[there](https://example.org)', sign: 'href="https://example.org"' },
  list: { given: '1. one', sign: '<li><p>one</p></li>' },
  note: { given: 'a^[Below.]', sign: 'Below.' },
  paragraph: { given: 'Words.', sign: '<p>Words.</p>' },
  picture: { given: 'a ![x](m.svg) b', sign: '<img src="m.svg" alt="x">' },
  quotation: { given: '> Said.', sign: '<blockquote><p>Said.</p></blockquote>' },
  'raw HTML': { given: '<kbd>q</kbd>', sign: '<kbd>q</kbd>' },
  reference: { given: '## S {#sec:s}\n\n@sec:s', sign: 'class="cross-reference"' },
  rule: { given: 'a\n\n***', sign: '<hr>' },
  span: { given: '[a]{.smallcaps}', sign: '<span class="smallcaps">a</span>' },
  table: { given: '| a |\n|---|\n| b |', sign: '<td>b</td>' },
  verse: { given: '| one', sign: '<span class="verse-line">one</span>' },

  ':term': { given: ':term[toll]', sign: 'class="mention terms first">toll<' },
  ':person': { given: ':person[Rossi]', sign: 'class="mention people first">Rossi<' },
  ':place': { given: ':place[Genoa]', sign: 'class="mention places first">Genoa<' },
  ':abbr': { given: ':abbr[TASS]', sign: '>TASS<' },
  ':date': { given: ':date[then]{on=1933}', sign: 'datetime="1933">then<' },
  ':index': { given: ':index[salt]', sign: 'class="index-mark">salt<' },
  ':claim': { given: claim, sign: 'class="claim claim-verified">So<' },
  ':only': { given: ':only[Here]{for=self-study}', sign: 'Here' },
  ':page': { given: '## S {#sec:s}\n\n:page[sec:s]', sign: 'data-page="sec-s"' },

  '::index': { given: ':index[salt]\n\n::index', sign: '<p class="index-entry">salt' },
  '::evidence': { given: claim, sign: '<p>Reasons.</p>' },
  '::timeline': { given: timeline, sign: '<svg' },
  '::bibliography': { given: '[@clarke1991]\n\n::bibliography', sign: 'class="bibliography-entry"' },
  '::glossary': { given: '::glossary', sign: 'register-terms' },
  '::people': { given: '::people', sign: 'register-people' },
  '::places': { given: '::places', sign: 'register-places' },
  '::abbreviations': { given: ':abbr[TASS]\n\n::abbreviations', sign: 'class="abbreviations"' },
  '::chronology': { given: '::chronology', sign: 'class="chronology"' },
  '::commentary': { given: 'Salt.\n\n:::comment{on=Salt placement=end}\nFrom the sea.\n:::\n\n::commentary', sign: 'From the sea.' },
  ':::comment': { given: 'Salt.\n\n:::comment{on=Salt}\nFrom the sea.\n:::', sign: 'From the sea.' },
  '::answers': { given: question, sign: 'Because.' },
  '::figures': { given: '![Caption](m.svg)\n\n::figures', sign: 'list-of' },
  '::include': { given: '::include{file=part.md}', sign: '<p>Taken in.</p>' },
  '::tables': { given: '| a |\n|---|\n| b |\n\n: Caption\n\n::tables', sign: 'list-of' },

  ':::question': { given: question, sign: 'Why?' },
  ':::only': { given: ':::only{for=self-study}\nHere.\n:::', sign: 'Here.' },
  ':::evidence': { given: claim, sign: 'Reasons.' },
  ':::document': { given: ':::document{title=Letter}\nSir.\n:::', sign: '<p class="document-title">Letter</p>' },
  ':::chart': { given: chart, sign: '<svg' },
  ':::epigraph': { given: ':::epigraph\nSalt.\n:::', sign: 'class="epigraph"' },
  ':::callout': { given: ':::callout\nSalt.\n:::', sign: 'class="callout"' },
  ':::glossary': { given: ':term[gate]\n\n:::glossary\nGate\n: A hole in a wall\n:::', sign: 'A hole in a wall' },
  ':::index': { given: ':::index{entry=salt}\nHeavy.\n:::\n\n::index', sign: 'i-salt-end' },
  ':::columns': { given: '::::columns\n:::column\nLeft.\n:::\n:::column\nRight.\n:::\n::::', sign: 'role="presentation"', rest: '<p>Right.</p>' },
  ':::sequence': { given: ':::sequence\n:date[then]{on=1933} :date[later]{on=1934}\n:::', sign: '>later<' },
  ':::verse': { given: ':::verse\none\n:::', sign: '<span class="verse-line">one</span>' },

  'ruled lines': { given: question, sign: 'class="writing-line"' },
  'facing texts': { given: '::::document{title=Letter layout=facing}\n:::original{lang=it}\nSale.\n:::\n:::translation\nSalt.\n:::\n::::', sign: 'class="parallel', rest: 'Salt.' },
  'line numbers of a document': { given: ':::document{title=Letter numbers=5}\nSir.\n:::', sign: 'data-numbers="5"', rest: 'Sir.' },
  placement: { given: '![Caption](m.svg){placement=top}', sign: 'data-placement="top"' },
  'margin note': { given: 'a^[Beside.]{.margin}', sign: 'Beside.', rest: 'Beside.' },
  'data table': { given: chart, sign: '<table' },
  'alternative text': { given: 'a ![what it shows](m.svg) b', sign: 'alt="what it shows"' },
  'raw source of another system': { given: '```{=latex}\n\\newpage\n```', sign: '', rest: '\\newpage' },
};

const files: Files = {
  'book.yaml': 'title: T\nchapters: [a.md]\nbibliography: b.bib\ncitation: {style: apa}\nregisters: {terms: g.yaml, people: p.yaml, places: l.yaml, dates: d.yaml, abbreviations: s.yaml}\n',
  'b.bib': bib,
  'g.yaml': '- term: toll\n  definition: A price\n',
  'p.yaml': '- name: Rossi\n',
  'l.yaml': '- name: Genoa\n',
  's.yaml': '- short: TASS\n  long: Telegraph Agency of the Soviet Union\n',
  'd.yaml': '- on: 1933\n  event: Salt\n',
  'g.csv': 'year,tons\n1932,11\n1933,12\n',
  'm.svg': svg,
  'part.md': 'Taken in.\n',
};

const shown = (parts: readonly Part[]): string =>
  parts
    .filter(({ kind }) => kind === 'chapter')
    .flatMap(({ body, notes }) => [...body, ...notes.flatMap((note) => note.body)])
    .map((node) => toHtml(node))
    .join('\n')
    .replace(/ data-(?:at|keep)="[^"]*"/g, '');

describe('the statement is true of what lowering makes', () => {
  test.each(Object.entries(samples))('%s', async (name, { given, sign, rest }) => {
    const { print, epub, parity } = await readBook({ ...files, 'a.md': `# T\n\n${given}\n` });
    expect(parity.map(({ construct }) => construct), 'is recorded as used').toContain(name);
    const row = parity.find(({ construct }) => construct === name) as ParityRow;
    for (const [output, parts] of [['pdf', print], ['epub', epub]] as const) {
      const { state } = row.outputs[output] as Treatment;
      if (state === 'shown') expect(shown(parts), output).toContain(sign);
      else if (state === 'reduced') expect(shown(parts), output).toContain(rest);
      else expect(shown(parts), output).not.toContain(sign);
    }
  });
});

const every = Object.keys(samples).map((name) => ({ name, treatments: treatmentsOf(name) }));

test('whatever an output reduces or drops has its reason in the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');
  const reasons = every.flatMap(({ treatments }) => Object.values(treatments).flatMap(({ because }) => because ?? []));
  expect(reasons.filter((reason) => !readme.includes(reason))).toEqual([]);
});

describe('what is dropped', () => {
  const place = { file: 'a.md', line: 3, column: 1 };
  const usage = (name: string, counts: { print: number; epub: number }): Usage => {
    const used = new Usage();
    used.used.set(name, { places: [place], counts });
    return used;
  };
  const judge = (used: Usage, allowances: readonly Allowance[] = [], outputs: Parameters<typeof judgeParity>[1] = ['pdf', 'booklet', 'epub']) => {
    const findings = new Findings();
    const rows = judgeParity(used, outputs, allowances, findings.report);
    return { rows, findings: said({ findings: findings.list() }) };
  };

  test.each<[string, Usage, Allowance[], string[]]>([
    ['by design needs no leave', usage('ruled lines', { print: 1, epub: 1 }), [], []],
    ['because nothing lowered it for the EPUB is an error', usage(':term', { print: 2, epub: 0 }), [], ['d-033 a.md:3:1 `:term` is dropped: it was not lowered for this output']],
    ['because nothing lowered it for print is one', usage('link', { print: 0, epub: 1 }), [], ['d-033 a.md:3:1 `link` is dropped: it was not lowered for this output']],
    ['with the author’s leave is none', usage(':term', { print: 2, epub: 0 }), [{ construct: ':term', output: 'epub', because: 'known', place }], []],
    ['with leave for another output stays one', usage(':term', { print: 2, epub: 0 }), [{ construct: ':term', output: 'pdf', because: 'known', place }], ['d-033 a.md:3:1 `:term` is dropped: it was not lowered for this output', 'd-034 a.md:3:1 nothing of `:term` is dropped in the pdf, so there is nothing to allow']],
    ['from raw HTML is one, in all outputs', usage('<video>', { print: 1, epub: 1 }), [], ['d-033 a.md:3:1 `<video>` is dropped: raw HTML brings nothing in from elsewhere']],
    ['from raw HTML with leave for all is none', usage('<video>', { print: 1, epub: 1 }), [{ construct: '<video>', because: 'it is on the disc', place }], []],
    ['nowhere, but allowed, is told', usage('link', { print: 1, epub: 1 }), [{ construct: ':chart', because: 'x', place }], ['d-034 a.md:3:1 nothing of `:chart` is dropped, so there is nothing to allow']],
  ])('%s', (_name, used, allowances, findings) => {
    expect(judge(used, allowances).findings).toEqual(findings);
  });

  test('where no EPUB is lowered, nothing is said of it', () => {
    const { rows, findings } = judge(usage(':term', { print: 1, epub: 0 }), [{ construct: ':term', output: 'epub', because: 'x', place }], ['pdf']);
    expect([rows[0]?.outputs, findings]).toEqual([{ pdf: { state: 'shown' } }, []]);
  });

  test('is said in words, with whose decision it was', () => {
    const used = usage('ruled lines', { print: 3, epub: 3 });
    used.used.set('<video>', { places: [place], counts: { print: 1, epub: 1 } });
    expect(writeParity(judge(used, [{ construct: '<video>', output: 'pdf', because: 'it is on the disc', place }], ['pdf', 'epub']).rows)).toBe(`construct    used  pdf      epub
ruled lines     3  shown    dropped
<video>         1  dropped  dropped

ruled lines, epub: dropped by design: nobody writes on the lines of a screen
<video>, pdf: dropped, as allowed (it is on the disc): raw HTML brings nothing in from elsewhere
<video>, epub: dropped: raw HTML brings nothing in from elsewhere
`);
  });

  test('is said of every place', async () => {
    expect(said(await readBook({ 'a.md': '# T\n\n<video src="x"></video>\n\nAnd <video src="y"></video>.\n' }))).toEqual(['d-033 a.md:3:1 `<video>` is dropped: raw HTML brings nothing in from elsewhere', 'd-033 a.md:5:5 `<video>` is dropped: raw HTML brings nothing in from elsewhere']);
  });

  test.each([...embedded].map((tag) => tag.slice(1)))('%s is found in HTML', async (tag) => {
    const book = await readBook({ 'a.md': `# T\n\nWords <${tag} src="x"></${tag}> more.\n` });
    expect(said(book)).toEqual([`d-033 a.md:3:7 \`<${tag}>\` is dropped: raw HTML brings nothing in from elsewhere`]);
  });
});
