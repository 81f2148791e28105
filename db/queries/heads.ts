import { and, asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client';
import { bitext, event, text } from '../schema';
import type { BitextRow } from './rows';

/** A bitext with the language of its translation. */
export type Place = BitextRow & { lang: string };

/** What a document is made of, without the contents. */
export type Heads = { texts: { id: string; lang: string }[]; bitexts: Place[] };

/**
 * The texts and bitexts of a document, by language. In the same query the event of this id, if it is
 * there already: an edit that was sent a second time.
 */
export async function headsOf(
  tx: Tx,
  documentId: string,
  eventId: string | null = null,
): Promise<Heads & { event: typeof event.$inferSelect | null }> {
  const rows = await tx
    .select({ id: text.id, lang: text.lang, bitext, event })
    .from(text)
    .leftJoin(bitext, eq(bitext.targetTextId, text.id))
    .leftJoin(event, eventId ? and(eq(event.documentId, documentId), eq(event.id, eventId)) : sql`false`)
    .where(and(eq(text.documentId, documentId), eq(text.isCurrent, true)))
    .orderBy(asc(text.lang));
  return {
    texts: rows.map(({ id, lang }) => ({ id, lang })),
    bitexts: rows.flatMap((row) => (row.bitext ? [{ ...row.bitext, documentId, lang: row.lang }] : [])),
    event: rows[0]?.event ?? null,
  };
}
