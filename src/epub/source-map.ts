import type { Element } from 'xast';
import type { NodeId } from '../model/id.js';
import { serialize } from './serialize.js';

declare module 'xast' {
  interface ElementData {
    /** The node of the manuscript that the element was made of: what `data-at` says until a document is finished. */
    at?: NodeId;
  }
}

/** A spot in a file as a checker tells it. */
export interface Spot {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in code units. */
  readonly column?: number;
  /** What stands there, the surest first: it finds the spot on a line of which no column is told. */
  readonly words?: readonly string[];
}

/**
 * The way back from a spot in the finished EPUB to the manuscript.
 *
 * It holds the trees that the files were written from and writes them once more when it is first asked for a file: a build that
 * nobody asks pays nothing. Where the spot was changed since, the answer is that for what stood there.
 */
export class SourceMap {
  readonly #trees = new Map<string, Element>();
  readonly #traced = new Map<string, Traced>();

  /** @param file its path in the container */
  readonly add = (file: string, tree: Element): void => void this.#trees.set(file, tree);

  /** The innermost element of the manuscript around the spot; around its whole line when the spot on it is not known, or the first on it. */
  nodeAt(file: string, { line, column, words = [] }: Spot): NodeId | undefined {
    const tree = this.#trees.get(file);
    if (!tree) return undefined;
    const traced = this.#traced.get(file) ?? trace(tree);
    this.#traced.set(file, traced);
    const from = traced.lines[line - 1];
    if (from === undefined) return undefined;
    const written = traced.text.slice(from, traced.lines[line] ?? traced.text.length).trimEnd();
    const told = column === undefined ? words.map((each) => written.indexOf(each)).find((index) => index >= 0) : Math.min(column - 1, written.length);
    const [start, end] = told === undefined ? [from + written.length - written.trimStart().length, from + written.length] : [from + told, from + told + 1];
    const around = traced.stretches.filter((stretch) => stretch.start <= start && end <= stretch.end);
    const [innermost] = around.sort((one, other) => one.end - one.start - (other.end - other.start));
    return innermost?.at ?? traced.stretches.find((stretch) => stretch.start >= start && stretch.start < end)?.at;
  }
}

interface Stretch {
  readonly at: NodeId;
  readonly start: number;
  readonly end: number;
}

interface Traced {
  readonly text: string;
  /** The code unit that each line begins at. */
  readonly lines: readonly number[];
  /** By where they begin. */
  readonly stretches: readonly Stretch[];
}

function trace(tree: Element): Traced {
  const stretches: Stretch[] = [];
  const text = serialize(tree, 'xhtml', (node, start, end) => {
    if (node.data?.at !== undefined) stretches.push({ at: node.data.at, start, end });
  });
  const lines = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  return { text, lines, stretches: stretches.sort((one, other) => one.start - other.start) };
}
