import type { Atoms } from './atoms';
import { type Band, transpose } from './band';
import * as beadTypes from './beadTypes';
import { endEvidence } from './endEvidence';
import { evidenceTable, type HitRates, runEvidence, type Sightings } from './evidence';
import { F } from './features';
import { joinLengths, type LengthModel, sourceLength, targetLengths } from './lengthModel';
import type { MatchSets } from './matchSets';
import { KINDS, type Terms } from './terms';

/** All that is known of a pair of texts before searching. */
export type Pair = {
  readonly source: Atoms;
  readonly target: Atoms;
  readonly sourceTerms: Terms;
  readonly targetTerms: Terms;
  readonly sets: MatchSets;
  readonly sourceSeen: Sightings;
  readonly targetSeen: Sightings;
  readonly sourceHits: HitRates;
  readonly targetHits: HitRates;
  readonly lengths: LengthModel;
};

/** The score (nats, higher is better) of every step of a path through the cells of a band. */
export type Lattice = {
  readonly band: Band;
  /** [cell][bead type]: score of the bead that starts in the cell, -Infinity if it leaves the band */
  readonly bead: Float32Array;
  /** [cell]: bead types from this number on can't start here, so that loops may end there */
  readonly most: Uint8Array;
  /** [cell]: added to a bead that starts here, unless it follows a source (target) null */
  readonly tearSource: Float32Array;
  readonly tearTarget: Float32Array;
  /** [cell][0 first of a run, 1 later]: leaving out the source (target) atom that starts here */
  readonly sourceNull: Float32Array;
  readonly targetNull: Float32Array;
  /** added to the first null of one side right after nulls of the other, by whether a target unit begins there (1) */
  readonly nullBoth: readonly [inner: number, outer: number];
};

// Copies: bundlers turn every use of an imported value into a call, an eighth of the time in the loops below.
const { BEAD_SOURCE, BEAD_TARGET, BEAD_TYPES, NARROW, WIDEST, WIDEST_OF_ALL } = beadTypes;
const TYPES = BEAD_TYPES.length;
const join = joinLengths;

/** Lengths of a wide bead's sides, target over what the source makes one expect: others are not tried. */
const [LEAST_SHARE, MOST_SHARE] = [0.45, 2.2];

/**
 * Scores every step inside source atoms [a0, a0+n) and target atoms [b0, b0+m), as `band` restricts it.
 * Linear in `weights` (order of FEATURES), so that the script that estimates them can read features off it.
 * `tried`: how many bead types, from the first, are tried at all; `tick` hears the share done now and then.
 * O(cells · types).
 */
