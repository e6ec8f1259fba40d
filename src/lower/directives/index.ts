/** Indexes, and what marks a place for them. */
import type { Element, ElementContent } from 'hast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { IndexEntry, IndexLink } from '../../model/document.js';
import { doubleMeasure, geometryOf } from '../../model/geometry.js';
import type { Anchor } from '../../model/id.js';
import { piecesOf } from '../../model/index-words.js';
import type { Words } from '../../model/words.js';
import { h, pagesOf, text } from '../element.js';
import type { Lowering } from '../lowering.js';

/** Words that an index leads to. */
export function indexMark(node: TextDirective, lowering: Lowering): ElementContent[] {
  const locator = lowering.lookup.mark(lowering.id(node));
  const words = lowering.all(node.children);
  return locator ? [h('span', { id: locator.anchor, className: ['index-mark'] }, words)] : words;
}

/** Blocks that an index leads to stand as if nothing were around them, but for an anchor in the first line and one in the last. */
export function indexRange(node: ContainerDirective, lowering: Lowering): ElementContent[] {
  const locator = lowering.lookup.mark(lowering.id(node));
  const blocks = lowering.all(node.children);
  if (locator?.end === undefined) return blocks;
  return anchored(anchored(blocks, locator.anchor, 'start'), locator.end, 'end');
}

/** Elements that hold blocks, in which the first or last line is looked for. */
const holders = new Set(['aside', 'blockquote', 'dd', 'div', 'dl', 'li', 'ol', 'section', 'table', 'tbody', 'thead', 'tr', 'ul']);

function anchored(content: readonly ElementContent[], id: Anchor, side: 'start' | 'end'): ElementContent[] {
  const index = side === 'start' ? content.findIndex(isElement) : content.findLastIndex(isElement);
  const block = content[index];
  const anchor = h('span', { id, className: ['index-mark'] });
  if (block?.type !== 'element') return side === 'start' ? [anchor, ...content] : [...content, anchor];
  const inner = block.children;
  const goesOn = holders.has(block.tagName) && inner.some(isElement);
  const children = goesOn ? anchored(inner, id, side) : side === 'start' ? [anchor, ...inner] : [...inner, anchor];
  return content.with(index, { ...block, children });
}

/** What can hold an anchor: no rule, and nothing that is drawn. */
const isElement = (node: ElementContent): node is Element => node.type === 'element' && !['hr', 'math', 'svg', 'img'].includes(node.tagName);

/** Sub-entries are run in after their entry, as narrow pages want it, or stand below it. */
export function index(node: LeafDirective, lowering: Lowering): ElementContent[] {
  const { words, config } = lowering;
  const made = lowering.lookup.index(lowering.id(node));
  if (!made || made.groups.length === 0) return [];
  const at = (path: readonly string[]): string => `${lowering.id(node)}#${path.join('!')}`;
  const entry = (item: IndexEntry, above: readonly string[]): Element => {
    const path = [...above, item.words];
    const isRunIn = made.layout === 'run-in';
    const below = isRunIn ? [] : item.entries;
    return h(
      'li',
      {},
      h('p', { className: ['index-entry'], id: item.anchor, dataAt: at(path), dataKeep: below.length > 0 ? 'next' : undefined }, opening(item), isRunIn ? runIn(item, words) : [], crossReferences(item, words)),
      below.length > 0 ? [h('ul', {}, below.map((sub) => entry(sub, path)))] : [],
    );
  };
  const groups = made.groups.flatMap(({ heading, entries }) => [
    ...(made.hasHeadings && heading !== '' ? [h('p', { className: ['index-heading'], dataKeep: 'next' }, heading)] : []),
    h('ul', { className: ['index-letter'] }, entries.map((item) => entry(item, []))),
  ]);
  const columns = made.columns ?? (geometryOf(config).measure >= doubleMeasure ? 2 : 1);
  return [h('div', { className: ['index', ...(made.hasHeadings ? ['with-headings'] : [])], dataAt: lowering.id(node), dataColumns: lowering.target === 'print' && columns === 2 ? '' : undefined }, groups)];
}

function opening({ words, locators }: IndexEntry): ElementContent[] {
  return [...shown(words), ...(locators.length > 0 ? [text(', '), pagesOf(locators)] : [])];
}

/** `Italy, 3: trade, 12 (by sea, 14); war, 20` */
function runIn({ locators, entries }: IndexEntry, words: Words): ElementContent[] {
  return entries.flatMap((sub, index) => [text(index > 0 || locators.length > 0 ? '; ' : ': '), ...subEntry(sub, words)]);
}

function subEntry(sub: IndexEntry, words: Words): ElementContent[] {
  const inner = sub.entries.flatMap((further, index) => [...(index > 0 ? [text('; ')] : []), ...subEntry(further, words)]);
  const references = referencesOf(sub, words);
  const aside = [...inner, ...(inner.length > 0 && references.length > 0 ? [text('; ')] : []), ...references];
  const line = [...opening(sub), ...(aside.length > 0 ? [text(' ('), ...aside, text(')')] : [])];
  return sub.anchor === undefined ? line : [h('span', { id: sub.anchor }, line)];
}

/** `Roma. See Rome`, as a sentence of its own after all the rest. */
function crossReferences(item: IndexEntry, words: Words): ElementContent[] {
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  const references = referencesOf(item, { see: capital(words.see), seeAlso: capital(words.seeAlso) });
  const isEnded = item.words.endsWith('.') && item.locators.length === 0 && item.entries.length === 0;
  return references.length === 0 ? [] : [text(isEnded ? ' ' : '. '), ...references];
}

function referencesOf({ see, seeAlso }: IndexEntry, words: Pick<Words, 'see' | 'seeAlso'>): ElementContent[] {
  const list = (word: string, links: readonly IndexLink[]): ElementContent[] => (links.length === 0 ? [] : [h('em', {}, word), text(' '), ...links.flatMap((link, index) => [...(index > 0 ? [text('; ')] : []), ...linkTo(link)])]);
  const [away, on] = [list(words.see, see), list(words.seeAlso, seeAlso)];
  return [...away, ...(away.length > 0 && on.length > 0 ? [text('; ')] : []), ...on];
}

const linkTo = ({ words, anchor }: IndexLink): ElementContent[] => (anchor === undefined ? shown(words) : [h('a', { href: `#${anchor}` }, shown(words))]);

const shown = (words: string): ElementContent[] => piecesOf(words).map(({ text: piece, isEmphasis }) => (isEmphasis ? h('em', {}, piece) : text(piece)));
