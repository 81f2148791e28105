import { alignRun, RUN_CONTEXT } from './alignRun';
import { fullBand } from './band';
import { beadProbability } from './confidence';
import { flipInput, flipLock, isFlipped } from './flip';
import { buildLattice } from './lattice';
import { coreLexicon } from './lexicon';
import { logAdd, posterior } from './posterior';
import { preparePair } from './preparePair';
import type { AlignInput, Lock } from './types';
import { STORED } from './weights';

/** Another way to draw a bead together with what stands beside it. */
export type Alternative = {
  /** probability of the bead that takes the place of the one asked about */
  readonly probability: number;
  /** that bead */
  readonly bead: Lock;
  /** all beads of the stretch, drawn so */
  readonly beads: readonly Lock[];
};

/** A corner of the bead may move by this many units. */
const SHIFT = 3;
/** What is less likely than this is no alternative to anybody. */
const LEAST = 0.002;
/** Stretches with more cells than this are no neighbourhood: nothing is offered. */
const MOST_CELLS = 300_000;

/**
 * How likely a bead is as it is drawn, and the likeliest other ways to draw it: a sentence given to a neighbour or taken
 * from it, joined with one, cut in two.
 *
 * Probabilities are shares of the paths through the stretch (see `beadProbability`), so those of beads that exclude each
 * other add up to at most 1. Around each alternative the rest of the stretch is aligned again.
 * @param stretch part of the grid in which neighbours may change; holds the bead
 * @throws RangeError if the stretch is not in the text. O(cells of the stretch · types + most · alignRun).
 */
export function alternatives(
  input: AlignInput,
  stretch: Lock,
  bead: Lock,
  most = 3,
): { probability: number; others: Alternative[] } {
  const near = windowAround(input, stretch);
  const shift = (lock: Lock, sign: 1 | -1): Lock => ({
    i0: lock.i0 + sign * near.i,
    i1: lock.i1 + sign * near.i,
    j0: lock.j0 + sign * near.j,
    j1: lock.j1 + sign * near.j,
  });
  const [within, asked] = [shift(stretch, -1), shift(bead, -1)];
  const drawn = isFlipped(near.input)
    ? candidates(flipInput(near.input), flipLock(within), flipLock(asked)).map((one) => ({
        ...one,
        bead: flipLock(one.bead),
      }))
    : candidates(near.input, within, asked);
  const same = (one: { bead: Lock }) => key(one.bead) === key(asked);
  const others = drawn.filter((one) => !same(one) && one.probability >= LEAST).slice(0, most);
  return {
    probability: drawn.find(same)?.probability ?? 0,
    others: others.map((one) => {
      const { ladder } = alignRun({ ...near.input, locks: [one.bead] }, within);
      const beads: Lock[] = [];
      for (let r = 0; r + 3 < ladder.length; r += 2)
        beads.push({ i0: ladder[r], j0: ladder[r + 1], i1: ladder[r + 2], j1: ladder[r + 3] });
      return { probability: one.probability, bead: shift(one.bead, 1), beads: beads.map((x) => shift(x, 1)) };
    }),
  };
}

function windowAround(
  input: AlignInput,
  { i0, i1, j0, j1 }: Lock,
): { input: AlignInput; i: number; j: number } {
  const [i, j] = [Math.max(0, i0 - RUN_CONTEXT), Math.max(0, j0 - RUN_CONTEXT)];
  const { source, target } = input;
  const segments = {
    source: { lang: source.lang, segments: source.segments.slice(i, i1 + RUN_CONTEXT) },
    target: { lang: target.lang, segments: target.segments.slice(j, j1 + RUN_CONTEXT) },
  };
  return { input: { ...input, ...segments, locks: [], pins: [] }, i, j };
}

const key = ({ i0, i1, j0, j1 }: Lock) => `${i0}:${i1}:${j0}:${j1}`;

/** Beads near the one asked about with their probability, likeliest first. */
function candidates(input: AlignInput, stretch: Lock, asked: Lock): { bead: Lock; probability: number }[] {
  const { source, target } = input;
  const lexicon = input.lexicon === undefined ? coreLexicon() : input.lexicon;
  const parts = [{ ...stretch, locked: false }];
  const { pair, weights } = preparePair(source, target, lexicon, STORED, parts, [[]], 'source', input.learnt);
  const [a0, b0] = [pair.source.first[stretch.i0], pair.target.first[stretch.j0]];
  const [n, m] = [pair.source.first[stretch.i1] - a0, pair.target.first[stretch.j1] - b0];
  if ((n + 1) * (m + 1) > MOST_CELLS) return [];
  const lattice = buildLattice(pair, weights.features, fullBand(n, m), a0, b0);
  const sums = posterior(lattice, pair.target.border, b0);
  const corners = (i: number, j: number) => {
    const out: { i: number; j: number; a: number; b: number }[] = [];
    for (let x = Math.max(stretch.i0, i - SHIFT); x <= Math.min(stretch.i1, i + SHIFT); x++)
      for (let y = Math.max(stretch.j0, j - SHIFT); y <= Math.min(stretch.j1, j + SHIFT); y++) {
        const [a, b] = [pair.source.first[x] - a0, pair.target.first[y] - b0];
        // Every path through the bead passes its corner: an unlikely corner needs no further look.
        const cell = (lattice.band.start[a] + b) * 3;
        let passing = -Infinity;
        for (let mode = 0; mode < 3; mode++)
          passing = logAdd(passing, sums.forward[cell + mode] + sums.backward[cell + mode]);
        if ((x === i && y === j) || Math.exp(passing - sums.total) >= LEAST) out.push({ i: x, j: y, a, b });
      }
    return out;
  };
  const ends = corners(asked.i1, asked.j1);
  const out: { bead: Lock; probability: number }[] = [];
  for (const from of corners(asked.i0, asked.j0))
    for (const to of ends) {
      if (to.i < from.i || to.j < from.j) continue;
      // A bead that shares no unit with the one asked about is not another way to draw it.
      const shares =
        (from.i < asked.i1 && to.i > asked.i0 && to.i > from.i) ||
        (from.j < asked.j1 && to.j > asked.j0 && to.j > from.j);
      if (!shares) continue;
      const probability = beadProbability(
        lattice,
        sums,
        pair.source,
        pair.target,
        a0,
        b0,
        from.a,
        from.b,
        to.a,
        to.b,
      );
      out.push({ bead: { i0: from.i, i1: to.i, j0: from.j, j1: to.j }, probability });
    }
  return out.sort((x, y) => y.probability - x.probability);
}
