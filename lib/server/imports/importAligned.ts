import 'server-only';
import { type Db, getDb } from '@/db/client';
import { breathe } from '@/db/queries/breathe';
import * as documents from '@/db/queries/documents';
import * as history from '@/db/queries/history';
import * as importedRows from '@/db/queries/importedRows';
import type { BeadPlace } from '@/db/queries/rows';
import * as texts from '@/db/queries/texts';
import type { Actor } from '@/lib/bitext/can';
import { NO_CHANGE } from '@/lib/bitext/change';
import { err, ok, type Result } from '@/lib/result';
import { wakeIndexer } from '../find/indexer';
import { announceReload } from '../live/announce';
import { newId } from '../newId';
import { openReading } from '../reading/openReading';
import type { AlignedHead, AlignedPiece } from '../reading/protocol';
import type { Working } from '../uploads/Working';
import { type AlignedInput, alignedTask } from './alignedTask';
import { mayImportInto } from './mayImportInto';

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
    const rows = rowsOf(answer.value, actor.id);
    staged = rows.map(({ id }) => id);
    const places = await stageAll(db, rows, reading.pieces(), storedShare(answer.value, working));
    const stored = await db.transaction(async (tx): Promise<Result<ImportedAligned>> => {
      if (!(await documents.lock(tx, documentId))) return err('document.notFound');
      const [meanwhile] = await texts.listOf(tx, documentId);
      if (meanwhile) return err('text.exists', { lang: meanwhile.lang });
      await importedRows.publishAligned(tx, documentId, staged, places);
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
      return ok({ units: answer.value.units, langs: rows.map(({ lang }) => lang) });
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

type Row = ReturnType<typeof rowsOf>[number];
type Pieces = AsyncGenerator<AlignedPiece>;
/** Counts what is stored; throws the signal's reason when the client has left. */
type Tell = (piece: AlignedPiece) => void;

function rowsOf({ texts: heads, ...about }: AlignedHead, importedBy: string) {
  const { format, encoding, checksum, fileName, warnings } = about;
  const origin = { fileName, format, encoding, checksum, warnings, importedBy };
  return heads.map(({ lang, lengthUtf16 }, k) => {
    return { id: newId(), lang, isReference: k === 0, lengthUtf16, ...origin };
  });
}

/** A bead costs about as much as a hundred characters of text. */
const BEAD_CHARS = 100;

function storedShare({ texts: heads, beads }: AlignedHead, { signal, progress }: Working): Tell {
  const whole = heads.reduce((sum, { lengthUtf16 }) => sum + lengthUtf16, beads * BEAD_CHARS);
  let done = 0;
  return (piece) => {
    signal.throwIfAborted();
    done += piece.beads.length * BEAD_CHARS;
    for (const { content } of piece.paragraphs) done += content.length;
    progress({ step: 'storing', share: Math.min(1, done / whole) });
  };
}

/** @returns the bitexts with their beads. */
async function stageAll(db: Db, rows: readonly Row[], pieces: Pieces, tell: Tell): Promise<BeadPlace[]> {
  for (const row of rows) await importedRows.stage(db, row);
  const places: BeadPlace[] = [];
  for (const target of rows.slice(1))
    places.push(await importedRows.stageBitext(db, newId(), rows[0], target));
  for await (const piece of pieces) {
    const { text, paragraphs, borders, beads } = piece;
    await importedRows.addParagraphs(db, rows[text].id, paragraphs);
    await importedRows.addBorders(db, rows[text].id, borders);
    if (beads.length) await importedRows.addBeads(db, places[text - 1], beads);
    // Each statement of the embedded database is done before others get a turn.
    await breathe();
    tell(piece);
  }
  return places;
}
