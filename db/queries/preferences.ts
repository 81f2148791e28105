import { eq } from 'drizzle-orm';
import type { Db, Tx } from '../client';
import { preference } from '../schema';

/** The keys that a person has chosen instead of those delivered. */
export async function keysOf(db: Db | Tx, userId: string): Promise<Record<string, string[]>> {
  const [row] = await db
    .select({ keys: preference.keys })
    .from(preference)
    .where(eq(preference.userId, userId));
  return row?.keys ?? {};
}

export async function saveKeys(db: Db | Tx, userId: string, keys: Record<string, string[]>): Promise<void> {
  await db
    .insert(preference)
    .values({ userId, keys })
    .onConflictDoUpdate({ target: preference.userId, set: { keys } });
}
