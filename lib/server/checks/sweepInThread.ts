import 'server-only';
import { Worker } from 'node:worker_threads';
import type { Sweep, SweepTask } from '@/lib/checks/sweep';

/** The thread's heap in MiB: a text that needs more ends its own thread, not the server. */
const HEAP_MIB = 1024;
/** Threads at once; others wait, so that editors have a core left. */
const MOST = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** Checks a whole bitext in a thread of its own, which ends with the answer and gives its memory back. */
export async function sweepInThread(task: SweepTask): Promise<Sweep> {
  if (running >= MOST) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await run(task);
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function run(task: SweepTask): Promise<Sweep> {
  // In this very form, because the bundler looks for it and compiles the file.
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
  });
  return new Promise<Sweep>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) =>
      reject(new Error(`The checks ended with code ${code} before they answered.`)),
    );
    worker.postMessage(task);
  }).finally(() => void worker.terminate());
}
