import 'server-only';
import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import { getDb, type Tx } from '@/db/client';
import { findAccountId, insertAccount, lockAccounts } from '@/db/queries/accounts';
import { type Invitation, takeInvitation } from '@/db/queries/invitations';
import { findMember, putMember } from '@/db/queries/members';
import { isAtLeast } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { Email, Name, Password, Token } from '../inputs';
import { Rollback } from '../rollback';
import type { Visitor } from '../visitor';
import { openSession } from './openSession';
import { isWeakPassword } from './password';
import { findOpenInvitation } from './readInvitation';

export const AcceptInvitationInput = z.object({
  token: Token,
  /** For somebody new; whoever is signed in accepts with their own account. */
  account: z.object({ name: Name, email: Email, password: Password }).optional(),
});

type NewPerson = NonNullable<z.output<typeof AcceptInvitationInput>['account']>;

/** Makes the visitor a member: with the account they are signed in with, or with a new one, which signs them in. */
export async function acceptInvitation(
  visitor: Visitor,
  { token, account }: z.output<typeof AcceptInvitationInput>,
): Promise<Result<{ projectId: string }>> {
  const found = await findOpenInvitation(visitor, token);
  if (!found.ok) return found;
  if (visitor.actor && account) return err('invitation.otherAccount');
  if (visitor.actor) return join(visitor.actor.id, found.value);
  if (!account) return err('auth.signedOut');
  return joinAsNewPerson(visitor, account, found.value);
}

async function join(userId: string, invitation: Invitation): Promise<Result<{ projectId: string }>> {
  const db = await getDb();
  await db.transaction((tx) => joinIn(tx, userId, invitation));
  return ok({ projectId: invitation.projectId });
}

async function joinAsNewPerson(
  visitor: Visitor,
  { name, email, password }: NewPerson,
  invitation: Invitation,
): Promise<Result<{ projectId: string }>> {
  if (isWeakPassword(password, email)) return err('auth.weakPassword');
  const passwordHash = await hashPassword(password);
  const db = await getDb();
  await db.transaction(async (tx) => {
    await lockAccounts(tx);
    if (await findAccountId(tx, email)) throw new Rollback('auth.emailTaken');
    const userId = await insertAccount(tx, { name, email, passwordHash, role: 'member' });
    await joinIn(tx, userId, invitation);
  });
  const opened = await openSession(visitor.headers, email, password);
  return opened.ok ? ok({ projectId: invitation.projectId }) : opened;
}

/** Uses the invitation up. It never takes away what a member has already. */
async function joinIn(tx: Tx, userId: string, { id, projectId, role, langs }: Invitation): Promise<void> {
  if (!(await takeInvitation(tx, id, userId, new Date()))) throw new Rollback('invitation.invalid');
  const member = await findMember(tx, projectId, userId);
  if (!member) return putMember(tx, projectId, userId, role, langs);
  if (member.role === role) return putMember(tx, projectId, userId, role, unionOf(member.langs, langs));
  if (!isAtLeast(member.role, role)) await putMember(tx, projectId, userId, role, langs);
}

const unionOf = (a: string[] | null, b: string[] | null): string[] | null =>
  a && b && [...new Set([...a, ...b])];
