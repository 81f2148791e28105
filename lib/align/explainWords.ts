import { hitNats, type Sightings } from './evidence';
import { F } from './features';
import type { Pair } from './lattice';
import { similarNames } from './similarNames';
import { KIND, type Terms } from './terms';

/** Part of a segment, UTF-16 [start, end). */
export type Place = { readonly segment: number; readonly start: number; readonly end: number };

/**
 * Why two words match: `lexicon` and `phrase` stand in a row of the lexicon, `learnt` was taught by this text or by
 * confirmed beads, `name` and `other` (cognates, untranslated words) are spelt alike, `number` has the same value.
 */
export type WordKind = keyof typeof KIND;

export type MatchedWords = {
  /** A term and its rendering, strongest first. `nats`: what the match adds, both directions together, above 0. */
  readonly matches: readonly {
    readonly kind: WordKind;
    readonly source: Place;
    readonly target: Place;
    readonly nats: number;
  }[];
  /** Terms of either side whose rendering was looked for in vain, costliest first. `nats`: what that costs, at most 0. */
  readonly missing: { readonly source: readonly MissingWord[]; readonly target: readonly MissingWord[] };
};

export type MissingWord = { readonly kind: WordKind; readonly place: Place; readonly nats: number };

/** Atoms [first, last) of a side, and the unit of the text that unit 0 of the pair is. */
export type SideRange = { readonly first: number; readonly last: number; readonly shift: number };

const NAMES = Object.keys(KIND) as WordKind[];

/** One side of a pair as it is weighed here. */
type Side = {
  readonly terms: Terms;
  readonly hits: Float64Array;
  readonly seen: Sightings;
  readonly weights: Float64Array;
  /** letters of the other side of the bead */
  readonly across: number;
  readonly list: readonly Occurrence[];
  readonly place: (k: number) => Place;
};

/** An occurrence of a term, and its atom. */
type Occurrence = { readonly at: number; readonly atom: number };

/**
 * Matches and misses of the words of one bead, as `evidenceTable` weighs them with the rate of the whole text.
 * Each word is shown with one rendering: the strongest first, then the longer, then text order.
 * O(terms of the source · terms of the target).
 */
export function matchedWords(
  pair: Pair,
  features: Float64Array,
  here: SideRange,
  there: SideRange,
): MatchedWords {
  const source = side(pair, features, 'source', here, there);
  const target = side(pair, features, 'target', there, here);
  const candidates: { s: number; t: number; nats: number }[] = [];
  for (let s = 0; s < source.list.length; s++) {
    const p = source.terms.type[source.list[s].at];
    for (let t = 0; t < target.list.length; t++) {
      const q = target.terms.type[target.list[t].at];
      if (pair.sets.bySource[p].includes(q))
        candidates.push({ s, t, nats: gain(source, s) + gain(target, t) });
    }
  }
  const size = (x: { t: number }) =>
    target.terms.end[target.list[x.t].at] - target.terms.start[target.list[x.t].at];
  candidates.sort((x, y) => y.nats - x.nats || size(y) - size(x) || x.s - y.s || x.t - y.t);
  const used = { source: new Set<number>(), target: new Set<number>() };
  const matches: MatchedWords['matches'][number][] = [];
  for (const { s, t, nats } of candidates) {
    if (overlaps(source, s, used.source) || overlaps(target, t, used.target)) continue;
    used.source.add(s);
    used.target.add(t);
    const kind = matchKind(
      source.terms,
      source.terms.type[source.list[s].at],
      target.terms,
      target.terms.type[target.list[t].at],
    );
    if (nats > 0) matches.push({ kind, source: source.place(s), target: target.place(t), nats });
  }
  return { matches, missing: { source: missing(source, used.source), target: missing(target, used.target) } };
}

function side(
  pair: Pair,
  features: Float64Array,
  name: 'source' | 'target',
  own: SideRange,
  other: SideRange,
): Side {
  const isSource = name === 'source';
  const terms = isSource ? pair.sourceTerms : pair.targetTerms;
  const atoms = pair[name];
  const { cumulative } = isSource ? pair.target : pair.source;
  const list: Occurrence[] = [];
  for (let atom = own.first; atom < own.last; atom++)
    for (let at = terms.first[atom]; at < terms.first[atom + 1]; at++) list.push({ at, atom });
  return {
    terms,
    hits: isSource ? pair.sourceHits : pair.targetHits,
    seen: isSource ? pair.sourceSeen : pair.targetSeen,
    weights: features.subarray(isSource ? F.sourceLexicon : F.targetLexicon),
    across: cumulative[other.last] - cumulative[other.first],
    list,
    place: (k) => ({
      segment: atoms.unit[list[k].atom] + own.shift,
      start: atoms.offset[list[k].atom] + terms.start[list[k].at],
      end: atoms.offset[list[k].atom] + terms.end[list[k].at],
    }),
  };
}

/** What a sighting adds from this side; a word inside a longer term or said again in its sentence adds nothing. */
function gain({ terms, hits, seen, weights, across, list }: Side, k: number): number {
  const { at } = list[k];
  const p = terms.type[at];
  return terms.inner[at] ? 0 : hitNats(hits[terms.kind[p]], seen.rate[p], across) * weights[terms.kind[p]];
}

function missing(own: Side, used: ReadonlySet<number>): MissingWord[] {
  const { terms, hits, weights, list, place } = own;
  return list
    .flatMap(({ at }, k) => {
      const p = terms.type[at];
      const kind = terms.kind[p];
      if (terms.inner[at] || kind === KIND.other || overlaps(own, k, used)) return [];
      return [
        { kind: NAMES[kind], place: place(k), nats: Math.min(0, Math.log1p(-hits[kind]) * weights[kind]) },
      ];
    })
    .sort((x, y) => x.nats - y.nats || x.place.segment - y.place.segment || x.place.start - y.place.start);
}

function matchKind(source: Terms, p: number, target: Terms, q: number): WordKind {
  const [x, y] = [source.kind[p], target.kind[q]];
  if (source.rows[p].some((row) => target.rows[q].includes(row)))
    return x === KIND.phrase || y === KIND.phrase ? 'phrase' : 'lexicon';
  if (x === KIND.number || y === KIND.number) return 'number';
  if (!similarNames(source.plain[p], target.plain[q])) return 'learnt';
  return x === KIND.name || y === KIND.name ? 'name' : 'other';
}

function overlaps({ terms, list }: Side, k: number, used: ReadonlySet<number>): boolean {
  for (const u of used)
    if (
      list[u].atom === list[k].atom &&
      terms.start[list[u].at] < terms.end[list[k].at] &&
      terms.start[list[k].at] < terms.end[list[u].at]
    )
      return true;
  return false;
}
