import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import * as history from '@/db/queries/history';
import { type Actor, can } from '@/lib/bitext/can';
import { isStart } from '@/lib/bitext/history';
import { err, type Result } from '@/lib/result';
import type { EditOutcome } from './editDocument';
import { takeEventBack } from './takeEventBack';

export const RevertEditInput = z.object({ documentId: z.uuid(), eventId: z.uuid() });

/**
 * Takes back one line of the history, whoever wrote it, as an edit of one's own that can be undone in
 * turn. What has changed since in the same place stands in its way.
 */
export async function revertEdit(
  actor: Actor,
  { documentId, eventId }: z.output<typeof RevertEditInput>,
): Promise<Result<EditOutcome>> {
  const db = await getDb();
  return db.transaction(async (tx): Promise<Result<EditOutcome>> => {
    const document = await documents.lock(tx, documentId);
    if (!document || !can(actor, 'read', document)) return err('document.notFound');
    const event = await history.find(tx, documentId, eventId);
    if (!event || isStart(event.kind)) return err('history.nothingToRevert');
    return takeEventBack(tx, actor, document, event, 'revert');
  });
}
