import { and, asc, eq, lt, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { paragraph, paragraphTrigram, text } from '../schema';

/** Paragraphs that one step takes into the index, and UTF-16 units in them, about: some 200 ms of the embedded database. */
const STEP_ROWS = 400;
const STEP_CHARS = 60_000;

/**
 * Takes the next paragraphs into the index of the search, of the text that has waited longest. Several instances never
 * do the same.
 *
 * @returns false when there is nothing to do.
 */
export async function indexSome(db: Db): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [next] = await tx
      .select({ id: text.id, from: text.indexedTo })
      .from(text)
      // Older versions are not searched.
      .where(and(lt(text.indexedTo, text.lengthUtf16), eq(text.isCurrent, true)))
      .orderBy(asc(text.importedAt))
      .limit(1)
      .for('no key update', { skipLocked: true });
    if (!next) return false;
    await tx.execute(sql`
      with ahead as (
        select start, folded, sum(length(folded)) over (order by start) - length(folded) as before
        from (
          select start, folded from ${paragraph} where text_id = ${next.id} and start >= ${next.from}
          order by start limit ${STEP_ROWS}
        ) following
      ), taken as (
        insert into ${paragraphTrigram} (text_id, start, folded)
        select ${next.id}::uuid, start, folded from ahead where before < ${STEP_CHARS}
        returning start
      )
      update ${text} set indexed_to = coalesce(
        (select min(start) from ${paragraph} where text_id = ${next.id} and start > (select max(start) from taken)),
        length_utf16
      ) where id = ${next.id}`);
    return true;
  });
}
