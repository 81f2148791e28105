import { primary } from '../text';
import { type Atoms, cutAtoms } from './atoms';
import { sightings } from './evidence';
import type { Pair } from './lattice';
import { withPairs } from './learnPairs';
import { type LearntLexicon, learntTypes } from './learnt';
import { blindLengths, priorRatio } from './lengthModel';
import type { Lexicon } from './lexicon';
import { termTable } from './lexicon/termTable';
import { matchSets } from './matchSets';
import { extractTerms, KIND, type Terms } from './terms';
import type { Weights } from './weights';

/** Reads two texts into what the search needs: atoms, terms, sightings, lengths. O(length of the texts). */
export function makePair(
  source: { lang: string; segments: readonly string[] },
  target: { lang: string; segments: readonly string[] },
  lexicon: Lexicon | null,
  weights: Weights,
  learnt?: LearntLexicon,
  tick?: (share: number) => void,
): Pair {
  const sourceAtoms = cutAtoms(source.segments, source.lang);
  const targetAtoms = cutAtoms(target.segments, target.lang);
  // A lexicon of one side only would count every word of it as missing its rendering.
  const shared = knowsBoth(lexicon, source.lang, target.lang) ? lexicon : null;
  const sourceTerms = extractTerms(sourceAtoms.texts, source.lang, termTable(shared, source.lang));
  tick?.(0.5);
  const targetTerms = extractTerms(targetAtoms.texts, target.lang, termTable(shared, target.lang));
  tick?.(0.75);
  const sets = matchSets(sourceTerms, targetTerms);
  const pair: Pair = {
    source: sourceAtoms,
    target: targetAtoms,
    sourceTerms,
    targetTerms,
    sets,
    sourceSeen: sightings(sets.bySource, targetTerms, letters(targetAtoms)),
    targetSeen: sightings(sets.byTarget, sourceTerms, letters(sourceAtoms)),
    sourceHits: Float64Array.from(weights.hits.source),
    targetHits: Float64Array.from(weights.hits.target),
    lengths: {
      ratio: priorRatio(primary(source.lang), primary(target.lang)),
      floor: weights.lengthFloor,
      slope: weights.lengthSlope,
      ...blindLengths(targetAtoms.length),
    },
  };
  return learnt ? withLearnt(pair, learntTypes(pair, [source.lang, target.lang], learnt)) : pair;
}

/** Does a lexicon hold both languages? */
export function knowsBoth(lexicon: Lexicon | null, sourceLang: string, targetLang: string): boolean {
  return [sourceLang, targetLang].every((lang) => termTable(lexicon, lang).rowsOf.size > 0);
}

function letters(atoms: Atoms): number {
  let sum = 0;
  for (const x of atoms.length) sum += x;
  return sum;
}

/** The pair with learnt translations: words that had none become a kind of their own. O(occurrences). */
export function withLearnt(pair: Pair, learnt: readonly (readonly [number, number])[]): Pair {
  if (learnt.length === 0) return pair;
  const sets = withPairs(pair.sets, learnt);
  const relabel = (terms: Terms, side: 0 | 1): Terms => {
    const kind = terms.kind.slice();
    for (const found of learnt) if (kind[found[side]] === KIND.other) kind[found[side]] = KIND.learnt;
    return { ...terms, kind };
  };
  const sourceTerms = relabel(pair.sourceTerms, 0);
  const targetTerms = relabel(pair.targetTerms, 1);
  return {
    ...pair,
    sets,
    sourceTerms,
    targetTerms,
    sourceSeen: sightings(sets.bySource, targetTerms, letters(pair.target)),
    targetSeen: sightings(sets.byTarget, sourceTerms, letters(pair.source)),
  };
}
