import { FEATURES } from './features';
import asset from './weights.asset.json';

/** What was estimated from data: see scripts/engine-weights.ts. */
export type Weights = {
  /** one per feature, in the order of FEATURES */
  readonly features: Float64Array;
  readonly hits: HitRates;
  readonly lengthFloor: number;
  readonly lengthSlope: number;
  readonly calibration: Calibration;
  /** nats that a short text without nulls has ahead of one with nulls on both sides, see `wholeness` */
  readonly wholeAhead: number;
  /** beads of the first search from which words are learnt; 0 if left out */
  readonly learnFrom?: number;
};

/** Chance that a term is rendered recognisably in its translation, by kind (order of KIND), source to target and back. */
export type HitRates = { readonly source: readonly number[]; readonly target: readonly number[] };

/** Platt (1999): logit of the probability times slope plus shift, for beads and for nulls, by target language. */
export type Calibration = Readonly<Record<string, { readonly bead: Line; readonly null: Line }>>;
export type Line = readonly [slope: number, shift: number];

/** What target units are, paragraphs of several sentences or sentences; `Bare` where no lexicon knows both languages. */
export const LAYOUTS = ['paragraphs', 'sentences', 'paragraphsBare', 'sentencesBare'] as const;

export type Layout = (typeof LAYOUTS)[number];

/** JSON knows no tuples. */
type StoredLines = { readonly bead: readonly number[]; readonly null: readonly number[] };

/** The asset: what all layouts share, and the features and calibration of each. */
export type StoredWeights = {
  readonly hits: HitRates;
  readonly lengthFloor: number;
  readonly lengthSlope: number;
  readonly layouts: Readonly<
    Record<
      Layout,
      {
        readonly features: Readonly<Record<string, number>>;
        readonly wholeAhead: number;
        readonly calibration: Readonly<Record<string, StoredLines>>;
      }
    >
  >;
};

/** The sets of weights in an asset. @throws RangeError if a feature is missing. */
export function readLayouts(stored: StoredWeights): Record<Layout, Weights> {
  const { hits, lengthFloor, lengthSlope } = stored;
  const read = (layout: Layout): Weights => {
    const { features, calibration, wholeAhead } = stored.layouts[layout];
    return {
      features: Float64Array.from(FEATURES, (name) => {
        const weight = features[name];
        if (weight === undefined) throw new RangeError(`weights: no ${name} for ${layout}`);
        return weight;
      }),
      hits,
      lengthFloor,
      lengthSlope,
      calibration: calibration as Calibration,
      wholeAhead,
    };
  };
  return Object.fromEntries(LAYOUTS.map((layout) => [layout, read(layout)])) as Record<Layout, Weights>;
}

/** The weights that came with the engine. */
export const STORED: Readonly<Record<Layout, Weights>> = readLayouts(asset as StoredWeights);
