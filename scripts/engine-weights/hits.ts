/** How often terms are rendered recognisably, from clean pairs. */
import { coreLexicon } from '@/lib/align/lexicon';
import { lowerBound } from '@/lib/align/lowerBound';
import { makePair } from '@/lib/align/pair';
import { KIND, KINDS } from '@/lib/align/terms';
import type { HitRates, Weights } from '@/lib/align/weights';
import type { Corpus } from './corpus';

/** Sightings, by the chance that one stands there anyway, and misses. */
type Seen = { readonly chances: number[]; misses: number };

/** Pairs read at a time: term rates are those of a text of this length. */
const TEXT = 800;

/**
 * Rate p of each kind: the chance of a sighting is p + (1-p)q, with q that of a sighting by chance.
 *
 * Rates of single entries were tried (those seen 30 times, drawn to their kind): they learn the Bible's words and cost
 * half a point to a point on NTREX. Learnt words keep the rate of the start: they come to be by a share of their own.
 */
export function estimateHits(corpus: Corpus, start: Weights): HitRates {
  const kinds = [0, 1].map(() => Array.from({ length: KINDS }, (): Seen => ({ chances: [], misses: 0 })));
  for (const { pairs, lang } of corpus.pairs)
    for (let from = 0; from < pairs.length; from += TEXT)
      observe(kinds, pairs.slice(from, from + TEXT), lang, start);
  const rates = (side: 0 | 1, initial: readonly number[]) =>
    kinds[side].map((seen, kind) => (kind === KIND.learnt ? initial[kind] : Number(solve(seen).toFixed(2))));
  return { source: rates(0, start.hits.source), target: rates(1, start.hits.target) };
}

function observe(
  kinds: Seen[][],
  pairs: readonly (readonly [string, string])[],
  lang: string,
  start: Weights,
) {
  const pair = makePair(
    { lang: 'en', segments: pairs.map(([source]) => source) },
    { lang, segments: pairs.map(([, target]) => target) },
    coreLexicon(),
    start,
  );
  for (const side of [0, 1]) {
    const [own, atoms, other, seen] = side
      ? [pair.targetTerms, pair.target, pair.source, pair.targetSeen]
      : [pair.sourceTerms, pair.source, pair.target, pair.sourceSeen];
    for (let a = 0; a < atoms.texts.length; a++) {
      const [b0, b1] = [other.first[atoms.unit[a]], other.first[atoms.unit[a] + 1]];
      const letters = other.cumulative[b1] - other.cumulative[b0];
      for (let t = own.first[a]; t < own.first[a + 1]; t++) {
        const p = own.type[t];
        const at = seen.atoms[p];
        if (own.inner[t] || (own.kind[p] === KIND.other && at.length === 0)) continue;
        const k = lowerBound(at, b0);
        if (k < at.length && at[k] < b1)
          kinds[side][own.kind[p]].chances.push(-Math.expm1(-seen.rate[p] * letters));
        else kinds[side][own.kind[p]].misses++;
      }
    }
  }
}

/** Expectation-maximisation (Dempster, Laird & Rubin 1977) tells renderings from sightings by chance. */
function solve({ chances, misses }: Seen): number {
  let p = 0.5;
  for (let round = 0; round < 30; round++) {
    let sum = 0;
    for (const q of chances) sum += p / (p + (1 - p) * q);
    p = sum / Math.max(1, chances.length + misses);
  }
  return Math.min(0.97, Math.max(0.03, p));
}
