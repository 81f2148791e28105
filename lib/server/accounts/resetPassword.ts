import 'server-only';
import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import { getDb } from '@/db/client';
import { findPasswordLink, replacePassword, takePasswordLink } from '@/db/queries/accounts';
import { err, ok, type Result } from '@/lib/result';
import { Password, Token } from '../inputs';
import { countTry, TOKEN_PER_ADDRESS } from '../rateLimit';
import { Rollback } from '../rollback';
import type { Visitor } from '../visitor';
import { hashInvitationToken } from './invitationToken';
import { isWeakPassword } from './password';

export const ResetPasswordInput = z.object({ token: Token, newPassword: Password });

/** Whose password a link sets anew; wrong links are counted. */
export async function readPasswordLink(
  visitor: Pick<Visitor, 'peer'>,
  token: string,
): Promise<Result<{ email: string }>> {
  const db = await getDb();
  const found = await findPasswordLink(db, hashInvitationToken(token));
  if (found && found.expiresAt > new Date()) return ok({ email: found.email });
  const waitSeconds = await countTry(db, TOKEN_PER_ADDRESS, visitor.peer.address);
  return waitSeconds > 0 ? err('auth.tooManyTries', { seconds: waitSeconds }) : err('auth.linkInvalid');
}

/** Sets a new password by an owner's link, and signs the person out everywhere. */
export async function resetPassword(
  visitor: Visitor,
  { token, newPassword }: z.output<typeof ResetPasswordInput>,
): Promise<Result<{ email: string }>> {
  const link = await readPasswordLink(visitor, token);
  if (!link.ok) return link;
  if (isWeakPassword(newPassword, link.value.email)) return err('auth.weakPassword');
  const passwordHash = await hashPassword(newPassword);
  const db = await getDb();
  await db.transaction(async (tx) => {
    const userId = await takePasswordLink(tx, hashInvitationToken(token));
    if (!userId) throw new Rollback('auth.linkInvalid'); // Somebody else was quicker.
    await replacePassword(tx, userId, passwordHash);
  });
  return link;
}
