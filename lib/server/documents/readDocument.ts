import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import * as jobs from '@/db/queries/jobs';
import { type Actor, can } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';

export type DocumentView = documents.DocumentHead & {
  summary: documents.DocumentSummary;
  jobs: Pick<jobs.JobRow, 'id' | 'bitextId' | 'state' | 'progress' | 'error'>[];
  rights: { edit: string[]; review: string[]; editReference: boolean; manage: boolean };
};

/** A document's head: its texts, progress, running jobs, and what this person may do, by language. */
export async function readDocument(actor: Actor, documentId: string): Promise<Result<DocumentView>> {
  if (!z.uuid().safeParse(documentId).success) return err('document.notFound');
  const db = await getDb();
  const head = await documents.find(db, documentId);
  if (!head || !can(actor, 'read', head)) return err('document.notFound');
  const [summary] = await documents.summaries(db, head.projectId, documentId);
  if (!summary) return err('document.notFound');
  const langs = summary.texts.filter((t) => !t.isReference).map((t) => t.lang);
  const may = (action: 'edit' | 'review') => langs.filter((lang) => can(actor, action, { ...head, lang }));
  return ok({
    ...head,
    summary,
    jobs: (await jobs.latestOf(db, documentId)).map(({ id, bitextId, state, progress, error }) => ({
      id,
      bitextId,
      state,
      progress,
      error,
    })),
    rights: {
      edit: may('edit'),
      review: may('review'),
      editReference: can(actor, 'edit', { projectId: head.projectId }),
      manage: can(actor, 'manage', head),
    },
  });
}
