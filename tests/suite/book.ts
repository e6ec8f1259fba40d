/**
 * Small books in memory, taken through everything that needs no browser: what a reader would see of them, as compact HTML, and
 * what was found.
 */
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { expect } from 'vitest';
import { Findings, type Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { ParityRow } from '../../src/lower/judge-parity.js';
import type { Part, Resolved } from '../../src/model/document.js';
import { checkBook, prepare, type Lowered } from '../../src/pipeline.js';
import { readConfig } from '../../src/read/read-config.js';
import { Tracer } from '../../src/trace.js';
import { memoryWorld } from '../../src/world/memory.js';
import type { World } from '../../src/world/world.js';
import { rememberingDisk } from '../remembering-disk.js';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The smallest picture. */
export const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';

export const bib = `@book{clarke1991,
  author = {Clarke, J. Calvitt}, title = {Russia and Italy against Hitler}, publisher = {Greenwood}, date = {1991},
}
@book{petracchi1982,
  author = {Petracchi, Giorgio}, title = {La Russia rivoluzionaria}, publisher = {Laterza}, date = {1982},
}
`;

export interface Book {
  readonly resolved: Resolved;
  readonly print: readonly Part[];
  readonly epub: readonly Part[];
  readonly parity: readonly ParityRow[];
  /** As print and as the EPUB can show them. */
  readonly pictures: Lowered['pictures'];
  readonly epubPictures: EpubMatter['pictures'];
  readonly cover: EpubMatter['cover'];
  readonly findings: readonly Diagnostic[];
}

/**
 * @param files by path in the book folder; a `book.yaml` of one chapter, `a.md`, unless there is one
 * @param through looks at the world, or changes it
 */
export async function readBook(files: Files, through: (world: World) => World = (world) => world): Promise<Book> {
  const given: Files = { 'book.yaml': 'title: T\nchapters: [a.md]\n', ...files };
  const world = through(memoryWorld(Object.fromEntries(Object.entries(given).map(([path, content]) => [`book/${path}`, content])), {}, rememberingDisk));
  const findings = new Findings();
  const context = { world, folder: 'book', report: findings.report };
  const config = await readConfig(context);
  if (!config) throw new Error(`no config: ${findings.list().map(({ message }) => message).join('; ')}`);
  const tracer = new Tracer(world.clock, undefined, false);
  const lowered = await prepare(config, context, tracer);
  await checkBook(lowered.resolved, context, tracer);
  const { parts: epub = [], pictures: epubPictures = new Map(), cover } = lowered.epub ?? {};
  return { ...lowered, epub, epubPictures, cover, findings: findings.list() };
}

/** `c-001 a.md:3:5 …`, one line per finding. */
export const said = ({ findings }: Pick<Book, 'findings'>): string[] =>
  findings.map(({ code, place, message }) => `${code} ${[place.file, place.line, place.column].filter((part) => part !== undefined).join(':')} ${message}`);

export interface Case {
  readonly name: string;
  /** The text of the only chapter, below `# T`; or all files. */
  readonly given: string | Files;
  /** The chapters, one block a line, notes at their end; a lone chapter without its title. */
  readonly print: string;
  /** Where it differs from print. */
  readonly epub?: string;
  readonly findings?: readonly string[];
  /** Which parts are shown, if not chapters. */
  readonly kinds?: readonly Part['kind'][];
}

/** Both outputs show what the case says, and nothing else was found than it says. */
export async function checkCase({ given, print, epub = print, findings = [], kinds = ['chapter'] }: Case): Promise<void> {
  const book = await readBook(typeof given === 'string' ? { 'a.md': `# T\n\n${given}\n` } : given);
  expect(shown(book.print, kinds)).toBe(print);
  expect(shown(book.epub, kinds)).toBe(epub);
  expect(said(book)).toEqual(findings);
}

function shown(parts: readonly Part[], kinds: readonly Part['kind'][]): string {
  const [only, ...others] = parts.filter((part) => kinds.includes(part.kind));
  return only && others.length === 0 && kinds.includes('chapter') ? blocks({ ...only, body: only.body.slice(1) }) : [only, ...others].map((part) => (part ? blocks(part) : '')).join('\n');
}

/** Without what only the paginator or a reading system reads; of a drawing only that it is there. What is said of words behind the notes, `[anchor < first mention]`. */
function blocks({ body, notes, explanations = [] }: Part): string {
  return [...body.map((node) => compact(node)), ...notes.map((note) => `[${note.number}] ${note.body.map(compact).join('')}`), ...explanations.map((each) => `[${each.anchor} < ${each.backTo}] ${each.body.map(compact).join('')}`)].join('\n');
}

function compact(node: ElementContent): string {
  const copy = structuredClone(node);
  visit({ type: 'root', children: [copy] }, 'element', (element) => {
    delete element.properties['dataAt'];
    delete element.properties['dataKeep'];
    delete element.properties['dataColumns'];
    delete element.properties['epub:type'];
    if (element.tagName === 'svg') Object.assign(element, { properties: {}, children: [] });
  });
  return toHtml(copy);
}

/** All words of an output: text, notes, alternative texts. */
export function words(parts: readonly Part[]): string {
  const said: string[] = [];
  for (const { body, notes } of parts) {
    visit({ type: 'root', children: [...body, ...notes.flatMap((note) => note.body)] }, (node) => {
      if (node.type === 'text') said.push(node.value);
      if (node.type === 'element') said.push(...['alt', 'alttext', 'ariaLabel'].flatMap((name) => (typeof node.properties[name] === 'string' ? [node.properties[name]] : [])));
    });
  }
  return said.join(' ');
}
