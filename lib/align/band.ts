/**
 * Where the search looks: for each source index a in 0..n the target indexes lo[a]..hi[a] (inclusive).
 * Both ends never go down; 0,0 and n,m are inside. Cell (a, b) has index start[a] + b - lo[a].
 */
export type Band = {
  readonly n: number;
  readonly m: number;
  readonly lo: Int32Array;
  readonly hi: Int32Array;
  readonly start: Int32Array;
  readonly cells: number;
};

export function makeBand(n: number, m: number, lo: Int32Array, hi: Int32Array): Band {
  const start = new Int32Array(n + 1);
  let cells = 0;
  for (let a = 0; a <= n; a++) {
    start[a] = cells;
    cells += hi[a] - lo[a] + 1;
  }
  return { n, m, lo, hi, start, cells };
}

/** The whole grid: (n+1)(m+1) cells. */
export function fullBand(n: number, m: number): Band {
  return makeBand(n, m, new Int32Array(n + 1), new Int32Array(n + 1).fill(m));
}

/** The same cells seen from the target side. */
export function transpose(band: Band): Band {
  const { n, m } = band;
  const lo = new Int32Array(m + 1).fill(n);
  const hi = new Int32Array(m + 1);
  for (let a = 0; a <= n; a++) {
    for (let b = band.lo[a]; b <= band.hi[a]; b++) {
      if (a < lo[b]) lo[b] = a;
      if (a > hi[b]) hi[b] = a;
    }
  }
  return makeBand(m, n, lo, hi);
}
