import 'server-only';
import { Worker } from 'node:worker_threads';
import type { AlignMessage, AlignTask } from './protocol';

/** The engine's heap in MiB: a text that needs more ends its own worker, not the server. */
const HEAP_MIB = 2048;

/**
 * Aligns in a worker thread.
 *
 * @param onProgress share done, 0..1. Answering false cancels: the worker is ended at once.
 * @returns null when cancelled.
 */
export function runInWorker(
  task: AlignTask,
  onProgress: (share: number) => Promise<boolean>,
): Promise<{ ladder: Int32Array; confidence: Float32Array } | null> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
  });
  return new Promise((resolve, reject) => {
    let share = 0;
    // Asked regularly, not only when the engine says something: a person who cancels should not wait for it.
    const timer = setInterval(() => {
      onProgress(share).then(
        (goOn) => {
          if (!goOn) finish(() => resolve(null));
        },
        (cause: unknown) => finish(() => reject(cause)),
      );
    }, 400);
    let ending = false;
    // Ending a worker makes it exit with a code of its own: only the first reason counts.
    const finish = (settle: () => void) => {
      if (ending) return;
      ending = true;
      clearInterval(timer);
      worker.terminate().then(settle, settle);
    };
    worker.on('message', (message: AlignMessage) => {
      if (message.type === 'progress') share = message.share;
      else finish(() => resolve({ ladder: message.ladder, confidence: message.confidence }));
    });
    worker.on('error', (cause) => finish(() => reject(cause)));
    worker.on('exit', (code) => {
      finish(() => reject(new Error(`The aligner's thread ended with code ${code} before it answered.`)));
    });
  });
}
