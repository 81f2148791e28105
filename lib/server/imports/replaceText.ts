import 'server-only';
import { getDb } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import * as changes from '@/db/queries/changes';
import * as documents from '@/db/queries/documents';
import * as history from '@/db/queries/history';
import * as versions from '@/db/queries/versions';
import { type Actor, can } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { announceReload } from '../live/announce';
import { newId } from '../newId';
import type { Working } from '../uploads/Working';
import { mayImport } from './mayImportInto';
import { readingOf } from './Reading';
import { readImport } from './readImport';
import { type BeadCounts, countBeads, isSame, planVersion, type VersionInput } from './readVersion';

/**
 * Puts a corrected file in the place of a text at work: beads whose words are the same keep their status, the others
 * are `stale`. One event, which its author can take back; the older version stays stored for that.
 */
export async function replaceText(
  actor: Actor,
  input: VersionInput,
  working: Working,
): Promise<Result<{ beads: BeadCounts[] }>> {
  const db = await getDb();
  const { documentId, lang } = input;
  const head = await documents.find(db, documentId);
  if (!head || !can(actor, 'read', head)) return err('document.notFound');
  if (!mayImport(actor, head.projectId)) return err('document.forbidden');
  const read = await readImport(input, working);
  if (!read.ok) return read;
  const { draft, checksum, fileName } = read.value;
  return db.transaction(async (tx): Promise<Result<{ beads: BeadCounts[] }>> => {
    if (!(await documents.lock(tx, documentId))) return err('document.notFound');
    const planned = await planVersion(tx, input, read.value);
    if (!planned.ok) return planned;
    if (isSame(planned.value)) return err('text.unchanged');
    const { older, state, plan } = planned.value;
    const { id, paragraphs, borders, corrections } = plan.text;
    const { format, encoding, warnings } = draft;
    await versions.insertVersion(tx, {
      ...{
        id,
        documentId,
        lang,
        isReference: older.isReference,
        fileName,
        format,
        encoding,
        checksum,
        warnings,
      },
      reading: readingOf(input),
      ...{ importedBy: actor.id, lengthUtf16: plan.lengthUtf16, paragraphs, borders, corrections },
    });
    const saved = await changes.save(tx, plan.change, await alignments.bitextsOf(tx, documentId));
    await history.append(tx, {
      id: newId(),
      documentId,
      actorId: actor.id,
      at: new Date().toISOString(),
      kind: 'reimport',
      takesBack: null,
      commands: [],
      change: saved,
    });
    await announceReload(tx, documentId);
    return ok({ beads: countBeads(state, plan.change) });
  });
}
