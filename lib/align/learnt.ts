import type { Pair } from './lattice';
import { sameLanguage } from './sameLanguage';
import type { Terms } from './terms';

/** Two words that translate each other, by their keys (see `Terms.keys`), and how often they did. */
export type LearntPair = {
  readonly source: string;
  readonly target: string;
  /** times that the one was the other's translation, as expected under the model */
  readonly together: number;
  /** beads in which either stands */
  readonly sourceCount: number;
  readonly targetCount: number;
};

/** What beads that somebody vouches for have taught, for one pair of languages. Plain data: can be stored and sent. */
export type LearntLexicon = {
  readonly sourceLang: string;
  readonly targetLang: string;
  /** Best first. */
  readonly pairs: readonly LearntPair[];
};

/**
 * The learnt pairs that occur in a pair of texts, as types, whichever way round its languages stand. Empty for other
 * languages. O(pairs).
 */
export function learntTypes(
  pair: Pair,
  langs: readonly [string, string],
  learnt: LearntLexicon,
): [number, number][] {
  const forward = sameLanguage(langs[0], learnt.sourceLang) && sameLanguage(langs[1], learnt.targetLang);
  const backward = sameLanguage(langs[1], learnt.sourceLang) && sameLanguage(langs[0], learnt.targetLang);
  if (!forward && !backward) return [];
  const ids = (terms: Terms) => new Map(terms.keys.map((key, id) => [key, id]));
  const [own, other] = [ids(pair.sourceTerms), ids(pair.targetTerms)];
  const out: [number, number][] = [];
  for (const { source, target } of learnt.pairs) {
    const p = own.get(forward ? source : target);
    const q = other.get(forward ? target : source);
    if (p !== undefined && q !== undefined) out.push([p, q]);
  }
  return out;
}
