import { fullBand } from './band';
import { jointCounts } from './jointCounts';
import { buildLattice, type Pair } from './lattice';
import type { LearntLexicon, LearntPair } from './learnt';
import type { Lexicon } from './lexicon';
import { knowsBoth, makePair } from './pair';
import { bestPath } from './search';
import type { Terms } from './terms';
import { STORED, type Weights } from './weights';

/** Most pairs that are kept: what a book's worth of beads teaches. */
export const MOST_PAIRS = 20_000;
/** Most beads that are learnt from; more add time, not words. */
const MOST_BEADS = 20_000;
/** Fewer beads than this teach nothing: any two words would keep company. */
const FEWEST_BEADS = 12;
/** Beads of more sentences than make so many cells are taken as they are. */
const MOST_CELLS = 2500;
/**
 * How often a pair must have been each other's translation, and at what share of the places of either word. Beside a
 * lexicon, where little is left to learn and a wrong word costs more than a right one brings, it must be surer.
 */
const SURE = { alone: { least: 1, share: 0.15 }, besideLexicon: { least: 1.5, share: 0.3 } };

/**
 * Words that translate each other, learnt from beads that are known to be right.
 *
 * IBM Model 1 in both directions over whole beads (Brown et al. 1993; as Moore 2002 uses it, but on beads a person has
 * confirmed rather than on a first pass), and of its pairs those on which both directions agree, as Melamed (2000) asks
 * of word-to-word models: few wrong pairs matter more than many right ones, since a wrong one speaks up everywhere.
 *
 * Inside a bead the engine first aligns sentence with sentence: the finer the beads, the surer the words.
 *
 * @param beads texts of both sides of linked beads
 * @param lexicon tells phrases from words; null for none
 * O(sum of source terms · target terms of the beads).
 */
export function learn(
  beads: readonly { readonly source: string; readonly target: string }[],
  sourceLang: string,
  targetLang: string,
  lexicon: Lexicon | null,
): LearntLexicon {
  const used = beads.slice(-MOST_BEADS);
  if (used.length < FEWEST_BEADS) return { sourceLang, targetLang, pairs: [] };
  const pair = makePair(
    { lang: sourceLang, segments: used.map((bead) => bead.source) },
    { lang: targetLang, segments: used.map((bead) => bead.target) },
    lexicon,
    STORED.sentences,
  );
  const { sourceTerms: source, targetTerms: target } = pair;
  const known = knowsBoth(lexicon, sourceLang, targetLang);
  const { least, share } = known ? SURE.besideLexicon : SURE.alone;
  const fine = innerBeads(pair, STORED[known ? 'sentences' : 'sentencesBare']);
  const counts = jointCounts(
    fine.map(([a0, , a1]) => bag(source, a0, a1)),
    fine.map(([, b0, , b1]) => bag(target, b0, b1)),
    source.keys.length,
    target.keys.length,
  );
  const pairs: LearntPair[] = [];
  for (let k = 0; k < counts.together.length; k++) {
    const together = counts.together[k];
    const [p, q] = [counts.source[k], counts.target[k]];
    const [sourceCount, targetCount] = [counts.sourceCount[p], counts.targetCount[q]];
    if (together < least || together < share * sourceCount || together < share * targetCount) continue;
    pairs.push({ source: source.keys[p], target: target.keys[q], together, sourceCount, targetCount });
  }
  const worth = (x: LearntPair) => (x.together * x.together * x.together) / (x.sourceCount * x.targetCount);
  pairs.sort((x, y) => worth(y) - worth(x) || compare(x.source, y.source) || compare(x.target, y.target));
  return { sourceLang, targetLang, pairs: pairs.slice(0, MOST_PAIRS) };
}

const compare = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);

/** Linked beads of atoms inside the beads that the units of a pair are: corners (a0, b0, a1, b1). */
function innerBeads(pair: Pair, weights: Weights): number[][] {
  const out: number[][] = [];
  const units = pair.source.first.length - 1;
  for (let u = 0; u < units; u++) {
    const [a0, a1] = [pair.source.first[u], pair.source.first[u + 1]];
    const [b0, b1] = [pair.target.first[u], pair.target.first[u + 1]];
    const [n, m] = [a1 - a0, b1 - b0];
    if (n * m === 1 || n * m > MOST_CELLS) {
      out.push([a0, b0, a1, b1]);
      continue;
    }
    const path = bestPath(
      buildLattice(pair, weights.features, fullBand(n, m), a0, b0),
      pair.target.border,
      b0,
    );
    for (let k = 0; k + 3 < path.length; k += 2)
      if (path[k] < path[k + 2] && path[k + 1] < path[k + 3])
        out.push([a0 + path[k], b0 + path[k + 1], a0 + path[k + 2], b0 + path[k + 3]]);
  }
  return out;
}

/** Distinct types of some atoms, those inside longer terms left out. */
function bag(terms: Terms, first: number, last: number): Int32Array {
  const types = new Set<number>();
  for (let t = terms.first[first]; t < terms.first[last]; t++)
    if (terms.inner[t] !== 1) types.add(terms.type[t]);
  return Int32Array.from(types);
}
