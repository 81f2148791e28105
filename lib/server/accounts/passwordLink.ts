import 'server-only';
import type { Db } from '@/db/client';
import { findAccountId, insertPasswordLink } from '@/db/queries/accounts';
import { hashInvitationToken, newInvitationToken } from './invitationToken';

const VALID_MS = 86_400_000;

/** The secret of a new link to set a password: it works once, for a day, and older ones no longer do. */
export async function newPasswordLink(db: Db, userId: string): Promise<string> {
  const token = newInvitationToken();
  await insertPasswordLink(db, userId, hashInvitationToken(token), new Date(Date.now() + VALID_MS));
  return token;
}

/**
 * The same for whoever may start the server, who can read and change everything anyway: the way back for an owner who
 * forgot their own password.
 *
 * @returns null when no account has this address.
 */
export async function passwordLinkFor(db: Db, email: string): Promise<string | null> {
  const userId = await findAccountId(db, email);
  return userId ? newPasswordLink(db, userId) : null;
}
