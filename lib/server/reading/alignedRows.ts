import { randomUUID } from 'node:crypto';
import type { AlignedDocument } from '@/lib/formats/aligned/AlignedDocument';
import { type Column, planLayout } from '@/lib/formats/aligned/layOut';
import type { AlignedHead, AlignedPiece, AlignedTask } from './protocol';

/** Rows that cross between threads, and go into the database, at once: the embedded one holds everybody up meanwhile. */
const PIECE_ROWS = 500;
/** And UTF-16 units of text in them, about: some files have chapters for segments. */
const PIECE_CHARS = 250_000;

/** What is stored of a document: its texts' heads, and their rows and the beads as pieces. */
export function alignedRows(
  document: AlignedDocument,
  columns: readonly Column[],
  { actorId, keepApprovals }: Pick<AlignedTask, 'actorId' | 'keepApprovals'>,
  file: Pick<AlignedHead, 'checksum' | 'fileName'>,
): { head: AlignedHead; pieces: () => Generator<AlignedPiece> } {
  const layout = planLayout(document, columns, { newId: randomUUID, actorId, keepApprovals });
  const { format, encoding, warnings, units } = document;
  function* pieces(): Generator<AlignedPiece> {
    for (const text of columns.keys()) {
      let [paragraphs, borders]: [AlignedPiece['paragraphs'], AlignedPiece['borders']] = [[], []];
      let chars = 0;
      for (const row of layout.rowsOf(text)) {
        if ('content' in row) {
          paragraphs.push(row);
          chars += row.content.length;
        } else borders.push(row);
        if (paragraphs.length + borders.length < PIECE_ROWS && chars < PIECE_CHARS) continue;
        yield { text, paragraphs, borders, beads: [] };
        [paragraphs, borders] = [[], []];
        chars = 0;
      }
      yield { text, paragraphs, borders, beads: [] };
    }
    for (let text = 1; text < layout.lengths.length; text++) {
      let beads: AlignedPiece['beads'] = [];
      // From the end: each one that is stored meets one that is there.
      for (const bead of layout.beadsOf(text, 'backward')) {
        beads.push(bead);
        if (beads.length < PIECE_ROWS) continue;
        yield { text, paragraphs: [], borders: [], beads };
        beads = [];
      }
      if (beads.length) yield { text, paragraphs: [], borders: [], beads };
    }
  }
  const head: AlignedHead = {
    ...{ ...file, format, encoding, warnings, units: units.length },
    texts: columns.map(({ lang }, k) => ({ lang, lengthUtf16: layout.lengths[k] })),
    beads: Object.values(layout.statuses).reduce((sum, count) => sum + count, 0),
  };
  return { head, pieces };
}
