import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import * as jobs from '@/db/queries/jobs';
import * as texts from '@/db/queries/texts';
import { type Actor, can } from '@/lib/bitext/can';
import { makeText } from '@/lib/bitext/makeText';
import { UNITS } from '@/lib/bitext/units';
import { err, ok, type Result } from '@/lib/result';
import { wakeRunner } from '../align/runner';
import { announceReload } from '../live/announce';
import { newId } from '../newId';
import { mayImport } from './mayImportInto';
import { ImportSource, Lang, readImport } from './readImport';

export const ImportTextInput = ImportSource.extend({
  documentId: z.uuid(),
  lang: Lang,
  /** Segments of a translation; the reference is always cut into sentences. */
  segments: z.enum(UNITS).default('paragraph'),
});

/**
 * Stores a text as it was shown in the preview: read again from the same bytes with the same
 * choices, so that nothing half-accepted lies about on the server. Alignment with the texts already
 * there begins at once.
 */
export async function importText(
  actor: Actor,
  { documentId, lang, segments, ...source }: z.output<typeof ImportTextInput>,
): Promise<Result<{ textId: string }>> {
  const db = await getDb();
  const document = await documents.find(db, documentId);
  if (!document || !can(actor, 'read', document)) return err('document.notFound');
  if (!mayImport(actor, document.projectId)) return err('document.forbidden');
  const isReference = lang === document.referenceLang;
  if (!isReference && !document.targetLangs.includes(lang)) return err('text.languageUnknown', { lang });
  const read = await readImport(source);
  if (!read.ok) return read;
  const { draft, checksum, fileName } = read.value;
  const made = makeText(draft.paragraphs, lang, isReference ? 'sentence' : segments);
  const stored = await db.transaction(async (tx): Promise<Result<{ textId: string }>> => {
    if (!(await documents.lock(tx, documentId))) return err('document.notFound');
    const present = await texts.listOf(tx, documentId);
    if (present.some((text) => text.lang === lang)) return err('text.exists', { lang });
    const textId = newId();
    const { format, encoding, warnings } = draft;
    const row = { id: textId, documentId, lang, isReference, fileName, format, encoding, checksum, warnings };
    const bitexts = await texts.insert(tx, { ...row, importedBy: actor.id, ...made }, newId);
    await announceReload(tx, documentId);
    for (const bitextId of bitexts) await jobs.insert(tx, { id: newId(), bitextId, createdBy: actor.id });
    return ok({ textId });
  });
  if (stored.ok) wakeRunner();
  return stored;
}
