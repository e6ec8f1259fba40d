/**
 * Reads what `::include{file=part.md lines=3-20 heading-shift=1}` takes in: Markdown from a file of the book folder.
 *
 * Each inclusion is a source of its own: its positions are those of the included file, and a file that is included twice has ids of
 * its own each time. A fenced block takes in lines as they are: ```` ```js {include=sum.js lines=2-9} ````. Reports b-006, b-007 (a file that leads out of the book folder, by its name or by a link), d-002, d-026 to d-028.
 * Not here: what the passes make of it (model/source.ts and pass/walk.ts lead them into it).
 */
import { posix } from 'node:path';
import type { Code, Nodes, Root } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import { visitBlocks } from '../model/blocks.js';
import type { Context } from '../model/context.js';
import type { Audience } from '../model/book.js';
import type { Chapter, LeftOut, Source } from '../model/document.js';
import { nodeId } from '../model/id.js';
import type { Place } from '../model/place.js';
import { attributePlace, placeWithin } from '../model/source.js';
import { again } from '../world/kept.js';
import type { ReadingKept } from './keep-reading.js';
import { leaveOutOf } from './leave-out.js';
import { parseMarkdown } from './markdown.js';
import { insideBook, readBookText } from './read-file.js';

interface Reading {
  readonly context: Context;
  /** What labels of the author's own kinds begin with. */
  readonly ownLabels: readonly string[];
  readonly audience: Audience;
  /** Gets what this edition leaves out of what is taken in. */
  readonly leftOut: LeftOut[];
  readonly keep: ReadingKept;
}

/** A chapter with all that it includes. */
export async function takeIn(chapter: Chapter, reading: Reading): Promise<Chapter> {
  const { tree, includes } = await readIncludes(chapter, reading, [posix.normalize(chapter.file)]);
  if (tree === chapter.tree && !includes) return chapter;
  return again(reading.keep.wholeChapters, chapter.stem, [chapter, tree, ...[...(includes ?? [])].flat()], () => ({ ...chapter, tree, ...(includes && { includes }) }));
}

/** What a source includes, and its tree with the lines that fenced blocks take in. */
async function readIncludes(source: Source, reading: Reading, way: readonly string[]): Promise<Pick<Source, 'tree' | 'includes'>> {
  const nodes: LeafDirective[] = [];
  visitBlocks(source.tree, 'leafDirective', (node) => {
    if (node.name === 'include') nodes.push(node);
  });
  const tree = await includeCode(source, reading);
  const includes = new Map<LeafDirective, Source>();
  for (const node of nodes) {
    const included = await readInclude(node, source, reading, way);
    if (included) includes.set(node, included);
  }
  return includes.size === 0 ? { tree } : { tree, includes };
}

async function readInclude(node: LeafDirective, source: Source, reading: Reading, way: readonly string[]): Promise<Source | undefined> {
  const { context, ownLabels, audience, keep } = reading;
  const { report } = context;
  const given = node.attributes ?? {};
  const path = given['file'] ?? '';
  if (path === '') return undefined;
  const named = attributePlace(source, node, 'file');
  const file = insideBook(path);
  if (file !== undefined && way.includes(file)) {
    report('d-027', named, `\`${file}\` includes itself: ${[...way.slice(way.indexOf(file)), file].join(' → ')}`, 'take out one of these inclusions');
    return undefined;
  }
  const whole = await readInside(path, named, context);
  if (whole === undefined || file === undefined) return undefined;
  const { text, line } = linesOf(whole, given['lines'], path, () => attributePlace(source, node, 'lines'), context);
  const shift = headingShiftOf(node, source, context);
  const stem = `${nodeId(source.stem, node)}>${file.replace(/\.md$/, '')}`;
  const headingShift = (source.headingShift ?? 0) + shift;
  const { source: included, leftOut } = again(keep.includes, stem, [file, text, line, headingShift, ownLabels.join(' '), audience], () => leaveOutOf({ file, stem, text, tree: parseMarkdown(text, ownLabels), origin: { line, column: 0 }, headingShift }, audience));
  if (!included) return undefined;
  reading.leftOut.push(...leftOut);
  const { tree, includes } = await readIncludes(included, reading, [...way, file]);
  if (tree === included.tree && !includes) return included;
  return again(keep.wholeIncludes, stem, [included, tree, ...[...(includes ?? [])].flat()], () => ({ ...included, tree, ...(includes && { includes }) }));
}

