import 'server-only';
import type { Db } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import { asOfOneMoment } from '@/db/queries/asOfOneMoment';
import * as history from '@/db/queries/history';
import { outlineOf } from '@/db/queries/outlines';
import type { BitextOutline, TextOutline } from '@/lib/bitext/outline';

/** A document as an export sees it: everything that can change, as of one moment, in columns. */
export type OpenDocument = {
  id: string;
  title: string;
  seq: number;
  changedAt: Date | null;
  /** The aligned bitexts by the language of their translation. */
  bitexts: ReadonlyMap<string, { outline: BitextOutline; revision: number }>;
  /** By id. */
  texts: ReadonlyMap<string, TextOutline>;
  /** Beads with an open dispute. */
  disputed: ReadonlySet<string>;
};

export async function openDocument(
  db: Db,
  { id, title }: { id: string; title: string },
): Promise<OpenDocument> {
  return asOfOneMoment(db, async (tx) => {
    const rows = (await alignments.bitextsOf(tx, id)).filter(({ origin }) => origin !== null);
    const outline = await outlineOf(tx, id);
    const outlines = new Map(outline.bitexts.map((one) => [one.id, one]));
    const open = outline.comments.filter(({ kind, resolvedBy }) => kind === 'dispute' && resolvedBy === null);
    return {
      ...{ id, title, seq: outline.seq, changedAt: await history.lastChange(tx, id) },
      bitexts: new Map(
        rows.map(({ id: bitextId, lang, revision }) => [
          lang,
          { outline: outlines.get(bitextId)!, revision },
        ]),
      ),
      texts: new Map(outline.texts.map((text) => [text.id, text])),
      disputed: new Set(open.map(({ beadId }) => beadId)),
    };
  });
}
