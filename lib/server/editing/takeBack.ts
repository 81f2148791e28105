import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import * as history from '@/db/queries/history';
import { type Actor, can } from '@/lib/bitext/can';
import { undoStack } from '@/lib/bitext/history';
import { err, type Result } from '@/lib/result';
import type { EditOutcome } from './editDocument';
import { takeEventBack } from './takeEventBack';

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
    return takeEventBack(tx, actor, document, event, direction);
  });
}
