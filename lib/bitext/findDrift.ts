/** Rows [from, to), from 0, whose target seems to stand `shift` rows further down (negative: up). */
export type Drift = { from: number; to: number; shift: number };

/** Rows by which a target may have slipped. */
const MOST_SHIFT = 5;
const STATES = 2 * MOST_SHIFT + 1;
/** Scale of |ln ratio| between true pairs, and where a difference stops telling more. */
const [SCALE, CAP] = [0.25, 1.5];
/** Nats that a change of shift costs: some ten rows have to agree before one is believed. */
const SWITCH = 18;
/** Characters added to each length, so that very short rows say little. */
const PADDING = 6;
/** A shorter stretch is more likely chance than drift. */
const SHORTEST = 10;

/**
 * Where rows that stand side by side no longer belong together, because one side has a row more or less: "same number
 * of lines, but drifts from row 812 on". The lengths of true pairs go together; a hidden Markov model over the shifts
 * -5..5 finds, by Viterbi's algorithm, the course of shifts that explains them best, where each change has its price.
 * It starts with no shift, and rows that are all alike never change it.
 *
 * @param source, target lengths in characters; 0 where a row is empty.
 * @returns stretches with a shift, in order. O(n) time with 121 steps a row, 11 bytes a row.
 */
export function findDrift(source: ArrayLike<number>, target: ArrayLike<number>): Drift[] {
  const rows = Math.min(source.length, target.length);
  const usual = medianLogRatio(source, target, rows);
  let best = new Float64Array(STATES).fill(SWITCH);
  best[MOST_SHIFT] = 0;
  let next = new Float64Array(STATES);
  const from = new Uint8Array(rows * STATES);
  for (let row = 0; row < rows; row++) {
    let cheapest = 0;
    for (let state = 1; state < STATES; state++) if (best[state] < best[cheapest]) cheapest = state;
    for (let state = 0; state < STATES; state++) {
      // Of changes that are worth the same the later one: a row that fits neither way is where something is missing.
      const stays = best[state] < best[cheapest] + SWITCH;
      from[row * STATES + state] = stays ? state : cheapest;
      next[state] = (stays ? best[state] : best[cheapest] + SWITCH) + cost(row, row + state - MOST_SHIFT);
    }
    [best, next] = [next, best];
  }
  function cost(i: number, j: number): number {
    if (source[i] === 0) return 0;
    // A row without counterpart speaks neither for nor against a shift as strongly as a bad pair does.
    if (j < 0 || j >= rows || target[j] === 0) return CAP / SCALE / 2;
    const off = Math.abs(Math.log((target[j] + PADDING) / (source[i] + PADDING)) - usual);
    return Math.min(off, CAP) / SCALE;
  }
  let state = 0;
  for (let k = 1; k < STATES; k++) if (best[k] < best[state]) state = k;
  const drifts: Drift[] = [];
  for (let row = rows - 1; row >= 0; row--) {
    const shift = state - MOST_SHIFT;
    const last = drifts.at(-1);
    if (shift !== 0) {
      if (last && last.from === row + 1 && last.shift === shift) last.from = row;
      else drifts.push({ from: row, to: row + 1, shift });
    }
    state = from[row * STATES + state];
  }
  return withLostRows(drifts.reverse()).filter(({ from: start, to }) => to - start >= SHORTEST);
}

/** Where a target moves up, the source rows before it have lost theirs: what stands beside them is wrong already. */
function withLostRows(drifts: readonly Drift[]): Drift[] {
  return drifts.map((drift, k) => {
    const before = drifts[k - 1];
    const step = drift.shift - (before?.to === drift.from ? before.shift : 0);
    return step < 0 ? { ...drift, from: Math.max(before?.to ?? 0, drift.from + step) } : drift;
  });
}

/** Of the first rows with both sides; a drift in them spreads it, and leaves its middle where it is. */
function medianLogRatio(source: ArrayLike<number>, target: ArrayLike<number>, rows: number): number {
  const ratios: number[] = [];
  for (let row = 0; row < rows && ratios.length < 20_000; row++)
    if (source[row] > 0 && target[row] > 0)
      ratios.push(Math.log((target[row] + PADDING) / (source[row] + PADDING)));
  ratios.sort((a, b) => a - b);
  return ratios.length ? ratios[ratios.length >> 1] : 0;
}
