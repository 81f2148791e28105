import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import { findInvitation, type Invitation } from '@/db/queries/invitations';
import type { Role } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { Token } from '../inputs';
import { countTry, TOKEN_PER_ADDRESS } from '../rateLimit';
import type { Visitor } from '../visitor';
import { hashInvitationToken } from './invitationToken';

export const ReadInvitationInput = z.object({ token: Token });

export type InvitationView = {
  projectName: string;
  role: Role;
  langs: string[] | null;
  invitedBy: string | null;
};

/** What an invitation offers, for whoever has its link. */
export async function readInvitation(
  visitor: Pick<Visitor, 'peer'>,
  { token }: z.output<typeof ReadInvitationInput>,
): Promise<Result<InvitationView>> {
  const found = await findOpenInvitation(visitor, token);
  if (!found.ok) return found;
  const { projectName, role, langs, invitedBy } = found.value;
  return ok({ projectName, role, langs, invitedBy });
}

/** The invitation behind a token, if it can still be used. Wrong tokens are counted. */
export async function findOpenInvitation(
  visitor: Pick<Visitor, 'peer'>,
  token: string,
): Promise<Result<Invitation>> {
  const db = await getDb();
  const found = await findInvitation(db, hashInvitationToken(token));
  if (!found || found.usedAt) {
    const waitSeconds = await countTry(db, TOKEN_PER_ADDRESS, visitor.peer.address);
    return waitSeconds > 0 ? err('auth.tooManyTries', { seconds: waitSeconds }) : err('invitation.invalid');
  }
  return found.expiresAt <= new Date() ? err('invitation.expired') : ok(found);
}
