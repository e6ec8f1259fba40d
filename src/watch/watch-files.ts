/**
 * Tells when something in a book folder has changed: once for a burst of saves, and again for whatever comes after.
 *
 * Says that something changed, never what: who is told reads the disk anew, so that nothing can be missed between two events, in a
 * file that was half written, or while the machine slept. A folder that is gone is waited for.
 * Goes around `World`: it asks the machine for events, and nothing of what it sees goes into a book.
 */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { gatherBurst } from './gather-burst.js';

export interface FileWatch {
  close(): Promise<void>;
}

export interface FileWatchOptions {
  /** Folders that are not looked into, as the outputs'. */
  readonly except: readonly string[];
  readonly onChange: () => void;
  /** Why some changes may go unseen, in one sentence; once. */
  readonly onTrouble: (sentence: string) => void;
}

/** An editor writes a file in a few steps, or beside it and renames: within less than `quiet`, in all that were looked at. ms */
const burst = { quiet: 5, patience: 30 };
/** chokidar reads a folder that appears before it listens to it: what came between is found by a second look, after this. ms */
const secondLook = 100;

/** @returns once all files that there are now are watched */
export async function watchFiles(folder: string, { except, onChange, onTrouble }: FileWatchOptions): Promise<FileWatch> {
  const root = resolve(folder);
  const isLeftOut = leftOutOf(root, except);
  let watcher: FSWatcher | undefined;
  let isClosed = false;
  let isAway = false;
  let isTroubled = false;
  let looking: NodeJS.Timeout | undefined;

  const { stir, cancel } = gatherBurst(() => {
    if (isClosed) return;
    if (!isAway && !existsSync(root)) void awaitReturn();
    onChange();
  }, burst);

  /** chokidar drops what follows an event closely; its `raw` events are the machine's own, and all of them. */
  const observe = (path: string, ignored: (path: string) => boolean, onEvent: (path?: string) => void): Promise<void> => {
    if (isClosed) return Promise.resolve();
    const next = watch(path, { ignored, ignoreInitial: true, atomic: false });
    watcher = next;
    next.on('all', (_kind, changed) => onEvent(changed));
    next.on('raw', (_kind, name, where) => onEvent(name ? join((where as { watchedPath: string }).watchedPath, name) : undefined));
    next.on('addDir', () => (looking = setTimeout(stir, secondLook)));
    next.on('error', (fault) => {
      if (!isTroubled) onTrouble(`not all files can be watched, so some saves may go unseen: ${fault instanceof Error ? fault.message : String(fault)}`);
      isTroubled = true;
    });
    return new Promise((ready) => next.once('ready', () => ready()));
  };
  const leave = async (): Promise<void> => {
    const last = watcher;
    watcher = undefined;
    await last?.close();
  };
  const watchBook = (): Promise<void> => observe(root, isLeftOut, (path) => (path === undefined || !isLeftOut(path)) && stir());

  /** The nearest folder that is still there tells when the book's may be back. */
  const awaitReturn = async (): Promise<void> => {
    isAway = true;
    await leave();
    const ancestor = nearestAbove(root);
    const look = (): void => {
      if (isClosed || watcher === undefined) return;
      if (existsSync(root)) void comeBack();
      else if (nearestAbove(root) !== ancestor) void awaitReturn();
    };
    await observe(ancestor, (path) => resolve(path) !== ancestor, look);
    look();
  };
  const comeBack = async (): Promise<void> => {
    isAway = false;
    await leave();
    await watchBook();
    stir();
  };

  await watchBook();
  return {
    close: async () => {
      isClosed = true;
      clearTimeout(looking);
      cancel();
      await leave();
    },
  };
}

/** What can't be part of a book: outputs, folders of programs, and what editors and systems leave beside a file while it is written. */
export function leftOutOf(root: string, except: readonly string[]): (path: string) => boolean {
  // Who writes outputs into the book folder itself still wants its chapters watched.
  const shut = except.map((path) => resolve(path)).filter((path) => !isWithin(root, path));
  return (path) => {
    const names = relative(root, path).split(/[\\/]/);
    return names[0] !== '..' && (names[0] === 'build' || names.some(isDropping) || shut.some((one) => isWithin(resolve(path), one)));
  };
}

const isDropping = (name: string): boolean => /^\.(?!\.?$)|~$|^~\$|^#.*#$|^4913$|^node_modules$|^___jb_.*___$|\.(sw[a-z]|tmp|temp|bak|crswap|crdownload|part)$/.test(name);

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);

function nearestAbove(path: string): string {
  const above = dirname(path);
  return above === path || existsSync(above) ? above : nearestAbove(above);
}
