import { primary } from '../text';
import { type Atoms, cutAtoms } from './atoms';
import { sightings } from './evidence';
import type { Pair } from './lattice';
import { blindLengths, priorRatio } from './lengthModel';
import type { Lexicon } from './lexicon';
import { termTable } from './lexicon/termTable';
import { matchSets } from './matchSets';
import { extractTerms } from './terms';
import type { Weights } from './weights';

/** Reads two texts into what the search needs: atoms, terms, sightings, lengths. O(length of the texts). */
export function makePair(
  source: { lang: string; segments: readonly string[] },
  target: { lang: string; segments: readonly string[] },
  lexicon: Lexicon | null,
  weights: Weights,
): Pair {
  const sourceAtoms = cutAtoms(source.segments, source.lang);
  const targetAtoms = cutAtoms(target.segments, target.lang);
  const sourceTerms = extractTerms(sourceAtoms.texts, source.lang, termTable(lexicon, source.lang));
  const targetTerms = extractTerms(targetAtoms.texts, target.lang, termTable(lexicon, target.lang));
  const sets = matchSets(sourceTerms, targetTerms);
  return {
    source: sourceAtoms,
    target: targetAtoms,
    sourceTerms,
    targetTerms,
    sets,
    sourceSeen: sightings(sets.bySource, targetTerms, letters(targetAtoms)),
    targetSeen: sightings(sets.byTarget, sourceTerms, letters(sourceAtoms)),
    sourceHits: Float64Array.from(weights.sourceHits),
    targetHits: Float64Array.from(weights.targetHits),
    lengths: {
      ratio: priorRatio(primary(source.lang), primary(target.lang)),
      floor: weights.lengthFloor,
      slope: weights.lengthSlope,
      ...blindLengths(targetAtoms.length),
    },
  };
}

function letters(atoms: Atoms): number {
  let sum = 0;
  for (const x of atoms.length) sum += x;
  return sum;
}
