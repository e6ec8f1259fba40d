import type { Element, ElementContent } from 'hast';
import type { Part } from '../model/document.js';

/** A formula and the language that is spoken around it. */
export interface Formula {
  readonly math: Element;
  readonly language: string;
}

/** Every formula of the parts, in document order: text, notes, then what explains words. */
export function formulasOf(parts: readonly Part[], language: string): Formula[] {
  const found: Formula[] = [];
  replaceFormulas(parts, language, (formula) => {
    found.push(formula);
    return formula.math;
  });
  return found;
}

/** The same parts with other elements in place of their formulas. Trees without a formula are those that were given. */
export function replaceFormulas(parts: readonly Part[], language: string, replace: (formula: Formula) => Element): Part[] {
  return parts.map((part) => ({
    ...part,
    body: inElements(part.body, language, replace),
    notes: part.notes.map((note) => ({ ...note, body: inTree(note.body, language, replace) })),
    ...(part.explanations && { explanations: part.explanations.map((explanation) => ({ ...explanation, body: inTree(explanation.body, language, replace) })) }),
  }));
}

function inTree(nodes: readonly ElementContent[], language: string, replace: (formula: Formula) => Element): ElementContent[] {
  return nodes.map((node) => (node.type === 'element' ? inElement(node, language, replace) : node));
}

const inElements = (elements: readonly Element[], language: string, replace: (formula: Formula) => Element): Element[] => elements.map((element) => inElement(element, language, replace));

function inElement(element: Element, outer: string, replace: (formula: Formula) => Element): Element {
  const own = element.properties['lang'];
  const language = typeof own === 'string' && own !== '' ? own : outer;
  if (element.tagName === 'math') return replace({ math: element, language });
  const children = inTree(element.children, language, replace);
  return children.every((child, index) => child === element.children[index]) ? element : { ...element, children };
}
