/**
 * Compares two states of a book and makes everything that tells of it: reports to read, changed pages, sheets to print again.
 *
 * In: where the two are; a book folder is built in memory for it. Out: the comparison and its files; neither where one of the two
 * cannot be had, for which findings tell why. Writes nothing.
 */
import { join } from 'node:path';
import { type BuildOptions, type BuildResult, buildBook } from '../build-book.js';
import { Findings } from '../diagnostics/diagnostic.js';
import type { Edition } from '../edition/edition.js';
import { type BookPages, pagesFile, readPages } from '../edition/pages-file.js';
import { startBrowser } from '../world/browser.js';
import { compareBooks, facesRemark, type NamedPages } from './compare-books.js';
import { compareLock, type RecordedState } from './compare-lock.js';
import type { Comparison } from './comparison.js';
import { printChanges } from './print-changes.js';
import { printSheets } from './print-sheets.js';
import { reportOf } from './report.js';
import { openStage, setStage, type Stage, type StageSetting } from './stage.js';
import { type Pictures, writeHtml } from './write-html.js';
import { writeMarkdown } from './write-markdown.js';

/** Where a state of a book is: as it can be built now, or kept in a file. */
export type Origin = { readonly folder: string } | { readonly file: string };

export interface DiffOptions extends Pick<BuildOptions, 'world' | 'edition' | 'browser' | 'onStage'> {
  /** Absent: the edition that the folder of the later state records. */
  readonly before?: Origin;
  readonly after: Origin;
}

/** Findings, with the folder that they speak of. */
export type Told = Pick<BuildResult, 'findings' | 'silenced'> & { readonly folder: string };

export interface DiffResult {
  readonly told: readonly Told[];
  readonly comparison?: Comparison;
  /** Nothing is recorded that the book could be compared with. */
  readonly lacksRecord?: true;
  readonly outputs: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** A state as far as it could be had. */
interface Opened {
  readonly told: Told;
  readonly pages?: NamedPages;
  readonly built?: BuildResult;
}

export async function diffBooks(options: DiffOptions): Promise<DiffResult> {
  const { world, before, after, onStage } = options;
  const now = await open(after, before !== undefined && 'folder' in before, options);
  const { pages } = now;
  if (!pages) return { told: [now.told], outputs: [] };
  const then = before ? await open(before, true, options) : await openRecord(now, options);
  const told = [now.told, then.told];
  const lock = before || then.told.findings.length > 0 ? undefined : lockOf(now);
  if (!then.pages && !lock) return { told, outputs: [], ...(!before && then.told.findings.length === 0 && { lacksRecord: true }) };

  onStage?.('compare');
  const browser = await startBrowser(world.env, options.browser);
  try {
    const setting = await setStage(browser, world.disk);
    if (then.pages) return { told, ...(await diffPages(then.pages, pages, setting, await facesRemark(then.pages, setting.faces, world.disk), onStage)) };
    return lock ? { told, ...(await diffLock(lock, pages, setting, onStage)) } : { told, outputs: [] };
  } finally {
    await browser.close();
  }
}

type Made = Required<Pick<DiffResult, 'comparison' | 'outputs'>>;

/** Two states whose pages are known. */
export async function diffPages(before: NamedPages, after: NamedPages, setting: StageSetting, remarks: readonly string[], onStage?: DiffOptions['onStage']): Promise<Made> {
  const [one, other] = await Promise.all([openStage(before.pages, setting), openStage(after.pages, setting)]);
  const stages = { before: one, after: other };
  const comparison = await compareBooks(before, after, stages, remarks);
  const { changed, added, gone } = comparison;
  const pictures = { before: new Map<number, Uint8Array>(), after: new Map<number, Uint8Array>(), sizes: { before: before.pages.facts, after: after.pages.facts } };
  for (const page of [...changed, ...added, ...gone]) {
    onStage?.('shoot');
    for (const side of ['before', 'after'] as const) {
      const index = page[side];
      if (index !== undefined) pictures[side].set(index, await stages[side].shoot(index));
    }
  }
  onStage?.('sheets');
  const outputs = await writeAll(comparison, after.pages, pictures, setting, stages.after);
  await Promise.all([stages.before.close(), stages.after.close()]);
  return { comparison, outputs };
}

async function diffLock(state: RecordedState, after: NamedPages, setting: StageSetting, onStage: DiffOptions['onStage']): Promise<Made> {
  const remark = `Of ${nameOf(state.recorded)} there are no pages beside its lock: which words and citations differ is not known, and no page can be shown as it was. Recording the next edition keeps its pages.`;
  const comparison = compareLock(nameOf(state.recorded), state, after, [remark]);
  onStage?.('sheets');
  return { comparison, outputs: await writeAll(comparison, after.pages, undefined, setting, await openStage(after.pages, setting)) };
}

async function writeAll(comparison: Comparison, pages: BookPages, pictures: Pictures | undefined, setting: StageSetting, stage: Stage): Promise<DiffResult['outputs']> {
  const report = reportOf(comparison);
  const { stem } = comparison.after;
  return [
    { name: `${stem}-changes.md`, bytes: writeMarkdown(report) },
    { name: `${stem}-changes.html`, bytes: writeHtml(report, comparison, pictures, setting.styles.report) },
    { name: `${stem}-changes.pdf`, bytes: await printChanges(comparison, pages, stage, setting) },
    { name: `${stem}-sheets.pdf`, bytes: await printSheets(comparison, pages, stage, setting) },
  ];
}

/** @param isNamed whether it is told from the other by its path */
async function open(origin: Origin, isNamed: boolean, { world, edition, browser, onStage }: DiffOptions): Promise<Opened> {
  if ('file' in origin) return openFile(origin.file, world.disk);
  const { folder } = origin;
  const built = await buildBook({ folder, world, targets: ['pages'], record: true, ...(edition !== undefined && { edition }), ...(browser !== undefined && { browser }), ...(onStage && { onStage }) });
  const told: Told = { folder, findings: built.findings, silenced: built.silenced };
  const output = built.outputs.find(({ target }) => target === 'pages');
  const pages = output && readPages(output.bytes, output.name, new Findings().report);
  return { told, built, ...(pages && { pages: { name: isNamed ? folder : 'the book as it is now', pages } }) };
}

/** The edition that a folder records, by its pages. */
async function openRecord({ told: { folder }, built }: Opened, { world }: DiffOptions): Promise<Opened> {
  const nothing = { told: { folder, findings: [], silenced: [] } };
  if (!built?.config) return nothing;
  const file = join(folder, pagesFile(built.config));
  if (!(await world.disk.exists(file))) return nothing;
  const opened = await openFile(file, world.disk);
  const recorded = built.edition?.recorded;
  // Pages of another edition than the lock's are none of this one.
  return recorded && opened.pages && opened.pages.pages.facts.source !== recorded.source ? nothing : opened;
}

/** What is known of that edition without its pages. */
function lockOf({ built }: Opened): RecordedState | undefined {
  const { published, recorded, changes } = built?.edition ?? {};
  return published && recorded && changes && { published, recorded, changes };
}

async function openFile(path: string, disk: DiffOptions['world']['disk']): Promise<Opened> {
  const findings = new Findings();
  const pages = readPages(await disk.read(path), path, findings.report);
  return { told: { folder: '.', findings: findings.list(), silenced: [] }, ...(pages && { pages: { name: pages.edition ? nameOf(pages.edition) : path, pages } }) };
}

const nameOf = ({ number, date }: Pick<Edition, 'number' | 'date'>): string => `edition ${number}${date === undefined ? '' : `, ${date}`}`;

