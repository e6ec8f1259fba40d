/**
 * Gives back a build in which nothing changed, without a browser.
 *
 * For each book and way of building it, the last result is kept with all that the world was asked for while it was made. Where the
 * world would answer the same, what was made then is what would be made now, to the byte.
 * Not here: what is kept of single steps (world/remember.ts).
 */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { BuildOptions, BuildResult, Output } from './build-book.js';
import { hasEmbeddedBrowser } from './world/unpack-chromium.js';
import { isUnchanged, type Observation, observe } from './world/observe.js';
import { programHash } from './world/program-hash.js';
import type { World } from './world/world.js';

/** What JSON says of a result; the bytes of its outputs follow it, in their order. */
interface Kept {
  readonly observations: readonly Observation[];
  readonly result: Omit<BuildResult, 'outputs' | 'timings' | 'traces'>;
  readonly outputs: readonly (Omit<Output, 'bytes'> & { readonly length: number })[];
}

/** @param build makes the book in the world that it is given */
export async function recallBuild(options: BuildOptions, build: (world: World) => Promise<BuildResult>): Promise<BuildResult> {
  const { world } = options;
  const key = world.store && (await keyOf(options));
  if (!world.store || key === undefined) return build(world);
  const started = world.clock();
  const held = await world.store.get(key);
  const kept = held && unpack(held);
  if (kept && (await isUnchanged(world, kept.observations))) return { ...kept.result, outputs: kept.outputs, timings: { recall: world.clock() - started }, traces: new Map(), isRecalled: true };

  const observed = observe(world);
  const result = await build(observed.world);
  const observations = observed.observations();
  if (observations) await world.store.put(key, pack(result, observations));
  return result;
}

/** Undefined where no result can be known by it: a browser that is not the program’s own may be another tomorrow. */
async function keyOf({ folder, world, targets, edition, browser, trace = false, judge = false, checkEpub = false, record = false }: BuildOptions): Promise<string | undefined> {
  if (trace || browser !== undefined || world.env('PUPPETEER_EXECUTABLE_PATH') !== undefined || ((targets.length > 0 || checkEpub || record) && !(await hasEmbeddedBrowser()))) return undefined;
  const program = programHash(['.']);
  return program && createHash('sha256').update(`build\0${program}\0`).update(JSON.stringify([folder, resolve(folder), targets, edition, judge, checkEpub, record])).digest('hex');
}

function pack({ outputs, timings: _, traces: __, ...result }: BuildResult, observations: readonly Observation[]): Uint8Array {
  const kept: Kept = { observations, result, outputs: outputs.map(({ bytes, ...rest }) => ({ ...rest, length: bytes.length })) };
  const head = Buffer.from(JSON.stringify(kept));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, ...outputs.map(({ bytes }) => bytes)]);
}

function unpack(bytes: Uint8Array): Omit<Kept, 'outputs'> & { readonly outputs: readonly Output[] } {
  const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 4 + packed.readUInt32LE();
  const { outputs, ...kept } = JSON.parse(packed.toString('utf8', 4, at)) as Kept;
  return { ...kept, outputs: outputs.map(({ length, ...rest }) => ({ ...rest, bytes: new Uint8Array(packed.subarray(at, (at += length))) })) };
}
