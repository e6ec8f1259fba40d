/**
 * Finds citations in attributes, whose values are words and no Markdown: m-005.
 *
 * Only values that are shown are looked at, and only what would be a citation in the text: an e-mail address is none.
 */
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Source } from '../model/document.js';
import { placeWithin, sourceOf } from '../model/source.js';
import { parseInline } from '../read/markdown.js';

const shown = ['title', 'source', 'caption', 'alt', 'entry'];

export function checkAttributes(node: Nodes, source: Source, isKey: (key: string) => boolean, report: Report): void {
  const given = node.type === 'textDirective' || node.type === 'leafDirective' || node.type === 'containerDirective' ? node.attributes : node.data?.attributes?.values;
  for (const name of shown) {
    const value = given?.[name];
    const written = value?.includes('@') ? citationIn(value, isKey) : undefined;
    if (written === undefined) continue;
    const text = sourceOf(node, source);
    const offset = Math.max(0, text.indexOf(written, text.indexOf(`${name}=`)));
    report('m-005', placeWithin(source, node, text, { offset, length: written.length }), `a citation is not supported in an attribute: \`${name}\` shows \`${written}\` as it is written`, 'cite the source in the text instead');
  }
}

function citationIn(value: string, isKey: (key: string) => boolean): string | undefined {
  let found: string | undefined;
  visit({ type: 'root', children: parseInline(value) }, 'citation', (node) => {
    if (node.mode === 'group' || node.parts.some(({ key }) => isKey(key))) found ??= node.value;
  });
  return found;
}
