import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import * as history from '@/db/queries/history';
import { type Actor, can } from '@/lib/bitext/can';
import { undoStack } from '@/lib/bitext/history';
import { err, ok, type Result } from '@/lib/result';
import type { EditOutcome } from './editDocument';
import { type Event, takeEventBack } from './takeEventBack';

export const TakeBackInput = z.object({ documentId: z.uuid(), direction: z.enum(['undo', 'redo']) });

/** `took` names what was taken back: the commands of it, each once, else its kind. Empty where that is no longer known. */
export type TakenBack = EditOutcome & { took: string[] };

/**
 * Undo and redo: a new signed edit with the mirror image of the person's last one. Refused when
 * somebody else has changed the same beads, segments or comments since.
 */
export async function takeBack(
  actor: Actor,
  { documentId, direction }: z.output<typeof TakeBackInput>,
): Promise<Result<TakenBack>> {
  const db = await getDb();
  return db.transaction(async (tx): Promise<Result<TakenBack>> => {
    const document = await documents.lock(tx, documentId);
    if (!document || !can(actor, 'read', document)) return err('document.notFound');
    const stack = undoStack(await history.ownEvents(tx, documentId, actor.id));
    const eventId = stack[direction];
    const event = eventId && (await history.find(tx, documentId, eventId));
    if (!event) return err(direction === 'undo' ? 'history.nothing' : 'history.nothingToRedo');
    const taken = await takeEventBack(tx, actor, document, event, direction);
    return taken.ok ? ok({ ...taken.value, took: namesOf(event) }) : taken;
  });
}

function namesOf({ kind, commands, change }: Event): string[] {
  if (change.texts) return ['reimport'];
  // An undo that is taken back is spoken of by what it had undone.
  const isOwn = kind === 'edit' || kind === 'undo' || kind === 'redo';
  return isOwn ? [...new Set(commands.map(({ type }) => type))] : [kind];
}
