import 'server-only';
import type { Db, Tx } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import { asOfOneMoment } from '@/db/queries/asOfOneMoment';
import * as history from '@/db/queries/history';
import {
  type BeadOutline,
  beadOutlineInPages,
  type TextColumns,
  textOutlineInPages,
} from '@/db/queries/outlinePages';
import * as texts from '@/db/queries/texts';

/** A document as an export sees it: everything that can change, as of one moment, in columns. */
export type OpenDocument = {
  id: string;
  title: string;
  /** Number of the last event that it holds. */
  seq: number;
  /** The aligned bitexts by the language of their translation. */
  bitexts: ReadonlyMap<string, { outline: BeadOutline; revision: number }>;
  /** By id. */
  texts: ReadonlyMap<string, TextColumns>;
  /** Beads with an open dispute. */
  disputed: ReadonlySet<string>;
};

/** How often somebody may edit in between before everybody has to wait. */
const TRIES = 2;

/**
 * Reads a document, as far as its translations into these languages go, in short queries, so that those who work in it do not wait. When it has changed meanwhile it is
 * read again, and at last as of one moment, for which everybody waits.
 */
export async function openDocument(
  db: Db,
  { id, title }: { id: string; title: string },
  langs: readonly string[],
): Promise<OpenDocument> {
  for (let k = 0; k < TRIES; k++) {
    const before = await stampOf(db, id);
    const read = await readDocument(db, id, langs);
    if ((await stampOf(db, id)) === before) return { id, title, ...read };
  }
  return { id, title, ...(await asOfOneMoment(db, (tx) => readDocument(tx, id, langs))) };
}

/** Changes whenever the document does: by an edit, which is an event, or by texts that come and go. */
async function stampOf(db: Db, id: string): Promise<string> {
  const rows = await alignments.bitextsOf(db, id);
  const revisions = rows.map((row) => `${row.id}:${row.revision}`);
  return [await history.lastSeq(db, id), ...revisions].join(' ');
}

async function readDocument(
  db: Db | Tx,
  id: string,
  langs: readonly string[],
): Promise<Omit<OpenDocument, 'id' | 'title'>> {
  const seq = await history.lastSeq(db, id);
  const rows = (await alignments.bitextsOf(db, id)).filter(
    ({ origin, lang }) => origin !== null && langs.includes(lang),
  );
  const needed = new Set(rows.flatMap((row) => [row.sourceTextId, row.targetTextId]));
  const disputed = await alignments.disputedOf(
    db,
    rows.map((row) => row.id),
  );
  const outlines = new Map<string, TextColumns>();
  for (const head of await texts.listOf(db, id))
    if (needed.has(head.id)) outlines.set(head.id, await textOutlineInPages(db, head));
  const bitexts = new Map<string, { outline: BeadOutline; revision: number }>();
  for (const row of rows)
    bitexts.set(row.lang, { outline: await beadOutlineInPages(db, row), revision: row.revision });
  return { seq, bitexts, texts: outlines, disputed };
}
