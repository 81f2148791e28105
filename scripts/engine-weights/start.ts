/** Where the climb starts and what the prior pulls to: set by hand, from the meaning of each feature. */
import { FEATURES } from '@/lib/align/features';
import { LAYOUTS, type Layout, type Weights } from '@/lib/align/weights';

/** Words of one text depend on each other, so each counts for about half of what it would alone. */
const COMMON: Record<string, number> = {
  sourceLexicon: 0.5,
  sourceName: 0.7,
  sourceNumber: 0.6,
  sourceOther: 0.3,
  sourcePhrase: 0.7,
  sourceLearnt: 0.4,
  targetLexicon: 0.3,
  targetName: 0.7,
  targetNumber: 0.5,
  targetOther: 0.2,
  targetPhrase: 0.4,
  targetLearnt: 0.4,
  length: 0.8,
  bead11: -3,
  bead12: -4,
  bead21: -4,
  bead22: -5,
  bead13: -4.5,
  bead31: -4.5,
  bead23: -6,
  bead32: -7,
  bead14: -6.5,
  bead41: -6.5,
  bead33: -8,
  beadWide: -8.5,
  beadWider: -1.2,
  sourceNullOuterOpen: -5,
  sourceNullOuterMore: -1.5,
  sourceNullInnerOpen: -6,
  sourceNullInnerMore: -2,
  targetNullOuterOpen: -5,
  targetNullOuterMore: -1.5,
  targetNullInnerOpen: -8,
  targetNullInnerMore: -2,
  nullBothOuter: -2,
  nullBothInner: -3,
  crossSource: -3,
  crossTarget: -5,
  tearSource: -5,
  tearTarget: -1,
  questionBoth: 0.5,
  questionOne: -2,
  endSame: 0.1,
  endDiffers: -1,
  quoteSame: 0.3,
  quoteDiffers: 0,
};

/** Paragraphs are hardly ever torn or joined by the path, sentences now and then. */
const OF_LAYOUT: Record<Layout, Record<string, number>> = {
  paragraphs: { crossTarget: -9, tearSource: -9, tearTarget: 0 },
  sentences: {},
  // Without a lexicon most words are silent or look like names that went missing: names weigh less, beads cost less.
  paragraphsBare: {
    sourceName: 0.4,
    sourceNumber: 0.6,
    sourceOther: 0.1,
    sourceLearnt: 0.4,
    targetName: 0.4,
    targetNumber: 0.2,
    targetOther: 0.3,
    targetLearnt: 0.4,
    length: 0.7,
    bead11: -0.4,
    bead12: -0.7,
    bead21: -1.5,
    bead22: -2.6,
    bead13: -0.7,
    bead31: -2.9,
    bead23: -3,
    bead32: -4.7,
    bead14: -4.2,
    bead41: -3.9,
    bead33: -6.9,
    beadWide: -6.1,
    beadWider: -1.0,
    sourceNullOuterOpen: -5.4,
    sourceNullOuterMore: -1.2,
    sourceNullInnerOpen: -6.2,
    sourceNullInnerMore: -1.6,
    targetNullOuterOpen: -2.4,
    targetNullOuterMore: -0.7,
    targetNullInnerOpen: -13.4,
    targetNullInnerMore: -0.5,
    crossSource: -0.4,
    crossTarget: -10.0,
    tearSource: -10.9,
    tearTarget: 1.0,
    questionBoth: 0.5,
    questionOne: -2.2,
    endSame: 0,
    endDiffers: -0.8,
    quoteSame: 0.3,
    quoteDiffers: 1.1,
  },
  sentencesBare: {
    sourceName: 0.3,
    sourceNumber: 0.6,
    sourceOther: 0.2,
    sourceLearnt: 0.3,
    targetName: 0.2,
    targetNumber: 0.6,
    targetOther: -0.1,
    targetLearnt: 0.3,
    length: 0.8,
    bead11: -0.3,
    bead12: -1.5,
    bead21: -1.4,
    bead22: -2.6,
    bead13: -2.5,
    bead31: -2.7,
    bead23: -2.7,
    bead32: -4.1,
    bead14: -2.7,
    bead41: -4.3,
    bead33: -4.7,
    beadWide: -7.9,
    beadWider: -0.2,
    sourceNullOuterOpen: -3.7,
    sourceNullOuterMore: -1.4,
    sourceNullInnerOpen: -6.7,
    sourceNullInnerMore: -3.0,
    targetNullOuterOpen: -2.9,
    targetNullOuterMore: -3.0,
    targetNullInnerOpen: -11.3,
    targetNullInnerMore: -0.5,
    crossSource: -2.5,
    crossTarget: -2.5,
    tearSource: -2.7,
    tearTarget: -0.9,
    questionBoth: 0.5,
    questionOne: -1.8,
    endSame: 0,
    endDiffers: -1.2,
    quoteSame: 0.3,
    quoteDiffers: 0.1,
  },
};

/** Rates by kind until they are estimated; that of learnt words stays: they were chosen by a share of at least 0.4. */
const HITS = [0.5, 0.7, 0.9, 0.3, 0.5, 0.6];

export function startWeights(): Record<Layout, Weights> {
  const of = (layout: Layout): Weights => ({
    features: Float64Array.from(FEATURES, (name) => OF_LAYOUT[layout][name] ?? COMMON[name]),
    hits: { source: HITS, target: HITS },
    lengthFloor: 0.01,
    lengthSlope: 1.2,
    calibration: {},
  });
  return Object.fromEntries(LAYOUTS.map((layout) => [layout, of(layout)])) as Record<Layout, Weights>;
}

/**
 * How strongly a weight is held to its start, as a precision: evidence may move, the price of leaving out, joining and
 * tearing hardly. Estimated freely, that price fits the few hardest passages of one book, and news pays for it.
 */
export function precisionOf(name: string): number {
  if (/Null|null|cross|tear|quote/.test(name)) return 40;
  if (/^(bead|end|question)/.test(name)) return 12;
  return 3;
}
