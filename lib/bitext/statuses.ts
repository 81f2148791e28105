import { err, ok, type Result } from '@/lib/result';
import { type Change, NO_CHANGE } from './change';
import type { BeadCommand, CommandContext } from './commands';
import { findBead, isDisputed } from './find';
import { beadChange, withAuthor } from './membership';
import { type Comment, type DocumentState, isLocked, isNull } from './types';

type Of<T extends BeadCommand['type']> = Extract<BeadCommand, { type: T }>;

/** An editor vouches for the bead. */
export function planConfirm(
  state: DocumentState,
  command: Of<'confirm'>,
  context: CommandContext,
): Result<Change> {
  const found = findBead(state, command.bead);
  if (!found) return err('bead.notFound');
  const { bitext, bead } = found;
  if (isLocked(bead)) return ok(NO_CHANGE);
  if (isNull(bead) && !bead.reason) return err('bead.needsReason');
  const after = {
    ...bead,
    status: 'confirmed' as const,
    authors: withAuthor(bead, context.actorId),
  };
  return ok(beadChange(bitext, [[bead, after]]));
}

/** The same for many beads, in one pass over the document. */
export function planConfirmAll(
  state: DocumentState,
  command: Of<'confirmAll'>,
  context: CommandContext,
): Result<Change> {
  const beads: Change['beads'][number][] = [];
  for (const id of new Set(command.beads)) {
    const found = findBead(state, id);
    if (!found) return err('bead.notFound');
    const { bitext, bead } = found;
    if (isLocked(bead)) continue;
    if (isNull(bead) && !bead.reason) return err('bead.needsReason');
    const after = { ...bead, status: 'confirmed' as const, authors: withAuthor(bead, context.actorId) };
    beads.push({ bitextId: bitext.id, before: bead, after });
  }
  return ok({ ...NO_CHANGE, beads });
}

export function planReopen(state: DocumentState, command: Of<'reopen'>): Result<Change> {
  const found = findBead(state, command.bead);
  if (!found) return err('bead.notFound');
  const { bitext, bead } = found;
  if (!isLocked(bead)) return ok(NO_CHANGE);
  return ok(beadChange(bitext, [[bead, { ...bead, status: 'proposed' }]]));
}

/** The second-person rule: who worked on a bead since its last machine state can't approve it. */
export function planApprove(
  state: DocumentState,
  command: Of<'approve'>,
  context: CommandContext,
): Result<Change> {
  const found = findBead(state, command.bead);
  if (!found) return err('bead.notFound');
  const { bitext, bead } = found;
  if (bead.status === 'approved') return ok(NO_CHANGE);
  if (!isLocked(bead)) return err('bead.notConfirmed');
  if (isDisputed(state, bead.id)) return err('bead.disputed');
  const own = bead.authors.includes(context.actorId);
  if (own && !context.selfReview) return err('bead.ownWork');
  return ok(beadChange(bitext, [[bead, { ...bead, status: own ? 'self-reviewed' : 'approved' }]]));
}

/** A reviewer sends the bead back to its editor. */
export function planReturn(
  state: DocumentState,
  command: Of<'return'>,
  context: CommandContext,
): Result<Change> {
  const found = findBead(state, command.bead);
  if (!found) return err('bead.notFound');
  const { bitext, bead } = found;
  if (!isLocked(bead)) return err('bead.notReviewable');
  const body = command.body.trim();
  if (!body) return err('bead.needsComment');
  const comment: Comment = {
    id: command.id,
    bitextId: bitext.id,
    beadId: bead.id,
    kind: 'return',
    body,
    authorId: context.actorId,
    createdAt: context.at,
    resolvedBy: null,
  };
  return ok({
    ...beadChange(bitext, [[bead, { ...bead, status: 'proposed' }]]),
    comments: [{ before: null, after: comment }],
  });
}
