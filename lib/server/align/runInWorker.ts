import 'server-only';
import type { AlignOutput } from '@/lib/align';
import { openThread } from './openThread';
import type { AlignTask, EngineMessage, EngineRequest } from './protocol';

/**
 * Aligns whole texts in a thread of their own, which ends with the answer and gives its memory back.
 *
 * @param onProgress share done, 0..1. Answering false cancels: the thread is ended at once.
 * @returns null when cancelled.
 */
export function runInWorker(
  input: AlignTask,
  onProgress: (share: number) => Promise<boolean>,
): Promise<AlignOutput | null> {
  const worker = openThread();
  worker.postMessage({ id: 0, task: { kind: 'align', input } } satisfies EngineRequest);
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
    worker.on('message', (message: EngineMessage) => {
      if (message.type === 'progress') share = message.share;
      else if (message.type === 'failed') finish(() => reject(message.cause));
      else finish(() => resolve(message.answer as AlignOutput));
    });
    worker.on('error', (cause) => finish(() => reject(cause)));
    worker.on('exit', (code) => {
      finish(() => reject(new Error(`The aligner's thread ended with code ${code} before it answered.`)));
    });
  });
}
