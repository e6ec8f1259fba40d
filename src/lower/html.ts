import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize';
import type { Html, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { NodeId } from '../model/id.js';
import { placeWithin } from '../model/source.js';
import type { Lowering } from './lowering.js';
import { embedded } from './parity.js';

const slotName = 'octavo-slot';

/** GitHub's schema without what a page cannot hold or what the manuscript has its own way of writing. */
const schema: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []).filter((name) => !['img', 'input', 'picture', 'source'].includes(name)), slotName, 'u', 'small', 'abbr', 'cite', 'mark'],
  attributes: { ...defaultSchema.attributes, [slotName]: ['dataSlot'], '*': [...(defaultSchema.attributes?.['*'] ?? []), 'lang', 'title'] },
  strip: ['script', 'style'],
  clobberPrefix: 'html-',
};

/**
 * Lowers siblings that have raw HTML among them.
 *
 * `<b>` and `</b>` are two nodes in the tree with others between them: so each of the others is held by a slot element
 * while the HTML is parsed and sanitised as one, and then put back where its slot came to stand. Where a tag swallows slots (an
 * `<iframe>` that is never closed takes all the text after it) each piece of HTML stands for itself, and every word stays.
 * Reports m-004 where something was taken out; what is lost with it for readers is told to `Usage`.
 */
export function lowerHtml(nodes: readonly Nodes[], lowering: Lowering): ElementContent[] {
  const held: ElementContent[][] = [];
  const { kept, programs } = takePrograms(nodes);
  const pieces = kept.map((node): string => {
    if (node.type === 'html') {
      lowering.lookup.usage.record(node, lowering.source, lowering.target);
      return markupOf(node);
    }
    held.push(lowering.one(node));
    return `<${slotName} data-slot="${held.length - 1}"></${slotName}>`;
  });
  const parsed = fromHtml(pieces.join(''), { fragment: true });
  dropComments(parsed);
  const clean = sanitize(parsed, schema) as Root;
  const left = tally(clean);
  const gone = [...tally(parsed)].filter(([name, count]) => name !== `<${slotName}` && count > (left.get(name) ?? 0)).map(([name]) => name);
  for (const name of [...programs, ...gone]) reportTakenOut(name, nodes, lowering);
  for (const node of kept) if (node.type === 'html') reportUnread(node, lowering);
  if ((left.get(`<${slotName}`) ?? 0) === held.length) return fillSlots(clean.children as ElementContent[], held, lowering.target === 'epub' ? originOf(kept, pieces, lowering) : () => undefined);
  return kept.flatMap((node) => (node.type === 'html' ? lowerHtml([node], lowering) : (held.shift() ?? [])));
}

/** `<script>` and `<style>` written among words: what stands between their tags is a program's, not a reader's. */
function takePrograms(nodes: readonly Nodes[]): { kept: Nodes[]; programs: string[] } {
  const kept: Nodes[] = [];
  const programs: string[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] as Nodes;
    const name = node.type === 'html' ? /^<(script|style)\b(?![^]*<\/\1)/i.exec(node.value)?.[1]?.toLowerCase() : undefined;
    const close = name === undefined ? -1 : nodes.findIndex((other, at) => at > index && other.type === 'html' && other.value.toLowerCase().startsWith(`</${name}`));
    if (close > index) {
      programs.push(`<${name}`);
      index = close;
    } else kept.push(node);
  }
  return { kept, programs };
}

/** @param name a tag as `<b`, or an attribute; the place is the first HTML that holds it */
function reportTakenOut(name: string, nodes: readonly Nodes[], lowering: Lowering): void {
  const pieces = nodes.filter((node): node is Html => node.type === 'html');
  const written = name === 'className' ? 'class' : name.toLowerCase();
  const holder = pieces.find((node) => node.value.toLowerCase().includes(written)) ?? (pieces[0] as Html);
  const at = holder.value.toLowerCase().indexOf(written);
  const place = placeWithin(lowering.source, holder, at < 0 ? '' : holder.value.slice(at, at + written.length));
  if (embedded.has(written)) return lowering.lookup.usage.recordLost(`${written}>`, place, lowering.target);
  lowering.report(
    'm-004',
    place,
    `\`${written.startsWith('<') ? `${written}>` : written}\` is taken out of this HTML: a page takes neither scripts, styles, forms nor pictures from it`,
  );
}

/** What HTML takes for a comment though its author meant none. */
function reportUnread(node: Html, lowering: Lowering): void {
  if (node.value.startsWith('<!--') && !node.value.includes('-->')) lowering.report('m-004', lowering.place(node), 'this comment is never closed: nothing after it is printed', 'close it with `-->`');
  else if (/^<[?!](?!--)/.test(node.value)) lowering.report('m-004', lowering.place(node), 'this is no HTML that a page can show, and is taken out');
}

/** How often each tag (`<b`) stands in a tree, and each attribute of a tag that may stay. */
function tally(tree: Root): Map<string, number> {
  const counts = new Map<string, number>();
  visit(tree, 'element', ({ tagName, properties }) => {
    const attributes = tagName !== slotName && schema.tagNames?.includes(tagName) ? Object.keys(properties) : [];
    for (const name of [`<${tagName}`, ...attributes]) counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  return counts;
}

/** Nobody writes our slots; a tag that is never finished is words. */
function markupOf({ value }: Html): string {
  const own = value.replace(/octavo-slot/gi, 'octavo-other');
  const open = own.lastIndexOf('<');
  return open > own.lastIndexOf('>') && !own.startsWith('<!--', open) ? `${own.slice(0, open)}&lt;${own.slice(open + 1)}` : own;
}

function dropComments(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (node.type !== 'comment' || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
}

type Origin = (element: Element) => NodeId | undefined;

/** The HTML that an element was written in. The paginator measures by the same name, so print does without. */
function originOf(nodes: readonly Nodes[], pieces: readonly string[], lowering: Lowering): Origin {
  let end = 0;
  const ends = pieces.map((piece) => (end += piece.length));
  return ({ position }) => {
    const node = nodes[ends.findIndex((each) => each > (position?.start.offset ?? Infinity))];
    return node && lowering.id(node);
  };
}

function fillSlots(nodes: readonly ElementContent[], held: readonly ElementContent[][], origin: Origin): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (node.tagName === slotName) return held[Number(node.properties['dataSlot'])] ?? [];
    const at = origin(node);
    return [{ ...node, properties: { ...node.properties, ...(at !== undefined && { dataAt: at }) }, children: fillSlots(node.children, held, origin) }];
  });
}
