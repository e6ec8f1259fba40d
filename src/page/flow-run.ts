/**
 * One flow on its way to pages, remembered step by step: what was done to its galley, and what was asked of it after each step.
 *
 * Whatever a step or an answer depends on is its input, or was done before it. So a flow that goes the same way again needs no
 * layout: its steps and answers are those of the last time. Where the way parts, the galley is laid anew from its markup, the steps
 * up to there are done again, and what was known from there on is forgotten. What comes out cannot tell which of the two it was.
 */
import { type Fitted, fitToPage } from './fit.js';
import type { PaginateOptions } from './contract.js';
import { type Limits, measureFlow, type MeasuredFlow } from './measure.js';
import { CountedLines } from './number-lines.js';
import { snapToGrid } from './snap.js';
import { findTargets, type PageTarget, type TargetFacts } from './targets.js';
import type { Flow } from './record.js';

/** The markup of a flow: its column, and the section that holds its notes. */
export interface FlowSource {
  readonly id: string;
  readonly flow: string;
  readonly notes: string;
}

/** A flow as it lies, at some step of its way. */
export interface Galley {
  readonly root: HTMLElement;
  readonly notes: readonly HTMLElement[];
  readonly targets: readonly PageTarget[];
  /** As of the last time it was measured. */
  measured?: MeasuredFlow;
  lines?: CountedLines;
}

/** What a flow has, wherever it comes to stand. */
export interface FlowFacts extends Fitted {
  readonly targets: readonly TargetFacts[];
  /** All its anchors. */
  readonly ids: ReadonlySet<string>;
}

interface Step {
  readonly name: string;
  readonly input: string;
  readonly output: unknown;
  readonly act: (galley: Galley) => unknown;
  readonly answers: Map<string, unknown>;
}

/** Flows have to be laid that are known by their markup alone. */
export class Lacking extends Error {
  constructor(readonly runs: readonly FlowRun[]) {
    super('galleys are lacking');
  }
}

export class FlowRun {
  readonly #steps: Step[] = [];
  /** Steps of this time's way so far. */
  #done = 0;
  #galley: Galley | undefined;
  /** Steps that the galley has seen. */
  #seen = 0;

  /** @param galley none where it is laid when it is needed */
  constructor(
    readonly id: string,
    private readonly options: PaginateOptions,
    galley?: Pick<Galley, 'root' | 'notes'>,
  ) {
    if (galley) this.lay(galley);
  }

  /** Begins the way anew. */
  restart(): void {
    this.#done = 0;
  }

  /** Stands where it was the last time, all the way. */
  resume(): void {
    this.#done = this.#steps.length;
  }

  /** Gives it a galley that nothing was done to. */
  lay({ root, notes }: Pick<Galley, 'root' | 'notes'>): void {
    this.#galley = { root, notes, targets: findTargets([root, ...notes]) };
    this.#seen = 0;
  }

  /** Whether there is a galley that can still be brought to where this way is. */
  get isLaid(): boolean {
    return this.#galley !== undefined && this.#seen <= this.#done;
  }

  /** The galley, with everything done to it that was done on this way. */
  get galley(): Galley {
    const galley = this.#galley;
    if (!galley || !this.isLaid) throw new Lacking([this]);
    for (; this.#seen < this.#done; this.#seen += 1) this.#steps[this.#seen]?.act(galley);
    return galley;
  }

  /** Gives the galley away: it is taken apart, or no longer needed. */
  release(): void {
    this.#galley = undefined;
  }

  /** Names how far it came; the same for the same way. */
  get state(): object | undefined {
    return this.#steps[this.#done - 1];
  }

  /** Whether a step can be taken: it is known, or there is a galley. */
  canStep(name: string, input: string): boolean {
    return this.#isNext(name, input) || this.isLaid;
  }

  /** Of the last step of that name on this way. */
  lastInput(name: string): string | undefined {
    return this.#steps.slice(0, this.#done).findLast((step) => step.name === name)?.input;
  }

  #isNext(name: string, input: string): boolean {
    const next = this.#steps[this.#done];
    return next?.name === name && next.input === input;
  }

  step<T>(name: string, input: string, act: (galley: Galley) => T): T {
    if (this.#isNext(name, input)) {
      this.#done += 1;
      return this.#steps[this.#done - 1]?.output as T;
    }
    const galley = this.galley;
    const output = act(galley);
    this.#steps.splice(this.#done, Infinity, { name, input, output, act, answers: new Map() });
    this.#done += 1;
    this.#seen = this.#done;
    return output;
  }

  /** @param make asks for nothing but what the way here decides */
  remember<T>(question: string, make: () => T): T {
    const answers = this.#steps[this.#done - 1]?.answers;
    if (answers?.has(question)) return answers.get(question) as T;
    const answer = make();
    answers?.set(question, answer);
    return answer;
  }

  /** @param find reads the galley and changes nothing */
  ask<T>(question: string, find: (galley: Galley) => T): T {
    return this.remember(question, () => find(this.galley));
  }

  fit(): FlowFacts {
    return this.step('fit', '', ({ root, notes, targets }) => ({
      ...fitToPage({ root, notes }, this.options),
      targets: targets.map(({ element: _, ...facts }) => facts),
      ids: new Set([root, ...notes].flatMap((element) => [element.id, ...[...element.querySelectorAll('[id]')].map(({ id }) => id)]).filter((id) => id !== '')),
    }));
  }

  snap(): void {
    this.step('snap', '', ({ root }) => snapToGrid([root]));
  }

  measure(limits: Limits): Flow {
    return this.step('measure', '', (galley) => {
      galley.measured = measureFlow(galley.root, galley.notes, limits);
      delete galley.lines;
      return galley.measured.flow;
    });
  }
}

/** Throws `Lacking` for all of them at once. */
export function needGalleys(runs: readonly FlowRun[]): void {
  if (runs.length > 0) throw new Lacking(runs);
}

/** @param lacking is told who lacks a galley */
export function unlessLacking<T>(make: () => T, lacking: FlowRun[] = []): T | undefined {
  try {
    return make();
  } catch (fault) {
    if (!(fault instanceof Lacking)) throw fault;
    lacking.push(...fault.runs);
    return undefined;
  }
}

/** What was last measured of a galley. */
export function measuredOf({ measured }: Galley): MeasuredFlow {
  if (!measured) throw new Error('the galley was not measured');
  return measured;
}
