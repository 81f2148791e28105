import { and, count, eq, like, sql } from 'drizzle-orm';
import type { Db, Tx } from '../client';
import { account, session, user, verification } from '../schema/auth';
import { deleteAccessTokens } from './accessTokens';

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

/** Whose address this is, whatever its case; null when it is nobody's. */
export async function findAccountId(db: Db | Tx, email: string): Promise<string | null> {
  const [row] = await db
    .select({ id: user.id })
    .from(user)
    .where(sql`lower(${user.email}) = lower(${email})`);
  return row?.id ?? null;
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

/** `verification.identifier` of a link to set a new password: the hash of its secret, never the secret. */
const linkId = (tokenHash: string): string => `password-link:${tokenHash}`;

/** Keeps the newest link of this person only. */
export async function insertPasswordLink(
  db: Db,
  userId: string,
  tokenHash: string,
  expiresAt: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    await deletePasswordLinks(tx, userId);
    await tx.insert(verification).values({ identifier: linkId(tokenHash), value: userId, expiresAt });
  });
}

export async function findPasswordLink(
  db: Db | Tx,
  tokenHash: string,
): Promise<{ email: string; expiresAt: Date } | null> {
  const [row] = await db
    .select({ email: user.email, expiresAt: verification.expiresAt })
    .from(verification)
    .innerJoin(user, sql`${user.id}::text = ${verification.value}`)
    .where(eq(verification.identifier, linkId(tokenHash)));
  return row ?? null;
}

/** Uses the link up. @returns whose it was, or null when it is used already. */
export async function takePasswordLink(tx: Tx, tokenHash: string): Promise<string | null> {
  const [row] = await tx
    .delete(verification)
    .where(eq(verification.identifier, linkId(tokenHash)))
    .returning({ userId: verification.value });
  return row?.userId ?? null;
}

/** Sets the password and ends every session, token and other link of this person. */
export async function replacePassword(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  await tx
    .update(account)
    .set({ password: passwordHash, updatedAt: new Date() })
    .where(and(eq(account.userId, userId), eq(account.providerId, 'credential')));
  await tx.delete(session).where(eq(session.userId, userId));
  await deleteAccessTokens(tx, userId);
  await deletePasswordLinks(tx, userId);
}

async function deletePasswordLinks(tx: Tx, userId: string): Promise<void> {
  await tx
    .delete(verification)
    .where(and(eq(verification.value, userId), like(verification.identifier, linkId('%'))));
}
