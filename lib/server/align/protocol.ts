import type { AlignInput } from '@/lib/align';

/** What the worker is given: everything but the callback, and which lexicon the worker itself loads. */
export type AlignTask = Omit<AlignInput, 'onProgress' | 'lexicon'>;

/** What it answers. Typed arrays are handed over, not copied. */
export type AlignMessage =
  | { type: 'progress'; share: number }
  | { type: 'done'; ladder: Int32Array; confidence: Float32Array };
