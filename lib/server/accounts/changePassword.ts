import 'server-only';
import { isAPIError } from 'better-auth/api';
import { z } from 'zod';
import { getDb } from '@/db/client';
import { deleteAccessTokens } from '@/db/queries/accessTokens';
import { err, ok, type Result } from '@/lib/result';
import { getAuth } from '../auth';
import { Password } from '../inputs';
import { countTry, SIGN_IN_PER_ACCOUNT } from '../rateLimit';
import type { Visitor } from '../visitor';
import { isWeakPassword } from './password';

export const ChangePasswordInput = z.object({ currentPassword: Password, newPassword: Password });

/**
 * Sets a new password, signs out every other browser and takes all access tokens back: whoever knew the old one may
 * have made some, and is out.
 */
export async function changePassword(
  { actor, headers }: Visitor,
  { currentPassword, newPassword }: z.output<typeof ChangePasswordInput>,
): Promise<Result<null>> {
  if (!actor) return err('auth.signedOut');
  // A stolen session must not be able to guess the password either.
  const waitSeconds = await countTry(await getDb(), SIGN_IN_PER_ACCOUNT, actor.email);
  if (waitSeconds > 0) return err('auth.tooManyTries', { seconds: waitSeconds });
  if (isWeakPassword(newPassword, actor.email)) return err('auth.weakPassword');
  const auth = await getAuth();
  try {
    await auth.api.changePassword({
      body: { currentPassword, newPassword, revokeOtherSessions: true },
      headers,
    });
  } catch (cause) {
    if (isAPIError(cause) && cause.statusCode === 401) return err('auth.signedOut');
    if (isAPIError(cause) && cause.statusCode < 500) return err('auth.wrongCurrentPassword');
    throw cause;
  }
  await deleteAccessTokens(await getDb(), actor.id);
  return ok(null);
}
