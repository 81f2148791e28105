import 'server-only';
import { createHash } from 'node:crypto';
import { lt, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { rateLimit } from '@/db/schema/auth';

/** So many tries in a window, counted together by all instances on one database. */
export type Limit = { name: string; max: number; windowMs: number };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export const SIGN_IN_PER_ADDRESS: Limit = {
  name: 'sign-in address',
  max: 30,
  windowMs: MINUTE_MS,
};
// Per account too, because an attacker may have many addresses. Short, so that nobody is locked out for long.
export const SIGN_IN_PER_ACCOUNT: Limit = {
  name: 'sign-in account',
  max: 5,
  windowMs: MINUTE_MS,
};
/** For secrets that are guessed by nobody: the set-up token, invitation tokens. */
export const TOKEN_PER_ADDRESS: Limit = {
  name: 'token address',
  max: 20,
  windowMs: MINUTE_MS,
};

/**
 * Counts one try.
 *
 * @param what whose tries are counted, e.g. an address; only its hash is stored.
 * @returns the seconds to wait when this try is one too many, else 0.
 */
export async function countTry(db: Db, limit: Limit, what: string, nowMs = Date.now()): Promise<number> {
  const key = createHash('sha256').update(`${limit.name} ${what}`).digest('base64url');
  const isOver = sql`${rateLimit.startedAt} + ${limit.windowMs} <= ${nowMs}`;
  // One statement, so that tries at the same moment are all counted.
  const [row] = await db
    .insert(rateLimit)
    .values({ key, count: 1, startedAt: nowMs })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        count: sql`case when ${isOver} then 1 else ${rateLimit.count} + 1 end`,
        startedAt: sql`case when ${isOver} then ${nowMs} else ${rateLimit.startedAt} end`,
      },
    })
    .returning({ count: rateLimit.count, startedAt: rateLimit.startedAt });
  if (!row || row.count <= limit.max) return 0;
  return Math.max(1, Math.ceil((row.startedAt + limit.windowMs - nowMs) / 1000));
}

/** Drops what is long over. Called at start-up: the table grows by one row an address and account. */
export async function forgetOldTries(db: Db, nowMs = Date.now()): Promise<void> {
  await db.delete(rateLimit).where(lt(rateLimit.startedAt, nowMs - DAY_MS));
}
