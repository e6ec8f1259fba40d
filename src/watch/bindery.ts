/** The worker that finishes PDFs (bindery-worker.ts), started when the first is to be finished. */
import { Worker } from 'node:worker_threads';
import type { Output } from '../build-book.js';
import type { bind } from '../pipeline.js';

export interface BindRequest {
  readonly id: number;
  readonly given: Parameters<typeof bind>;
}

export type BindAnswer = { readonly id: number; readonly outputs: readonly Output[] } | { readonly id: number; readonly fault: string };

interface Waiting {
  readonly resolve: (outputs: readonly Output[]) => void;
  readonly reject: (fault: Error) => void;
}

export class Bindery {
  #worker: Worker | undefined;
  #count = 0;
  readonly #waiting = new Map<number, Waiting>();

  bind(...given: BindRequest['given']): Promise<readonly Output[]> {
    const worker = (this.#worker ??= this.#start());
    const id = (this.#count += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, given } satisfies BindRequest);
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#fail(new Error('the worker that finishes PDFs was closed'));
  }

  #start(): Worker {
    const worker = new Worker(new URL('./bindery-worker.js', import.meta.url));
    // It must not keep a program that has nothing else to do.
    worker.unref();
    worker.on('message', (answer: BindAnswer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if ('outputs' in answer) waiting?.resolve(answer.outputs);
      else waiting?.reject(new Error(answer.fault));
    });
    worker.on('error', (fault) => {
      this.#worker = undefined;
      this.#fail(fault instanceof Error ? fault : new Error(String(fault)));
    });
    return worker;
  }

  #fail(fault: Error): void {
    for (const { reject } of this.#waiting.values()) reject(fault);
    this.#waiting.clear();
  }
}
