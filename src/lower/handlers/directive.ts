/** The directives: one lowering per name, in the three forms, complete for them all. A name without one was reported and shows its content. */
import type { ElementContent } from 'hast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { NameOf } from '../../model/directive.js';
import { answers, bibliography, chronology, listOf } from '../apparatus.js';
import { callout, epigraph, own } from '../directives/block.js';
import { claim } from '../directives/claim.js';
import { commentary } from '../directives/commentary.js';
import { columns } from '../directives/columns.js';
import { document } from '../directives/document.js';
import { chart, timeline } from '../directives/drawing.js';
import { index, indexMark, indexRange } from '../directives/index.js';
import { abbreviation, date, mention } from '../directives/mention.js';
import { only } from '../directives/only.js';
import { page } from '../directives/page.js';
import { include } from '../directives/include.js';
import { question } from '../directives/question.js';
import { abbreviationList, glossaryBlock, register } from '../directives/register.js';
import { h } from '../element.js';
import { evidence } from '../evidence.js';
import type { Lowering } from '../lowering.js';
import type { Handler } from './table.js';
import { verse } from './verse.js';

type Lower<Node> = (node: Node, lowering: Lowering) => ElementContent[];

/** Of what was reported, and of the parts of a block that stand by themselves. */
const content: Lower<TextDirective | LeafDirective | ContainerDirective> = (node, lowering) => lowering.all(node.children);

const textDirectives: { readonly [name in NameOf<'textDirective'>]: Lower<TextDirective> } = {
  term: mention,
  person: mention,
  place: mention,
  abbr: abbreviation,
  date,
  index: indexMark,
  claim,
  page,
  only,
};

const leafDirectives: { readonly [name in NameOf<'leafDirective'>]: Lower<LeafDirective> } = {
  index,
  bibliography,
  glossary: register('terms'),
  people: register('people'),
  places: register('places'),
  abbreviations: abbreviationList,
  chronology,
  answers,
  commentary,
  evidence,
  figures: listOf('figure'),
  tables: listOf('table'),
  timeline,
  include,
};

const containerDirectives: { readonly [name in NameOf<'containerDirective'>]: Lower<ContainerDirective> } = {
  hint: () => [],
  index: indexRange,
  glossary: glossaryBlock,
  answer: () => [],
  only,
  evidence: () => [],
  comment: () => [],
  chart,
  epigraph,
  callout,
  sequence: (node, lowering) => lowering.all(node.children),
  verse,
  document,
  original: content,
  translation: content,
  columns,
  column: content,
  question,
};

/** A name is the author's: `constructor` names no directive, though every object has one. */
const lowerOf = <Node>(table: Readonly<Record<string, Lower<Node>>>, name: string): Lower<Node> | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);

export const textDirective: Handler<'textDirective'> = (node, lowering) => marked(node, (lowerOf(textDirectives, node.name) ?? content)(node, lowering), 'span', lowering);

export const leafDirective: Handler<'leafDirective'> = (node, lowering) => {
  if (!lowering.lookup.isPrinting(node)) return [];
  const lower = lowerOf(leafDirectives, node.name);
  const unknown = () => (node.children.length > 0 ? [h('p', { dataAt: lowering.id(node) }, content(node, lowering))] : []);
  return marked(node, lower ? lower(node, lowering) : unknown(), 'div', lowering);
};

export const containerDirective: Handler<'containerDirective'> = (node, lowering) => {
  const isOwn = lowering.config.kinds.some(({ name }) => name === node.name);
  return marked(node, (isOwn ? own : (lowerOf(containerDirectives, node.name) ?? content))(node, lowering), 'div', lowering);
};

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
