import type { World } from './world/world.js';

/** Times the passes, tells the terminal what is going on, and keeps what each pass made for `--trace`. */
export class Tracer {
  readonly timings: Record<string, number> = {};
  readonly traces = new Map<string, unknown>();

  constructor(
    private readonly clock: World['clock'],
    private readonly onStage: ((stage: string, detail?: string) => void) | undefined,
  ) {}

  async pass<T>(name: string, run: () => T | Promise<T>): Promise<T> {
    this.onStage?.(name);
    const start = this.clock();
    const made = await run();
    this.timings[name] = (this.timings[name] ?? 0) + this.clock() - start;
    this.traces.set(name, made);
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
