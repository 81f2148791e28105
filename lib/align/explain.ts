import { type MatchedWords, matchedWords, type SideRange, type WordKind } from './explainWords';
import { F } from './features';
import { lengthEvidence } from './lengthModel';
import { coreLexicon } from './lexicon';
import { preparePair } from './preparePair';
import type { AlignInput } from './types';
import { regions } from './walls';
import { STORED } from './weights';

export type { Place } from './explainWords';

export type ExplainKind = WordKind;

/**
 * What speaks for and against a bead. All nats are weighted as in the search: positive speaks for it, negative against.
 * The search weighs a bead sentence by sentence where it has several; here it is taken as one.
 */
export type Explanation = MatchedWords & {
  /** Letters of both sides, what the source makes one expect, and the nats that the difference is worth. */
  readonly length: { source: number; target: number; expected: number; nats: number };
  /** Sum of the nats of all matches, all that is missing, and the length. */
  readonly total: number;
};

/** Units on either side of the bead that are read with it. */
const AROUND = 24;

/**
 * Why source units [i0, i1) go, or do not go, with target units [j0, j1): what matched, what is missing, the length.
 *
 * Words that the neighbourhood or confirmed beads teach count as they do in `align`. Reads the bead and AROUND units
 * around it only, so it costs the same in a long text; there it may know fewer words than the search, which learns from
 * all of the text. An empty side gives no evidence. Places are UTF-16 offsets in the units as they were given.
 */
export function explain(input: AlignInput, i0: number, i1: number, j0: number, j1: number): Explanation {
  const [i, j] = [Math.max(0, i0 - AROUND), Math.max(0, j0 - AROUND)];
  const source = { lang: input.source.lang, segments: input.source.segments.slice(i, i1 + AROUND) };
  const target = { lang: input.target.lang, segments: input.target.segments.slice(j, j1 + AROUND) };
  const whole = { i0: 0, i1: source.segments.length, j0: 0, j1: target.segments.length };
  const { pair, weights } = preparePair(
    source,
    target,
    input.lexicon === undefined ? coreLexicon() : input.lexicon,
    STORED,
    regions(whole, []),
    undefined,
    undefined,
    input.learnt,
  );
  const here: SideRange = {
    first: pair.source.first[i0 - i],
    last: pair.source.first[i1 - i],
    shift: i,
  };
  const there: SideRange = {
    first: pair.target.first[j0 - j],
    last: pair.target.first[j1 - j],
    shift: j,
  };
  const letters = (cumulative: Float64Array, { first, last }: SideRange) =>
    cumulative[last] - cumulative[first];
  const sourceLetters = letters(pair.source.cumulative, here);
  const targetLetters = letters(pair.target.cumulative, there);
  const both = here.last > here.first && there.last > there.first;
  const words = both
    ? matchedWords(pair, weights.features, here, there)
    : { matches: [], missing: { source: [], target: [] } };
  const lengthNats = both
    ? weights.features[F.length] * lengthEvidence(pair.lengths, sourceLetters, targetLetters)
    : 0;
  const sum = (list: readonly { nats: number }[]) => list.reduce((total, { nats }) => total + nats, 0);
  return {
    ...words,
    length: {
      source: sourceLetters,
      target: targetLetters,
      expected: Math.round(sourceLetters * pair.lengths.ratio),
      nats: lengthNats,
    },
    total: sum(words.matches) + sum(words.missing.source) + sum(words.missing.target) + lengthNats,
  };
}
