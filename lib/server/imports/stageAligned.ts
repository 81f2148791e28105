import 'server-only';
import type { Db } from '@/db/client';
import { breathe } from '@/db/queries/breathe';
import * as importedRows from '@/db/queries/importedRows';
import type { BeadPlace } from '@/db/queries/rows';
import { newId } from '../newId';
import type { AlignedHead, AlignedPiece } from '../reading/protocol';
import type { Working } from '../uploads/Working';

/** Texts of a document that is still to be, reference first, and the bitexts among them. */
export type Staged = { texts: string[]; places: BeadPlace[] };

/** Lays the texts and bitexts of a document down where nobody sees them; their rows are still to come. */
export async function stageAligned(
  db: Db,
  { texts, ...about }: AlignedHead,
  importedBy: string,
  /** Told of each text before it is there: whoever fails takes these away. */
  onText: (id: string) => void,
): Promise<Staged> {
  const { fileName, format, encoding, checksum, warnings } = about;
  const rows = texts.map(({ lang, lengthUtf16 }, k) => ({
    ...{ id: newId(), lang, isReference: k === 0, lengthUtf16 },
    ...{ fileName, format, encoding, checksum, warnings, importedBy },
  }));
  for (const row of rows) {
    onText(row.id);
    await importedRows.stage(db, row);
  }
  const places: BeadPlace[] = [];
  for (const target of rows.slice(1))
    places.push(await importedRows.stageBitext(db, newId(), rows[0], target));
  return { texts: rows.map(({ id }) => id), places };
}

export async function stagePiece(
  db: Db,
  { texts, places }: Staged,
  { text, paragraphs, borders, beads }: AlignedPiece,
): Promise<void> {
  await importedRows.inPiece(db, async (tx) => {
    await importedRows.addParagraphs(tx, texts[text], paragraphs);
    await importedRows.addBorders(tx, texts[text], borders);
    if (beads.length) await importedRows.addBeads(tx, places[text - 1], beads);
  });
  // Each statement of the embedded database is done before others get a turn.
  await breathe();
}

/** A bead costs about as much as a hundred characters of text. */
const BEAD_CHARS = 100;

/** Tells which share of all rows has been laid down; throws the signal's reason when the client has left. */
export function storedShare(
  heads: readonly AlignedHead[],
  { signal, progress }: Working,
): (piece: AlignedPiece) => void {
  const whole = heads.reduce(
    (sum, { texts, beads }) =>
      texts.reduce((own, { lengthUtf16 }) => own + lengthUtf16, sum + beads * BEAD_CHARS),
    0,
  );
  let done = 0;
  return (piece) => {
    signal.throwIfAborted();
    done += piece.beads.length * BEAD_CHARS;
    for (const { content } of piece.paragraphs) done += content.length;
    progress({ step: 'storing', share: Math.min(1, done / whole) });
  };
}
