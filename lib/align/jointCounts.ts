/** Expected counts of word pairs: pair k joins types source[k] and target[k]. */
export type JointCounts = {
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** times that the two translated each other, both directions agreeing */
  readonly together: Float64Array;
  /** beads that hold each type */
  readonly sourceCount: Int32Array;
  readonly targetCount: Int32Array;
};

const ROUNDS = 5;
/** Share of words that have no counterpart. */
const NOTHING = 0.2;

/**
 * IBM Model 1 (Brown et al. 1993, section 4.1) over bags of types, trained in both directions; the expected count of a
 * pair is the geometric mean of what the two say, so that a pair counts only where each is the other's first choice.
 *
 * Bags in place of sentences: a word repeated in a bead is no second witness. Words that stand in a third of all beads
 * are kept, since they must be able to claim what is theirs.
 * O(rounds · sum of |source bag| · |target bag|), 16 bytes per pair that occurs, 4 per pair and bead.
 */
export function jointCounts(
  sourceBags: readonly Int32Array[],
  targetBags: readonly Int32Array[],
  sourceTypes: number,
  targetTypes: number,
): JointCounts {
  const index = new Map<number, number>();
  const [source, target]: [number[], number[]] = [[], []];
  const sourceCount = new Int32Array(sourceTypes);
  const targetCount = new Int32Array(targetTypes);
  const pairsOf = sourceBags.map((bag, k) => {
    const other = targetBags[k];
    for (const p of bag) sourceCount[p]++;
    for (const q of other) targetCount[q]++;
    const out = new Int32Array(bag.length * other.length);
    for (let x = 0; x < bag.length; x++)
      for (let y = 0; y < other.length; y++) {
        const key = bag[x] * targetTypes + other[y];
        let at = index.get(key);
        if (at === undefined) {
          at = source.length;
          index.set(key, at);
          source.push(bag[x]);
          target.push(other[y]);
        }
        out[x * other.length + y] = at;
      }
    return out;
  });
  const sizes = sourceBags.map((bag, k) => [bag.length, targetBags[k].length] as const);
  const there = train(pairsOf, sizes, source, sourceTypes, true);
  const back = train(pairsOf, sizes, target, targetTypes, false);
  const together = there.map((count, k) => Math.sqrt(count * back[k]));
  return {
    source: Int32Array.from(source),
    target: Int32Array.from(target),
    together,
    sourceCount,
    targetCount,
  };
}

/** Expected counts of each pair when `givers` (the conditioning side) are asked which of the others they make. */
function train(
  pairsOf: readonly Int32Array[],
  sizes: readonly (readonly [number, number])[],
  givers: readonly number[],
  types: number,
  bySource: boolean,
): Float64Array {
  const pairs = givers.length;
  let table = new Float64Array(pairs).fill(1);
  let counts = new Float64Array(pairs);
  for (let round = 0; round < ROUNDS; round++) {
    counts = new Float64Array(pairs);
    for (let k = 0; k < pairsOf.length; k++) {
      const at = pairsOf[k];
      const [n, m] = sizes[k];
      const [outer, inner] = bySource ? [m, n] : [n, m];
      for (let made = 0; made < outer; made++) {
        const place = (giver: number) => (bySource ? at[giver * m + made] : at[made * m + giver]);
        let sum = 0;
        for (let giver = 0; giver < inner; giver++) sum += table[place(giver)];
        if (sum === 0) continue;
        const scale = (1 - NOTHING) / sum;
        for (let giver = 0; giver < inner; giver++) counts[place(giver)] += table[place(giver)] * scale;
      }
    }
    const total = new Float64Array(types);
    for (let k = 0; k < pairs; k++) total[givers[k]] += counts[k];
    table = counts.map((count, k) => count / total[givers[k]]);
  }
  return counts;
}
