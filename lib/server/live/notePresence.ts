import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import { type Actor, can } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { getHub } from './getHub';

export const NotePresenceInput = z.object({
  documentId: z.uuid(),
  clientId: z.uuid(),
  bitextId: z.uuid().nullable(),
  beadId: z.uuid().nullable(),
});

/** Says where in a document one is; again within `AWAY_MS`, or one is taken to be gone. */
export async function notePresence(
  actor: Actor,
  { documentId, ...place }: z.output<typeof NotePresenceInput>,
): Promise<Result<null>> {
  const hub = await getHub();
  // Whoever watches here has been asked already, and this comes with every step through the grid.
  if (!hub.isWatching(documentId, actor.id, place.clientId)) {
    const document = await documents.find(await getDb(), documentId);
    if (!document || !can(actor, 'read', document)) return err('document.notFound');
  }
  hub.note(documentId, { ...place, userId: actor.id, name: actor.name });
  return ok(null);
}