/** A file's words; not those of a file elsewhere that a link in the book folder leads to. */
async function readInside(path: string, named: Place, context: Context): Promise<string | undefined> {
  const whole = await readBookText(path, named, 'd-026', context);
  const file = insideBook(path);
  if (whole === undefined || file === undefined || (await isInside(file, context))) return whole;
  context.report('b-007', named, `\`${path}\` leads out of the book folder: it is a link to a file elsewhere`, 'copy the file into the book folder');
  return undefined;
}

async function isInside(file: string, { world, folder }: Context): Promise<boolean> {
  const [book, real] = await Promise.all([world.disk.real(folder), world.disk.real(`${folder}/${file}`)]);
  return real.startsWith(book) && (/[\\/]$/.test(book) || /^[\\/]/.test(real.slice(book.length)));
}

/** The lines that are asked for, and how many stand above them; all of them where the request is wrong. */
function linesOf(whole: string, asked: string | null | undefined, path: string, placeOfLines: () => Place, { report }: Context): { readonly text: string; readonly line: number } {
  const all = { text: whole, line: 0 };
  if (asked === undefined || asked === null) return all;
  const place = placeOfLines();
  const range = /^(?:([1-9]\d{0,6})|(?:([1-9]\d{0,6})-([1-9]\d{0,6})?|-([1-9]\d{0,6})))$/.exec(asked);
  const [, single, first, last, upTo] = range ?? [];
  const from = Number(single ?? first ?? 1);
  const to = Number(single ?? last ?? upTo ?? Infinity);
  if (!range || from > to) {
    report('d-002', place, range ? `\`lines=${asked}\` ends before it begins` : `\`lines=${asked}\` is no range of lines`, 'write `lines=3-20`, `lines=3-`, `lines=-20` or `lines=3`');
    return all;
  }
  const starts = [0, ...Array.from(whole.matchAll(/\r\n|\n|\r/g), ({ 0: end, index }) => index + end.length)];
  const count = starts.at(-1) === whole.length ? starts.length - 1 : starts.length;
  if (from > count || (to !== Infinity && to > count)) {
    report('d-028', place, `\`${path}\` has ${count} ${count === 1 ? 'line' : 'lines'}, and \`lines=${asked}\` asks for more`);
    return all;
  }
  return { text: whole.slice(starts[from - 1], starts[to] ?? whole.length), line: from - 1 };
}

/** The tree with the fenced blocks filled that ask for a file. */
async function includeCode(source: Source, { context, keep }: Reading): Promise<Root> {
  const blocks: Code[] = [];
  visitBlocks(source.tree, 'code', (code) => {
    if (code.data?.attributes?.values['include'] !== undefined) blocks.push(code);
  });
  const values = new Map<Code, string>();
  for (const code of blocks) {
    const { include: path = '', lines } = code.data?.attributes?.values ?? {};
    const place = placeWithin(source, code, path);
    if (code.value.trim() !== '') {
      context.report('d-002', place, 'this block has lines of its own, and takes in a file', 'take out the one or the other');
      continue;
    }
    const whole = await readInside(path, place, context);
    if (whole !== undefined) values.set(code, linesOf(whole, lines, path, () => placeWithin(source, code, `lines=${lines}`), context).text.replace(/(?:\r\n|\n|\r)$/, ''));
  }
  if (values.size === 0) return source.tree;
  return again(keep.filledTrees, source.stem, [source.tree, ...[...values].flat()], () => filledWith(source.tree, values));
}

/** What holds none of the blocks stays the same object. */
function filledWith<Node extends Nodes>(node: Node, values: ReadonlyMap<Nodes, string>): Node {
  const value = values.get(node);
  if (value !== undefined) return { ...node, value };
  if (!('children' in node)) return node;
  const children = (node.children as Nodes[]).map((child) => filledWith(child, values));
  return children.every((child, index) => child === node.children[index]) ? node : { ...node, children };
}

function headingShiftOf(node: LeafDirective, source: Source, { report }: Context): number {
  const asked = node.attributes?.['heading-shift'];
  if (asked === undefined || asked === null) return 0;
  if (/^-?[0-5]$/.test(asked)) return Number(asked);
  report('d-002', attributePlace(source, node, 'heading-shift'), `\`heading-shift=${asked}\` is not a number from -5 to 5`, '1 makes a section of a `#`');
  return 0;
}
