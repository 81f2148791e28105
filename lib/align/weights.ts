import { FEATURES } from './features';

/** What was estimated from data: see scripts/engine-weights.ts. */
export type Weights = {
  /** one per feature, in the order of FEATURES */
  readonly features: Float64Array;
  /** chance that a term of each kind is rendered recognisably, source to target and back */
  readonly sourceHits: readonly number[];
  readonly targetHits: readonly number[];
  readonly lengthFloor: number;
  readonly lengthSlope: number;
};

const GUESS: Record<string, number> = {
  sourceLexicon: 0.5,
  sourceName: 0.6,
  sourceNumber: 0.6,
  sourceOther: 0.4,
  targetLexicon: 0.5,
  targetName: 0.6,
  targetNumber: 0.6,
  targetOther: 0.4,
  length: 0.7,
  bead11: 0,
  bead12: -3,
  bead21: -3,
  bead22: -5,
  bead13: -6,
  bead31: -6,
  bead23: -8,
  bead32: -8,
  bead14: -8,
  bead41: -8,
  bead33: -9,
  beadWide: -9,
  beadWider: -0.5,
  sourceNullOuterOpen: -4,
  sourceNullOuterMore: -0.7,
  sourceNullInnerOpen: -4,
  sourceNullInnerMore: -2,
  targetNullOuterOpen: -4,
  targetNullOuterMore: -0.7,
  targetNullInnerOpen: -4,
  targetNullInnerMore: -2,
  crossSource: -0.5,
  crossTarget: -6,
  tearSource: -6,
  tearTarget: 0,
  questionBoth: 1,
  questionOne: -1,
  endSame: 0.1,
  endDiffers: -0.3,
  quoteSame: 0.3,
  quoteDiffers: -0.3,
};

/** What target units are: paragraphs of several sentences, or sentences. */
export type Layout = 'paragraphs' | 'sentences';

const GUESSED: Weights = {
  features: Float64Array.from(FEATURES, (name) => GUESS[name] ?? 0),
  sourceHits: [0.55, 0.75, 0.8, 0.25],
  targetHits: [0.55, 0.75, 0.8, 0.25],
  lengthFloor: 0.01,
  lengthSlope: 1.2,
};

export const STORED: Record<Layout, Weights> = {
  paragraphs: GUESSED,
  sentences: GUESSED,
};
