import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import { asOfOneMoment } from '@/db/queries/asOfOneMoment';
import * as documents from '@/db/queries/documents';
import { outlineOf } from '@/db/queries/outlines';
import { namesOf } from '@/db/queries/people';
import { type Actor, can } from '@/lib/bitext/can';
import type { DocumentOutline } from '@/lib/bitext/outline';
import { err, ok, type Result } from '@/lib/result';

export const ReadOutlineInput = z.object({ documentId: z.uuid() });

export type OpenedDocument = DocumentOutline & {
  /** Names of everybody who wrote a comment or worked on a bead. */
  people: Record<string, string>;
};

/** What the grid opens with: the shape of the whole document, and nothing of its words. */
export async function readOutline(
  actor: Actor,
  { documentId }: z.output<typeof ReadOutlineInput>,
): Promise<Result<OpenedDocument>> {
  const db = await getDb();
  const document = await documents.find(db, documentId);
  if (!document || !can(actor, 'read', document)) return err('document.notFound');
  const outline = await asOfOneMoment(db, (tx) => outlineOf(tx, documentId));
  const ids = new Set([
    ...outline.comments.flatMap((c) => [c.authorId, ...(c.resolvedBy ? [c.resolvedBy] : [])]),
    ...outline.bitexts.flatMap(({ teams }) => teams.flat()),
  ]);
  return ok({ ...outline, people: await namesOf(db, [...ids]) });
}
