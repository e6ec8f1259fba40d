/** A book folder that is edited: its files, `book.yaml` as an object, chapters as rows of blocks. */
import { parse, stringify } from 'yaml';

export type Content = string | Uint8Array;
export type Settings = Record<string, unknown>;
/** Lists of files in `book.yaml`. */
export type Place = 'front' | 'chapters' | 'back';

/** A moment of a manuscript, to come back to. */
export type Snapshot = ReadonlyMap<string, Content>;

const label = /#((?:chap|sec|fig|tbl|eq|lst|q|doc|claim|note|passage|thm):[\w-]+)(?=[\s}])/g;

export class Manuscript {
  #count = 0;

  constructor(private files: Map<string, Content>) {}

  snapshot(): Snapshot {
    return new Map(this.files);
  }

  restore(snapshot: Snapshot): void {
    this.files = new Map(snapshot);
  }

  /** A name that the book never had. */
  fresh(stem: string): string {
    return `${stem}${(this.#count += 1)}`;
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  paths(ending: string): string[] {
    return [...this.files.keys()].filter((path) => path.endsWith(ending)).sort();
  }

  /** '' for what is not there. */
  text(path: string): string {
    const content = this.files.get(path) ?? '';
    return typeof content === 'string' ? content : '';
  }

  write(path: string, content: Content): void {
    this.files.set(path, content);
  }

  drop(path: string): void {
    this.files.delete(path);
  }

  /** Undefined while `book.yaml` is broken. */
  get settings(): Settings | undefined {
    try {
      return parse(this.text('book.yaml')) as Settings;
    } catch {
      return undefined;
    }
  }

  set(change: (settings: Settings) => void): boolean {
    const settings = this.settings;
    if (!settings) return false;
    change(settings);
    this.write('book.yaml', stringify(settings));
    return true;
  }

  chapters(...places: Place[]): string[] {
    const settings = this.settings ?? {};
    return (places.length === 0 ? (['front', 'chapters', 'back'] as const) : places).flatMap((place) => [settings[place] ?? []].flat() as string[]).filter((path) => this.has(path));
  }

  /** What blank lines part, but for those within fences; with what belongs to it: answers to their question, a note to its call. */
  blocks(path: string): string[] {
    const blocks: string[] = [];
    const open: number[] = [];
    let isCode = false;
    for (const chunk of this.text(path).trim().split(/\n{2,}/)) {
      if (open.length > 0 || isCode || (/^(?:\[\^\w+\]: | {4}|: )/.test(chunk) && blocks.length > 1)) blocks.push(`${blocks.pop() ?? ''}\n\n${chunk}`);
      else if (chunk !== '') blocks.push(chunk);
      for (const line of chunk.split('\n')) {
        const fence = /^(:{3,})\s*(\w*)/.exec(line);
        if (line.startsWith('```')) isCode = !isCode;
        else if (!isCode && fence?.[2]) open.push((fence[1] ?? '').length);
        else if (!isCode && fence) open.pop();
      }
    }
    return blocks;
  }

  setBlocks(path: string, blocks: readonly string[]): void {
    this.write(path, blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`);
  }

  /** Where labels are given, in the order of files. */
  labels(...beginnings: string[]): string[] {
    return this.chapters().flatMap((path) => labelsOf(this.text(path))).filter((name) => beginnings.length === 0 || beginnings.some((beginning) => name.startsWith(`${beginning}:`)));
  }

  /** Takes a text out of, or into, every file of words. */
  replace(what: RegExp, by: string | ((...found: string[]) => string)): void {
    for (const path of this.paths('.md')) this.write(path, this.text(path).replace(what, by as string));
  }

  /** Words instead of references to what is gone. */
  forget(labels: readonly string[]): void {
    for (const name of labels) {
      this.replace(new RegExp(`(?<![#\\w])(?::page\\[${name}\\](?:\\{[^}]*\\})?|-?@${name}(?![\\w-])|\\(#${name}\\))`, 'g'), (found) => (found.startsWith('(') ? '(https://example.org)' : 'it'));
      this.replace(new RegExp(`:{3,}evidence\\{for=${name}\\}[^]*?\\n:{3,}`, 'g'), '');
    }
  }

  /** The same block again, with names of its own. */
  renamed(block: string): string {
    const names = new Map([...labelsOf(block).map((name) => [name, this.fresh(`${name.split(':')[0] ?? ''}:n`)] as const), ...[...block.matchAll(/\[\^(\w+)\]/g)].map(([, name = '']) => [name, this.fresh('n')] as const)]);
    return [...names].reduce((text, [from, to]) => text.replaceAll(new RegExp(from.includes(':') ? `${from}(?![\\w-])` : `(?<=\\[\\^)${from}(?=\\])`, 'g'), to), block);
  }
}

export const labelsOf = (text: string): string[] => [...text.matchAll(label)].map(([, name = '']) => name);

export const isParagraph = (block: string): boolean => /^[a-z]/.test(block);
