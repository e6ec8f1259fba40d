import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Alias, type Document, type Node as YamlNode } from 'yaml';
import type { Place } from '../model/place.js';

type Path = readonly (string | number)[];

interface Fault {
  readonly message: string;
  readonly place: Place;
  readonly hints: readonly string[];
}

/** What an author most likely did, by the parser's own name for what it met; its own words are for programmers. */
const explained: Readonly<Record<string, { readonly message?: string; readonly hint?: string }>> = {
  BLOCK_AS_IMPLICIT_KEY: { message: 'this value has a colon in it and no quotation marks', hint: 'write it as in `title: "The Thaw: A Study"`' },
  BAD_SCALAR_START: { message: 'this value begins with a sign that means something else to YAML', hint: 'put the value in quotation marks' },
  UNEXPECTED_TOKEN: { message: 'this value goes on where YAML takes it to have ended', hint: 'a value that begins with `*`, `&`, `[`, `{` or a quotation mark needs quotation marks around the whole' },
  TAB_AS_INDENT: { hint: 'indent with spaces' },
  DUPLICATE_KEY: { message: 'this key is given twice', hint: 'take one of them out' },
};

/** A YAML file that still knows where each of its values was written. */
export class YamlFile {
  readonly value: unknown;
  /** What is wrong with the syntax, first fault first; empty when the file parsed. */
  readonly faults: readonly Fault[];
  readonly #document: Document.Parsed;
  readonly #lines = new LineCounter();
  readonly #text: string;
  readonly #file: string;
  readonly #origin: number;

  /** @param origin lines before the text in its file: front matter begins after its fence. */
  constructor(text: string, file: string, origin = 0) {
    this.#text = text;
    this.#file = file;
    this.#origin = origin;
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    const errors = this.#document.errors.map((fault) => {
      const { message = fault.message.charAt(0).toLowerCase() + fault.message.slice(1).replace(/\.$/, ''), hint } = explained[fault.code] ?? {};
      return { message, place: this.#at(fault.pos[0], fault.pos[1] - fault.pos[0]), hints: hint === undefined ? [] : [hint] };
    });
    this.faults = errors.length > 0 ? errors : this.#aliasFaults();
    this.value = this.faults.length === 0 ? this.#document.toJS() : undefined;
  }

  /** `*emphasis*` at the beginning of a value is an alias to YAML; every alias is refused, for nobody means one in a book. */
  #aliasFaults(): Fault[] {
    const aliases: Alias[] = [];
    visit(this.#document, { Alias: (_key, alias) => void aliases.push(alias) });
    return aliases.map(({ source, range }) => ({
      message: `\`*${source}\` is read as the name of another value`,
      place: this.#at(range?.[0] ?? 0, (range?.[1] ?? 1) - (range?.[0] ?? 0)),
      hints: ['a value that begins with `*` needs quotation marks'],
    }));
  }

  has(path: Path): boolean {
    return this.#document.hasIn(path);
  }

  /** The place of a value; with `key`, of the name before it. An unknown path gives the nearest parent that exists. */
  placeOf(path: Path, part: 'key' | 'value' = 'value'): Place {
    const { named, node } = this.#find(path);
    const shown = (part === 'key' ? named : node) as YamlNode | null;
    if (!shown?.range) return { file: this.#file, line: this.#origin + 1 };
    return this.#at(shown.range[0], shown.range[1] - shown.range[0]);
  }

  /**
   * Where the words of a text value begin, behind a quotation mark or below `|`: what to add to a place within them. Exact for
   * the first line; YAML takes the indentation of the others away.
   */
  originOf(path: Path): { readonly line: number; readonly column: number } {
    const { node } = this.#find(path);
    if (!node?.range) return { line: this.#origin, column: 0 };
    const { line, col } = this.#lines.linePos(node.range[0]);
    const type = isScalar(node) ? node.type : undefined;
    if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') {
      const [indent = ''] = /^ */.exec(this.#text.split(/\r?\n/)[line] ?? '') ?? [];
      return { line: this.#origin + line, column: indent.length };
    }
    return { line: this.#origin + line - 1, column: col - (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 0 : 1) };
  }

  #find(path: Path): { readonly named: unknown; readonly node: YamlNode | null } {
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
    return { named, node };
  }

  #at(offset: number, length: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.#file, line: this.#origin + line, column: col, length: Math.max(1, Math.min(length, 60)) };
  }
}
