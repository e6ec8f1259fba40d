import type { Node } from 'mdast';
import type { World } from './world/world.js';

/** Times the passes, tells the terminal what is going on, and keeps what each pass made for `--trace`. */
export class Tracer {
  readonly timings: Record<string, number> = {};
  readonly traces = new Map<string, unknown>();
  #state: object = {};

  constructor(
    private readonly clock: World['clock'],
    private readonly onStage: ((stage: string, detail?: string) => void) | undefined,
    private readonly isTracing: boolean,
  ) {}

  async pass<T>(name: string, run: () => T | Promise<T>): Promise<T> {
    this.onStage?.(name);
    const start = this.clock();
    const made = await run();
    this.timings[name] = (this.timings[name] ?? 0) + this.clock() - start;
    if (this.isTracing && typeof made === 'object' && made !== null) {
      this.traces.set(name, tableOf(this.#state, made));
      if (!Array.isArray(made)) this.#state = made;
    }
    return made;
  }

  /** Times that a pass took for its own steps. */
  add(pass: string, steps: Readonly<Record<string, number>>): void {
    for (const [step, spent] of Object.entries(steps)) this.timings[`${pass}.${step}`] = spent;
  }

  say(stage: string, detail: string): void {
    this.onStage?.(stage, detail);
  }
}

/** What a pass added to the state before it. Trees are named, not repeated: a trace is for reading and comparing. */
function tableOf(before: object, made: object): unknown {
  if (Array.isArray(made)) return plain(made);
  return Object.fromEntries(Object.entries(made).filter(([key, value]) => (before as Record<string, unknown>)[key] !== value).map(([key, value]) => [key, plain(value)]));
}

function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, entry]) => [String(key), plain(entry)]));
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Set) return [...value].map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('tree' in value && 'stem' in value) return `source ${String(value.stem)}`;
  if (isSyntax(value)) return `${value.type} at ${value.position?.start.line ?? '?'}:${value.position?.start.column ?? '?'}`;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}

function isSyntax(value: object): value is Node {
  return 'type' in value && 'position' in value;
}
