/**
 * A book as the document that Paged.js is made for: notes are `float: footnote`, running heads `string-set`, page numbers
 * `target-counter`. Page, faces, sizes and soft hyphens are those of Octavo, so that the work is the same.
 */
import { createRequire } from 'node:module';

const { hyphenateSync } = createRequire(import.meta.url)('hyphen/en-gb');
const divided = (words) => hyphenateSync(words, { minWordLength: 6 });

/**
 * @param geometry what `geometryOf` of Octavo gives, px
 * @param faceRules `@font-face` rules
 */
export function asPagedHtml(book, geometry, faceRules) {
  const contents = book.chapters.map(({ title, name }, index) => `<li><a href="#${name}">${index + 1} ${title}</a></li>`).join('\n');
  const chapters = book.chapters.map(({ title, name, blocks }, index) => `<section>\n<h1 id="${name}">${index + 1} ${title}</h1>\n${blocks.map(block).join('\n')}\n</section>`);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>${book.title}</title>
<style>${faceRules}\n${styles(geometry)}</style>
<script>window.rendered = new Promise((resolve) => { window.PagedConfig = { auto: true, after: resolve }; });</script>
<script src="/paged.polyfill.js"></script>
</head>
<body>
<section class="title"><p>${book.title}</p><p>${book.author}</p></section>
<section><h1 id="contents">Contents</h1>\n<ol class="contents">${contents}</ol></section>
${chapters.join('\n')}
</body>
</html>`;
}

function block(of) {
  switch (of.kind) {
    case 'heading': return `<h${of.depth}>${of.words}</h${of.depth}>`;
    case 'paragraph': return `<p>${of.words.map(inline).join('')}</p>`;
    case 'quotation': return `<blockquote><p>${divided(of.words)}</p></blockquote>`;
    case 'list': return `<ul>${of.items.map((item) => `<li>${divided(item)}</li>`).join('')}</ul>`;
    case 'table': return `<table id="${of.label}"><caption>${named(of.label)}. ${of.caption}</caption><thead><tr>${of.head.map((cell) => `<th>${cell}</th>`).join('')}</tr></thead><tbody>${of.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
    case 'figure': return `<figure id="${of.label}"><img src="/${of.file}" alt="Twelve bars"><figcaption>${named(of.label)}. ${of.caption}</figcaption></figure>`;
  }
}

function inline(words) {
  if (typeof words === 'string') return divided(words);
  if ('em' in words) return `<em>${divided(words.em)}</em>`;
  if ('note' in words) return `<span class="note">${divided(words.note)}</span>`;
  return 'ref' in words ? `<a href="#${words.ref}">${named(words.ref)}</a>` : `<a class="page" href="#${words.page}"></a>`;
}

const named = (label) => `${label.startsWith('fig') ? 'Figure' : 'Table'} ${label.slice(5)}`;

function styles({ width, height, top, inner, measure, depth }) {
  const outer = width - inner - measure;
  const bottom = height - top - depth;
  return `
@page { size: ${width.toFixed(3)}px ${height.toFixed(3)}px; margin: ${top.toFixed(3)}px ${outer.toFixed(3)}px ${bottom.toFixed(3)}px ${inner.toFixed(3)}px;
  @top-center { content: string(running); font: italic 12px / 14px 'EB Garamond'; }
  @bottom-center { content: counter(page); font: 12px / 14px 'EB Garamond'; }
  @footnote { padding-top: 12px; border-top: 0.5px solid #000; }
}
@page :left { margin-left: ${outer.toFixed(3)}px; margin-right: ${inner.toFixed(3)}px; }
@page :first { @top-center { content: none; } @bottom-center { content: none; } }
body { margin: 0; font: 14.2px / 18px 'EB Garamond'; }
a { color: inherit; text-decoration: none; }
p { margin: 0; text-align: justify; hyphens: manual; orphans: 2; widows: 2; }
p + p { text-indent: 1.3em; }
h1, h2, h3 { font-weight: 400; break-after: avoid; }
h1 { break-before: page; string-set: running content(text); padding-top: 54px; margin: 0 0 36px; font-size: 25px; line-height: 27px; }
h2 { font-size: 16.5px; line-height: 18px; font-weight: 600; margin: 27px 0 9px; }
h3 { font-size: 15px; line-height: 18px; font-style: italic; margin: 18px 0 0; }
.note { float: footnote; font-size: 11.7px; line-height: 14px; text-align: justify; text-indent: 0; }
.note::footnote-call { font-size: 0.7em; line-height: 0; vertical-align: super; }
blockquote { margin: 9px 0 9px 1.3em; }
ul { margin: 9px 0; padding-left: 1.5em; }
figure { margin: 18px 0; break-inside: avoid; }
figure img { display: block; max-width: 100%; margin: 0 auto; }
figcaption, caption { font-size: 12.2px; line-height: 15px; text-align: left; }
table { width: 100%; margin: 18px 0; border-collapse: collapse; font-size: 12.7px; line-height: 15.5px; border-bottom: 0.5px solid #000; break-inside: avoid; }
td, th { padding: 2.5px 10px 2.5px 0; text-align: left; }
.title { text-align: center; padding-top: 140px; break-after: page; }
.contents { list-style: none; padding: 0; }
.contents a::after { content: target-counter(attr(href), page); float: right; }
.page::after { content: 'on page ' target-counter(attr(href), page); }
`;
}
