import 'server-only';
import { Worker } from 'node:worker_threads';

/** A reader's heap in MiB; see DECISIONS.md for what the largest files take. */
const HEAP_MIB = 2048;

/** A thread with the readers in it. In this very form, because the bundler looks for it and compiles the file. */
export const openThread = (heapMib = HEAP_MIB): Worker =>
  new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMib, maxYoungGenerationSizeMb: 64 },
  });
