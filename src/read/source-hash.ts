/**
 * Names the state of a manuscript: every file that the edition is read from, and nothing else.
 *
 * Not the program, not the machine, not the path of the book folder: two people who hold the same text hold the same name. Text counts
 * the same however a checkout ends its lines; which files are text is decided as git decides it.
 */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Context } from '../model/context.js';
import { KeptStep } from '../world/kept.js';

export interface Listening {
  readonly context: Context;
  /** Eight digits, of all that has been read until now: enough to tell the drafts of one book from each other. */
  readonly hash: () => string;
}

/** A file as it was last read. */
interface ReadFile {
  readonly bytes: Uint8Array;
  readonly digest: string;
}

const keptFiles = new KeptStep<ReadFile>();

/** The same context, which remembers what is read from the book folder. In a session, a file that is as it was is the same bytes. */
export function listen(given: Context): Listening {
  const read = new Map<string, string>();
  const { disk } = given.world;
  const files = keptFiles.turn(given.kept);
  const readAgain = async (path: string): Promise<ReadFile> => {
    const bytes = await disk.read(path);
    const known = files.take(path);
    if (known && Buffer.compare(known.bytes, bytes) === 0) return known;
    const file = { bytes, digest: createHash('sha256').update(withoutReturns(bytes)).digest('hex') };
    files.put(path, file);
    return file;
  };
  const remembering: typeof disk.read = async (path) => {
    const { bytes, digest } = await readAgain(path);
    const name = posix.relative(given.folder, path);
    const [first] = name.split('/');
    // What is installed within the book folder is the program, or its styles.
    if (first !== '..' && first !== 'node_modules') read.set(name, digest);
    return bytes;
  };
  return {
    context: { ...given, world: { ...given.world, disk: { ...disk, read: remembering } } },
    hash: () => {
      const files = [...read].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, digest]) => `${digest}  ${name}\n`);
      return createHash('sha256').update(files.join('')).digest('hex').slice(0, 8);
    },
  };
}

const [zero, lineFeed, carriageReturn] = [0, 10, 13];
/** A file with a zero among its first bytes is no text to git, which then leaves its lines alone. */
const looked = 8000;

function withoutReturns(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(carriageReturn) || bytes.subarray(0, looked).includes(zero)) return bytes;
  return bytes.filter((byte, at) => byte !== carriageReturn || bytes[at + 1] !== lineFeed);
}
