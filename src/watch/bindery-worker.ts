/** Finishes the PDF and imposes the booklet beside the program, which answers its author meanwhile. */
import { parentPort } from 'node:worker_threads';
import { bind } from '../pipeline.js';
import type { BindRequest, BindAnswer } from './bindery.js';

parentPort?.on('message', ({ id, given }: BindRequest) => {
  bind(...given).then(
    (outputs) => answer({ id, outputs }),
    (fault: unknown) => answer({ id, fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }),
  );
});

function answer(message: BindAnswer): void {
  parentPort?.postMessage(message);
}
