import type { Nodes } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { nearest } from '../../diagnostics/nearest.js';
import { registerKinds, type RegisterKind } from '../../model/book.js';
import { isOn } from '../../model/directive.js';
import { withoutEmphasis } from '../../model/index-words.js';
import type { IndexHeading, IndexLocator, IndexReference } from '../../model/document.js';
import { anchorOf } from '../../model/id.js';
import { plain } from '../../read/read-chapter.js';
import type { Collector, DirectiveNode, Met } from './directive.js';
import type { Visit } from '../walk.js';
import type { Gathering } from './gathering.js';
import { ownWords, wordsBeside } from './name-words.js';

/** `:index[the salt tax]{entry="taxes!on salt"}`; `:index{entry=Roma see=Rome}` has no place, and is nothing in the text. */
export const collectIndexMark: Collector<TextDirective> = (met, gathering) => {
  const words = wordsIn(met.node.children);
  const path = pathOf(met, words);
  if (path.length === 0) gathering.report('d-002', met.place, 'this index mark has no words to stand in the index', 'give them in its brackets, or as `entry=…`');
  else if (met.given['see'] || (met.given['see-also'] && words === '')) addMark(met, path, gathering);
  else addMark(met, path, gathering, { anchor: indexAnchor(path, met, gathering, wordsBeside) });
};

/** `:::index{entry="the tour"}` around blocks: an entry for all the pages they stand on. */
export const collectIndexRange: Collector<ContainerDirective> = (met, gathering) => {
  const path = pathOf(met, '');
  const complain = (fact: string, ...hints: string[]): void => gathering.report('d-002', met.at(met.spelt), fact, ...hints);
  if (path.length === 0) return complain('`:::index` needs `entry=…`, which the blocks in it are about');
  if (met.node.children.length === 0) return complain('there is nothing between this `:::index` and its end', 'put its end behind the blocks that the entry leads to');
  if (met.given['see']) return complain('`see` leads away from the blocks that stand in this `:::index`', 'write `see-also=…`');
  const anchor = indexAnchor(path, met, gathering, ({ node }) => ownWords(node));
  addMark(met, path, gathering, { anchor, end: gathering.claimAnchor(anchorOf(`${anchor}-end`)) });
};

/** `::index` prints one; `::index{entry=Roma see=Rome}` is a line of it. */
export const collectIndexLeaf: Collector<LeafDirective> = (met, gathering) => {
  const { node, given, id, place } = met;
  const { report } = gathering;
  if (given['entry']) {
    if (!given['see'] && !given['see-also']) report('d-002', place, 'this line of the index leads nowhere', 'say where to with `see=…` or `see-also=…`, or mark words in the text: `:index[…]{entry=…}`');
    else addMark(met, pathOf(met, ''), gathering);
    return;
  }
  const foreign = ['sort', 'in', 'see', 'see-also', 'main'].filter((name) => given[name] !== undefined);
  for (const name of foreign) report('d-008', met.atAttribute(name), `an \`::index\` that prints has no attribute \`${name}\``, name === 'in' ? 'which index it prints is said by `of=…`' : 'with `entry=…` it is a line of the index');
  if (!gathering.isPrinting(node)) return;
  const layout = given['layout'] ?? 'run-in';
  if (layout !== 'run-in' && layout !== 'indented') report('d-002', met.atAttribute('layout'), `\`${layout}\` is no layout of an index`, 'sub-entries are `run-in` or `indented`');
  const columns = given['columns'];
  if (columns !== undefined && columns !== '1' && columns !== '2') report('d-002', met.atAttribute('columns'), `an index has no \`${columns}\` columns`, 'it has `1` or `2`; without a word, as many as the page is wide enough for');
  const from = (given['from'] ?? '').split(/[\s,]+/).filter(Boolean);
  for (const kind of from) {
    if (!isSource(kind)) report('d-002', met.atAttribute('from'), `an index is not made from \`${kind}\``, ...suggest(kind));
  }
  gathering.indexRequests.push({ id, place, name: (given['of'] ?? '').trim(), from: from.filter(isSource), layout: layout === 'indented' ? 'indented' : 'run-in', hasHeadings: switchOf(met, 'letters', gathering), ...(columns === '1' && { columns: 1 }), ...(columns === '2' && { columns: 2 }) });
};

const sources = registerKinds.filter((kind) => kind !== 'dates');
const isSource = (kind: string): kind is RegisterKind => (sources as readonly string[]).includes(kind);
const suggest = (kind: string): string[] => {
  const near = nearest(kind, sources);
  return near.length > 0 ? near.map((like) => `\`${like}\` exists`) : [`it can be made from ${sources.join(', ')}`];
};

function addMark(met: Met<DirectiveNode>, path: readonly IndexHeading[], gathering: Gathering, at?: Pick<IndexLocator, 'anchor' | 'end'>): void {
  const { id, given, place } = met;
  const indexes = (given['in'] ?? '').split(/[\s,]+/).filter(Boolean);
  const isMain = switchOf(met, 'main', gathering);
  gathering.marks.push({
    id,
    place,
    path,
    indexes: indexes.length > 0 ? indexes : [''],
    ...(at && { locator: { ...at, ...(isMain && { isMain: true as const }) } }),
    see: referencesOf(met, 'see'),
    seeAlso: referencesOf(met, 'see-also'),
  });
}

/** The words of a mark as `entry` would have them: a title in italics stays in italics. */
function wordsIn(nodes: readonly Nodes[]): string {
  return plain(nodes.map((node) => (node.type === 'emphasis' ? { type: 'text', value: `*${plain([node])}*` } : node)));
}

/** `sort` is for the last of the headings, unless it has a `!` itself: then it is for each in its turn. */
function pathOf({ given }: Met<DirectiveNode>, words: string): IndexHeading[] {
  const headings = headingsOf(given['entry'] ?? words);
  const sort = (given['sort'] ?? '').split('!').map((part) => part.trim());
  const sorts = sort.length > 1 ? sort : [...headings.slice(1).map(() => ''), ...sort];
  return headings.map((heading, index) => ({ words: heading, ...(sorts[index] && { sort: sorts[index] }) }));
}

const headingsOf = (entry: string): string[] => entry.split('!').map((part) => part.replace(/\s+/g, ' ').trim()).filter(Boolean);

/** `see="Rome; Italy!trade"` */
function referencesOf({ given, atAttribute }: Met<DirectiveNode>, name: 'see' | 'see-also'): IndexReference[] {
  return (given[name] ?? '').split(';').map(headingsOf).filter((path) => path.length > 0).map((path) => ({ path, place: atAttribute(name) }));
}

function switchOf({ given, atAttribute }: Met<DirectiveNode>, name: string, { report }: Gathering): boolean {
  const on = isOn(given[name]);
  if (on === undefined) report('d-002', atAttribute(name), `\`${name}=${given[name] ?? ''}\` is neither \`true\` nor \`false\``);
  return on ?? false;
}

const indexAnchor = (path: readonly IndexHeading[], { visit }: Met, gathering: Gathering, telling: (visit: Visit) => string) =>
  gathering.claimAnchor(anchorOf(`i-${path.map(({ words }) => withoutEmphasis(words)).join('-')}`), () => telling(visit));
