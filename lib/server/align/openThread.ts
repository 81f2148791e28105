import 'server-only';
import { Worker } from 'node:worker_threads';

/** The engine's heap in MiB: a text that needs more ends its own thread, not the server. */
const HEAP_MIB = 2048;

/** A thread with the engine in it. In this very form, because the bundler looks for it and compiles the file. */
export const openThread = (): Worker =>
  new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
  });
