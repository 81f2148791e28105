import 'server-only';
import type { Db } from '@/db/client';
import { asOfOneMoment } from '@/db/queries/asOfOneMoment';
import { type BeadOutline, STRETCH, type TextColumns } from '@/db/queries/outlinePages';
import { DocumentReading } from './DocumentReading';

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

/** How often it runs after those who work in the document before they have to wait for a moment. */
const TRIES = 10;

/**
 * Reads a document, as far as its translations into these languages go, in short queries, so that those who work in it
 * do not wait. What has changed meanwhile is read again until nothing has; where that never happens, the last of it is
 * read as of one moment, for which everybody waits.
 *
 * @throws the signal's reason, soon after nobody waits for it any more
 */
export async function openDocument(
  db: Db,
  { id, title }: { id: string; title: string },
  langs: readonly string[],
  { stretch = STRETCH, signal }: { stretch?: number; signal?: AbortSignal } = {},
): Promise<OpenDocument> {
  const reading = new DocumentReading(id, langs, stretch, signal);
  await reading.read(db);
  let isBehind = true;
  for (let k = 0; k < TRIES && isBehind; k++) isBehind = await reading.catchUp(db);
  if (isBehind) await asOfOneMoment(db, (tx) => reading.catchUp(tx));
  return { id, title, ...reading.result() };
}
