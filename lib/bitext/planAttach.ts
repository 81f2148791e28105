import { type Change, NO_CHANGE, type RowChange } from './change';
import { rehomeComments } from './discussion';
import { type Bead, type Border, type DocumentState, isLocked, type TextState } from './types';

/** A bead as a file has it, before walls and our own beads are looked at. */
export type AttachedBead = Pick<Bead, 'source' | 'target' | 'confidence' | 'reason'> & { confirmed: boolean };

export type AttachPlan = {
  change: Change;
  /** Beads that stand as they do now. */
  kept: number;
  /** Beads that come and go, and how many of the latter somebody has vouched for. */
  made: number;
  gone: number;
  lockedGone: number;
  /** Beads of the file that a wall has cut or swallowed. */
  clipped: number;
  /** New borders of segments, on either side. */
  cuts: { source: number; target: number };
};

type Wishes = { newId: () => string; actorId: string; replaceLocked: boolean };

/**
 * The change that puts a file's alignment in the place of a bitext's own. Beads that stand where the file has them too
 * stay as they are; locked ones are walls, and what the file has across one is clipped at it, unless they are to be
 * replaced. A bead that begins inside a segment cuts it.
 *
 * @param file covers both texts exactly, in order.
 */
export function planAttach(
  state: DocumentState,
  bitextId: string,
  file: readonly AttachedBead[],
  { newId, actorId, replaceLocked }: Wishes,
): AttachPlan {
  const bitext = state.bitexts[bitextId];
  const walls = replaceLocked ? [] : bitext.beads.filter(isLocked);
  const { beads: wanted, clipped } = clipAt(walls, file, [
    state.texts[bitext.sourceTextId],
    state.texts[bitext.targetTextId],
  ]);
  const standing = new Map(bitext.beads.map((bead) => [placeOf(bead), bead]));
  const kept = new Set<string>(walls.map(({ id }) => id));
  const rows: RowChange<Bead, { bitextId: string }>[] = [];
  let made = 0;
  for (const one of wanted) {
    const same = standing.get(placeOf(one));
    if (same) {
      kept.add(same.id);
      continue;
    }
    made++;
    rows.push({ bitextId, before: null, after: asBead(one, newId(), actorId) });
  }
  const gone = bitext.beads.filter(({ id }) => !kept.has(id));
  for (const before of gone) rows.push({ bitextId, before, after: null });
  const sides = { source: bitext.sourceTextId, target: bitext.targetTextId };
  const cuts = { source: 0, target: 0 };
  const borders: RowChange<Border, { textId: string }>[] = [];
  for (const side of ['source', 'target'] as const) {
    const known = new Set(state.texts[sides[side]].borders.map(({ at }) => at));
    for (const one of wanted) {
      const at = one[side].start;
      if (known.has(at)) continue;
      known.add(at);
      cuts[side]++;
      borders.push({ textId: sides[side], before: null, after: { at, kind: 'editor' } });
    }
  }
  const change = rehomeComments(state, { ...NO_CHANGE, beads: rows, borders });
  return {
    ...{ change, kept: kept.size, made, gone: gone.length, clipped, cuts },
    lockedGone: gone.filter(isLocked).length,
  };
}

function asBead(
  { source, target, confidence, reason, confirmed }: AttachedBead,
  id: string,
  actorId: string,
): Bead {
  const bare = { id, source, target, confidence, revision: 0, origin: 'import' as const };
  const empty = source.start === source.end || target.start === target.end;
  // Nobody can vouch for a null without saying why.
  const status = confirmed ? (empty && !reason ? 'proposed' : 'confirmed') : 'machine';
  return { ...bare, status, reason: empty ? reason : null, authors: status === 'machine' ? [] : [actorId] };
}

/** The file's beads between the walls, and the walls themselves; each bead is held to the gap it meets. */
function clipAt(
  walls: readonly Bead[],
  file: readonly AttachedBead[],
  [source, target]: readonly [TextState, TextState],
): { beads: AttachedBead[]; clipped: number } {
  if (!walls.length) return { beads: [...file], clipped: 0 };
  const end = { source: source.borders.at(-1)?.at ?? 0, target: target.borders.at(-1)?.at ?? 0 };
  const beads: AttachedBead[] = [];
  let clipped = 0;
  let [s0, t0, first] = [0, 0, 0];
  const hold = (at: number, low: number, high: number) => Math.min(Math.max(at, low), high);
  const fill = (s1: number, t1: number) => {
    while (first < file.length && file[first].source.end <= s0 && file[first].target.end <= t0) first++;
    for (let k = first; k < file.length; k++) {
      const one = file[k];
      if (one.source.start >= s1 && one.target.start >= t1) break;
      const held = {
        ...one,
        source: { start: hold(one.source.start, s0, s1), end: hold(one.source.end, s0, s1) },
        target: { start: hold(one.target.start, t0, t1), end: hold(one.target.end, t0, t1) },
      };
      if (held.source.start === held.source.end && held.target.start === held.target.end) continue;
      const same = placeOf(held) === placeOf(one);
      if (!same) clipped++;
      // What is left of a bead is nobody's word any more.
      beads.push(same ? held : { ...held, confirmed: false, reason: null });
    }
  };
  for (const wall of walls) {
    fill(wall.source.start, wall.target.start);
    beads.push({ ...wall, confirmed: true });
    [s0, t0] = [wall.source.end, wall.target.end];
  }
  fill(end.source, end.target);
  return { beads, clipped };
}

const placeOf = ({ source, target }: Pick<Bead, 'source' | 'target'>): string =>
  `${source.start}:${source.end}:${target.start}:${target.end}`;

/** Whether a cut would fall into a correction, which is one stretch of text. */
export function cutsCorrection({ corrections }: Pick<TextState, 'corrections'>, at: number): boolean {
  return corrections.some(({ start, end }) => start < at && at < end);
}
