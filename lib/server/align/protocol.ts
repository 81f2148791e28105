import type { AlignInput, AlignOutput, Alternative, Explanation, LearntLexicon, Lock } from '@/lib/align';

/** What the engine's thread is given: everything but the callback, and which lexicon the thread itself loads. */
export type AlignTask = Omit<AlignInput, 'onProgress' | 'lexicon'>;

/** What can be asked. `run`, `plot` and `explain` look at the run with its surroundings only. */
export type EngineTask =
  | { kind: 'align'; input: AlignTask }
  | { kind: 'run'; input: AlignTask; run: Lock }
  | { kind: 'plot'; input: AlignTask; run: Lock }
  | { kind: 'explain'; input: AlignTask; stretch: Lock; bead: Lock }
  | { kind: 'learn'; beads: BeadTexts[]; sourceLang: string; targetLang: string };

/** A bead as texts. */
export type BeadTexts = { source: string; target: string };

export type BeadExplained = {
  why: Explanation;
  probability: number;
  others: Alternative[];
};

export type EngineAnswer = {
  align: AlignOutput;
  run: AlignOutput;
  /** Nats, row-major: the units of the source are the rows. */
  plot: Float32Array;
  explain: BeadExplained;
  learn: LearntLexicon;
};

export type EngineRequest = { id: number; task: EngineTask };

export type EngineMessage =
  | { id: number; type: 'progress'; share: number }
  | { id: number; type: 'done'; answer: EngineAnswer[EngineTask['kind']] }
  | { id: number; type: 'failed'; cause: unknown };
