import { toXast } from 'hast-util-to-xast';
import type { ElementContent as HastContent } from 'hast';
import type { Attributes, Element, ElementContent, Text } from 'xast';

/**
 * The XML tree that every file of the EPUB is built in: content documents, navigation, package.
 * Here are only its making and its walking; what goes in is decided by the steps, how it is written by serialize.ts.
 */
type Child = ElementContent | string;

/** Attributes whose value is undefined are not there. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Element {
  return { type: 'element', name, attributes, children: children.map((child) => (typeof child === 'string' ? text(child) : child)) };
}

export function text(value: string): Text {
  return { type: 'text', value };
}

/** A new tree, free to be changed; attributes have their written names (`class`, `viewBox`, `data-at`). Comments are left out. */
export function fromHast(content: readonly HastContent[]): ElementContent[] {
  return content.flatMap((node): ElementContent[] => {
    const made = toXast(node);
    return made.type === 'element' || made.type === 'text' ? [made] : [];
  });
}

/**
 * Tells of every element at and below `root`, in document order.
 *
 * @param visit gets the way to it: the root first, its parent last; the array is changed as soon as it returns. What is in an
 *   element for which it returns false is passed over
 */
export function visitElements(root: Element, visit: (node: Element, path: readonly Element[]) => unknown, path: Element[] = []): void {
  if (visit(root, path) === false) return;
  path.push(root);
  for (const child of root.children) if (child.type === 'element') visitElements(child, visit, path);
  path.pop();
}

export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** Whether an attribute at or below it is of XLink, as references in older SVG are. */
export function usesXLink(node: ElementContent): boolean {
  return node.type === 'element' && (Object.keys(node.attributes).some((name) => name.startsWith('xlink:')) || node.children.some(usesXLink));
}
