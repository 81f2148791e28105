import { coreLexicon } from '@/lib/align';
import { makePair } from '@/lib/align/pair';
import { readUnits } from '@/lib/align/readUnits';
import type { AlignInput } from '@/lib/align/types';
import { STORED } from '@/lib/align/weights';

/** Score of leaving out a sentence, of every further one that joins a bead, and how much words and length count. */
const SKIP = -0.3;
const JOIN = -0.1;

/**
 * A small aligner after hunalign (Varga et al. 2005), to compare with: sentences on both sides, scored by the share of
 * words that the dictionary (or equal spelling) joins and by how alike their lengths are, 1-1, 1-2, 2-1 and nulls, one
 * dynamic programme, and the paragraphs read off. Not hunalign itself: no second pass with a dictionary of its own, no
 * merging afterwards; its dictionary is ours, and so are its sentences, stems and tokens.
 */
export function hunalignLike(input: AlignInput): { ladder: Int32Array } {
  const lexicon = input.lexicon === undefined ? coreLexicon() : input.lexicon;
  const pair = makePair(input.source, input.target, lexicon, STORED.sentences);
  const { source, target, sourceTerms, targetTerms, sets } = pair;
  const [n, m] = [source.texts.length, target.texts.length];
  const words = (terms: typeof sourceTerms, k: number) => {
    const out: number[] = [];
    for (let t = terms.first[k]; t < terms.first[k + 1]; t++)
      if (terms.inner[t] !== 1) out.push(terms.type[t]);
    return out;
  };
  const own = source.texts.map((_, a) => words(sourceTerms, a));
  const other = target.texts.map((_, b) => new Set(words(targetTerms, b)));
  const ratio = target.cumulative[m] / Math.max(1, source.cumulative[n]);
  const score = (a: number, a1: number, b: number, b1: number): number => {
    let [hits, tokens, others] = [0, 0, 0];
    for (let x = a; x < a1; x++)
      for (const p of own[x]) {
        tokens++;
        for (let y = b; y < b1; y++)
          if (sets.bySource[p].some((q) => other[y].has(q))) {
            hits++;
            break;
          }
      }
    for (let y = b; y < b1; y++) others += other[y].size;
    const long = (source.cumulative[a1] - source.cumulative[a]) * ratio;
    const wide = target.cumulative[b1] - target.cumulative[b];
    const alike = Math.min(long, wide) / Math.max(long, wide);
    return hits / Math.max(1, Math.min(tokens, others)) + alike - 0.6 + JOIN * (a1 - a + b1 - b - 2);
  };
  const best = new Float64Array((n + 1) * (m + 1)).fill(-Infinity);
  const step = new Uint8Array((n + 1) * (m + 1));
  const types = [
    [1, 1],
    [1, 2],
    [2, 1],
    [1, 0],
    [0, 1],
  ] as const;
  best[0] = 0;
  for (let a = 0; a <= n; a++)
    for (let b = 0; b <= m; b++)
      for (let t = 0; t < types.length; t++) {
        const [dm, dn] = types[t];
        if (dm > a || dn > b) continue;
        const before = best[(a - dm) * (m + 1) + b - dn];
        const sum = before + (dm && dn ? score(a - dm, a, b - dn, b) : SKIP);
        if (sum > best[a * (m + 1) + b]) {
          best[a * (m + 1) + b] = sum;
          step[a * (m + 1) + b] = t;
        }
      }
  const corners: number[] = [];
  for (let [a, b] = [n, m]; a > 0 || b > 0; ) {
    corners.push(b, a);
    const [dm, dn] = types[step[a * (m + 1) + b]];
    a -= dm;
    b -= dn;
  }
  corners.push(0, 0);
  return { ladder: readUnits(Int32Array.from(corners.reverse()), source, target, 0, 0) };
}
