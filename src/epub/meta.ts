import type { Element } from 'xast';
import { element } from './tree.js';

/** A fact of the package's metadata. Source: EPUB 3.3, meta element. */
export const property = (name: string, value: string): Element => element('meta', { property: name }, value);

/** A fact about another fact, named by its id. */
export const refine = (id: string, name: string, value: string, scheme?: string): Element => element('meta', { refines: `#${id}`, property: name, scheme }, value);
