import { err, ok, type Result } from '@/lib/result';
import { type Change, NO_CHANGE } from './change';
import type { BeadCommand, CommandContext } from './commands';
import { findBead } from './find';
import type { Bead, Comment, DocumentState } from './types';

type Of<T extends BeadCommand['type']> = Extract<BeadCommand, { type: T }>;

export function planComment(
  state: DocumentState,
  command: Of<'comment' | 'dispute'>,
  context: CommandContext,
): Result<Change> {
  const found = findBead(state, command.bead);
  if (!found) return err('bead.notFound');
  const body = command.body.trim();
  if (!body) return err('comment.empty');
  const comment: Comment = {
    id: command.id,
    bitextId: found.bitext.id,
    beadId: command.bead,
    kind: command.type,
    body,
    authorId: context.actorId,
    createdAt: context.at,
    resolvedBy: null,
  };
  return ok({ ...NO_CHANGE, comments: [{ before: null, after: comment }] });
}

export function planResolve(
  state: DocumentState,
  command: Of<'resolve'>,
  context: CommandContext,
): Result<Change> {
  const comment = state.comments.find((c) => c.id === command.comment && c.beadId === command.bead);
  if (!comment) return err('comment.notFound');
  if (comment.resolvedBy) return ok(NO_CHANGE);
  return ok({
    ...NO_CHANGE,
    comments: [{ before: comment, after: { ...comment, resolvedBy: context.actorId } }],
  });
}

/** When beads vanish, their comments move to the bead that took their place, and come back with undo. */
export function rehomeComments(state: DocumentState, change: Change): Change {
  const moved = new Set(change.comments.map((row) => (row.before ?? row.after)!.id));
  const comments = change.beads.flatMap(({ bitextId, before, after }) => {
    if (!before || after) return [];
    const heirs = change.beads.flatMap((row) => (row.bitextId === bitextId && row.after ? row.after : []));
    const heir = heirs.find((bead) => holds(bead, before)) ?? heirs[0];
    if (!heir) return [];
    return state.comments
      .filter((comment) => comment.beadId === before.id && !moved.has(comment.id))
      .map((comment) => ({
        before: comment,
        after: { ...comment, beadId: heir.id },
      }));
  });
  return comments.length ? { ...change, comments: [...change.comments, ...comments] } : change;
}

function holds(bead: Bead, gone: Bead): boolean {
  const side = gone.source.start < gone.source.end ? 'source' : 'target';
  return bead[side].start <= gone[side].start && gone[side].start < bead[side].end;
}
