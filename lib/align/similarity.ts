import { RUN_CONTEXT } from './alignRun';
import { fullBand } from './band';
import { BEAD_TYPES } from './beadTypes';
import { F } from './features';
import { flipInput, flipLock, isFlipped } from './flip';
import { buildLattice } from './lattice';
import { coreLexicon } from './lexicon';
import { preparePair } from './preparePair';
import type { AlignInput, Lock } from './types';
import { STORED } from './weights';

/** Cells of atoms that are scored at once: a stripe of the matrix, some 10 MB. */
const STRIPE_CELLS = 60_000;

/**
 * How well every source unit of a run goes with every target unit, in nats: what a dot plot shows.
 *
 * Two sentences are worth what the search gives them as a 1-1 bead (words both ways, lengths, endings), without
 * what it gives to 1-1 beads as such. Units of several sentences: each sentence of the side that has fewer is
 * worth its best counterpart in the other unit, and these are summed, so that a sentence stands out in the
 * paragraph that holds it. Positive speaks for the pair, negative against.
 *
 * Reads the run and RUN_CONTEXT units around it, as `alignRun` does.
 * @returns Float32Array of (i1 - i0) x (j1 - j0), row-major: the units of the source are the rows.
 * @throws RangeError if the run is not in the text. O(atoms of the source · atoms of the target).
 */
export function similarity(input: AlignInput, run: Lock): Float32Array {
  const { source, target } = input;
  const { i0, i1, j0, j1 } = run;
  if (
    !(
      0 <= i0 &&
      i0 <= i1 &&
      i1 <= source.segments.length &&
      0 <= j0 &&
      j0 <= j1 &&
      j1 <= target.segments.length
    )
  )
    throw new RangeError(`run [${i0}, ${i1}) x [${j0}, ${j1}) is not in the text`);
  if (i0 === i1 || j0 === j1) return new Float32Array(0);
  const [i, j] = [Math.max(0, i0 - RUN_CONTEXT), Math.max(0, j0 - RUN_CONTEXT)];
  const near: AlignInput = {
    ...input,
    source: { lang: source.lang, segments: source.segments.slice(i, i1 + RUN_CONTEXT) },
    target: { lang: target.lang, segments: target.segments.slice(j, j1 + RUN_CONTEXT) },
    locks: [],
    pins: [],
  };
  const within = { i0: i0 - i, i1: i1 - i, j0: j0 - j, j1: j1 - j };
  return isFlipped(near)
    ? transposed(matrix(flipInput(near), flipLock(within)), j1 - j0, i1 - i0)
    : matrix(near, within);
}

function matrix(input: AlignInput, run: Lock): Float32Array {
  const lexicon = input.lexicon === undefined ? coreLexicon() : input.lexicon;
  const parts = [{ ...run, locked: false }];
  const { pair, weights } = preparePair(
    input.source,
    input.target,
    lexicon,
    STORED,
    parts,
    [[]],
    'source',
    input.learnt,
  );
  const [first, columns] = [pair.source.first, pair.target.first.subarray(run.j0, run.j1 + 1)];
  const b0 = columns[0];
  const m = columns[columns.length - 1] - b0;
  const nats = new Float32Array((run.i1 - run.i0) * (run.j1 - run.j0));
  for (let unit = run.i0; unit < run.i1; ) {
    const from = unit++;
    while (unit < run.i1 && (first[unit + 1] - first[from] + 1) * (m + 1) <= STRIPE_CELLS) unit++;
    const a0 = first[from];
    const n = first[unit] - a0;
    const lattice = buildLattice(pair, weights.features, fullBand(n, m), a0, b0, 1);
    const score = (a: number, b: number) =>
      lattice.bead[(a * (m + 1) + b) * BEAD_TYPES.length] - weights.features[F.bead11];
    for (let row = from; row < unit; row++)
      for (let column = 0; column + 1 < columns.length; column++)
        nats[(row - run.i0) * (run.j1 - run.j0) + column] = unitNats(
          score,
          first[row] - a0,
          first[row + 1] - a0,
          columns[column] - b0,
          columns[column + 1] - b0,
        );
  }
  return nats;
}

/** Two units, as the atoms [a0, a1) and [b0, b1) of a stripe. */
function unitNats(
  score: (a: number, b: number) => number,
  a0: number,
  a1: number,
  b0: number,
  b1: number,
): number {
  const sourceIsShorter = a1 - a0 <= b1 - b0;
  const [s0, s1, l0, l1] = sourceIsShorter ? [a0, a1, b0, b1] : [b0, b1, a0, a1];
  let sum = 0;
  for (let s = s0; s < s1; s++) {
    let best = -Infinity;
    for (let l = l0; l < l1; l++) best = Math.max(best, sourceIsShorter ? score(s, l) : score(l, s));
    sum += best;
  }
  return sum;
}

function transposed(matrix: Float32Array, rows: number, columns: number): Float32Array {
  return Float32Array.from(matrix, (_, at) => matrix[(at % rows) * columns + Math.floor(at / rows)]);
}
