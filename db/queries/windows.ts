import { sql } from 'drizzle-orm';
import type { Paragraph, Span } from '@/lib/bitext/types';
import type { Db, Tx } from '../client';
import { arrayOf, uuids } from './arrays';

/** A stretch of a text, by offsets. */
export type Window = Span & { textId: string };

/** The paragraphs that each window runs through, in order, by one query however many windows there are. */
export async function paragraphsOfWindows(db: Db | Tx, windows: readonly Window[]): Promise<Paragraph[][]> {
  const found = windows.map((): Paragraph[] => []);
  if (!windows.length) return found;
  const texts = uuids(windows.map((one) => one.textId));
  const starts = arrayOf(
    windows.map(({ start }) => start),
    'int',
  );
  const ends = arrayOf(
    windows.map(({ end }) => end),
    'int',
  );
  const { rows } = (await db.execute(sql`
    select w.nth::int as nth, p.start, p.content
    from unnest(${texts}, ${starts}, ${ends}) with ordinality w(text_id, start, stop, nth)
    join paragraph p on p.text_id = w.text_id and p.start < w.stop and p.start >= coalesce(
      (select max(q.start) from paragraph q where q.text_id = w.text_id and q.start <= w.start), 0)
    order by w.nth, p.start`)) as unknown as { rows: (Paragraph & { nth: number })[] };
  for (const { nth, start, content } of rows) found[nth - 1]!.push({ start: Number(start), content });
  return found;
}
