import 'server-only';
import { getDb, type Tx } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import * as changes from '@/db/queries/changes';
import * as documents from '@/db/queries/documents';
import * as history from '@/db/queries/history';
import * as texts from '@/db/queries/texts';
import { type Actor, can } from '@/lib/bitext/can';
import { NO_CHANGE } from '@/lib/bitext/change';
import { layOut } from '@/lib/formats/aligned/layOut';
import { err, ok, type Result } from '@/lib/result';
import { announceReload } from '../live/announce';
import { newId } from '../newId';
import { mayImport } from './previewText';
import { type AlignedInput, columnsOf, readAlignedImport } from './readAlignedImport';

export type ImportedAligned = { units: number; langs: string[] };

/**
 * Stores aligned texts as the preview has shown them, read again from the same bytes with the same choices: texts,
 * segments, beads and the event that says who brought them in, all in one transaction. For a document without texts.
 */
export async function importAligned(actor: Actor, input: AlignedInput): Promise<Result<ImportedAligned>> {
  const db = await getDb();
  const { documentId } = input;
  const head = await documents.find(db, documentId);
  if (!head || !can(actor, 'read', head)) return err('document.notFound');
  if (!mayImport(actor, head.projectId)) return err('document.forbidden');
  const read = await readAlignedImport(input, head);
  if (!read.ok) return read;
  const { document, fileName, checksum } = read.value;
  const columns = columnsOf(read.value, head);
  if (!columns.ok) return columns;
  const laid = layOut(document, columns.value, {
    newId,
    actorId: actor.id,
    keepApprovals: can(actor, 'manage', head),
  });
  const { format, encoding, warnings } = document;
  return db.transaction(async (tx): Promise<Result<ImportedAligned>> => {
    if (!(await documents.lock(tx, documentId))) return err('document.notFound');
    const [present] = await texts.listOf(tx, documentId);
    if (present) return err('text.exists', { lang: present.lang });
    const origin = { documentId, fileName, format, encoding, checksum, warnings, importedBy: actor.id };
    for (const [k, { lang }] of columns.value.entries())
      await texts.insert(tx, { id: newId(), lang, isReference: k === 0, ...origin, ...laid.texts[k] }, newId);
    await storeBeads(
      tx,
      documentId,
      new Map(columns.value.slice(1).map(({ lang }, k) => [lang, laid.bitexts[k]])),
    );
    await history.append(tx, {
      id: newId(),
      documentId,
      actorId: actor.id,
      at: new Date().toISOString(),
      kind: 'align',
      takesBack: null,
      commands: [],
      // The starting point of a document: it cannot be undone, and would be a copy of all beads.
      change: NO_CHANGE,
    });
    await announceReload(tx, documentId);
    return ok({ units: document.units.length, langs: columns.value.map(({ lang }) => lang) });
  });
}

async function storeBeads(
  tx: Tx,
  documentId: string,
  beads: ReadonlyMap<string, ReturnType<typeof layOut>['bitexts'][number]>,
): Promise<void> {
  for (const place of await alignments.bitextsOf(tx, documentId)) {
    const rows = (beads.get(place.lang) ?? []).map((after) => ({ bitextId: place.id, before: null, after }));
    await changes.save(tx, { ...NO_CHANGE, beads: rows }, [place]);
  }
}
