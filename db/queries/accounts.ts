import { count, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../client';
import { account, session, user } from '../schema/auth';

export type NewAccount = {
  name: string;
  email: string;
  passwordHash: string;
  role: 'owner' | 'member';
};

export async function countAccounts(db: Db | Tx): Promise<number> {
  const [row] = await db.select({ accounts: count() }).from(user);
  return row?.accounts ?? 0;
}

/** Whether this address has an account, whatever its case. */
export async function hasAccount(db: Db | Tx, email: string): Promise<boolean> {
  const rows = await db.select({ id: user.id }).from(user).where(sql`lower(${user.email}) = lower(${email})`);
  return rows.length > 0;
}

/** Inserts the account with its password, the way better-auth reads it back. @returns the new id. */
export async function insertAccount(
  tx: Tx,
  { name, email, passwordHash, role }: NewAccount,
): Promise<string> {
  const [row] = await tx
    .insert(user)
    .values({ name, email: email.toLowerCase(), role })
    .returning({ id: user.id });
  if (!row) throw new Error('insert returned no row');
  await tx.insert(account).values({
    userId: row.id,
    accountId: row.id,
    providerId: 'credential',
    password: passwordHash,
  });
  return row.id;
}

/** Makes others who create accounts wait until this transaction ends. */
export async function lockAccounts(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table ${user} in share row exclusive mode`);
}

export async function renameAccount(db: Db | Tx, userId: string, name: string): Promise<void> {
  await db.update(user).set({ name, updatedAt: new Date() }).where(eq(user.id, userId));
}

export async function countSessions(db: Db | Tx, userId: string): Promise<number> {
  const [row] = await db.select({ sessions: count() }).from(session).where(eq(session.userId, userId));
  return row?.sessions ?? 0;
}
