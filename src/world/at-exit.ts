const duties = new Set<() => void>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `duty` when this process ends by a signal, an exit or an uncaught error. It must be synchronous and must not throw.
 *
 * @returns forgets the duty: call it once the thing has been put away in the ordinary course
 */
export function atExit(duty: () => void): () => void {
  if (duties.size === 0) {
    process.on('exit', runAll);
    for (const signal of signals) process.on(signal, dieOf);
  }
  duties.add(duty);
  return () => {
    if (duties.delete(duty) && duties.size === 0) stopListening();
  };
}

function runAll(): void {
  for (const duty of duties) duty();
  duties.clear();
}

/** Re-raised after the duties are done, so that whoever waits for this process sees what it died of. */
function dieOf(signal: NodeJS.Signals): void {
  runAll();
  stopListening();
  process.kill(process.pid, signal);
}

function stopListening(): void {
  process.off('exit', runAll);
  for (const signal of signals) process.off(signal, dieOf);
}
