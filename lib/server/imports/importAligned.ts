import 'server-only';
import { getDb, type Tx } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import * as documents from '@/db/queries/documents';
import * as history from '@/db/queries/history';
import * as importedRows from '@/db/queries/importedRows';
import * as texts from '@/db/queries/texts';
import type { Actor } from '@/lib/bitext/can';
import { NO_CHANGE } from '@/lib/bitext/change';
import { err, ok, type Result } from '@/lib/result';
import { announceReload } from '../live/announce';
import { newId } from '../newId';
import { openReading, type Reading } from '../reading/openReading';
import type { AlignedHead } from '../reading/protocol';
import type { Working } from '../uploads/Working';
import { type AlignedInput, alignedTask } from './alignedTask';
import { mayImportInto } from './mayImportInto';

export type ImportedAligned = { units: number; langs: string[] };

/**
 * Stores aligned texts as the preview has shown them, read again from the same bytes with the same choices: texts,
 * segments, beads and the event that says who brought them in, all in one transaction. For a document without texts.
 *
 * The reading thread hands its rows over in pieces, each stored before the next is made. When the client leaves, the
 * transaction is rolled back.
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
  try {
    const { answer } = reading;
    if (!answer.ok) return answer;
    return await db.transaction(async (tx): Promise<Result<ImportedAligned>> => {
      if (!(await documents.lock(tx, documentId))) return err('document.notFound');
      const [meanwhile] = await texts.listOf(tx, documentId);
      if (meanwhile) return err('text.exists', { lang: meanwhile.lang });
      await store(tx, documentId, actor.id, answer.value, reading, working);
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
  } finally {
    await reading.close();
  }
}

/** @throws the signal's reason when the client has left: what was stored so far is rolled back. */
async function store(
  tx: Tx,
  documentId: string,
  importedBy: string,
  { format, encoding, checksum, fileName, warnings, texts: heads, beads }: AlignedHead,
  reading: Reading<'alignedImport'>,
  { signal, progress }: Working,
): Promise<void> {
  const origin = { documentId, fileName, format, encoding, checksum, warnings, importedBy };
  const ids = heads.map(() => newId());
  for (const [k, { lang, lengthUtf16 }] of heads.entries()) {
    const row = { id: ids[k], lang, isReference: k === 0, lengthUtf16, ...origin };
    await texts.insert(tx, { ...row, paragraphs: [], borders: [] }, newId);
  }
  const places = await alignments.bitextsOf(tx, documentId);
  const characters = heads.reduce((sum, { lengthUtf16 }) => sum + lengthUtf16, 0);
  // A bead costs about as much as a hundred characters of text.
  const whole = characters + beads * 100;
  let done = 0;
  for await (const piece of reading.pieces()) {
    signal.throwIfAborted();
    await importedRows.addParagraphs(tx, ids[piece.text], piece.paragraphs);
    await importedRows.addBorders(tx, ids[piece.text], piece.borders);
    const place = places.find(({ targetTextId }) => targetTextId === ids[piece.text]);
    if (place) await importedRows.addBeads(tx, place, piece.beads);
    done += piece.beads.length * 100;
    for (const { content } of piece.paragraphs) done += content.length;
    progress({ step: 'storing', share: Math.min(1, done / whole) });
  }
  await importedRows.open(tx, places);
}
