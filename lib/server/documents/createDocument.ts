import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import { type Actor, can } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { ProjectId } from '../inputs';
import { newId } from '../newId';

export const DocumentTitle = z.string().trim().min(1).max(200);
export const CreateDocumentInput = z.object({
  projectId: ProjectId,
  title: DocumentTitle.describe('What the document is called; no two of a project have the same title'),
});

/** An empty document, ready for its texts. Managers and editors of all languages may. */
export async function createDocument(
  actor: Actor,
  input: z.output<typeof CreateDocumentInput>,
): Promise<Result<{ documentId: string }>> {
  const scope = { projectId: input.projectId };
  if (!can(actor, 'read', scope)) return err('project.notFound');
  if (!can(actor, 'edit', scope)) return err('project.forbidden');
  const db = await getDb();
  if (!(await documents.projectExists(db, input.projectId))) return err('project.notFound');
  if (await documents.findByTitle(db, input.projectId, input.title))
    return err('document.titleTaken', { title: input.title });
  const documentId = newId();
  await documents.insert(db, { id: documentId, ...input, createdBy: actor.id });
  return ok({ documentId });
}
