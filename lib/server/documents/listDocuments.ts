import 'server-only';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import { type Actor, can } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';

export type { DocumentSummary } from '@/db/queries/documents';

/** The documents of a project with their texts and progress. */
export async function listDocuments(
  actor: Actor,
  projectId: string,
): Promise<Result<documents.DocumentSummary[]>> {
  if (!can(actor, 'read', { projectId })) return err('project.notFound');
  return ok(await documents.summaries(await getDb(), projectId));
}
