import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import { type Actor, can } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { DocumentTitle } from './createDocument';

export const RenameDocumentInput = z.object({ documentId: z.uuid(), title: DocumentTitle });

export async function renameDocument(
  actor: Actor,
  { documentId, title }: z.output<typeof RenameDocumentInput>,
): Promise<Result<null>> {
  const db = await getDb();
  const document = await documents.find(db, documentId);
  if (!document || !can(actor, 'read', document)) return err('document.notFound');
  if (!can(actor, 'manage', document)) return err('document.forbidden');
  const other = await documents.findByTitle(db, document.projectId, title);
  if (other && other.id !== documentId) return err('document.titleTaken', { title });
  await documents.rename(db, document.projectId, documentId, title);
  return ok(null);
}
