import type { Attributes } from 'xast';

interface Meaning {
  readonly element: string;
  readonly class: string;
  readonly type?: string;
  readonly role: string;
}

/**
 * What blocks are, by the element and class that they were lowered to. Only what is beyond doubt, and only roles that HTML allows
 * on the element. Source: EPUB Structural Semantics Vocabulary 1.1, DPUB-ARIA 1.1, ARIA in HTML.
 */
const meanings: readonly Meaning[] = [
  { element: 'blockquote', class: 'epigraph', type: 'epigraph', role: 'doc-epigraph' },
  { element: 'p', class: 'subtitle', type: 'subtitle', role: 'doc-subtitle' },
  { element: 'aside', class: 'alert-tip', type: 'tip', role: 'doc-tip' },
  { element: 'aside', class: 'alert-note', role: 'note' },
];

/** The element's attributes with what it is; what it says of itself already stays. */
export function withMeaning(name: string, attributes: Attributes): Attributes {
  const classes = (attributes.class ?? '').split(' ');
  const meaning = meanings.find((each) => each.element === name && classes.includes(each.class));
  return meaning ? { ...(meaning.type !== undefined && { 'epub:type': meaning.type }), role: meaning.role, ...attributes } : attributes;
}

/** What a link is, by what it leads to: a call opens a note or an explanation, other links may lead to a source. */
export function linkMeaning(href: string, isCall: boolean): Attributes {
  if (isCall) return { 'epub:type': 'noteref', role: 'doc-noteref' };
  return href.startsWith('#ref-') ? { 'epub:type': 'biblioref', role: 'doc-biblioref' } : {};
}
