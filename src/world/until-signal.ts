const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** ms */
const grace = 500;

/**
 * Resolves when a signal asks this process to end, which then has to end by itself. Another one that comes later ends it at once, as
 * it would have without this; one that comes with the first is that of duties that were done at once (at-exit.ts).
 */
export function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    const hear = (): void => {
      resolve();
      setTimeout(() => {
        for (const signal of signals) process.off(signal, hear);
      }, grace).unref();
    };
    for (const signal of signals) process.on(signal, hear);
  });
}
