import type { Element } from 'xast';
import type { Words } from '../model/words.js';
import { navFile, type Chunk } from './chunk.js';
import { element } from './tree.js';

/**
 * The guide of EPUB 2: where Kindle's menu looks for the contents, and where it begins.
 * Source: Kindle Publishing Guidelines, "Guide Items".
 */
export function writeGuide(chunks: readonly Chunk[], words: Words): Element {
  const start = chunks.find(({ part }) => part.matter === 'body');
  return element(
    'guide',
    {},
    element('reference', { type: 'toc', title: words.contents, href: navFile }),
    ...(start ? [element('reference', { type: 'text', title: start.part.title, href: start.file })] : []),
  );
}
