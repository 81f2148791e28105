import { FEATURES } from './features';
import asset from './weights.asset.json';

/** What was estimated from data: see scripts/engine-weights.ts. */
export type Weights = {
  /** one per feature, in the order of FEATURES */
  readonly features: Float64Array;
  /** chance that a term of each kind is rendered recognisably, source to target and back */
  readonly sourceHits: readonly number[];
  readonly targetHits: readonly number[];
  readonly lengthFloor: number;
  readonly lengthSlope: number;
  /** beads of the first search from which words are learnt; 0 if left out */
  readonly learnFrom?: number;
};

/** What target units are, paragraphs of several sentences or sentences; `Bare` where no lexicon knows both languages. */
export const LAYOUTS = ['paragraphs', 'sentences', 'paragraphsBare', 'sentencesBare'] as const;

export type Layout = (typeof LAYOUTS)[number];

type Stored = Omit<Weights, 'features'> & { readonly features: Readonly<Record<string, number>> };

/** Weights by name, as the asset keeps them, in the order of FEATURES. @throws RangeError if one is missing. */
export function readWeights(stored: Stored): Weights {
  const features = Float64Array.from(FEATURES, (name) => {
    const weight = stored.features[name];
    if (weight === undefined) throw new RangeError(`weights: no ${name}`);
    return weight;
  });
  return { ...stored, features };
}

/** The sets of weights in an asset. */
export function readLayouts(stored: Readonly<Record<Layout, Stored>>): Record<Layout, Weights> {
  return {
    paragraphs: readWeights(stored.paragraphs),
    sentences: readWeights(stored.sentences),
    paragraphsBare: readWeights(stored.paragraphsBare),
    sentencesBare: readWeights(stored.sentencesBare),
  };
}

/** The weights that came with the engine. */
export const STORED: Readonly<Record<Layout, Weights>> = readLayouts(asset);
