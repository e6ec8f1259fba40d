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

/** The same parts with other elements in place of their formulas. Parts and trees without a formula are those that were given. */
export function replaceFormulas(parts: readonly Part[], language: string, replace: (formula: Formula) => Element): Part[] {
  return parts.map((part) => {
    const body = inElements(part.body, language, replace);
    const notes = part.notes.map((note) => inBody(note, language, replace));
    const explanations = part.explanations?.map((explanation) => inBody(explanation, language, replace));
    const isAsGiven = isEach(body, part.body) && isEach(notes, part.notes) && isEach(explanations ?? [], part.explanations ?? []);
    return isAsGiven ? part : { ...part, body, notes, ...(explanations && { explanations }) };
  });
}

const isEach = <Item>(made: readonly Item[], given: readonly Item[]): boolean => made.every((item, index) => item === given[index]);

function inBody<Aside extends { readonly body: readonly ElementContent[] }>(aside: Aside, language: string, replace: (formula: Formula) => Element): Aside {
  const body = inTree(aside.body, language, replace);
  return isEach(body, aside.body) ? aside : { ...aside, body };
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
  return isEach(children, element.children) ? element : { ...element, children };
}
