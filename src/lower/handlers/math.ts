import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'mdast';
import { createRequire } from 'node:module';
import { visit } from 'unist-util-visit';
import { placeWithin } from '../../model/source.js';
import { h, text } from '../element.js';
import type { Lowering } from '../lowering.js';
import { inAlphabet } from '../math-letters.js';
import { alignMathTable } from '../math-tables.js';
import type { Handler } from './table.js';

const require = createRequire(import.meta.url);
/** Loaded with the first formula, since most books have none. */
const loadKatex = () => require('katex') as (typeof import('katex'))['default'];

export const inlineMath: Handler<'inlineMath'> = (node, lowering) => {
  const display = node.data?.display === true;
  const set = formula(node.value, display, node, lowering);
  const labelled = lowering.lookup.labelled(lowering.id(node));
  const number = labelled?.number;
  return number === undefined ? set : [h('span', { className: ['inline-equation'], id: labelled?.anchor }, set, h('span', { className: ['equation-number'] }, `(${number})`))];
};

export const math: Handler<'math'> = (node, lowering) => {
  const id = lowering.id(node);
  const labelled = lowering.lookup.labelled(id);
  const number = labelled?.number;
  return [
    h(
      'div',
      { className: ['equation'], id: labelled?.anchor, dataAt: id },
      formula(node.value, true, node, lowering),
      number === undefined ? [] : h('span', { className: ['equation-number'] }, `(${number})`),
    ),
  ];
};

/**
 * TeX to MathML, with the author's words for it (`alt`) or else the TeX as alternative text, until it is spoken (formula/speak-formulas.ts).
 * Reports m-006 and shows the source when it does not parse: nothing is lost.
 */
function formula(tex: string, display: boolean, node: Nodes, lowering: Lowering): ElementContent[] {
  const katex = loadKatex();
  let markup: string;
  try {
    markup = katex.renderToString(tex, { output: 'mathml', displayMode: display, throwOnError: true, strict: 'ignore', trust: false });
  } catch (fault) {
    if (!(fault instanceof katex.ParseError)) throw fault;
    const reason = fault.rawMessage.replaceAll("'EOF'", 'its end').replace(/'([^']+)'/g, '`$1`').replace(/\.$/, '');
    const piece = tex.slice(fault.position, fault.position + fault.length).trimEnd();
    lowering.report('m-006', placeWithin(lowering.source, node, tex, { offset: fault.position, length: piece.length }), `the formula does not parse: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`);
    return [h('code', { className: ['formula-source'] }, tex)];
  }
  const fragment = fromHtml(markup, { fragment: true });
  let element: Element | undefined;
  visit(fragment, 'element', (candidate) => {
    if (candidate.tagName === 'math') element ??= candidate;
  });
  if (!element) return [text(tex)];
  const told = node.data?.attributes?.values['alt']?.trim();
  return [{ ...element, properties: { ...element.properties, ...(told ? { alttext: told, dataTold: '' } : { alttext: tex.trim() }) }, children: presentation(element) }];
}

/**
 * As MathML Core has it: without the TeX annotation (its words would be read twice), without the `width` that KaTeX gives a
 * numbered row and without attributes that say nothing, every letter in its own alphabet, tables with styles of their own.
 */
function presentation(element: Element): ElementContent[] {
  const semantics = element.children.find((child): child is Element => child.type === 'element' && child.tagName === 'semantics');
  const children = (semantics ?? element).children.filter((child) => !(child.type === 'element' && child.tagName === 'annotation'));
  visit({ type: 'root', children }, 'element', (inner) => {
    if (inner.tagName === 'mtable') alignMathTable(inner);
    if (inner.tagName !== 'mspace' && inner.tagName !== 'mpadded') delete inner.properties['width'];
    // Of a table with one column, which has no spaces between columns.
    if (inner.properties['columnspacing'] === '') delete inner.properties['columnspacing'];
    const variant = inner.properties['mathvariant'] ?? inner.properties['mathVariant'];
    if (typeof variant !== 'string' || variant === 'normal') return;
    delete inner.properties['mathvariant'];
    delete inner.properties['mathVariant'];
    for (const child of inner.children) if (child.type === 'text') child.value = inAlphabet(child.value, variant);
  });
  return children;
}
