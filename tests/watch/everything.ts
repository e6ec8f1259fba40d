/** A small book of everything, from a seed: five chapters, front matter, an apparatus; about a dozen pages of A5. */
import { stringify } from 'yaml';
import { encodePng } from '../../dist/picture/encode-png.js';
import type { Lots } from './lots.js';
import { type Content, Manuscript } from './manuscript.js';

export const svg = (width: number, height: number): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#999"/></svg>`;
export const png = (width: number, height: number): Uint8Array => encodePng({ width, height, channels: 1, data: new Uint8Array(width * height).fill(150) });

export const source = (key: string, author: string, title: string, year: number): string => `@book{${key},\n  author = {${author}},\n  title = {${title}},\n  publisher = {Quiet Press},\n  year = {${year}}\n}\n`;

export const apparatus = ['::figures', '::tables', '::answers', '::evidence', '::commentary', '::chronology', '::people', '::places', '::glossary', '::abbreviations', '::bibliography', '::index'];

export function everything(lots: Lots): Manuscript {
  const { words, sentence, paragraph } = lots;
  const files: Record<string, Content> = {
    'book.yaml': stringify({
      title: 'The Salt Road',
      slug: 'salt-road',
      language: 'en-GB',
      authors: ['Anna Rossi'],
      date: '2026-03-01',
      front: ['00-before.md'],
      chapters: ['01-coast.md', '02-market.md', '03-hills.md', '04-gates.md', '05-end.md'],
      back: ['90-apparatus.md'],
      bibliography: ['sources.bib'],
      citation: { style: 'chicago-author-date' },
      registers: { terms: 'terms.yaml', people: 'people.yaml', places: 'places.yaml', abbreviations: 'abbreviations.yaml', dates: 'dates.yaml' },
      kinds: { theorem: { label: 'thm', one: 'theorem', several: 'theorems' } },
      page: { size: 'A5' },
      // Fonts and cover take longer than all the rest; with them, the other book is played.
      epub: { cover: false, fonts: 'none' },
    }),
    'sources.bib': [source('rossi', 'Rossi, Anna', 'Salt in the Market Town', 2001), source('verdi', 'Verdi, Bice', 'Oil', 1930), source('verdi2', 'Verdi, Bice', 'Tar', 1930), source('clarke', 'Clarke, J. Calvitt', 'Roads', 1991)].join('\n'),
    'terms.yaml': stringify([{ term: 'toll', variants: ['tolls'], definition: 'A price with a *gate* in front of it [@verdi, p. 4].' }, { term: 'packhorse', definition: 'What carried the salt.' }]),
    'people.yaml': stringify([{ key: 'rossi-a', name: 'Anna Rossi', sort: 'Rossi, Anna', variants: ['Rossi'], born: '1874', note: 'Walked most roads.' }, { key: 'moro', name: 'Aldo Moro', sort: 'Moro, Aldo', variants: ['Moro'] }]),
    'places.yaml': stringify([{ key: 'genoa', name: 'Genoa', variants: ['Genova'], note: 'The port.' }]),
    'abbreviations.yaml': stringify([{ short: 'TASS', long: 'Telegraph Agency of the Soviet Union' }]),
    'dates.yaml': stringify([{ on: '1640', event: 'The gate is built' }, { on: '1701-05', event: 'The toll is doubled', short: 'Toll doubled' }]),
    'data/days.csv': 'road,days\nCoast to market,3\nMarket to hills,5\nHills to pass,12\n',
    'parts/knife.md': `${paragraph()}\n\n${sentence()}\n`,
    'figures/map.svg': svg(200, 80),
    'figures/photo.png': png(60, 40),
    '00-before.md': `# How to read {#chap:before}\n\n${paragraph()} Begin on page :page[chap:coast], or with the hills on page :page[sec:hills]; the end is on page :page[chap:end].\n`,
    '01-coast.md': `# The coast {#chap:coast}\n\n${paragraph()} Salt was heavy [@rossi, pp. 3-5]. :term[Tolls] stood there, and :person[Rossi] of :place[Genoa] wrote to :abbr[TASS].\n\n${paragraph()}\n\n![A map](figures/map.svg){#fig:map alt="A line"}\n\n${paragraph()} See @fig:map, and @tbl:days on page :page[tbl:days].\n\n## The road {#sec:road}\n\n${paragraph()}\n\n${paragraph()} The brass lantern of the harbour ${words(9)}.[^long]\n\n[^long]: ${paragraph()}\n\n:::comment{on="brass lantern of the harbour"}\nIt hung there [@clarke].\n:::\n`,
    '02-market.md': `# The market {#chap:market}\n\n${paragraph()} So @verdi [p. 12] says, and so does @verdi2. :index[Prices]{entry="prices!of salt"} rose on :date[1 May 1701]{on=1701-05-01}.\n\n| Stretch | Days | Toll |\n|---|--:|---|\n| Coast | 3 | one |\n| Market | 5 | two |\n| Hills | 12 | three |\n\n: How long it took {#tbl:days}\n\n${paragraph()} :claim[Salt was heavy]{#claim:heavy status=verified}.\n\n:::evidence{for=claim:heavy}\nWe weighed it [@rossi, p. 9].\n:::\n\n${paragraph()}\n\n::include{file=parts/knife.md}\n\n${paragraph()}\n`,
    '03-hills.md': `# The hills\n\n${paragraph()}\n\n## Over the hills {#sec:hills}\n\n${paragraph()} :index[The pass]{entry=pass main} and :term[packhorse].\n\n:::chart{#fig:days kind=bar data=data/days.csv x=days y=road unit=days alt="Bars."}\nDays on the road.\n:::\n\n${paragraph()} In @fig:days, and in @q:why on page :page[q:why].\n\n::::question{#q:why level=2 lines=3}\n${sentence()}\n:::answer\n${sentence()} See [@rossi, p. 9].\n:::\n::::\n\n${paragraph()}\n`,
    '04-gates.md': `# The gates {#chap:gates}\n\n${paragraph()}\n\n:::document{#doc:letter title="A letter" source="State Archive" date=1701-03-09 numbers=2}\n${sentence()} [Too dear]{#passage:dear}. ${sentence()}\n\n${sentence()}\n:::\n\nthe writer comes to @passage:dear, by @eq:cost.\n\n$$ c = \\frac{d}{v} $$ {#eq:cost}\n\n:::theorem{#thm:salt title="Salt"}\n${sentence()}\n:::\n\n- ${sentence()}\n- ${sentence()}\n\n![A disc](figures/photo.png){#fig:photo placement=top}\n\n${paragraph()} Before @thm:salt comes @fig:photo.\n`,
    '05-end.md': `# The end {#chap:end}\n\n:::verse{title="The Salt Road" numbers=2}\n${words(5)}\n   ${words(4)}\n${words(5)}\n:::\n\n${paragraph()} Back to @sec:road on page :page[sec:road].\n\n${paragraph()} [@clarke; @verdi]\n`,
    '90-apparatus.md': `# Apparatus\n\n${apparatus.map((one) => `## ${one.slice(2)}\n\n${one}`).join('\n\n')}\n`,
  };
  return new Manuscript(new Map(Object.entries(files)));
}
