/**
 * The generated book as it comes from src/lower, and the page map that print would make of it: what the EPUB is packed from.
 *
 * Chapters are cut off at a wanted length, so that a thousand of them are as long as one says.
 */
import { h } from '../../../dist/lower/element.js';

const lettersPerPage = 1900;

/**
 * @param {import('./generate.mjs').Book} book
 * @param {number} letters of text in each chapter, at least
 */
export function asParts({ chapters }, letters) {
  const pages = [];
  const parts = chapters.map((chapter, index) => part(chapter, index + 1, letters, pages));
  return { parts, pages: { pages, folios: new Map(parts.flatMap(({ id }, index) => [[`tbl-t${index + 1}`, String(index + 1)], [`fig-f${index + 1}`, String(index + 1)], [id, String(index + 1)]])) } };
}

function part({ title, name, blocks }, number, letters, pages) {
  const state = { name, number, letters: 0, onPage: lettersPerPage, notes: [], sections: [], pages, offset: 0 };
  const body = [h('h1', { id: name, dataAt: `${name}:0`, className: ['chapter-title'] }, h('span', { className: ['chapter-number'] }, String(number)), ' ', h('span', { className: ['chapter-name'] }, title))];
  for (const block of blocks) {
    if (state.letters >= letters) break;
    body.push(element(block, state));
  }
  return { id: name, kind: 'chapter', matter: 'body', title, number: String(number), running: title, body, notes: state.notes, sections: state.sections };
}

function element(block, state) {
  const at = `${state.name}:${(state.offset += 10)}`;
  const length = JSON.stringify(block).length;
  state.letters += length;
  state.onPage += length;
  if (state.onPage >= lettersPerPage) {
    state.pages.push({ folio: String(state.pages.length + 1), at, letters: block.kind === 'paragraph' ? 40 : 0 });
    state.onPage -= lettersPerPage;
  }
  switch (block.kind) {
    case 'heading': {
      const anchor = `${state.name}-${block.words.toLowerCase().replaceAll(' ', '-')}-${state.offset}`;
      state.sections.push({ anchor, title: block.words, depth: block.depth });
      return h(`h${block.depth}`, { id: anchor, dataAt: at }, block.words);
    }
    case 'paragraph':
      return h('p', { dataAt: at }, block.words.flatMap((word) => inline(word, state)));
    case 'quotation':
      return h('blockquote', { dataAt: at }, h('p', {}, block.words));
    case 'list':
      return h('ul', { dataAt: at }, block.items.map((item) => h('li', {}, h('p', {}, item))));
    case 'table':
      return h('table', { id: anchorOf(block.label), dataAt: at }, h('caption', {}, block.caption), h('thead', {}, row(block.head, 'th')), h('tbody', {}, block.rows.map((cells) => row(cells, 'td'))));
    default:
      return h('figure', { id: anchorOf(block.label), dataAt: at }, h('figcaption', {}, block.caption));
  }
}

const row = (cells, name) => h('tr', {}, cells.map((cell) => h(name, name === 'th' ? { scope: 'col' } : {}, cell)));
const anchorOf = (label) => label.replace(':', '-');

function inline(word, state) {
  if (typeof word === 'string') return [{ type: 'text', value: word }];
  if ('em' in word) return [h('em', {}, word.em)];
  if ('ref' in word) return [h('a', { className: ['cross-reference'], href: `#${anchorOf(word.ref)}` }, 'it')];
  if ('page' in word) return [h('a', { className: ['page-ref'], href: `#${anchorOf(word.page)}`, dataPage: anchorOf(word.page) })];
  const number = state.notes.length + 1;
  const [anchor, callAnchor] = [`n-${state.name}-${number}`, `c-${state.name}-${number}`];
  state.notes.push({ anchor, callAnchor, number, at: `${state.name}:n${number}`, body: [h('p', {}, word.note)] });
  return [h('sup', { className: ['call'] }, h('a', { id: callAnchor, href: `#${anchor}`, dataNote: anchor }, String(number)))];
}
