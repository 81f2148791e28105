import 'server-only';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import * as history from '@/db/queries/history';
import * as importedRows from '@/db/queries/importedRows';
import * as texts from '@/db/queries/texts';
import type { Actor } from '@/lib/bitext/can';
import { NO_CHANGE } from '@/lib/bitext/change';
import { err, ok, type Result } from '@/lib/result';
import { wakeIndexer } from '../find/indexer';
import { announceReload } from '../live/announce';
import { newId } from '../newId';
import { openReading } from '../reading/openReading';
import type { Working } from '../uploads/Working';
import { type AlignedInput, alignedTask } from './alignedTask';
import { mayImportInto } from './mayImportInto';
import { stageAligned, stagePiece, storedShare } from './stageAligned';

export type ImportedAligned = { units: number; langs: string[] };

/**
 * Stores aligned texts as the preview has shown them, read again from the same bytes with the same choices. For a
 * document without texts.
 *
 * The reading thread hands its rows over in pieces, each stored before the next is made. Texts and beads are laid down
 * where nobody sees them, in short statements between which others have their turn; then one transaction gives them
 * their place in the document, with the event that says whose they are. When the client leaves, or anything fails,
 * nothing of it stays.
 */
export async function importAligned(
  actor: Actor,
  input: AlignedInput,
  working: Working,
): Promise<Result<ImportedAligned>> {
  const { documentId } = input;
  const head = await mayImportInto(actor, input);
  if (!head.ok) return head;
  const db = await getDb();
  const [present] = await texts.listOf(db, documentId);
  if (present) return err('text.exists', { lang: present.lang });
  const reading = await openReading(
    { kind: 'alignedImport', ...alignedTask(actor, input, head.value) },
    working,
  );
  let staged: string[] = [];
  try {
    const { answer } = reading;
    if (!answer.ok) return answer;
    const tell = storedShare([answer.value], working);
    const laid = await stageAligned(db, answer.value, actor.id, (id) => staged.push(id));
    for await (const piece of reading.pieces()) {
      await stagePiece(db, laid, piece);
      tell(piece);
    }
    const stored = await db.transaction(async (tx): Promise<Result<ImportedAligned>> => {
      if (!(await documents.lock(tx, documentId))) return err('document.notFound');
      const [meanwhile] = await texts.listOf(tx, documentId);
      if (meanwhile) return err('text.exists', { lang: meanwhile.lang });
      await importedRows.publishAligned(tx, documentId, laid.texts, laid.places);
      await history.append(tx, {
        id: newId(),
        documentId,
        actorId: actor.id,
        at: new Date().toISOString(),
        kind: 'import',
        takesBack: null,
        commands: [],
        // The starting point of a document: it cannot be undone, and would be a copy of all beads.
        change: NO_CHANGE,
      });
      await announceReload(tx, documentId);
      working.signal.throwIfAborted();
      return ok({ units: answer.value.units, langs: answer.value.texts.map(({ lang }) => lang) });
    });
    if (!stored.ok) return stored;
    staged = [];
    wakeIndexer();
    return stored;
  } finally {
    await reading.close();
    await importedRows.discard(db, staged);
  }
}
