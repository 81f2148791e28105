import { err, ok, type Result } from '@/lib/result';
import { type Change, NO_CHANGE } from './change';
import type { BeadCommand, CommandContext } from './commands';
import { type Found, findBead, textOf } from './find';
import { findBorder, nextBorder, previousBorder } from './segments';
import {
  type Bead,
  type BitextState,
  type DocumentState,
  isEmpty,
  isLocked,
  isNull,
  type Side,
} from './types';

type Of<T extends BeadCommand['type']> = Extract<BeadCommand, { type: T }>;

/** Pull, push and drag: all of them move one border between two neighbours. */
export function planMove(
  state: DocumentState,
  command: Of<'pullUp' | 'pushDown' | 'moveBorder'>,
  context: CommandContext,
): Result<Change> {
  const found = findBead(state, command.bead);
  if (!found) return err('bead.notFound');
  const { bitext, bead, next } = found;
  if (!next) return err('bead.noNeighbour');
  const { side } = command;
  const text = textOf(state, bitext, side);
  const at =
    command.type === 'moveBorder'
      ? findBorder(text, command.at)?.at
      : command.type === 'pullUp'
        ? nextBorder(text, next[side].start)?.at
        : previousBorder(text, bead[side].end)?.at;
  if (command.type !== 'moveBorder' && isEmpty(command.type === 'pullUp' ? next[side] : bead[side]))
    return err('bead.nothingToMove');
  if (at === undefined || at < bead[side].start || at > next[side].end) return err('bead.badCut');
  if (at === bead[side].end) return ok(NO_CHANGE);
  return ok(
    beadChange(bitext, [
      [bead, redraw(bead, { [side]: { start: bead[side].start, end: at } }, context)],
      [next, redraw(next, { [side]: { start: at, end: next[side].end } }, context)],
    ]),
  );
}

/** The previous bead takes this one in. */
export function planJoin(state: DocumentState, command: Of<'join'>, context: CommandContext): Result<Change> {
  const found = findBead(state, command.bead);
  if (!found) return err('bead.notFound');
  const { bitext, bead, previous } = found;
  if (!previous) return err('bead.noNeighbour');
  const joined = redraw(
    previous,
    {
      source: { start: previous.source.start, end: bead.source.end },
      target: { start: previous.target.start, end: bead.target.end },
      authors: [...new Set([...previous.authors, ...bead.authors])],
      reason: previous.reason === bead.reason ? previous.reason : null,
    },
    context,
  );
  return ok(
    beadChange(bitext, [
      [previous, joined],
      [bead, null],
    ]),
  );
}

export function planCut(state: DocumentState, command: Of<'cut'>, context: CommandContext): Result<Change> {
  const found = findBead(state, command.bead);
  if (!found) return err('bead.notFound');
  const { bitext, bead } = found;
  const { sourceAt, targetAt, newBead } = command;
  if (findBead(state, newBead)) return err('bead.badCut');
  const fits = (side: Side, at: number) =>
    at >= bead[side].start &&
    at <= bead[side].end &&
    findBorder(textOf(state, bitext, side), at) !== undefined;
  if (!fits('source', sourceAt) || !fits('target', targetAt)) return err('bead.badCut');
  const halves = cutInTwo(found, sourceAt, targetAt, newBead, context);
  return halves ? ok(beadChange(bitext, halves)) : err('bead.wouldBeEmpty');
}

/** Gives a null bead its reason; takes a bead with two sides apart first. */
export function planSetNull(
  state: DocumentState,
  command: Of<'setNull'>,
  context: CommandContext,
): Result<Change> {
  const found = findBead(state, command.bead);
  if (!found) return err('bead.notFound');
  const { bitext, bead } = found;
  if (isNull(bead)) {
    if (bead.reason === command.reason) return ok(NO_CHANGE);
    const reasoned: Bead = {
      ...bead,
      reason: command.reason,
      authors: withAuthor(bead, context.actorId),
    };
    return ok(beadChange(bitext, [[bead, isLocked(bead) ? { ...reasoned, status: 'proposed' } : reasoned]]));
  }
  if (findBead(state, command.newBead)) return err('bead.badCut');
  const halves = cutInTwo(found, bead.source.end, bead.target.start, command.newBead, context);
  if (!halves) return err('bead.wouldBeEmpty');
  const [[, unmatched], rest] = halves;
  return ok(beadChange(bitext, [[bead, { ...unmatched, reason: command.reason }], rest]));
}

function cutInTwo(
  { bead }: Found,
  sourceAt: number,
  targetAt: number,
  newBead: string,
  context: CommandContext,
): [[Bead, Bead], [null, Bead]] | null {
  const first = redraw(
    bead,
    {
      source: { start: bead.source.start, end: sourceAt },
      target: { start: bead.target.start, end: targetAt },
    },
    context,
  );
  const second = redraw(
    { ...bead, id: newBead },
    {
      source: { start: sourceAt, end: bead.source.end },
      target: { start: targetAt, end: bead.target.end },
    },
    context,
  );
  return first && second
    ? [
        [bead, first],
        [null, second],
      ]
    : null;
}

/**
 * The bead with other members: drawn by a person, hence `proposed`, whoever had confirmed or approved
 * it. Null when nothing is left in it. A reason survives only on a bead that stays null.
 */
function redraw(bead: Bead, members: Partial<Bead>, { actorId }: CommandContext): Bead | null {
  const drawn: Bead = { ...bead, ...members };
  if (isEmpty(drawn.source) && isEmpty(drawn.target)) return null;
  return {
    ...drawn,
    status: 'proposed',
    origin: 'person',
    confidence: null,
    reason: isNull(bead) && isNull(drawn) ? drawn.reason : null,
    authors: withAuthor(drawn, actorId),
  };
}

export function withAuthor(bead: Bead, actorId: string): readonly string[] {
  return bead.authors.includes(actorId) ? bead.authors : [...bead.authors, actorId];
}

export function beadChange(bitext: BitextState, rows: readonly [Bead | null, Bead | null][]): Change {
  return {
    ...NO_CHANGE,
    beads: rows.map(([before, after]) => ({
      bitextId: bitext.id,
      before,
      after,
    })),
  };
}
