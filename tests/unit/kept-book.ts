/** A book that is kept open between its edits, and the same read anew: what the one gives must be what the other gives. */
import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { Findings } from '../../src/diagnostics/diagnostic.js';
import { type BlockPlace, blockPlaces } from '../../src/epub/block-places.js';
import type { TextFile } from '../../src/epub/text-files.js';
import { writeEpub } from '../../src/epub/write-epub.js';
import { writeText } from '../../src/epub/write-text.js';
import { elementsOf } from '../../src/epub/split.js';
import { speakFormulas } from '../../src/formula/speak-formulas.js';
import type { BookConfig } from '../../src/model/book.js';
import type { PageMap, Part } from '../../src/model/document.js';
import type { Anchor, NodeId } from '../../src/model/id.js';
import { checkBook, type Lowered, prepare } from '../../src/pipeline.js';
import { readConfig } from '../../src/read/read-config.js';
import { Tracer } from '../../src/trace.js';
import { type Kept, startKeeping } from '../../src/world/kept.js';
import { machineWorld } from '../../src/world/machine.js';
import { memoryWorld } from '../../src/world/memory.js';
import type { Store } from '../../src/world/world.js';

export type Texts = Readonly<Record<string, string>>;

export interface State extends Lowered {
  readonly findings: readonly Diagnostic[];
  readonly packed?: Packed;
  /** By the chapter's public name. */
  readonly part: (id: string) => { readonly print: Part | undefined; readonly epub: Part | undefined };
}

/** The e-book as it is packed, and its text as the proof shows it. */
export interface Packed {
  readonly bytes: Uint8Array;
  readonly files: ReadonlyMap<string, TextFile>;
  readonly places: readonly (readonly BlockPlace[])[];
}

const machine = machineWorld().disk;
/** Citations take long, and are not what is looked at. */
const { store } = memoryWorld({});

export async function read(texts: Texts, kept?: Kept): Promise<State> {
  const world = { ...memoryWorld(Object.fromEntries(Object.entries(texts).map(([path, text]) => [`book/${path}`, text])), {}, machine), ...(store && { store }) };
  const findings = new Findings();
  const context = { world, folder: 'book', report: findings.report, ...(kept && { kept }) };
  const config = await readConfig(context);
  if (!config) throw new Error('no config');
  const tracer = new Tracer(world.clock, undefined, false);
  const lowered = await prepare(config, context, tracer, ['pdf', 'epub']);
  await checkBook(lowered.resolved, context, tracer);
  const packed = lowered.epub && findings.count('error') === 0 ? await pack(config, lowered, world.store, kept) : undefined;
  const find = (parts: readonly Part[] = [], id: string) => parts.find((part) => part.id === id);
  return { ...lowered, ...(packed && { packed }), findings: findings.list(), part: (id) => ({ print: find(lowered.print, id), epub: find(lowered.epub?.parts, id) }) };
}

async function pack(config: BookConfig, { epub }: Lowered, store: Store | undefined, kept: Kept | undefined): Promise<Packed | undefined> {
  if (!epub) return undefined;
  const parts = await speakFormulas(epub.parts, config.language, { store, kept });
  const edition = { config, parts, assets: epub.pictures, pages: pagesOf(parts), css: '', formulaCss: '', fonts: [] };
  const { files } = await writeText(edition, kept);
  const bytes = await writeEpub({ ...edition, modified: '2026-11-22T00:00:00Z' }, undefined, { store, kept });
  return { bytes, files: new Map(files.map((file) => [file.chunk.file, file])), places: files.map(({ tree }) => blockPlaces(tree)) };
}

/** As print might tell: a page begins at every third block of a chapter. */
function pagesOf(parts: readonly Part[]): PageMap {
  const folios = new Map<Anchor, string>();
  const pages: { folio: string; at: NodeId; letters: number }[] = [];
  for (const part of parts) {
    let count = 0;
    for (const { properties } of elementsOf(part.body)) {
      if (typeof properties.dataAt === 'string' && count++ % 3 === 0) pages.push({ folio: String(pages.length + 1), at: properties.dataAt as NodeId, letters: count % 5 });
      if (typeof properties.id === 'string') folios.set(properties.id as Anchor, String(pages.length));
    }
  }
  return { pages, folios };
}

/** A session: each state of its book, frozen, so that nobody can have changed what the next one shares with it. */
export function keepOpen(): (texts: Texts) => Promise<State> {
  const kept = startKeeping();
  const frozen = new WeakSet<object>();
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || frozen.has(value)) return;
    frozen.add(value);
    Object.freeze(value);
    for (const inner of value instanceof Map ? [...value.keys(), ...value.values()] : Object.values(value)) freeze(inner);
  };
  return async (texts) => {
    const state = await read(texts, kept);
    freeze(state.resolved);
    freeze(state.print);
    freeze(state.epub?.parts);
    return state;
  };
}

/** What differs between a state that was kept and the same read anew; nothing, if all is well. */
export async function differences(state: State, texts: Texts): Promise<string[]> {
  const cold = await read(texts);
  const names = ['print', 'parity', 'findings', 'pictures', 'resolved'] as const;
  const others: Readonly<Record<string, (of: State) => unknown>> = { 'parts of the e-book': ({ epub }) => epub?.parts, 'e-book': ({ packed }) => packed?.bytes, places: ({ packed }) => packed?.places };
  return [...names.filter((name) => !isDeepStrictEqual(state[name], cold[name])), ...Object.keys(others).filter((name) => !isDeepStrictEqual(others[name]?.(state), others[name]?.(cold)))];
}
