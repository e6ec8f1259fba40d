/**
 * Keeps the proof and the outputs up to date with a book that is being written.
 *
 * One update at a time: what changes meanwhile is seen by the next, which reads the disk anew. When typing rests, the outputs are
 * written, unless the manuscript has an error: the last good files stay, as the last good pages do. What hinders them is told, and
 * tried again at the next rest.
 * Not here: what has changed (watch-files.ts), what an update does (session.ts), who hears of it (serve-proof.ts).
 */
import { join } from 'node:path';
import type { Output } from '../build-book.js';
import { NoBrowser } from '../world/browser.js';
import { Unreadable, type World } from '../world/world.js';
import type { FindingsNews, News, PagesNews, StateNews } from './protocol.js';
import type { Session } from './session.js';

export interface WatchOptions {
  readonly world: Pick<World, 'disk' | 'clock'>;
  readonly open: (onNotice: (sentence: string) => void) => Promise<Session>;
  /** Where outputs are written; undefined writes none. */
  readonly out?: string;
  /** Milliseconds without a save after which outputs are written. */
  readonly rest: number;
  /** All that a proof is told. */
  readonly tell: (news: News) => void;
  readonly onUpdate: (update: Update) => void;
  /** @param fault of Octavo, where one is behind it: for who has to mend it */
  readonly onNotice: (sentence: string, fault?: unknown) => void;
}

/** What one update came to. */
export interface Update {
  /** Until the pages, or without new ones until the findings. */
  readonly milliseconds: number;
  /** Absent when the manuscript has an error. */
  readonly pages?: PagesNews;
  readonly findings?: FindingsNews;
}

export interface WatchedBook {
  /** The session as it is now: another after a fault. */
  readonly session: () => Session | undefined;
  /** By name, as they were written last. */
  readonly outputs: () => ReadonlyMap<string, Output>;
  /** Something may have changed, or there is nothing yet. */
  readonly onChange: () => void;
  /** What its author has to know until the next save. */
  readonly onNotice: (sentence: string) => void;
  close(): Promise<void>;
}

/** Opens the book, and waits for the first word of a change. Rejects where it can't be opened, as without a browser. */
export async function watchBook({ world, open, out, rest, tell, onUpdate, onNotice }: WatchOptions): Promise<WatchedBook> {
  const outputs = new Map<string, Output>();
  let isClosed = false;
  let isDue = false;
  let hasErrors = true;
  let updates = 0;
  let revision = 0;
  /** Of the pages that sessions before this one told. */
  let revisions = 0;
  let doing: StateNews['doing'] = 'nothing';
  /** What its author has to know until the next save. */
  let notice: string | undefined;
  /** What keeps outputs from being written, until they are. */
  let hindrance: string | undefined;
  let resting: NodeJS.Timeout | undefined;
  let updating: Promise<void> | undefined;
  let writing: Promise<void> = Promise.resolve();

  const state = (now: StateNews['doing']): void => {
    doing = now;
    const said = [notice, hindrance].filter((one) => one !== undefined).join('; ');
    tell({ type: 'state', doing, outputs: [...outputs.values()].map(({ name, bytes }) => ({ name, bytes: bytes.length })), ...(said !== '' && { notice: said }) });
  };
  const give = (sentence: string, fault?: unknown): void => {
    if (isClosed) return;
    notice = sentence;
    onNotice(sentence, fault);
    state(doing);
  };
  const reopen = async (): Promise<void> => {
    await session.close();
    session = await open(give);
    revisions = revision;
    if (isClosed) await session.close();
  };
  let session = await open(give);

  const updateOnce = async (): Promise<void> => {
    const started = world.clock();
    let pages: PagesNews | undefined;
    let findings: FindingsNews | undefined;
    let shownAt: number | undefined;
    await session.update((told) => {
      if (isClosed) return;
      const news = told.type === 'pages' ? { ...told, revision: (revision = revisions + told.revision) } : told;
      if (news.type === 'pages') pages = news;
      if (news.type === 'findings') findings = news;
      if (news.type === 'pages' || news.type === 'findings') shownAt ??= world.clock();
      tell(news);
    }, () => isDue || isClosed);
    if (findings) hasErrors = findings.isStale || findings.findings.some(({ severity }) => severity === 'error');
    if (!isClosed) onUpdate({ milliseconds: (shownAt ?? world.clock()) - started, ...(pages && { pages }), ...(findings && { findings }) });
  };

  /** A fault may lie in what the session keeps, so it is tried once more with one that keeps nothing. */
  const updateSurely = async (): Promise<void> => {
    try {
      await updateOnce();
    } catch (fault) {
      if (isClosed) return;
      try {
        await reopen();
        give(`the book was opened anew after a fault: ${firstLine(fault)}`, fault);
        await updateOnce();
      } catch (again) {
        if (isClosed) return;
        hasErrors = true;
        if (again instanceof NoBrowser) give(again.message);
        else give(`octavo met a fault of its own, and tries again at the next save: ${firstLine(again)}`, again);
      }
    }
  };

  const work = async (): Promise<void> => {
    while (isDue && !isClosed) {
      isDue = false;
      updates += 1;
      state('pages');
      await updateSurely();
    }
    if (isClosed) return;
    state('nothing');
    resting = setTimeout(() => (writing = writing.then(write)), rest);
  };
  const onChange = (): void => {
    if (isClosed) return;
    isDue = true;
    notice = undefined;
    clearTimeout(resting);
    updating ??= work().finally(() => (updating = undefined));
  };

  const write = async (): Promise<void> => {
    const of = updates;
    const isLate = (): boolean => isClosed || hasErrors || of !== updates;
    if (out === undefined || isLate()) return;
    state('outputs');
    try {
      const made = await session.outputs();
      if (isLate()) return;
      for (const output of made) await writeChanged(output, join(out, output.name));
      for (const name of outputs.keys()) if (!made.some((output) => output.name === name)) outputs.delete(name);
      hindrance = undefined;
    } catch (fault) {
      if (isLate()) return;
      const before = hindrance;
      hindrance = `the outputs were not written: ${fault instanceof Unreadable ? `${fault.path}: ` : ''}${firstLine(fault)}; it is tried again after the next save`;
      if (hindrance !== before) onNotice(hindrance);
    } finally {
      if (!isClosed && of === updates) state('nothing');
    }
  };
  /** Of two programs that watch one book, each sees what the other writes: who wrote the same again would never end. */
  const writeChanged = async (output: Output, path: string): Promise<void> => {
    const before = outputs.get(output.name);
    if (before && Buffer.compare(before.bytes, output.bytes) === 0 && (await world.disk.exists(path))) return;
    await world.disk.write(path, output.bytes);
    outputs.set(output.name, output);
  };

  return {
    session: () => session,
    outputs: () => outputs,
    onChange,
    onNotice: give,
    close: async () => {
      isClosed = true;
      clearTimeout(resting);
      await session.close();
      await Promise.allSettled([updating, writing]);
    },
  };
}

const firstLine = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault)).split('\n', 1)[0] ?? '';
