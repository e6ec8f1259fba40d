/**
 * Builds a book: reads its config, starts the browser, sends the book through the passes, and tells what came of it.
 * Not here: the passes (pipeline.ts).
 */
import { codes } from './diagnostics/codes.js';
import { Findings, type Diagnostic } from './diagnostics/diagnostic.js';
import { silence, type RunFacts, type Silenced } from './diagnostics/silence.js';
import type { EditionState } from './edition/judge-edition.js';
import type { ParityRow } from './lower/judge-parity.js';
import type { Audience, BookConfig } from './model/book.js';
import type { Context } from './model/context.js';
import type { Resolved } from './model/document.js';
import type { PageQuality } from './page/contract.js';
import { readConfig } from './read/read-config.js';
import { recallBuild } from './recall-build.js';
import { Tracer } from './trace.js';
import { startBrowser } from './world/browser.js';
import type { World } from './world/world.js';

export const targets = ['pdf', 'booklet', 'epub', 'preview', 'pages', 'cards'] as const;
export type Target = (typeof targets)[number];
/** What is made from the text alone, without a browser. */
const unpaged: readonly Target[] = ['cards'];
/** What a build makes unless it is told otherwise: the bodies of the edition. */
export const editions: readonly Target[] = ['pdf', 'booklet', 'epub'];

export interface BuildOptions {
  /** The book folder. */
  readonly folder: string;
  readonly world: World;
  /** What to make; nothing: only check. */
  readonly targets: readonly Target[];
  /** For whom, instead of what `book.yaml` says. */
  readonly edition?: Audience;
  /** Told before each stage, for progress. */
  readonly onStage?: (stage: string, detail?: string) => void;
  /** Path of a browser to use instead of the embedded one. */
  readonly browser?: string;
  /** Keep what each pass made. */
  readonly trace?: boolean;
  /** Count what a typographer would look for on the pages. */
  readonly judge?: boolean;
  /** Check the finished EPUB, too; it is made for that even if it is no target. */
  readonly checkEpub?: boolean;
  /** Lay out the pages, whatever is made, and describe them as an edition to be recorded. */
  readonly record?: boolean;
}

export interface Output {
  readonly target: Target;
  /** `italo-soviet-pact-booklet.pdf` */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface BuildResult {
  readonly config?: BookConfig;
  readonly findings: readonly Diagnostic[];
  /** What would be among them if `book.yaml` had not silenced it. */
  readonly silenced: readonly Silenced[];
  readonly outputs: readonly Output[];
  /** Pages of the print edition; 0 when nothing was laid out. */
  readonly pages: number;
  readonly quality?: PageQuality;
  /** Of the pages, when one is recorded or was asked for. */
  readonly edition?: EditionState;
  /** What each output shows of the constructs that the book uses; empty when it came to none. */
  readonly parity: readonly ParityRow[];
  /** Milliseconds per pass. */
  readonly timings: Readonly<Record<string, number>>;
  /** What each pass made, in document order: written by `--trace`. */
  readonly traces: ReadonlyMap<string, unknown>;
  /** Nothing had changed since it was made. */
  readonly isRecalled?: true;
}

/** Builds a book in memory. Writes nothing: an edition with an error in it leaves the one before untouched. */
export const buildBook = (options: BuildOptions): Promise<BuildResult> => recallBuild(options, (world) => buildAnew({ ...options, world }));

async function buildAnew({ folder, world, targets: wanted, edition, onStage, browser: executable, trace = false, judge = false, checkEpub = false, record = false }: BuildOptions): Promise<BuildResult> {
  const findings = new Findings();
  const context: Context = { world, folder, report: findings.report };
  const tracer = new Tracer(world.clock, onStage, trace);
  const result = (rest: Partial<BuildResult> = {}): BuildResult => ({ findings: findings.list(), silenced: [], outputs: [], pages: 0, parity: [], timings: tracer.timings, traces: tracer.traces, ...rest });

  const config = await tracer.pass('config', () => readConfig(context, edition));
  if (!config) return result();
  // The browser takes a while to start and needs nothing that is read meanwhile. The passes, too, are loaded only then.
  const making: readonly Target[] = checkEpub ? [...new Set([...wanted, 'epub' as const])] : wanted;
  const starting = record || making.some((target) => !unpaged.includes(target)) ? startBrowser(world.env, executable) : undefined;
  starting?.catch(() => undefined);
  try {
    const { checkBook, make, makeUnpaged, prepare } = await import('./pipeline.js');
    const lowered = await prepare(config, context, tracer, wanted.length === 0 ? [] : making, making);
    const told = (rest: Partial<BuildResult>): BuildResult => result({ config, parity: lowered.parity, ...rest, ...silence(findings.list(), config.silence, runFacts(lowered.resolved, findings, { pages: rest.pages ?? 0, checkEpub })) });
    if (findings.count('error') > 0 || !starting) {
      await checkBook(lowered.resolved, context, tracer);
      return told(findings.count('error') > 0 ? {} : { outputs: await makeUnpaged(lowered, wanted, tracer) });
    }
    const { origin, ...made } = await make(lowered, making, await starting, context, tracer, { judge, record });
    const epub = made.outputs.find(({ target }) => target === 'epub');
    if (checkEpub && epub && findings.count('error') === 0) {
      await tracer.pass('validate', async () => (await import('./validate/check-epub.js')).checkEpub(epub.bytes, epub.name, context.report, { ...origin, found: findings.list() }));
    }
    if (findings.count('error') > 0) return told({ pages: made.pages, ...(made.edition && { edition: made.edition }) });
    const outputs = made.outputs.filter(({ target }) => wanted.includes(target));
    return told({ ...made, outputs: [...outputs, ...(await makeUnpaged(lowered, wanted, tracer))] });
  } finally {
    await starting?.then((browser) => browser.close(), () => undefined);
  }
}

/** A book as far as it goes without pages; with an error in it, only what was found. */
export async function resolveBook(folder: string, world: World): Promise<Pick<BuildResult, 'findings' | 'silenced'> & { readonly resolved?: Resolved }> {
  const findings = new Findings();
  const context: Context = { world, folder, report: findings.report };
  const config = await readConfig(context);
  if (!config) return { findings: findings.list(), silenced: [] };
  const { checkBook, prepare } = await import('./pipeline.js');
  const tracer = new Tracer(world.clock, undefined, false);
  const { resolved } = await prepare(config, context, tracer);
  await checkBook(resolved, context, tracer);
  return { ...silence(findings.list(), config.silence, runFacts(resolved, findings, { pages: 0, checkEpub: false })), ...(findings.count('error') === 0 && { resolved }) };
}

/**
 * What a rule of silence is held against. An error may have kept anything from being found, only pages show what is wrong with them
 * and only its check what is wrong with an EPUB, and an edition for others may leave out what a rule is for.
 */
export function runFacts({ library, byLabel, config, leftOut }: Resolved, findings: Findings, { pages, checkEpub }: { readonly pages: number; readonly checkEpub: boolean }): RunFacts {
  return {
    placeOf: (name) => (library.entries.get(name) ?? byLabel.get(name))?.place,
    isJudged: ({ code }) => findings.count('error') === 0 && (config.audience === 'self-study' || leftOut.length === 0) && (pages > 0 || !code.startsWith('p-')) && (checkEpub || !code.startsWith('e-')),
  };
}

/** 0 fine, 1 errors in the manuscript, 2 errors in the config. */
export function exitCodeOf(findings: readonly Diagnostic[]): 0 | 1 | 2 {
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (errors.some((finding) => codes[finding.code].blame === 'config')) return 2;
  return errors.length > 0 ? 1 : 0;
}
