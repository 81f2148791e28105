import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import { asOfOneMoment } from '@/db/queries/asOfOneMoment';
import * as documents from '@/db/queries/documents';
import { namesOf } from '@/db/queries/people';
import { type Actor, can } from '@/lib/bitext/can';
import type { DocumentState } from '@/lib/bitext/types';
import { err, ok, type Result } from '@/lib/result';

export const ReadWorkbenchInput = z.object({ documentId: z.uuid() });

export type WorkbenchData = DocumentState & {
  /** Names of everybody who wrote a comment or worked on a bead. */
  people: Record<string, string>;
};

/** All that the grid needs, in one answer. Whoever may read the project may read it. */
export async function readWorkbench(
  actor: Actor,
  { documentId }: z.output<typeof ReadWorkbenchInput>,
): Promise<Result<WorkbenchData>> {
  const db = await getDb();
  const document = await documents.find(db, documentId);
  if (!document || !can(actor, 'read', document)) return err('document.notFound');
  const { texts, bitexts, comments } = await asOfOneMoment(db, (tx) => alignments.load(tx, documentId));
  const ids = new Set(comments.flatMap((c) => [c.authorId, ...(c.resolvedBy ? [c.resolvedBy] : [])]));
  for (const { beads } of Object.values(bitexts))
    for (const bead of beads) for (const id of bead.authors) ids.add(id);
  return ok({ texts, bitexts, comments, people: await namesOf(db, [...ids]) });
}
