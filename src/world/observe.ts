/**
 * A world that remembers what it was asked and what it answered, so that it can be asked again whether anything changed.
 *
 * Only answers go into what is made of a book: where each would be the same again, so would all that was made. What is written, the
 * clock and the store are no answers.
 */
import { createHash } from 'node:crypto';
import { Unreadable, type World } from './world.js';

type Question = 'read' | 'exists' | 'real' | 'list' | 'lastChange' | 'env';

/** One answer of the world. */
export interface Observation {
  readonly asked: Question;
  /** A path as it was asked for, or the name of a variable. */
  readonly of: string;
  /** A digest where it is long. */
  readonly said: string;
}

export interface Observed {
  readonly world: World;
  /** What was asked so far, once each; undefined where one question had two answers: something changed while it was asked. */
  observations(): readonly Observation[] | undefined;
}

export function observe(world: World): Observed {
  const seen = new Map<string, Observation>();
  let changed = false;
  const note = (asked: Question, of: string, said: string): void => {
    const key = `${asked} ${of}`;
    const before = seen.get(key);
    changed ||= before !== undefined && before.said !== said;
    seen.set(key, { asked, of, said });
  };
  const noting = async <T>(asked: Question, path: string, answer: Promise<T>, tell: (answer: T) => string): Promise<T> => {
    try {
      const given = await answer;
      note(asked, path, tell(given));
      return given;
    } catch (fault) {
      note(asked, path, refusal(fault));
      throw fault;
    }
  };
  const { disk } = world;
  return {
    observations: () => (changed ? undefined : [...seen.values()]),
    world: {
      ...world,
      env: (name) => {
        const value = world.env(name);
        note('env', name, said.env(value));
        return value;
      },
      lastChange: (path) => noting('lastChange', path, world.lastChange(path), said.lastChange),
      disk: {
        ...disk,
        read: (path) => noting('read', path, disk.read(path), said.read),
        exists: (path) => noting('exists', path, disk.exists(path), said.exists),
        real: (path) => noting('real', path, disk.real(path), said.real),
        list: (path) => noting('list', path, disk.list(path), said.list),
      },
    },
  };
}

/** Whether the world would give the same answers once more. */
export async function isUnchanged({ disk, env, lastChange }: World, observations: readonly Observation[]): Promise<boolean> {
  const again: Readonly<Record<Question, (of: string) => Promise<string>>> = {
    read: (path) => disk.read(path).then(said.read, refusal),
    exists: (path) => disk.exists(path).then(said.exists, refusal),
    real: (path) => disk.real(path).then(said.real, refusal),
    list: (path) => disk.list(path).then(said.list, refusal),
    lastChange: (path) => lastChange(path).then(said.lastChange),
    env: async (name) => said.env(env(name)),
  };
  const same = await Promise.all(observations.map(async ({ asked, of, said: before }) => (await again[asked](of)) === before));
  return same.every(Boolean);
}

const digest = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('base64');

const said = {
  read: digest,
  exists: String,
  real: (path: string) => path,
  list: (names: readonly string[]) => digest(JSON.stringify(names)),
  lastChange: String,
  env: (value: string | undefined) => (value === undefined ? 'unset' : `=${value}`),
} as const;

function refusal(fault: unknown): string {
  if (!(fault instanceof Unreadable)) throw fault;
  return `refused: ${fault.reason} ${fault.message}`;
}
