import { and, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import { readingOf } from '@/lib/bitext/segments';
import type { Tx } from '../client';
import { correction, paragraph, reading } from '../schema';

/**
 * Writes anew how the paragraphs around these offsets read, after corrections have come or gone. The search looks
 * there instead of at the imported paragraph.
 */
export async function refresh(tx: Tx, places: readonly { textId: string; start: number }[]): Promise<void> {
  for (const textId of new Set(places.map((place) => place.textId))) {
    const offsets = places.filter((place) => place.textId === textId).map((place) => place.start);
    for (const { start, content } of await paragraphsAt(tx, textId, offsets)) {
      const own = and(eq(reading.textId, textId), eq(reading.start, start));
      const end = start + content.length;
      const corrections = await tx
        .select()
        .from(correction)
        .where(and(eq(correction.textId, textId), gte(correction.start, start), lt(correction.start, end)))
        .orderBy(correction.start);
      await tx.delete(reading).where(own);
      if (!corrections.length) continue;
      const now = readingOf({ paragraphs: [{ start, content }], corrections }, { start, end });
      await tx.insert(reading).values({ textId, start, content: now });
    }
  }
}

/** The paragraphs that hold these offsets, each once. */
async function paragraphsAt(tx: Tx, textId: string, offsets: readonly number[]) {
  const holding = sql`(select max(p.start) from ${paragraph} p where p.text_id = ${textId} and p.start <= o.at)`;
  const starts = sql`(select ${holding} from unnest(${sql.param(`{${offsets.join(',')}}`)}::int[]) o(at))`;
  return tx
    .select({ start: paragraph.start, content: paragraph.content })
    .from(paragraph)
    .where(and(eq(paragraph.textId, textId), inArray(paragraph.start, starts)));
}
