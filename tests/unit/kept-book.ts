/** A book that is kept open between its edits, and the same read anew: what the one gives must be what the other gives. */
import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { Findings } from '../../src/diagnostics/diagnostic.js';
import type { Part } from '../../src/model/document.js';
import { checkBook, type Lowered, prepare } from '../../src/pipeline.js';
import { readConfig } from '../../src/read/read-config.js';
import { Tracer } from '../../src/trace.js';
import { type Kept, startKeeping } from '../../src/world/kept.js';
import { machineWorld } from '../../src/world/machine.js';
import { memoryWorld } from '../../src/world/memory.js';

export type Texts = Readonly<Record<string, string>>;

export interface State extends Lowered {
  readonly findings: readonly Diagnostic[];
  /** By the chapter's public name. */
  readonly part: (id: string) => { readonly print: Part | undefined; readonly epub: Part | undefined };
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
  const find = (parts: readonly Part[] = [], id: string) => parts.find((part) => part.id === id);
  return { ...lowered, findings: findings.list(), part: (id) => ({ print: find(lowered.print, id), epub: find(lowered.epub?.parts, id) }) };
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
  return [...names.filter((name) => !isDeepStrictEqual(state[name], cold[name])), ...(isDeepStrictEqual(state.epub?.parts, cold.epub?.parts) ? [] : ['epub'])];
}
