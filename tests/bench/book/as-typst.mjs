/**
 * A book in Typst's markup, as a Typst user would write it for speed: the running head is set once per chapter, where a query
 * on each page would cost more with each chapter. Page, faces, sizes and leading are those of Octavo.
 */
import { figureFiles } from './generate.mjs';

/** @param geometry what `geometryOf` of Octavo gives, px @returns {[path: string, content: string][]} */
export function asTypst(book, geometry) {
  return [['book.typ', `${preamble(book, geometry)}\n${book.chapters.map(chapter).join('\n')}`], ...figureFiles(book)];
}

function preamble(book, { width, height, top, inner, measure, depth }) {
  return `#set document(title: "${book.title}", author: "${book.author}", date: none)
#set page(width: ${pt(width)}, height: ${pt(height)}, margin: (top: ${pt(top)}, bottom: ${pt(height - top - depth)}, inside: ${pt(inner)}, outside: ${pt(width - inner - measure)}), numbering: "1")
#set text(font: "EB Garamond", size: ${pt(14.2)}, lang: "en", region: "gb", hyphenate: true, top-edge: 0.8em, bottom-edge: -0.2em)
#set par(justify: true, leading: ${pt(18 - 14.2)}, spacing: ${pt(18 - 14.2)}, first-line-indent: 1.3em)
#set heading(numbering: (..numbers) => if numbers.pos().len() == 1 { numbering("1", ..numbers) })
#set footnote.entry(gap: 2pt)
#show footnote.entry: set text(size: ${pt(11.7)})
#show footnote.entry: set par(leading: ${pt(14 - 11.7)})
#show heading.where(level: 1): it => { counter(footnote).update(0); set text(size: ${pt(25)}, weight: 400, hyphenate: false); block(above: ${pt(54)}, below: ${pt(36)}, it) }
#show heading.where(level: 2): set text(size: ${pt(16.5)}, weight: 600)
#show heading.where(level: 2): set block(above: ${pt(27)}, below: ${pt(9)})
#show heading.where(level: 3): set text(size: ${pt(15)}, weight: 400, style: "italic")
#show heading.where(level: 3): set block(above: ${pt(18)}, below: ${pt(4)})
#show figure: set block(above: ${pt(18)}, below: ${pt(18)})
#show figure.caption: set text(size: ${pt(12.2)})
#show figure.where(kind: table): set figure.caption(position: top)
#show table: set text(size: ${pt(12.7)}, hyphenate: false)
#let onpage(label) = [on page #context link(label, str(counter(page).at(label).first()))]
#align(center, block(above: ${pt(140)}, text(size: ${pt(38)}, "${book.title}")))
#align(center, "${book.author}")
#pagebreak()
#outline(depth: 1)
`;
}

function chapter({ title, name, blocks }) {
  return `#set page(header: align(center, text(size: ${pt(12)}, style: "italic")[${title}]))\n\n= ${title} <${name}>\n\n${blocks.map(block).join('\n\n')}\n`;
}

function block(of) {
  switch (of.kind) {
    case 'heading': return `${'='.repeat(of.depth)} ${of.words}`;
    case 'paragraph': return of.words.map(inline).join('');
    case 'quotation': return `#quote(block: true)[${of.words}]`;
    case 'list': return of.items.map((item) => `- ${item}`).join('\n');
    case 'table': return `#figure(table(columns: (1fr, 1fr, auto, auto, auto), stroke: none, align: (left, left, right, right, right), table.hline(stroke: 0.4pt), table.header(${cells(of.head)}), table.hline(stroke: 0.4pt), ${of.rows.map(cells).join(', ')}, table.hline(stroke: 0.4pt)), caption: [${of.caption}]) <${of.label}>`;
    case 'figure': return `#figure(image("${of.file}", alt: "Twelve bars", width: 300pt), caption: [${of.caption}]) <${of.label}>`;
  }
}

const cells = (words) => words.map((word) => `[${word}]`).join(', ');

function inline(words) {
  if (typeof words === 'string') return words;
  if ('em' in words) return `#emph[${words.em}]`;
  if ('note' in words) return `#footnote[${words.note}]`;
  return 'ref' in words ? `#ref(<${words.ref}>)` : `#onpage(<${words.page}>)`;
}

/** CSS pixels as points. */
const pt = (px) => `${(px * 0.75).toFixed(3)}pt`;
