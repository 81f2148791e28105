import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import { getDb } from '@/db/client';
import { countAccounts, insertAccount, lockAccounts } from '@/db/queries/accounts';
import { err, ok, type Result } from '@/lib/result';
import { setupToken } from '../env';
import { Email, Name, Password, Token } from '../inputs';
import { countTry, TOKEN_PER_ADDRESS } from '../rateLimit';
import { Rollback } from '../rollback';
import type { Visitor } from '../visitor';
import { openSession } from './openSession';
import { isWeakPassword } from './password';

export const CreateOwnerInput = z.object({
  name: Name,
  email: Email,
  password: Password,
  token: Token.optional(),
});

/** Who may set up: nobody any more, this visitor as they are, or whoever has the printed token. */
export type SetupDoor = 'closed' | 'open' | 'token';

export const hasAccounts = async (): Promise<boolean> => (await countAccounts(await getDb())) > 0;

export async function readSetupDoor(visitor: Pick<Visitor, 'peer'>): Promise<SetupDoor> {
  if (await hasAccounts()) return 'closed';
  return visitor.peer.isLocal ? 'open' : 'token';
}

/**
 * Makes the first account, the instance's owner, and signs it in.
 *
 * Open to a browser on this machine that talks to us directly (see `peer.ts`), and to whoever has
 * the token that the server printed when it started: both show that they run the server.
 */
export async function createOwner(
  visitor: Visitor,
  { name, email, password, token }: z.output<typeof CreateOwnerInput>,
): Promise<Result<{ userId: string }>> {
  const db = await getDb();
  if ((await readSetupDoor(visitor)) === 'closed') return err('setup.closed');
  if (!visitor.peer.isLocal) {
    const waitSeconds = await countTry(db, TOKEN_PER_ADDRESS, visitor.peer.address);
    if (waitSeconds > 0) return err('auth.tooManyTries', { seconds: waitSeconds });
    if (!token || !isSameSecret(token, setupToken())) return err('setup.badToken');
  }
  if (isWeakPassword(password, email)) return err('auth.weakPassword');
  const passwordHash = await hashPassword(password);
  await db.transaction(async (tx) => {
    await lockAccounts(tx); // Two first visitors at the same moment: one of them is the first.
    if ((await countAccounts(tx)) > 0) throw new Rollback('setup.closed');
    await insertAccount(tx, { name, email, passwordHash, role: 'owner' });
  });
  const opened = await openSession(visitor.headers, email, password);
  return opened.ok ? ok({ userId: opened.value.userId }) : opened;
}

function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
