import { inArray } from 'drizzle-orm';
import type { Db, Tx } from '../client';
import { user } from '../schema';

/** Display names by id. */
export async function namesOf(db: Db | Tx, ids: readonly string[]): Promise<Record<string, string>> {
  if (!ids.length) return {};
  const rows = await db
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(inArray(user.id, [...ids]));
  return Object.fromEntries(rows.map((row) => [row.id, row.name]));
}
