import type { Pair } from './lattice';
import { lengthEvidence } from './lengthModel';
import { coreLexicon } from './lexicon';
import { makePair } from './pair';
import { KIND, type Terms } from './terms';
import type { AlignInput } from './types';
import { STORED } from './weights';

/** Part of a segment, UTF-16 [start, end). */
export type Place = { readonly segment: number; readonly start: number; readonly end: number };

export type ExplainKind = keyof typeof KIND;

export type Explanation = {
  /** A term and its rendering, strongest first; nats the match adds. */
  readonly matches: readonly { kind: ExplainKind; source: Place; target: Place; nats: number }[];
  /** Terms whose rendering was looked for in vain; nats (negative) the miss costs. */
  readonly missing: {
    readonly source: readonly { kind: ExplainKind; place: Place; nats: number }[];
    readonly target: readonly { kind: ExplainKind; place: Place; nats: number }[];
  };
  /** Letters of both sides, what the source makes one expect, and the nats that the difference is worth. */
  readonly length: { source: number; target: number; expected: number; nats: number };
};

/** Units around the bead that say how usual a word is. */
const AROUND = 60;
const KIND_NAMES = Object.keys(KIND) as ExplainKind[];

/**
 * Why source units [i0, i1) go, or do not go, with target units [j0, j1): what matched, what is missing, the length.
 *
 * Looks at the neighbourhood of the bead only, so it costs the same in a long text. An empty side gives no evidence.
 */
export function explain(input: AlignInput, i0: number, i1: number, j0: number, j1: number): Explanation {
  const from = [Math.max(0, i0 - AROUND), Math.max(0, j0 - AROUND)];
  const cut = (segments: readonly string[], first: number, last: number) =>
    segments.slice(first, last + AROUND);
  const pair = makePair(
    { lang: input.source.lang, segments: cut(input.source.segments, from[0], i1) },
    { lang: input.target.lang, segments: cut(input.target.segments, from[1], j1) },
    input.lexicon === undefined ? coreLexicon() : input.lexicon,
    STORED.paragraphs,
    input.learnt,
  );
  const { source, target } = pair;
  const [a0, a1] = [source.first[i0 - from[0]], source.first[i1 - from[0]]];
  const [b0, b1] = [target.first[j0 - from[1]], target.first[j1 - from[1]]];
  const letters = (length: Float64Array, first: number, last: number) =>
    length.subarray(first, last).reduce((sum, x) => sum + x, 0);
  const [sourceLetters, targetLetters] = [letters(source.length, a0, a1), letters(target.length, b0, b1)];
  const both = a1 > a0 && b1 > b0;
  const place = (side: 'source' | 'target', terms: Terms, t: number, atom: number): Place => {
    const atoms = pair[side];
    const shift = atoms.offset[atom];
    const segment = atoms.unit[atom] + (side === 'source' ? from[0] : from[1]);
    return { segment, start: shift + terms.start[t], end: shift + terms.end[t] };
  };
  return {
    ...(both
      ? words(pair, a0, a1, b0, b1, targetLetters, place)
      : { matches: [], missing: { source: [], target: [] } }),
    length: {
      source: sourceLetters,
      target: targetLetters,
      expected: Math.round(sourceLetters * pair.lengths.ratio),
      nats: both ? lengthEvidence(pair.lengths, sourceLetters, targetLetters) : 0,
    },
  };
}

type PlaceOf = (side: 'source' | 'target', terms: Terms, t: number, atom: number) => Place;

function words(
  pair: Pair,
  a0: number,
  a1: number,
  b0: number,
  b1: number,
  targetLetters: number,
  place: PlaceOf,
): Pick<Explanation, 'matches' | 'missing'> {
  const { sourceTerms, targetTerms, sets } = pair;
  const sourceList = occurrences(sourceTerms, a0, a1);
  const targetList = occurrences(targetTerms, b0, b1);
  const usedSource = new Set<number>();
  const usedTarget = new Set<number>();
  const matches: Explanation['matches'][number][] = [];
  const candidates: { s: number; t: number; nats: number }[] = [];
  for (let s = 0; s < sourceList.length; s++) {
    const p = sourceTerms.type[sourceList[s].at];
    for (let t = 0; t < targetList.length; t++) {
      const q = targetTerms.type[targetList[t].at];
      if (!sets.bySource[p].includes(q)) continue;
      const hit = pair.sourceHits[sourceTerms.kind[p]];
      const chance = -Math.expm1(-pair.sourceSeen.rate[p] * targetLetters);
      candidates.push({ s, t, nats: Math.log((hit + (1 - hit) * chance) / chance) });
    }
  }
  // Strongest first, then longer terms, then text order: the same picture every time.
  const size = (x: { s: number; t: number }) =>
    targetTerms.end[targetList[x.t].at] - targetTerms.start[targetList[x.t].at];
  candidates.sort((x, y) => y.nats - x.nats || size(y) - size(x) || x.s - y.s || x.t - y.t);
  const overlaps = (terms: Terms, list: Occurrence[], k: number, used: Set<number>) =>
    [...used].some(
      (u) =>
        list[u].atom === list[k].atom &&
        terms.start[list[u].at] < terms.end[list[k].at] &&
        terms.start[list[k].at] < terms.end[list[u].at],
    );
  for (const { s, t, nats } of candidates) {
    if (overlaps(sourceTerms, sourceList, s, usedSource) || overlaps(targetTerms, targetList, t, usedTarget))
      continue;
    usedSource.add(s);
    usedTarget.add(t);
    matches.push({
      kind: KIND_NAMES[sourceTerms.kind[sourceTerms.type[sourceList[s].at]]],
      source: place('source', sourceTerms, sourceList[s].at, sourceList[s].atom),
      target: place('target', targetTerms, targetList[t].at, targetList[t].atom),
      nats,
    });
  }
  const missed = (
    side: 'source' | 'target',
    terms: Terms,
    list: Occurrence[],
    used: Set<number>,
    hits: Float64Array,
  ) =>
    list.flatMap(({ at, atom }, k) => {
      const kind = terms.kind[terms.type[at]];
      if (terms.inner[at] || kind === KIND.other || overlaps(terms, list, k, used)) return [];
      return [{ kind: KIND_NAMES[kind], place: place(side, terms, at, atom), nats: Math.log1p(-hits[kind]) }];
    });
  return {
    matches,
    missing: {
      source: missed('source', sourceTerms, sourceList, usedSource, pair.sourceHits),
      target: missed('target', targetTerms, targetList, usedTarget, pair.targetHits),
    },
  };
}

type Occurrence = { at: number; atom: number };

function occurrences(terms: Terms, first: number, last: number): Occurrence[] {
  const out: Occurrence[] = [];
  for (let atom = first; atom < last; atom++)
    for (let at = terms.first[atom]; at < terms.first[atom + 1]; at++) out.push({ at, atom });
  return out;
}
