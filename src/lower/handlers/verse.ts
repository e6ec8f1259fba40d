/** Verse: a block of stanzas, each a paragraph whose lines are blocks of their own, so that a line too long for the measure turns over under itself. */
import type { Element } from 'hast';
import type { ContainerDirective } from 'mdast-util-directive';
import { wholeNumber } from '../../model/directive.js';
import type { Stanza, VerseLine } from '../../model/syntax.js';
import { h, text } from '../element.js';
import type { Lowering } from '../lowering.js';
import type { Handler } from './table.js';

/** The number that stands beside a line; nothing beside most. */
type NumberOf = (line: VerseLine) => number | undefined;

const unnumbered: NumberOf = () => undefined;

export const lineBlock: Handler<'lineBlock'> = (node, lowering) => [h('div', { className: ['verse'] }, lowering.all(node.children))];
export const stanza: Handler<'stanza'> = (node, lowering) => [stanzaOf(node, unnumbered, lowering)];
export const verseLine: Handler<'verseLine'> = (node, lowering) => [lineOf(node, unnumbered, lowering)];

/** `:::verse`: a title above, whose it is below, and every fifth line (or as asked) with its number. */
export function verse(node: ContainerDirective, lowering: Lowering): Element[] {
  const { title, source } = node.attributes ?? {};
  const numberOf = numbering(node);
  return [
    h(
      'div',
      { className: ['verse', ...(numberOf === unnumbered ? [] : ['numbered'])], dataAt: lowering.id(node) },
      title ? h('p', { className: ['verse-title'], dataKeep: 'next' }, title) : [],
      node.children.flatMap((child) => (child.type === 'stanza' ? [stanzaOf(child, numberOf, lowering)] : lowering.one(child))),
      source ? h('p', { className: ['verse-source'], dataKeep: 'previous' }, source) : [],
    ),
  ];
}

function numbering({ attributes, children }: ContainerDirective): NumberOf {
  const every = wholeNumber(attributes?.['numbers']);
  if (every === undefined) return unnumbered;
  const first = wholeNumber(attributes?.['from']) ?? 1;
  const lines = children.flatMap((child) => (child.type === 'stanza' ? child.children : []));
  const numbers = new Map(lines.map((line, index) => [line, first + index]));
  return (line) => {
    const number = numbers.get(line);
    return number !== undefined && number % every === 0 ? number : undefined;
  };
}

/** In a reader without our style sheet, the line breaks divide the lines. */
function stanzaOf(node: Stanza, numberOf: NumberOf, lowering: Lowering): Element {
  const lines = node.children.map((line) => lineOf(line, numberOf, lowering));
  const parted = lowering.target === 'epub' ? lines.flatMap((line, index) => (index > 0 ? [h('br', {}), line] : [line])) : lines;
  return h('p', { className: ['stanza'], dataAt: lowering.id(node) }, parted);
}

/** A column of the manuscript is half an em. */
function lineOf(node: VerseLine, numberOf: NumberOf, lowering: Lowering): Element {
  const number = numberOf(node);
  return h(
    'span',
    { className: ['verse-line'], style: node.indent > 0 ? `margin-left: ${node.indent / 2}em` : undefined },
    number === undefined ? [] : [h('span', { className: ['line-number'] }, String(number)), text(' ')],
    lowering.all(node.children),
  );
}