export function buildLattice(
  pair: Pair,
  weights: Float64Array,
  band: Band,
  a0: number,
  b0: number,
  tried: number = TYPES,
  tick?: (share: number) => void,
): Lattice {
  const { source, target } = pair;
  const { n, m } = band;
  const sourceCumulative = source.cumulative;
  const targetCumulative = target.cumulative;
  const forward = evidenceTable(
    pair.sourceTerms,
    pair.sourceSeen,
    pair.sourceHits,
    weights.subarray(F.sourceLexicon, F.sourceLexicon + KINDS),
    targetCumulative,
    band,
    a0,
    b0,
  );
  const flipped = transpose(band);
  const backward = evidenceTable(
    pair.targetTerms,
    pair.targetSeen,
    pair.targetHits,
    weights.subarray(F.targetLexicon, F.targetLexicon + KINDS),
    sourceCumulative,
    flipped,
    b0,
    a0,
  );
  const sourceRun = (atom: number, first: number, last: number) =>
    runEvidence(
      pair.sourceTerms,
      pair.sourceSeen,
      pair.sourceHits,
      weights,
      targetCumulative,
      atom,
      first,
      last,
    );
  const targetWeights = weights.subarray(F.targetLexicon, F.targetLexicon + KINDS);
  const targetRun = (atom: number, first: number, last: number) =>
    runEvidence(
      pair.targetTerms,
      pair.targetSeen,
      pair.targetHits,
      targetWeights,
      sourceCumulative,
      atom,
      first,
      last,
    );
  const bead = new Float32Array(band.cells * TYPES).fill(-Infinity);
  const most = new Uint8Array(band.cells);
  const tearSource = new Float32Array(band.cells);
  const tearTarget = new Float32Array(band.cells);
  const sourceNull = new Float32Array(band.cells * 2).fill(-Infinity);
  const targetNull = new Float32Array(band.cells * 2).fill(-Infinity);
  const ends = endEvidence(weights);
  const lengthWeight = weights[F.length];
  const [crossSource, crossTarget] = [weights[F.crossSource], weights[F.crossTarget]];
  const priors = Float64Array.from(BEAD_TYPES, ([dm, dn], t) =>
    t < NARROW ? weights[F.bead11 + t] : weights[F.beadWide] + (dm + dn - 6) * weights[F.beadWider],
  );
  const targetParts = targetLengths(pair.lengths, targetCumulative, b0, m);
  const expectedLog = new Float64Array(WIDEST_OF_ALL + 1);
  const sd = new Float64Array(WIDEST_OF_ALL + 1);
  const density = new Float64Array(WIDEST_OF_ALL + 1);
  /** Wide beads grow with their long side: if the narrowest of them does not fit, none does. */
  const wideFits = (a: number, b: number): boolean => {
    const share = (da: number, db: number) =>
      (targetCumulative[b0 + b + db] - targetCumulative[b0 + b]) /
      ((sourceCumulative[a0 + a + da] - sourceCumulative[a0 + a]) * pair.lengths.ratio);
    return (
      (a < n && b + WIDEST < m && share(1, WIDEST + 1) <= MOST_SHARE) ||
      (b < m && a + WIDEST < n && share(WIDEST + 1, 1) >= LEAST_SHARE)
    );
  };
  for (let a = 0; a <= n; a++) {
    if ((a & 511) === 0) tick?.(a / (n + 1));
    for (let dm = 1; dm <= WIDEST_OF_ALL && a + dm <= n; dm++) {
      const own = sourceLength(pair.lengths, sourceCumulative[a0 + a + dm] - sourceCumulative[a0 + a]);
      expectedLog[dm] = own.expectedLog;
      sd[dm] = own.sd;
      density[dm] = own.density;
    }
    for (let b = band.lo[a]; b <= band.hi[a]; b++) {
      const cell = band.start[a] + b - band.lo[a];
      const onSource = source.border[a0 + a];
      const onTarget = target.border[b0 + b];
      if (!onSource && onTarget) tearSource[cell] = weights[F.tearSource];
      if (onSource && !onTarget) tearTarget[cell] = weights[F.tearTarget];
      if (a < n && b >= band.lo[a + 1]) {
        sourceNull[cell * 2] = weights[onTarget ? F.sourceNullOuterOpen : F.sourceNullInnerOpen];
        sourceNull[cell * 2 + 1] = weights[onTarget ? F.sourceNullOuterMore : F.sourceNullInnerMore];
      }
      if (b < band.hi[a]) {
        targetNull[cell * 2] = weights[onSource && onTarget ? F.targetNullOuterOpen : F.targetNullInnerOpen];
        targetNull[cell * 2 + 1] =
          weights[onSource && onTarget ? F.targetNullOuterMore : F.targetNullInnerMore];
      }
      const last = tried <= NARROW || wideFits(a, b) ? tried : NARROW;
      for (let t = 0; t < last; t++) {
        const dm = BEAD_SOURCE[t];
        const dn = BEAD_TARGET[t];
        const a1 = a + dm;
        const b1 = b + dn;
        if (a1 > n || b1 > m || b1 < band.lo[a1] || b1 > band.hi[a1]) continue;
        const sourceLetters = sourceCumulative[a0 + a1] - sourceCumulative[a0 + a];
        const targetLetters = targetCumulative[b0 + b1] - targetCumulative[b0 + b];
        if (t >= NARROW) {
          const share = targetLetters / (sourceLetters * pair.lengths.ratio);
          if (share < LEAST_SHARE || share > MOST_SHARE) continue;
        }
        let score = priors[t];
        let inside = 0;
        for (let k = a; k < a1; k++) {
          // A row further down may start right of b: the evidence then lies outside the band.
          if (b < band.lo[k] || b > band.hi[k]) inside = 1;
          else if (dn <= WIDEST) score += forward[(band.start[k] + b - band.lo[k]) * WIDEST + dn - 1];
          else score += sourceRun(a0 + k, b0 + b, b0 + b1);
          if (k > a && t < NARROW && source.border[a0 + k]) score += crossSource;
        }
        for (let k = b; k < b1; k++) {
          if (a < flipped.lo[k] || a > flipped.hi[k]) inside = 1;
          else if (dm <= WIDEST) score += backward[(flipped.start[k] + a - flipped.lo[k]) * WIDEST + dm - 1];
          else score += targetRun(b0 + k, a0 + a, a0 + a1);
          if (k > b && target.border[b0 + k]) score += crossTarget;
        }
        if (inside) continue;
        if (lengthWeight !== 0) {
          const at = b * WIDEST_OF_ALL + dn - 1;
          score +=
            lengthWeight *
            join(expectedLog[dm], sd[dm], density[dm], targetParts.log[at], targetParts.blind[at]);
        }
        score += ends[source.ending[a0 + a1 - 1] * 16 + target.ending[b0 + b1 - 1]];
        bead[cell * TYPES + t] = score;
        most[cell] = t + 1;
      }
    }
  }
  const nullBoth = [weights[F.nullBothInner], weights[F.nullBothOuter]] as const;
  return { band, bead, most, tearSource, tearTarget, sourceNull, targetNull, nullBoth };
}
