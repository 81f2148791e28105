/** A bead as index lists: source units, target units, ascending. One side may be empty. */
export type IndexBead = readonly [source: readonly number[], target: readonly number[]];

/** Counts of one or more documents: add them up before taking shares. */
export type Counts = {
  readonly predicted: number;
  readonly predictedStrict: number;
  readonly predictedLax: number;
  readonly gold: number;
  readonly goldStrict: number;
  readonly goldLax: number;
};

export type Scores = {
  precisionStrict: number;
  recallStrict: number;
  f1Strict: number;
  precisionLax: number;
  recallLax: number;
  f1Lax: number;
};

export const NOTHING: Counts = {
  predicted: 0,
  predictedStrict: 0,
  predictedLax: 0,
  gold: 0,
  goldStrict: 0,
  goldLax: 0,
};

/**
 * Counts for strict and lax precision and recall, as Vecalign's scorer and Sennrich & Volk (2011) count.
 *
 * A null bead of n units counts as n null beads of one, and a unit that no bead mentions as a null bead. Precision is
 * over all predicted beads, recall over the gold beads with two sides. Strict: the same bead; lax: one pair of units in
 * common (an exact match always counts). @throws RangeError on an index outside the text.
 */
export function countBeads(
  predicted: readonly IndexBead[],
  gold: readonly IndexBead[],
  n: number,
  m: number,
): Counts {
  for (const [s, t] of predicted)
    for (const [list, size] of [
      [s, n],
      [t, m],
    ] as const)
      for (const k of list)
        if (!(k >= 0 && k < size)) throw new RangeError(`index ${k} outside 0..${size - 1}`);
  const test = canonical(predicted, n, m);
  const truth = canonical(gold, n, m);
  const [p, ps, pl] = hits(test, truth);
  const [g, gs, gl] = hits(twoSided(truth), twoSided(test));
  return { predicted: p, predictedStrict: ps, predictedLax: pl, gold: g, goldStrict: gs, goldLax: gl };
}

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    predicted: a.predicted + b.predicted,
    predictedStrict: a.predictedStrict + b.predictedStrict,
    predictedLax: a.predictedLax + b.predictedLax,
    gold: a.gold + b.gold,
    goldStrict: a.goldStrict + b.goldStrict,
    goldLax: a.goldLax + b.goldLax,
  };
}

/** Shares; 0 where there is nothing to divide by. */
export function scores(c: Counts): Scores {
  const share = (x: number, y: number) => (y === 0 ? 0 : x / y);
  const f1 = (p: number, r: number) => share(2 * p * r, p + r);
  const precisionStrict = share(c.predictedStrict, c.predicted);
  const recallStrict = share(c.goldStrict, c.gold);
  const precisionLax = share(c.predictedLax, c.predicted);
  const recallLax = share(c.goldLax, c.gold);
  return {
    precisionStrict,
    recallStrict,
    f1Strict: f1(precisionStrict, recallStrict),
    precisionLax,
    recallLax,
    f1Lax: f1(precisionLax, recallLax),
  };
}

type Canonical = Map<string, IndexBead>;

function canonical(beads: readonly IndexBead[], n: number, m: number): Canonical {
  const out: Canonical = new Map();
  const source = new Uint8Array(n);
  const target = new Uint8Array(m);
  for (const bead of beads) {
    if (bead[0].length === 0 || bead[1].length === 0) continue;
    const s = [...new Set(bead[0])].sort((x, y) => x - y);
    const t = [...new Set(bead[1])].sort((x, y) => x - y);
    out.set(`${s}|${t}`, [s, t]);
    for (const i of s) source[i] = 1;
    for (const j of t) target[j] = 1;
  }
  for (let i = 0; i < n; i++) if (!source[i]) out.set(`${i}|`, [[i], []]);
  for (let j = 0; j < m; j++) if (!target[j]) out.set(`|${j}`, [[], [j]]);
  return out;
}

function twoSided(beads: Canonical): Canonical {
  return new Map([...beads].filter(([, [s, t]]) => s.length > 0 && t.length > 0));
}

function hits(beads: Canonical, other: Canonical): [number, number, number] {
  const grid = new Set<string>();
  for (const [s, t] of other.values()) for (const i of s) for (const j of t) grid.add(`${i},${j}`);
  let strict = 0;
  let lax = 0;
  for (const [key, [s, t]] of beads) {
    if (other.has(key)) {
      strict++;
      lax++;
    } else if (s.some((i) => t.some((j) => grid.has(`${i},${j}`)))) lax++;
  }
  return [beads.size, strict, lax];
}
