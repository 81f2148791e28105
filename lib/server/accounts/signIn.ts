import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import { err, type Result } from '@/lib/result';
import { Email, Password } from '../inputs';
import { countTry, SIGN_IN_PER_ACCOUNT, SIGN_IN_PER_ADDRESS } from '../rateLimit';
import type { Visitor } from '../visitor';
import { openSession } from './openSession';

export const SignInInput = z.object({ email: Email, password: Password });

/** Signs in with address and password; sets the session cookie. Tries are counted per account and per address. */
export async function signIn(
  visitor: Visitor,
  { email, password }: z.output<typeof SignInInput>,
): Promise<Result<{ userId: string }>> {
  const db = await getDb();
  const waitSeconds = Math.max(
    await countTry(db, SIGN_IN_PER_ADDRESS, visitor.peer.address),
    await countTry(db, SIGN_IN_PER_ACCOUNT, email),
  );
  if (waitSeconds > 0) return err('auth.tooManyTries', { seconds: waitSeconds });
  return openSession(visitor.headers, email, password);
}
