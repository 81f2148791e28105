import type { Atoms } from './atoms';
import { type Band, transpose } from './band';
import { BEAD_TYPES, NARROW, WIDEST, WIDEST_OF_ALL } from './beadTypes';
import { evidenceTable, type HitRates, runEvidence, type Sightings } from './evidence';
import { F } from './features';
import { joinLengths, type LengthModel, sourceLength, targetLength } from './lengthModel';
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
  /** [cell]: added to a bead that starts here, unless it follows a source (target) null */
  readonly tearSource: Float32Array;
  readonly tearTarget: Float32Array;
  /** [cell][0 first of a run, 1 later]: leaving out the source (target) atom that starts here */
  readonly sourceNull: Float32Array;
  readonly targetNull: Float32Array;
  /** added to the first null of one side right after nulls of the other, by whether a target unit begins there (1) */
  readonly nullBoth: readonly [inner: number, outer: number];
};

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
  tried: number = BEAD_TYPES.length,
  tick?: (share: number) => void,
): Lattice {
  const { source, target } = pair;
  const { n, m } = band;
  const types = BEAD_TYPES.length;
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
  const bead = new Float32Array(band.cells * types).fill(-Infinity);
  const tearSource = new Float32Array(band.cells);
  const tearTarget = new Float32Array(band.cells);
  const sourceNull = new Float32Array(band.cells * 2).fill(-Infinity);
  const targetNull = new Float32Array(band.cells * 2).fill(-Infinity);
  const lengthWeight = weights[F.length];
  const targetParts = targetLengths(pair.lengths, targetCumulative, b0, m);
  const expectedLog = new Float64Array(WIDEST_OF_ALL + 1);
  const sd = new Float64Array(WIDEST_OF_ALL + 1);
  const density = new Float64Array(WIDEST_OF_ALL + 1);
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
      for (let t = 0; t < tried; t++) {
        const [dm, dn] = BEAD_TYPES[t];
        const a1 = a + dm;
        const b1 = b + dn;
        if (a1 > n || b1 > m || b1 < band.lo[a1] || b1 > band.hi[a1]) continue;
        const sourceLetters = sourceCumulative[a0 + a1] - sourceCumulative[a0 + a];
        const targetLetters = targetCumulative[b0 + b1] - targetCumulative[b0 + b];
        if (t >= NARROW) {
          const share = targetLetters / (sourceLetters * pair.lengths.ratio);
          if (share < 0.45 || share > 2.2) continue;
        }
        let score =
          t < NARROW ? weights[F.bead11 + t] : weights[F.beadWide] + (dm + dn - 6) * weights[F.beadWider];
        let inside = 0;
        for (let k = a; k < a1; k++) {
          // A row further down may start right of b: the evidence then lies outside the band.
          if (b < band.lo[k] || b > band.hi[k]) inside = 1;
          else if (dn <= WIDEST) score += forward[(band.start[k] + b - band.lo[k]) * WIDEST + dn - 1];
          else score += sourceRun(a0 + k, b0 + b, b0 + b1);
          if (k > a && t < NARROW && source.border[a0 + k]) score += weights[F.crossSource];
        }
        for (let k = b; k < b1; k++) {
          if (a < flipped.lo[k] || a > flipped.hi[k]) inside = 1;
          else if (dm <= WIDEST) score += backward[(flipped.start[k] + a - flipped.lo[k]) * WIDEST + dm - 1];
          else score += targetRun(b0 + k, a0 + a, a0 + a1);
          if (k > b && target.border[b0 + k]) score += weights[F.crossTarget];
        }
        if (inside) continue;
        if (lengthWeight !== 0) {
          const at = b * WIDEST_OF_ALL + dn - 1;
          score +=
            lengthWeight *
            joinLengths(expectedLog[dm], sd[dm], density[dm], targetParts.log[at], targetParts.blind[at]);
        }
        score += endEvidence(source.ending[a0 + a1 - 1], target.ending[b0 + b1 - 1], weights);
        bead[cell * types + t] = score;
      }
    }
  }
  const nullBoth = [weights[F.nullBothInner], weights[F.nullBothOuter]] as const;
  return { band, bead, tearSource, tearTarget, sourceNull, targetNull, nullBoth };
}

/** The target's part of the length evidence of every run [b, b+dn): index b·WIDEST_OF_ALL + dn - 1. */
function targetLengths(model: LengthModel, cumulative: Float64Array, b0: number, m: number) {
  const log = new Float64Array((m + 1) * WIDEST_OF_ALL);
  const blind = new Float64Array((m + 1) * WIDEST_OF_ALL);
  for (let b = 0; b < m; b++)
    for (let dn = 1; dn <= WIDEST_OF_ALL && b + dn <= m; dn++) {
      const part = targetLength(model, cumulative[b0 + b + dn] - cumulative[b0 + b]);
      log[b * WIDEST_OF_ALL + dn - 1] = part.log;
      blind[b * WIDEST_OF_ALL + dn - 1] = part.blind;
    }
  return { log, blind };
}

function endEvidence(s: number, t: number, weights: Float64Array): number {
  const x = s & 7;
  const y = t & 7;
  let score = 0;
  if (x === 2 && y === 2) score += weights[F.questionBoth];
  else if (x === 2 || y === 2) score += weights[F.questionOne];
  else score += weights[x === y ? F.endSame : F.endDiffers];
  if (s & 8 || t & 8) score += weights[(s & 8) === (t & 8) ? F.quoteSame : F.quoteDiffers];
  return score;
}
