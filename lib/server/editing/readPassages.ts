import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import * as texts from '@/db/queries/texts';
import { paragraphsOfWindows } from '@/db/queries/windows';
import { type Actor, can } from '@/lib/bitext/can';
import type { Paragraph } from '@/lib/bitext/types';
import { err, ok, type Result } from '@/lib/result';

/** The most words given at once, in UTF-16 units, and the most windows. */
const LONGEST = 1 << 20;
const MOST = 128;

const Offset = z.number().int().nonnegative().max(2_000_000_000);
export const ReadPassagesInput = z
  .object({
    documentId: z.uuid(),
    windows: z
      .array(z.object({ text: z.uuid(), from: Offset, to: Offset }).refine(({ from, to }) => from < to))
      .min(1)
      .max(MOST),
  })
  .refine(({ windows }) => windows.reduce((sum, { from, to }) => sum + to - from, 0) <= LONGEST);

/**
 * The words of texts in windows, as imported: for each, pieces of paragraphs that cover it and nothing else. Texts are
 * never rewritten, so what was read once stays true. Many windows at once, because rows that pass a filter stand
 * all over the document.
 */
export async function readPassages(
  actor: Actor,
  { documentId, windows }: z.output<typeof ReadPassagesInput>,
): Promise<Result<Paragraph[][]>> {
  const db = await getDb();
  const document = await documents.find(db, documentId);
  if (!document || !can(actor, 'read', document)) return err('document.notFound');
  const own = new Set((await texts.listOf(db, documentId)).map(({ id }) => id));
  if (windows.some(({ text }) => !own.has(text))) return err('document.notFound');
  const found = await paragraphsOfWindows(
    db,
    windows.map(({ text, from, to }) => ({ textId: text, start: from, end: to })),
  );
  return ok(
    found.map((paragraphs, k) =>
      paragraphs.map(({ start, content }) => ({
        start: Math.max(start, windows[k]!.from),
        content: content.slice(Math.max(0, windows[k]!.from - start), windows[k]!.to - start),
      })),
    ),
  );
}
