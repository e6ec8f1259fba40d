import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node as YamlNode } from 'yaml';
import type { Place } from '../model/place.js';

type Path = readonly (string | number)[];

/** A YAML file that still knows where each of its values was written. */
export class YamlFile {
  readonly value: unknown;
  /** What is wrong with the syntax, first fault first; empty when the file parsed. */
  readonly faults: readonly { readonly message: string; readonly place: Place }[];
  readonly #document: Document.Parsed;
  readonly #lines = new LineCounter();
  readonly #file: string;
  readonly #origin: number;

  /** @param origin lines before the text in its file: front matter begins after its fence. */
  constructor(text: string, file: string, origin = 0) {
    this.#file = file;
    this.#origin = origin;
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    this.faults = this.#document.errors.map((fault) => ({
      message: fault.message.charAt(0).toLowerCase() + fault.message.slice(1).replace(/\.$/, ''),
      place: this.#at(fault.pos[0], Math.max(1, fault.pos[1] - fault.pos[0])),
    }));
    this.value = this.faults.length === 0 ? this.#document.toJS() : undefined;
  }

  /** The place of a value; with `key`, of the name before it. An unknown path gives the nearest parent that exists. */
  placeOf(path: Path, part: 'key' | 'value' = 'value'): Place {
    let node: YamlNode | null = this.#document.contents;
    let named: unknown = node;
    for (const step of path) {
      if (isMap(node)) {
        const pair: { key: unknown; value: unknown } | undefined = node.items.find((item) => isScalar(item.key) && item.key.value === step);
        if (!pair) break;
        named = pair.key;
        node = (pair.value ?? pair.key) as YamlNode;
      } else if (isSeq(node)) {
        const item: unknown = node.items[step as number];
        if (!item) break;
        named = item;
        node = item as YamlNode;
      } else break;
    }
    const shown = (part === 'key' ? named : node) as YamlNode | null;
    if (!shown?.range) return { file: this.#file, line: this.#origin + 1 };
    return this.#at(shown.range[0], shown.range[1] - shown.range[0]);
  }

  #at(offset: number, length: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.#file, line: this.#origin + line, column: col, length: Math.max(1, Math.min(length, 60)) };
  }
}
