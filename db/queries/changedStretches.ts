import { and, eq, gt, lte, sql } from 'drizzle-orm';
import type { EventKind } from '@/lib/bitext/history';
import type { Db, Tx } from '../client';
import { event } from '../schema';

/** Stretches of texts and of bitexts, by their ids. */
export type Stretches = ReadonlyMap<string, ReadonlySet<number>>;

/** What people do to beads and borders, here and there. Everything else changes most of a document. */
const EDITS: readonly EventKind[] = ['edit', 'undo', 'redo', 'revert'];

/**
 * Where beads or borders came, went or were altered by events after `since` up to `until`: a bead is in the stretch in
 * which its source begins.
 *
 * @param stretch UTF-16 units of text
 * @returns null when more happened than edits of a few beads.
 */
export async function changedStretches(
  db: Db | Tx,
  documentId: string,
  { since, until, stretch }: { since: number; until: number; stretch: number },
): Promise<Stretches | null> {
  const news = and(eq(event.documentId, documentId), gt(event.seq, since), lte(event.seq, until));
  const kinds = await db
    .select({ kind: event.kind, swaps: sql<boolean>`coalesce(${event.change} -> 'texts', 'null') <> 'null'` })
    .from(event)
    .where(news);
  if (!kinds.length || kinds.some(({ kind, swaps }) => swaps || !EDITS.includes(kind))) return null;
  const places = (rows: 'beads' | 'borders', id: string, at: string) => sql`
    select distinct changed ->> ${id} as id, (state #>> ${at})::int / ${sql.raw(String(stretch))} as stretch
    from ${event}, jsonb_array_elements(${event.change} -> ${rows}) as changed,
      lateral (values (changed -> 'before'), (changed -> 'after')) as states (state)
    where ${news} and jsonb_typeof(state) = 'object'`;
  const { rows } = (await db.execute(sql`
    ${places('beads', 'bitextId', '{source,start}')} union ${places('borders', 'textId', '{at}')}`)) as unknown as {
    rows: { id: string; stretch: number }[];
  };
  const found = new Map<string, Set<number>>();
  for (const { id, stretch: number } of rows) {
    if (!found.has(id)) found.set(id, new Set());
    found.get(id)!.add(number);
  }
  return found;
}
