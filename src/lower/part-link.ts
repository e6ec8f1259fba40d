/**
 * Makes one link of words that may hold links already, since none may stand in another.
 *
 * Out: the words of inner links with all but their way; calls of notes and claims, which must lead to theirs, outside, with the link
 * in parts around them.
 */
import type { ElementContent } from 'hast';
import { h } from './element.js';

/** @param link what it is made of, its words apart; an `id` is the first part's */
export function partLink(content: readonly ElementContent[], link: Parameters<typeof h>[1]): ElementContent[] {
  if (!content.some(holdsLink)) return [h('a', link, content)];
  const parts: ElementContent[] = [];
  let words: ElementContent[] = [];
  let properties = link;
  const close = () => {
    const holdsWords = words.some((node) => node.type !== 'text' || node.value.trim() !== '');
    parts.push(...(holdsWords ? [h('a', properties, words)] : words));
    if (holdsWords) properties = { ...link, id: undefined };
    words = [];
  };
  for (const node of content) {
    if (node.type !== 'element' || !holdsLink(node)) words.push(node);
    else if (!holdsCall(node)) words.push(...unlinked(node));
    else {
      close();
      if (isCall(node)) parts.push(node);
      else {
        parts.push({ ...node, children: partLink(node.children, properties) });
        properties = { ...link, id: undefined };
      }
    }
  }
  close();
  return parts;
}

const holdsLink = (node: ElementContent): boolean => node.type === 'element' && (node.tagName === 'a' || node.children.some(holdsLink));
const isCall = (node: ElementContent): boolean => node.type === 'element' && node.tagName === 'sup' && node.children.some(holdsLink);
const holdsCall = (node: ElementContent): boolean => isCall(node) || (node.type === 'element' && node.children.some(holdsCall));

/** The place of a page number stays. */
function unlinked(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  const children = node.children.flatMap(unlinked);
  if (node.tagName !== 'a') return [{ ...node, children }];
  const { href: _, ...others } = node.properties;
  return Object.values(others).some((value) => value !== undefined) ? [{ type: 'element', tagName: 'span', properties: others, children }] : children;
}
