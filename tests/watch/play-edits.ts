/**
 * Plays random edits: a book that is kept open shows after each of them what it would show if it were opened anew, and makes the same
 * outputs as a build that knows nothing.
 *
 * When it fails, it says which edit it was, what differs, and how to play only the last few again:
 *
 *     EDITS=135-137 SEED=1 npx vitest run tests/watch -t everything
 *
 * opens the book as edit 134 left it, plays 135 to 137, and compares after each.
 */
import { expect } from 'vitest';
import { buildBook, machineWorld, type World } from '../../dist/index.js';
import { resolveBook } from '../../dist/build-book.js';
import { compareBuilds } from '../../dist/compare-builds.js';
import { writeLock } from '../../dist/edition/lock.js';
import { openSession, type Session } from '../../dist/watch/session.js';
import { type Browser, startBrowser } from '../../dist/world/browser.js';
import { memoryStore } from '../../dist/world/memory.js';
import { edit } from './edits.js';
import { drawLots, type Lots } from './lots.js';
import type { Manuscript, Snapshot } from './manuscript.js';
import { pdfDifference } from './pdf-difference.js';
import { firstDifference, foundInBuild, listsDiffer, Reader, type Shown, shownDiffers } from './reader.js';

export interface Book {
  readonly manuscript: Manuscript;
  readonly folder: string;
  /** Without a store. */
  readonly world: World;
  /** Puts a state of the manuscript on the disk. */
  lay(files: Snapshot): Promise<void>;
}

export interface Play {
  readonly seed: number;
  readonly edits: number;
  /** After how many edits a session is opened for comparison that nothing was ever kept for, and after how many the book is built. */
  readonly anewEvery: number;
  readonly buildEvery: number;
  readonly open: (lots: Lots) => Promise<Book>;
}

/** What a state of the book is held against: a session that forgot the book, one that was just opened; or that and a build. */
type Against = 'forgetful' | 'anew' | 'build';

/** @param name the tests of that name play it again */
export async function playEdits(name: string, play: Play): Promise<void> {
  const browser = await startBrowser(machineWorld().env);
  try {
    await playIn(browser, name, play);
  } finally {
    await browser.close();
  }
}

async function playIn(browser: Browser, name: string, { seed: usual, edits, anewEvery, buildEvery, open }: Play): Promise<void> {
  const seed = Number(process.env['SEED'] ?? usual);
  const [first = 1, last = edits] = process.env['EDITS']?.split('-').map(Number) ?? [];
  const lots = drawLots(seed);
  const book = await open(lots);
  const { manuscript } = book;
  const most = lengthOf(manuscript);
  const states: Snapshot[] = [manuscript.snapshot()];
  const store = memoryStore();
  const cold = await openSession({ folder: book.folder, world: { ...book.world, store: memoryStore() }, running: browser });
  let warm: Reader | undefined;
  let shown: Shown | undefined;
  let good = manuscript.snapshot();
  let isGood = true;
  let staleEdits = 0;

  for (let number = 1; number <= last; number += 1) {
    const what = await next(number);
    states.push(manuscript.snapshot());
    if (number < first) {
      await book.lay(manuscript.snapshot());
      isGood = !(await resolveBook(book.folder, book.world)).findings.some(({ severity }) => severity === 'error');
    } else {
      if (!warm) {
        await book.lay(states[number - 1] ?? good);
        warm = new Reader(await openSession({ folder: book.folder, world: { ...book.world, store }, running: browser }));
        shown = await warm.look();
      }
      await book.lay(manuscript.snapshot());
      const { now, difference } = await compare(browser, book, warm, cold, shown, number === last || number % buildEvery === 0 ? 'build' : number % anewEvery === 0 ? 'anew' : 'forgetful', number % 4 > 0);
      if (difference !== undefined) throw new Error(await tell(number, what, difference));
      isGood = !now.isStale;
      if (isGood) shown = now;
    }
    if (isGood) good = manuscript.snapshot();
    else staleEdits += 1;
  }
  await Promise.all([warm?.session.close(), cold.close()]);
  expect(staleEdits, 'edits that leave a manuscript with an error').toBeLessThan(edits / 2);

  async function next(number: number): Promise<string> {
    if (!isGood && lots.once(2)) {
      manuscript.restore(good);
      return 'mended, as it was before';
    }
    if (isGood && number % 60 === 30) return record();
    if (lots.once(25)) {
      manuscript.restore(states[Math.max(0, states.length - 2 - lots.below(9))] ?? good);
      return 'taken back, to what it was some edits ago';
    }
    return Array.from({ length: lots.once(12) ? 3 : 1 }, () => edit(manuscript, lots, most)).join('; ');
  }

  async function record(): Promise<string> {
    await book.lay(manuscript.snapshot());
    const { edition } = await buildBook({ folder: book.folder, world: book.world, targets: [], record: true });
    if (!edition) throw new Error('no pages to record');
    manuscript.write('edition.lock', writeLock({ ...edition.published, number: 1, former: [] }));
    manuscript.set((settings) => (settings['pages'] = 'stable'));
    return 'an edition recorded, whose pages are to stay';
  }

  async function tell(number: number, what: string, difference: string): Promise<string> {
    const from = await shortest(number);
    return `edit ${number} of ${edits}, seed ${seed}: ${what}\n${difference}\n\n${from === undefined ? 'It takes all edits before to come to this: ' : ''}SEED=${seed} EDITS=${from ?? 1}-${number} npx vitest run tests/watch -t ${name}\n`;
  }

  /** The latest edit to begin with so that the last still goes wrong. */
  async function shortest(number: number): Promise<number | undefined> {
    for (const from of [number, number - 1, number - 3, number - 8]) {
      if (from < 1) break;
      await book.lay(states[from - 1] ?? good);
      const again = new Reader(await openSession({ folder: book.folder, world: { ...book.world, store: memoryStore() }, running: browser }));
      let before: Shown | undefined = await again.look();
      for (let step = from; step < number; step += 1) {
        await book.lay(states[step] ?? good);
        const now = await again.look();
        if (!now.isStale) before = now;
      }
      await book.lay(states[number] ?? good);
      const { difference } = await compare(browser, book, again, cold, before, 'build');
      await again.session.close();
      if (difference !== undefined) return from;
    }
    return undefined;
  }
}

