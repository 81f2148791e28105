import type { Pair } from './lattice';
import type { MatchSets } from './matchSets';

/** A pair must be seen this often in beads of the first search: what one bead says of itself is no news. */
const SEEN = 3;
/** Share of the places of either word at which the other is there too. */
const SHARE = 0.4;
/** Dunning's log-likelihood ratio from which two words belong together (p < 0.0005). */
const RATIO = 12;
/**
 * Beads of a long text that are learnt from at a time: a word that means one thing in a chapter means others in a book.
 * On 14,000 verses (vi) F1 is 0.9855 learning from all at once, 0.9900 by thousands, 0.9902 by five hundreds.
 */
const STRETCH = 500;

/**
 * Words that translate each other in this very text though no lexicon says so: pairs that share the beads of the first
 * search far more often than chance (Dunning 1993, with the mutual shares that Melamed 2000 asks for).
 *
 * Moore (2002) trains IBM Model 1 on the first pass for the same end; in texts of a chapter's length, counts of whole
 * beads with a threshold say the same and cannot overfit a single bead.
 * @param beads corners (a0, b0, a1, b1) of the linked beads, absolute
 * @returns pairs of types (source, target), each pair once. O(sum of source terms · target terms of the beads)
 */
export function learnPairs(pair: Pair, beads: readonly (readonly number[])[]): [number, number][] {
  const found = new Map<number, [number, number]>();
  const width = pair.targetTerms.keys.length;
  const stretches = Math.max(1, Math.floor(beads.length / STRETCH));
  for (let k = 0; k < stretches; k++) {
    const from = Math.floor((k * beads.length) / stretches);
    const to = Math.floor(((k + 1) * beads.length) / stretches);
    for (const one of pairsIn(pair, beads.slice(from, to))) found.set(one[0] * width + one[1], one);
  }
  return [...found.values()];
}

function pairsIn(pair: Pair, used: readonly (readonly number[])[]): [number, number][] {
  const { sourceTerms, targetTerms } = pair;
  const sourceCount = new Int32Array(sourceTerms.keys.length);
  const targetCount = new Int32Array(targetTerms.keys.length);
  const bags = used.map(([a0, b0, a1, b1]) => [bag(sourceTerms, a0, a1), bag(targetTerms, b0, b1)] as const);
  for (const [source, target] of bags) {
    for (const p of source) sourceCount[p]++;
    for (const q of target) targetCount[q]++;
  }
  const most = Math.max(SEEN, used.length / 4);
  const telling = (count: number) => count >= SEEN && count <= most;
  const together = new Map<number, number>();
  const width = targetTerms.keys.length;
  for (const [source, target] of bags) {
    const rare = target.filter((q) => telling(targetCount[q]));
    for (const p of source)
      if (telling(sourceCount[p]))
        for (const q of rare) together.set(p * width + q, (together.get(p * width + q) ?? 0) + 1);
  }
  const out: [number, number][] = [];
  for (const [key, count] of together) {
    const q = key % width;
    const p = (key - q) / width;
    if (count < SEEN || count < SHARE * sourceCount[p] || count < SHARE * targetCount[q]) continue;
    if (likelihoodRatio(count, sourceCount[p], targetCount[q], used.length) >= RATIO) out.push([p, q]);
  }
  return out;
}

/** Match sets with further pairs. */
export function withPairs(sets: MatchSets, pairs: readonly (readonly [number, number])[]): MatchSets {
  const add = (lists: readonly number[][], side: 0 | 1) => {
    const out = lists.map((list) => list);
    for (const pair of pairs) {
      const [own, other] = [pair[side], pair[1 - side]];
      if (!out[own].includes(other)) out[own] = [...out[own], other].sort((x, y) => x - y);
    }
    return out;
  };
  return { bySource: add(sets.bySource, 0), byTarget: add(sets.byTarget, 1) };
}

function bag(terms: Pair['sourceTerms'], first: number, last: number): number[] {
  const types = new Set<number>();
  for (let t = terms.first[first]; t < terms.first[last]; t++)
    if (terms.inner[t] === 0) types.add(terms.type[t]);
  return [...types];
}

/** Dunning (1993), -2 ln lambda for two events that occur x and y times, together xy times, in n beads. */
function likelihoodRatio(xy: number, x: number, y: number, n: number): number {
  const cell = (seen: number, expected: number) => (seen > 0 ? seen * Math.log(seen / expected) : 0);
  return (
    2 *
    (cell(xy, (x * y) / n) +
      cell(x - xy, (x * (n - y)) / n) +
      cell(y - xy, ((n - x) * y) / n) +
      cell(n - x - y + xy, ((n - x) * (n - y)) / n))
  );
}
