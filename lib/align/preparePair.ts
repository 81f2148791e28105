import { bandAround, chooseBand } from './anchors';
import type { Band } from './band';
import { buildLattice, type Pair } from './lattice';
import { learnPairs } from './learnPairs';
import type { LearntLexicon } from './learnt';
import type { Lexicon } from './lexicon';
import { knowsBoth, makePair, withLearnt } from './pair';
import { constrain, type PinBox, pinBoxes } from './pins';
import { bestPath } from './search';
import type { AlignSide, Pin } from './types';
import type { Region } from './walls';
import type { Layout, Weights } from './weights';

/** Mean letters of a target unit over those of a source unit from which units count as paragraphs. */
const PARAGRAPHS_FROM = 1.35;

/** Above this size the first search tries 1-1, 1-2 and 2-1 only. */
const COARSE_CELLS = 260_000;
/**
 * The second search stays this near to the path of the first: its corners so many atoms before and after, and a margin.
 * Closer (8 and 5) loses half a point on S20, so that only long texts, where time counts, are held shorter.
 */
const NEAR = { reach: 20, margin: 10 };
const NEAR_IN_LONG = { reach: 10, margin: 6 };
/** In long texts corners this many steps from a null do not hold the band. */
const CALM = 3;
/** But a band that grows beyond this because of them is not worth its time: a chapter that is missing stays missing. */
const MOST_OPENED = 1.5;
/** Share of preparing done when the texts are read, and when all parts are searched for the first time. */
const READING = 0.3;
const SEARCHED = 0.9;

/** A pair of texts ready to be searched: with the length ratio and layout that a first search found. */
export type Prepared = {
  readonly pair: Pair;
  readonly weights: Weights;
  readonly bands: readonly (Band | null)[];
  /** pins of each part, in atoms */
  readonly boxes: readonly (readonly PinBox[])[];
};

/**
 * First look at two texts: which layout they have, and how long translations really are here.
 *
 * A search with the language's usual length ratio finds beads; their own ratio then takes its place, as Gale & Church
 * (1993) advise for every new corpus, and pairs of words that keep company in the beads join the evidence. Locked beads
 * count as found. The second search is bound to a band around the path
 * of the first.
 */
export function preparePair(
  source: AlignSide,
  target: AlignSide,
  lexicon: Lexicon | null,
  all: Readonly<Record<Layout, Weights>>,
  parts: readonly Region[],
  pins: readonly (readonly Pin[])[] = parts.map(() => []),
  owner: PinBox['owner'] = 'source',
  taught?: LearntLexicon,
  onProgress?: (share: number) => void,
): Prepared {
  const tick = (share: number) => onProgress?.(READING * share);
  const rough = withTextRatio(makePair(source, target, lexicon, all.paragraphs, taught, tick));
  tick(1);
  const mean = (letters: Float64Array, units: number) => letters[letters.length - 1] / Math.max(1, units);
  const size =
    mean(rough.target.cumulative, target.segments.length) /
    (mean(rough.source.cumulative, source.segments.length) * rough.lengths.ratio);
  const bare = !knowsBoth(lexicon, source.lang, target.lang);
  const weights = all[`${size >= PARAGRAPHS_FROM ? 'paragraphs' : 'sentences'}${bare ? 'Bare' : ''}`];
  // 300 letters at the usual ratio keep a handful of sentences from deciding.
  const found = { source: 300, target: 300 * rough.lengths.ratio };
  const beads: number[][] = [];
  const link = (a0: number, b0: number, a1: number, b1: number) => {
    if (a0 === a1 || b0 === b1) return;
    beads.push([a0, b0, a1, b1]);
    found.source += rough.source.cumulative[a1] - rough.source.cumulative[a0];
    found.target += rough.target.cumulative[b1] - rough.target.cumulative[b0];
  };
  const boxes = pins.map((list) => pinBoxes(list, rough.source, rough.target, owner));
  const bands = parts.map((part, k) => {
    const [a0, a1] = [rough.source.first[part.i0], rough.source.first[part.i1]];
    const [b0, b1] = [rough.target.first[part.j0], rough.target.first[part.j1]];
    if (part.locked) {
      link(a0, b0, a1, b1);
      return null;
    }
    const before = source.segments.length > 0 ? part.i0 / source.segments.length : 0;
    const share = source.segments.length > 0 ? (part.i1 - part.i0) / source.segments.length : 1;
    const searched = (done: number) => onProgress?.(READING + (SEARCHED - READING) * (before + share * done));
    const band = chooseBand(rough, a0, a1, b0, b1, boxes[k]);
    searched(0.3);
    const long = band.cells > COARSE_CELLS;
    const tried = long ? 3 : undefined;
    const path = bestPath(
      constrain(
        buildLattice(rough, weights.features, band, a0, b0, tried, (done) => searched(0.3 + 0.6 * done)),
        boxes[k],
        a0,
        b0,
      ),
      rough.target.border,
      b0,
    );
    for (let c = 0; c + 3 < path.length; c += 2)
      link(a0 + path[c], b0 + path[c + 1], a0 + path[c + 2], b0 + path[c + 3]);
    const { reach, margin } = long ? NEAR_IN_LONG : NEAR;
    const near = bandAround(points(path), band.n, band.m, reach, margin);
    if (!long) return near;
    const opened = bandAround(calmPoints(path), band.n, band.m, reach, margin);
    return opened.cells <= MOST_OPENED * near.cells ? opened : near;
  });
  const lengths = { ...rough.lengths, ratio: found.target / found.source };
  const learnt = beads.length >= (weights.learnFrom ?? 0) ? learnPairs(rough, beads) : [];
  return { pair: withLearnt({ ...rough, lengths }, learnt), weights, bands, boxes };
}

function points(path: Int32Array): { a: number; b: number }[] {
  return Array.from({ length: path.length / 2 }, (_, k) => ({ a: path[2 * k], b: path[2 * k + 1] }));
}

/**
 * Corners of a path that have no null near them: where the first search left text out, the second one looks at all of the
 * place again, however far the nearest calm corners are.
 */
function calmPoints(path: Int32Array): { a: number; b: number }[] {
  const all = points(path);
  const isNull = (k: number) => all[k].a === all[k - 1].a || all[k].b === all[k - 1].b;
  const calm = new Uint8Array(all.length).fill(1);
  for (let k = 1; k < all.length; k++)
    if (isNull(k)) calm.fill(0, Math.max(1, k - 1 - CALM), Math.min(all.length - 1, k + CALM));
  return all.filter((_, k) => calm[k]);
}

/**
 * The pair with the ratio of all letters to begin with, within a quarter of the language's usual one: nulls on one side
 * must not bend it further.
 */
function withTextRatio(pair: Pair): Pair {
  const letters = (side: Pair['source']) => side.cumulative[side.cumulative.length - 1];
  const usual = pair.lengths.ratio;
  const whole = (letters(pair.target) + 300 * usual) / (letters(pair.source) + 300);
  const ratio = Math.min(1.25 * usual, Math.max(0.8 * usual, whole));
  return { ...pair, lengths: { ...pair.lengths, ratio } };
}
