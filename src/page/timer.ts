/** Time per step, summed over the rounds; by the browser's own clock. */
export class Timer {
  readonly spent: Record<string, number> = {};

  time<T>(name: string, step: () => T): T {
    const start = performance.now();
    try {
      return step();
    } finally {
      this.spent[name] = (this.spent[name] ?? 0) + performance.now() - start;
    }
  }

  async wait(name: string, step: () => Promise<void>): Promise<void> {
    const start = performance.now();
    await step();
    this.spent[name] = (this.spent[name] ?? 0) + performance.now() - start;
  }
}
