import 'server-only';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import * as texts from '@/db/queries/texts';
import { type Actor, can } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { Reading } from './Reading';

/** What was chosen when a text was brought in; empty when nothing was. */
export async function readReading(
  actor: Actor,
  { documentId, lang }: { documentId: string; lang: string },
): Promise<Result<Reading>> {
  const db = await getDb();
  const head = await documents.find(db, documentId);
  if (!head || !can(actor, 'read', head)) return err('document.notFound');
  const text = (await texts.listOf(db, documentId)).find((one) => one.lang === lang);
  if (!text) return err('text.missing', { lang });
  return ok(Reading.parse(text.reading ?? {}));
}
