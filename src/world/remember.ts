/**
 * Makes what was not made before; what was, comes from the world's store.
 *
 * A result is known by everything that it is made from: what goes in, and the program itself. So it needs no rule for when it is no
 * longer true: another text, style, package or program has other results. Cold and remembered results are the same, letter for
 * letter, because even what was just made is given out as it was written down.
 */
import { createHash } from 'node:crypto';
import type { Kept } from './kept.js';
import { programHash } from './program-hash.js';
import type { Store } from './world.js';

/** Where a step may find what it made before: on disk, and in a session. */
export interface Past {
  readonly store?: Store | undefined;
  readonly kept?: Kept | undefined;
}

export interface Step {
  readonly name: string;
  /** The program's folders that it runs code of. */
  readonly code: readonly string[];
}

/**
 * @param input what JSON can say of all that `make` looks at, and no more
 * @param make a pure function of the input, with a result that JSON can say
 */
export async function remember<T>({ store }: Pick<Past, 'store'>, { name, code }: Step, input: unknown, make: () => T | Promise<T>): Promise<T> {
  const program = store && programHash(code);
  if (!store || program === undefined) return JSON.parse(JSON.stringify(await make())) as T;
  const key = createHash('sha256').update(`${name}\0${program}\0`).update(JSON.stringify(input)).digest('hex');
  const held = await store.get(key);
  if (held) return JSON.parse(new TextDecoder().decode(held)) as T;
  const written = JSON.stringify(await make());
  await store.put(key, new TextEncoder().encode(written));
  return JSON.parse(written) as T;
}
