import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import { type Actor, can } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';

/** `title` is typed by the person as confirmation. */
export const DeleteDocumentInput = z.object({ documentId: z.uuid(), title: z.string() });

/** Removes a document with all its texts, beads and history. */
export async function deleteDocument(
  actor: Actor,
  { documentId, title }: z.output<typeof DeleteDocumentInput>,
): Promise<Result<null>> {
  const db = await getDb();
  const document = await documents.find(db, documentId);
  if (!document || !can(actor, 'read', document)) return err('document.notFound');
  if (!can(actor, 'manage', document)) return err('document.forbidden');
  if (title.trim() !== document.title) return err('document.titleDiffers');
  await documents.remove(db, document.projectId, documentId);
  return ok(null);
}