/** @param isLast otherwise it is told, once findings are known, that the book is another already: the chapters of the e-book are left to the next update */
async function compare(browser: Browser, { folder, world }: Book, warm: Reader, forgetful: Session, before: Shown | undefined, against: Against, isLast = true): Promise<{ readonly now: Shown; readonly difference?: string }> {
  const withChapters = isLast || against !== 'forgetful';
  await forgetful.forget();
  const anew = against === 'forgetful' ? forgetful : await openSession({ folder, world, running: browser });
  const [cold, now] = await Promise.all([new Reader(anew).look(withChapters), warm.look(withChapters).catch((fault: unknown) => String(fault instanceof Error ? fault.stack : fault))]);
  if (anew !== forgetful) await anew.close();
  if (typeof now === 'string') return { now: cold, difference: now };
  const difference =
    firstDifference(now, cold, withChapters) ??
    (cold.isStale && before ? mention('with an error in the manuscript, it does not stay as it was: ', shownDiffers(now, before, true)) : undefined) ??
    (against === 'build' && !cold.isStale ? await buildDiffers(folder, world, warm, now) : undefined);
  return { now, ...(difference !== undefined && { difference }) };
}

async function buildDiffers(folder: string, world: World, warm: Reader, shown: Shown): Promise<string | undefined> {
  const built = await buildBook({ folder, world, targets: ['pdf', 'booklet', 'epub'] });
  const outputs = await warm.session.outputs();
  const difference = compareBuilds({ ...built, outputs, pages: shown.pages.length }, built);
  const [one, other] = [outputs, built.outputs].map((all) => all.find(({ target }) => target === 'pdf')?.bytes);
  if (difference !== undefined) return `outputs: ${difference}\n  ${(one && other && (await pdfDifference(one, other))) ?? ''}`;
  const found = built.findings.map(({ code, place, message }) => [code, place.file, place.line, place.column, message].join(' '));
  return mention('against a build, ', listsDiffer('finding', foundInBuild(shown), found));
}

const mention = (where: string, difference: string | undefined): string | undefined => difference && `${where}${difference}`;

const lengthOf = (manuscript: Manuscript): number => manuscript.chapters().reduce((sum, path) => sum + manuscript.text(path).length, 0);
