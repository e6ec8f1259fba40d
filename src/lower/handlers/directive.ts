/** The directives: one lowering per name, in the three forms. A name without one was reported and shows its content. */
import type { ElementContent } from 'hast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { DirectiveName } from '../../model/directive.js';
import { parseEdtf } from '../../model/edtf.js';
import { labelIn } from '../../pass/resolve.js';
import { answers, bibliography, chronology, evidence, indexPart, listOf, register, statusMark } from '../apparatus.js';
import { h, leadWith, pageOf, registerAnchor, text } from '../element.js';
import type { Lowering } from '../lowering.js';
import { captionOf, placementOf } from './figure.js';
import type { Handler } from './table.js';
import { verse } from './verse.js';

type Lower<Node> = (node: Node, lowering: Lowering) => ElementContent[];

const content: Lower<TextDirective | LeafDirective | ContainerDirective> = (node, lowering) => lowering.all(node.children);

/** Words in the text that belong to a register: they carry the anchor that the register's pages refer to. */
const mention: Lower<TextDirective> = (node, lowering) => {
  const known = lowering.lookup.mention(lowering.id(node));
  const words = lowering.all(node.children);
  if (!known) return words;
  const printedAs = { terms: 'glossary', people: 'people', places: 'places', dates: 'chronology' }[known.entry.kind];
  const isFirst = lowering.doc.mentions.find((other) => other.entry === known.entry) === known;
  const className = ['mention', known.entry.kind, ...(isFirst ? ['first'] : [])];
  const lang = known.entry.lang;
  return lowering.lookup.isPrinted(printedAs)
    ? [h('a', { id: known.anchor, className, href: `#${registerAnchor(known.entry)}`, lang }, words)]
    : [h('span', { id: known.anchor, className, lang }, words)];
};

const textDirectives: { readonly [name in DirectiveName]?: Lower<TextDirective> } = {
  term: mention,
  person: mention,
  place: mention,
  date: (node, lowering) => {
    const on = node.attributes?.['on'] ?? '';
    const known = lowering.lookup.mention(lowering.id(node));
    const date = parseEdtf(on);
    const words = lowering.all(node.children);
    return date && /^\d{4}(-\d{2}){0,2}$/.test(on) ? [h('time', { id: known?.anchor, dateTime: on }, words)] : [h('span', { id: known?.anchor }, words)];
  },
  index: (node, lowering) => [h('span', { id: lowering.lookup.mark(lowering.id(node))?.anchor, className: ['index-mark'] }, lowering.all(node.children))],
  claim: (node, lowering) => {
    const claim = lowering.lookup.claim(lowering.id(node));
    const words = lowering.all(node.children);
    if (!claim) return words;
    const mark = statusMark(claim, lowering);
    return [h('span', { id: claim.anchor, className: ['claim', `claim-${claim.status}`] }, words), ...mark];
  },
  page: (node, lowering) => {
    const target = lowering.doc.byLabel.get(labelIn(node));
    if (!target) return content(node, lowering);
    const isPhrase = node.attributes?.['form'] === 'on';
    return [...(isPhrase ? [h('span', { className: ['page-words'] }, `${lowering.words.onPage}\u00a0`)] : []), pageOf(target.anchor)];
  },
};

const leafDirectives: { readonly [name in DirectiveName]?: Lower<LeafDirective> } = {
  index: indexPart,
  bibliography,
  glossary: register('terms'),
  people: register('people'),
  places: register('places'),
  chronology,
  answers,
  evidence,
  figures: listOf('figure'),
  tables: listOf('table'),
  timeline: (node, lowering) => drawn(node, node.attributes?.['caption'] ? [text(node.attributes['caption'])] : [], lowering),
};

