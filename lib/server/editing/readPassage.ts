import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import * as texts from '@/db/queries/texts';
import { type Actor, can } from '@/lib/bitext/can';
import type { Paragraph } from '@/lib/bitext/types';
import { err, ok, type Result } from '@/lib/result';

/** The longest passage given at once, in UTF-16 units. */
const LONGEST = 1 << 17;

const Offset = z.coerce.number().int().nonnegative().max(2_000_000_000);
export const ReadPassageInput = z
  .object({ documentId: z.uuid(), text: z.uuid(), from: Offset, to: Offset })
  .refine(({ from, to }) => from < to && to - from <= LONGEST);

/**
 * The words of a text between two offsets, as imported: pieces of paragraphs that cover the passage
 * and nothing else. Texts are never rewritten, so what was read once stays true.
 */
export async function readPassage(
  actor: Actor,
  { documentId, text: textId, from, to }: z.output<typeof ReadPassageInput>,
): Promise<Result<readonly Paragraph[]>> {
  const db = await getDb();
  const text = await texts.find(db, textId);
  if (!text || text.documentId !== documentId) return err('document.notFound');
  const document = await documents.find(db, documentId);
  if (!document || !can(actor, 'read', document)) return err('document.notFound');
  const paragraphs = await texts.paragraphsIn(db, textId, { start: from, end: to });
  return ok(
    paragraphs.map(({ start, content }) => ({
      start: Math.max(start, from),
      content: content.slice(Math.max(0, from - start), to - start),
    })),
  );
}
