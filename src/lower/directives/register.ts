/** Registers as they are printed, and what a reader is told of one entry where it is mentioned. */
import type { ElementContent } from 'hast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { RegisterKind } from '../../model/book.js';
import type { RegisterEntry } from '../../model/document.js';
import { formatEdtf } from '../../model/edtf.js';
import { aroundLists } from '../../pass/walk.js';
import { h, pagesOf, registerAnchor, text } from '../element.js';
import type { Lowering } from '../lowering.js';

type Printing = LeafDirective | ContainerDirective;

/** An entry's place is that of the directive that prints it; the key tells entries apart. */
export const entryId = (node: Printing, key: string, lowering: Lowering): string => `${lowering.id(node)}#${key}`;

/** Where an entry is mentioned, as page numbers; nothing when it never is. */
export function mentionsOf(entry: RegisterEntry, lowering: Lowering): ElementContent[] {
  const anchors = lowering.lookup.mentionedAt(entry);
  return anchors.length > 0 ? [text(' '), pagesOf(anchors)] : [];
}

/** A register's Markdown: its only paragraph as running text, more of them as blocks. */
export function entryText(entry: RegisterEntry, field: string, lowering: Lowering): ElementContent[] {
  const source = entry.texts[field];
  if (!source) return [];
  const [only, ...more] = source.tree.children;
  const inner = lowering.within(source);
  return only?.type === 'paragraph' && more.length === 0 ? inner.all(only.children) : inner.all(source.tree.children);
}

/** `1883–1945`, `b. 1883`, `c. 1883–1945`: years only, the rest is in the note. */
export function lifeOf(entry: RegisterEntry, { words, config }: Lowering): string | undefined {
  const [born, died] = [entry.fields['born'], entry.fields['died']].map((date) => date && formatEdtf(date.slice(0, 4) + (/[~?%]$/.exec(date)?.[0] ?? ''), config.language));
  if (born && died) return `${born}–${died}`;
  return born ? `${words.born} ${born}` : died ? `${words.died} ${died}` : undefined;
}

/** What stands in parentheses behind the name. */
function detailsOf(entry: RegisterEntry, lowering: Lowering): string {
  const details = [entry.kind === 'people' ? lifeOf(entry, lowering) : undefined, entry.kind === 'places' ? entry.fields['now'] : undefined].filter((detail) => detail !== undefined);
  return details.length > 0 ? ` (${details.join(', ')})` : '';
}

/** What is said of an entry besides its name. */
function saidOf(entry: RegisterEntry, lowering: Lowering): ElementContent[] {
  const { role, long } = entry.fields;
  const body = entryText(entry, entry.kind === 'terms' ? 'definition' : 'note', lowering);
  return [
    ...(role ? [h('span', { className: ['role'] }, role), text(body.length > 0 ? '. ' : '.')] : []),
    ...(long ? [entry.lang === undefined ? text(long) : h('span', { lang: entry.lang }, long), ...(body.length > 0 ? [text('. ')] : [])] : []),
    ...body,
  ];
}

/** Pages stand at the end of the last words; behind a list or a table they are a paragraph of their own. */
function endingWith(pages: readonly ElementContent[], said: readonly ElementContent[]): ElementContent[] {
  if (pages.length === 0 || !said.some(isBlock)) return [...said, ...pages];
  const last = said.at(-1);
  return last?.type === 'element' && last.tagName === 'p' ? [...said.slice(0, -1), { ...last, children: [...last.children, ...pages] }] : [...said, h('p', {}, pages)];
}

const blocks = new Set(['p', 'ul', 'ol', 'dl', 'blockquote', 'table', 'figure', 'pre', 'div', 'section', 'aside']);
const isBlock = (node: ElementContent): boolean => node.type === 'element' && blocks.has(node.tagName);

export const register =
  (kind: RegisterKind) =>
  (node: Printing, lowering: Lowering): ElementContent[] => {
    const entries = lowering.lookup.entries(kind).map((entry) => {
      const details = detailsOf(entry, lowering);
      return h(
        'div',
        { className: ['entry'], dataAt: entryId(node, entry.key, lowering) },
        h('dt', { id: registerAnchor(entry), lang: entry.lang, dataKeep: 'next' }, entry.name, details === '' ? [] : h('span', { className: ['entry-detail'] }, details)),
        h('dd', {}, endingWith(mentionsOf(entry, lowering), saidOf(entry, lowering))),
      );
    });
    return entries.length === 0 ? [] : [h('dl', { className: ['register', `register-${kind}`], dataAt: lowering.id(node) }, entries)];
  };

const printGlossary = register('terms');

/** The terms of the book, where the first `:::glossary` stands and there is no `::glossary`; what is around the lists in any case. */
export function glossaryBlock(node: ContainerDirective, lowering: Lowering): ElementContent[] {
  return [...lowering.all(aroundLists(node)), ...(lowering.lookup.isPrinting(node) ? printGlossary(node, lowering) : [])];
}

/** Short forms in one column, what they stand for in another. */
export function abbreviationList(node: LeafDirective, lowering: Lowering): ElementContent[] {
  const rows = lowering.lookup.entries('abbreviations').map((entry) =>
    h(
      'tr',
      { id: registerAnchor(entry), dataAt: entryId(node, entry.key, lowering) },
      h('th', { scope: 'row', lang: entry.lang }, entry.name),
      h('td', {}, endingWith(mentionsOf(entry, lowering), saidOf(entry, lowering))),
    ),
  );
  return rows.length === 0 ? [] : [h('table', { className: ['abbreviations'], dataAt: lowering.id(node) }, h('tbody', {}, rows))];
}

/** An entry in a few words, for whoever asks at its mention: its name leads to the register. */
export function explanationOf(entry: RegisterEntry, lowering: Lowering): ElementContent[] {
  const said = saidOf(entry, lowering).flatMap(repeated);
  const isRunning = !said.some(isBlock);
  const opening = [h('a', { className: ['explained'], href: `#${registerAnchor(entry)}`, lang: entry.lang }, entry.name), text(`${detailsOf(entry, lowering)}${said.length > 0 && isRunning ? ': ' : ''}`)];
  return isRunning ? [...opening, ...said] : [h('p', {}, opening), ...said];
}

/** The same words a second time: their notes, and what they are known by, are where they stand first. */
function repeated(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  const { id: _id, dataAt: _at, dataKeep: _keep, dataPlacement: _placement, ...properties } = node.properties;
  const { className } = properties;
  if (node.tagName === 'sup' && Array.isArray(className) && (className.includes('call') || className.includes('call-separator'))) return [];
  return [{ ...node, properties, children: node.children.flatMap(repeated) }];
}
