/** How far the length of a translation strays from its source's, from clean pairs. */
import { lengthChars } from '@/lib/text';
import type { Corpus } from './corpus';

/**
 * Floor and slope of the squared spread of the log ratio (see `lengthModel`), the best of a grid by likelihood under Student's
 * t with 4 degrees of freedom. The ratio is each text's own.
 */
export function estimateLengths(corpus: Corpus): { floor: number; slope: number } {
  const seen: { letters: number; off: number }[] = [];
  for (const text of corpus.pairs) {
    const lengths = text.pairs.map((pair) => pair.map((side) => Math.max(1, lengthChars(side))));
    const sum = (side: 0 | 1) => lengths.reduce((total, pair) => total + pair[side], 0);
    const ratio = sum(1) / sum(0);
    for (const [source, target] of lengths)
      seen.push({ letters: source, off: Math.log(target / (ratio * source)) });
  }
  let best = { floor: 0.01, slope: 1.2, value: -Infinity };
  for (const floor of [0.002, 0.005, 0.01, 0.015, 0.02, 0.03, 0.04])
    for (const slope of [0.4, 0.6, 0.8, 1, 1.2, 1.5, 2, 2.5]) {
      let value = 0;
      for (const { letters, off } of seen) {
        const sd = Math.sqrt(floor + slope / letters);
        value -= Math.log(sd) + 2.5 * Math.log1p((off / sd) ** 2 / 4);
      }
      if (value > best.value) best = { floor, slope, value };
    }
  return { floor: best.floor, slope: best.slope };
}
