import type { Definition, Paragraph, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { Node } from 'unist';
import { visitBlocks } from './blocks.js';
import { configFile, registerKinds } from './book.js';
import type { Read, Source } from './document.js';
import type { NodeId } from './id.js';
import type { Place } from './place.js';

type Written = Pick<Source, 'file' | 'origin' | 'text' | 'cutFrom'>;

/** Where a node stands in its file, for a message: its first line, underlined as far as it reaches. */
export function placeOf(source: Written, node: Node): Place {
  const offset = node.position?.start.offset;
  if (offset === undefined) return { file: source.file, line: source.origin.line + 1 };
  const [line = ''] = sourceOf(node, source).split(lineEnd, 1);
  return placeAt(source, offset, Math.max(1, line.trimEnd().length));
}

/**
 * Where some of a node's words stand: its label, a key, an attribute. The whole node when it does not hold them as given.
 * @param part the stretch of the words that is meant
 */
export function placeWithin(source: Written, node: Node, words: string, part = { offset: 0, length: words.length }): Place {
  const start = node.position?.start.offset;
  const within = words === '' ? -1 : sourceOf(node, source).indexOf(words);
  return within < 0 || start === undefined ? placeOf(source, node) : placeAt(source, start + within + part.offset, Math.max(1, part.length));
}

/** Of `on=1933`, however its value is quoted. */
export function attributePlace(source: Written, node: TextDirective | LeafDirective | ContainerDirective, name: string): Place {
  const value = node.attributes?.[name] ?? '';
  const written = sourceOf(node, source);
  return placeWithin(source, node, [`${name}=${value}`, `${name}="${value}"`, `${name}='${value}'`].find((spelt) => written.includes(spelt)) ?? `${name}=`);
}

const lineEnd = /\r\n|\n|\r/;

function placeAt(source: Written, offset: number, length: number): Place {
  const { file, origin } = source;
  const starts = lineStarts(source);
  let [line, above] = [0, starts.length];
  while (above - line > 1) {
    const middle = (line + above) >> 1;
    if ((starts[middle] as number) <= offset) line = middle;
    else above = middle;
  }
  return { file, line: origin.line + line + 1, column: (line === 0 ? origin.column : 0) + offset - (starts[line] as number) + 1, length };
}

const startsBySource = new WeakMap<Written, readonly number[]>();

/** The offset at which each line begins. */
function lineStarts(written: Written): readonly number[] {
  const source = written.cutFrom ?? written;
  let starts = startsBySource.get(source);
  if (!starts) startsBySource.set(source, (starts = [0, ...Array.from(source.text.matchAll(/\r\n|\n|\r/g), ({ 0: end, index }) => index + end.length)]));
  return starts;
}

/** What an author wrote for a node, to the letter. */
export function sourceOf(node: Node, source: Pick<Source, 'text'>): string {
  return source.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** A table drawn with `+---+`, which this Markdown does not have: it is shown as it was drawn. */
export function isDrawnTable(node: Paragraph): boolean {
  const [first] = node.children;
  return first?.type === 'text' && /^\+[-=:]+\+/.test(first.value);
}

/** Everything that Markdown was parsed from, each once: chapters with what they include, imprint, texts of registers. */
export function sourcesOf({ chapters, imprint, registers }: Pick<Read, 'chapters' | 'imprint' | 'registers'>): Source[] {
  const texts = registerKinds.flatMap((kind) => registers[kind].flatMap((entry) => Object.values(entry.texts)));
  return [...new Set([...chapters.flatMap(withIncludes), ...(imprint ? [imprint] : []), ...texts.map((text) => text.cutFrom ?? text)])];
}

function withIncludes(source: Source): Source[] {
  return [source, ...[...(source.includes?.values() ?? [])].flatMap(withIncludes)];
}

/** Visits all blocks of one type in a source and in what it includes, in the order of the reader. */
export function visitWritten<Type extends RootContent['type']>(source: Source, type: Type, visitor: (block: Extract<RootContent, { type: Type }>, source: Source) => void): void {
  if (!source.includes?.size) return visitBlocks(source.tree, type, (block) => visitor(block, source));
  const found: { readonly at: number; readonly visit: () => void }[] = [];
  const at = (node: Node) => node.position?.start.offset ?? 0;
  visitBlocks(source.tree, type, (block) => void found.push({ at: at(block), visit: () => visitor(block, source) }));
  for (const [node, included] of source.includes) found.push({ at: at(node), visit: () => visitWritten(included, type, visitor) });
  for (const { visit } of found.sort((one, other) => one.at - other.at)) visit();
}

const targets = new WeakMap<Source, Map<string, Definition>>();

/** The target of `[text][identifier]`. */
export function linkTargetOf(text: Source, identifier: string): Definition | undefined {
  const source = text.cutFrom ?? text;
  let known = targets.get(source);
  if (!known) {
    const gathered = new Map<string, Definition>();
    visitBlocks(source.tree, 'definition', (node) => {
      if (!gathered.has(node.identifier)) gathered.set(node.identifier, node);
    });
    targets.set(source, (known = gathered));
  }
  return known.get(identifier);
}

/**
 * Where a node id (`03-thaw:1402`) stands: the way back from a page to the manuscript. What an apparatus prints has its own name
 * behind that of the directive (`09-back:17#clarke1991`), and the place of the directive.
 */
export function placeFinder(book: Read): (id: NodeId) => Place {
  const sources = new Map(sourcesOf(book).map((source) => [source.stem, source]));
  return function find(id: NodeId): Place {
    const cut = id.lastIndexOf(':');
    const source = sources.get(id.slice(0, cut));
    if (!source) return id.includes('#') ? find(id.slice(0, id.lastIndexOf('#')) as NodeId) : { file: configFile };
    const offset = Number.parseInt(id.slice(cut + 1), 10);
    if (Number.isNaN(offset)) return { file: source.file, line: 1 };
    const [line = ''] = source.text.slice(offset).split(lineEnd, 1);
    return placeAt(source, offset, Math.max(1, line.length));
  };
}
