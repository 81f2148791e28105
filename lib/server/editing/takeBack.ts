import 'server-only';
import { z } from 'zod';
import { getDb, type Tx } from '@/db/client';
import * as changes from '@/db/queries/changes';
import * as documents from '@/db/queries/documents';
import { headsOf } from '@/db/queries/heads';
import * as history from '@/db/queries/history';
import { loadAround } from '@/db/queries/neighbourhood';
import { type Actor, can } from '@/lib/bitext/can';
import type { Change } from '@/lib/bitext/change';
import { REVIEW_COMMANDS } from '@/lib/bitext/commands';
import { isDisputed } from '@/lib/bitext/find';
import { undoStack } from '@/lib/bitext/history';
import { takingBack } from '@/lib/bitext/standsAsLeft';
import { isReviewed } from '@/lib/bitext/types';
import { err, ok, type Result } from '@/lib/result';
import { rememberEvent } from '../live/recentEvents';
import { newId } from '../newId';
import { beadsUnder, type EditOutcome } from './editDocument';

export const TakeBackInput = z.object({ documentId: z.uuid(), direction: z.enum(['undo', 'redo']) });

/**
 * Undo and redo: a new signed edit with the mirror image of the person's last one. Refused when
 * somebody else has changed the same beads, segments or comments since.
 */
export async function takeBack(
  actor: Actor,
  { documentId, direction }: z.output<typeof TakeBackInput>,
): Promise<Result<EditOutcome>> {
  const db = await getDb();
  return db.transaction(async (tx): Promise<Result<EditOutcome>> => {
    const document = await documents.lock(tx, documentId);
    if (!document || !can(actor, 'read', document)) return err('document.notFound');
    const stack = undoStack(await history.ownEvents(tx, documentId, actor.id));
    const eventId = stack[direction];
    const event = eventId && (await history.find(tx, documentId, eventId));
    if (!event) return err(direction === 'undo' ? 'history.nothing' : 'history.nothingToRedo');
    const places = placesOfChange(event.change);
    const { event: _, ...heads } = await headsOf(tx, documentId);
    const state = await loadAround(tx, heads, places);
    const action = event.commands.some((c) => REVIEW_COMMANDS.has(c.type)) ? 'review' : 'edit';
    for (const { lang } of langsOf(event.change, heads.bitexts))
      if (!can(actor, action, { projectId: document.projectId, lang })) return err('bead.forbidden');
    const change = takingBack(state, event.change);
    if (!change)
      return changedSince(tx, actor, event.seq, [...places.beads, ...beadsUnder(state, event.change)]);
    const disputed = change.beads.some(
      ({ before, after }) =>
        after && isReviewed(after) && before?.status === 'confirmed' && isDisputed(state, after.id),
    );
    if (disputed) return err('bead.disputed');
    const saved = await changes.save(tx, change, heads.bitexts);
    const at = new Date().toISOString();
    const row = { id: newId(), documentId, actorId: actor.id, at, kind: direction, takesBack: event.id };
    const seq = await history.append(tx, { ...row, commands: event.commands, change: saved });
    rememberEvent({ ...row, seq, actorName: actor.name, change: saved });
    return ok({ eventId: row.id, seq, change: saved });
  });
}

/** Refused: names who did what to the same places since, and when. */
async function changedSince(tx: Tx, actor: Actor, since: number, beadIds: readonly string[]) {
  const other = await history.lastByOthers(tx, beadIds, actor.id, since);
  if (!other) return err('bead.stale');
  const { name, at, kind, commands } = other;
  return err('history.changedSince', { name, at, command: kind === 'edit' ? commands[0]!.type : kind });
}

function placesOfChange(change: Change) {
  const rowOf = <Row>(row: { before: Row | null; after: Row | null }): Row => (row.before ?? row.after)!;
  return {
    beads: [
      ...new Set([
        ...change.beads.map((row) => rowOf(row).id),
        ...change.comments.map((row) => rowOf(row).beadId),
      ]),
    ],
    texts: [
      ...change.borders.map((row) => ({ text: row.textId, at: rowOf(row).at })),
      ...change.corrections.map((row) => ({ text: row.textId, at: rowOf(row).start })),
    ],
    reach: 1,
  };
}

/** The languages a change is about; undefined stands for the reference text and so for all of them. */
function langsOf(change: Change, bitexts: readonly { id: string; targetTextId: string; lang: string }[]) {
  const langs = new Set<string | undefined>();
  for (const row of [...change.beads, ...change.comments.map((c) => (c.after ?? c.before)!)])
    langs.add(bitexts.find((b) => b.id === row.bitextId)?.lang);
  for (const row of [...change.borders, ...change.corrections])
    langs.add(bitexts.find((b) => b.targetTextId === row.textId)?.lang);
  return [...langs].map((lang) => ({ lang }));
}