const containerDirectives: { readonly [name in DirectiveName]?: Lower<ContainerDirective> } = {
  answer: () => [],
  evidence: () => [],
  chart: (node, lowering) => drawn(node, node.children.flatMap((child) => ('children' in child ? lowering.all(child.children) : [])), lowering),
  epigraph: (node, lowering) => [h('blockquote', { className: ['epigraph'], dataAt: lowering.id(node) }, lowering.all(node.children))],
  callout: (node, lowering) => {
    const title = node.attributes?.['title'];
    return [h('aside', { className: ['callout'], dataAt: lowering.id(node) }, title ? h('p', { className: ['callout-title'], dataKeep: 'next' }, title) : [], lowering.all(node.children))];
  },
  verse,
  document: (node, lowering) => {
    const labelled = lowering.lookup.labelled(lowering.id(node));
    const { title, source } = node.attributes ?? {};
    return [
      h(
        'section',
        { className: ['document'], id: labelled?.anchor, dataAt: lowering.id(node) },
        title ? h('p', { className: ['document-title'], dataKeep: 'next' }, title) : [],
        lowering.all(node.children),
        source ? h('p', { className: ['document-source'], dataKeep: 'previous' }, source) : [],
      ),
    ];
  },
  question: (node, lowering) => {
    const question = lowering.lookup.question(lowering.id(node));
    const body = lowering.all(node.children);
    if (!question) return body;
    const number = lowering.doc.numbers.get(question.id) ?? '';
    const level = lowering.words.levels[question.level - 1] as string;
    const lead = [h('span', { className: ['question-number'] }, `${number} `)];
    const hasAnswer = question.answers.length > 0 && lowering.lookup.isPrinted('answers');
    const tail = h('p', { className: ['question-tail'], dataKeep: 'previous' }, h('span', { className: ['question-level'] }, level), hasAnswer ? [text(' · '), h('a', { href: `#a-${question.anchor}` }, `${lowering.words.answer} `, lowering.words.page, '\u00a0'), pageOf(`a-${question.anchor}` as typeof question.anchor)] : []);
    const lines = lowering.target === 'print' && question.lines > 0 ? [h('div', { className: ['writing-lines'], dataKeep: 'previous', ariaHidden: 'true' }, Array.from({ length: question.lines }, () => h('div', { className: ['writing-line'], dataKeep: 'previous' })))] : [];
    return [h('div', { className: ['question', `level-${question.level}`], id: question.anchor, dataAt: question.id }, leadWith(lead, body), tail, lines)];
  },
};

/** A name is the author's: `constructor` names no directive, though every object has one. */
const lowerOf = <Node>(table: { readonly [name in DirectiveName]?: Lower<Node> }, name: string): Lower<Node> | undefined => (Object.hasOwn(table, name) ? table[name as DirectiveName] : undefined);

export const textDirective: Handler<'textDirective'> = (node, lowering) => marked(node, (lowerOf(textDirectives, node.name) ?? content)(node, lowering), 'span', lowering);

export const leafDirective: Handler<'leafDirective'> = (node, lowering) => {
  if (!lowering.lookup.isPrinting(node)) return [];
  const lower = lowerOf(leafDirectives, node.name);
  const unknown = () => (node.children.length > 0 ? [h('p', { dataAt: lowering.id(node) }, content(node, lowering))] : []);
  return marked(node, lower ? lower(node, lowering) : unknown(), 'div', lowering);
};

export const containerDirective: Handler<'containerDirective'> = (node, lowering) => marked(node, (lowerOf(containerDirectives, node.name) ?? content)(node, lowering), 'div', lowering);

/** The attributes that go with every directive: label, class, language; on the element it made, or around what it made. */
function marked(node: TextDirective | LeafDirective | ContainerDirective, made: ElementContent[], tagName: 'span' | 'div', lowering: Lowering): ElementContent[] {
  const anchor = lowering.lookup.labelled(lowering.id(node))?.anchor;
  const lang = node.attributes?.['lang'];
  const classes = (node.attributes?.['class'] ?? '').split(/\s+/).filter((name) => name !== '');
  const [first, ...rest] = made;
  if (!first || (anchor === undefined && !lang && classes.length === 0)) return made;
  const isFree = first.type === 'element' && (anchor === undefined || (first.properties['id'] ?? anchor) === anchor);
  const [bearer, others] = isFree ? [first, rest] : [h(tagName, {}, made), []];
  const own = bearer.properties['className'];
  const className = [...(Array.isArray(own) ? own : []), ...classes];
  return [{ ...bearer, properties: { ...bearer.properties, ...(anchor !== undefined && { id: anchor }), ...(lang && { lang }), ...(className.length > 0 && { className }) } }, ...others];
}

/** A chart or timeline with its caption; in the EPUB with its data as a table, too. */
function drawn(node: ContainerDirective | LeafDirective, words: ElementContent[], lowering: Lowering): ElementContent[] {
  const id = lowering.id(node);
  const drawing = lowering.doc.drawings.get(id);
  const labelled = lowering.lookup.labelled(id);
  if (!drawing) return words.length > 0 ? [h('p', { dataAt: id }, words)] : [];
  const { head, rows } = drawing.table;
  const data =
    lowering.target === 'print'
      ? []
      : [
          h(
            'details',
            { className: ['figure-data'] },
            h('summary', {}, lowering.words.table),
            h('table', {}, h('thead', {}, h('tr', {}, head.map((cell) => h('th', { scope: 'col' }, cell)))), h('tbody', {}, rows.map((row) => h('tr', {}, row.map((cell) => h('td', {}, cell)))))),
          ),
        ];
  return [h('figure', { id: labelled?.anchor, className: ['figure', 'drawing'], dataAt: id, dataPlacement: placementOf(node.attributes?.['placement'], node, lowering) }, drawing.svg, h('figcaption', {}, captionOf('figure', labelled && lowering.doc.numbers.get(labelled.id), words, lowering)), data)];
}
