import { and, count, desc, eq, isNull, lt, or } from 'drizzle-orm';
import type { TokenScope } from '@/lib/bitext/accessTokens';
import type { Db, Tx } from '../client';
import { accessToken } from '../schema/accessToken';
import { user } from '../schema/auth';
import { project } from '../schema/project';

export type NewAccessToken = {
  userId: string;
  projectId: string | null;
  name: string;
  tokenHash: string;
  prefix: string;
  scopes: TokenScope[];
  createdAt: Date;
  expiresAt: Date;
};

export type AccessToken = {
  id: string;
  name: string;
  prefix: string;
  scopes: TokenScope[];
  projectId: string | null;
  projectName: string | null;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
};

/** Last use is written down this seldom: a program that asks every second would otherwise write every second. */
const NOTED_MS = 5 * 60_000;

export async function insertAccessToken(db: Db | Tx, values: NewAccessToken): Promise<string> {
  const [row] = await db.insert(accessToken).values(values).returning({ id: accessToken.id });
  if (!row) throw new Error('insert returned no row');
  return row.id;
}

/** All of a person's, newest first, also those that have ended. */
export async function listAccessTokens(db: Db | Tx, userId: string): Promise<AccessToken[]> {
  return db
    .select({
      id: accessToken.id,
      name: accessToken.name,
      prefix: accessToken.prefix,
      scopes: accessToken.scopes,
      projectId: accessToken.projectId,
      projectName: project.name,
      createdAt: accessToken.createdAt,
      expiresAt: accessToken.expiresAt,
      lastUsedAt: accessToken.lastUsedAt,
    })
    .from(accessToken)
    .leftJoin(project, eq(project.id, accessToken.projectId))
    .where(eq(accessToken.userId, userId))
    .orderBy(desc(accessToken.createdAt), desc(accessToken.id));
}

/** Makes others who make tokens for this person wait until this transaction ends. @returns how many there are. */
export async function countLocked(tx: Tx, userId: string): Promise<number> {
  await tx.select({ id: user.id }).from(user).where(eq(user.id, userId)).for('update');
  const [row] = await tx.select({ tokens: count() }).from(accessToken).where(eq(accessToken.userId, userId));
  return row?.tokens ?? 0;
}

/** Whose token it is, and what it is good for; null when there is none with this hash. */
export async function findAccessToken(db: Db | Tx, tokenHash: string) {
  const [row] = await db
    .select({
      id: accessToken.id,
      userId: accessToken.userId,
      name: accessToken.name,
      projectId: accessToken.projectId,
      scopes: accessToken.scopes,
      expiresAt: accessToken.expiresAt,
    })
    .from(accessToken)
    .where(eq(accessToken.tokenHash, tokenHash));
  return row ?? null;
}

/** Notes the use, unless one was noted a moment ago. */
export async function noteUse(db: Db | Tx, id: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - NOTED_MS);
  await db
    .update(accessToken)
    .set({ lastUsedAt: now })
    .where(
      and(eq(accessToken.id, id), or(isNull(accessToken.lastUsedAt), lt(accessToken.lastUsedAt, before))),
    );
}

/** @returns whether this person had such a token. */
export async function deleteAccessToken(db: Db | Tx, userId: string, id: string): Promise<boolean> {
  const gone = await db
    .delete(accessToken)
    .where(and(eq(accessToken.userId, userId), eq(accessToken.id, id)))
    .returning({ id: accessToken.id });
  return gone.length > 0;
}

/** Takes all tokens of a person back. */
export async function deleteAccessTokens(db: Db | Tx, userId: string): Promise<void> {
  await db.delete(accessToken).where(eq(accessToken.userId, userId));
}
