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

export interface Found {
  readonly node: Element;
  /** The way to it: the root first, its parent last. */
  readonly path: readonly Element[];
}

/** Every element at and below `root`, in document order. */
export function* elementsIn(root: Element, path: readonly Element[] = []): Generator<Found> {
  yield { node: root, path };
  const below = [...path, root];
  for (const child of root.children) if (child.type === 'element') yield* elementsIn(child, below);
}

export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}
