import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import { deleteInvitation } from '@/db/queries/invitations';
import type { Actor } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { ProjectId } from '../inputs';
import { refuseUnless } from './refuseUnless';

export const RevokeInvitationInput = z.object({ projectId: ProjectId, invitationId: z.uuid() });

/** Withdraws an unused invitation: its link stops working. */
export async function revokeInvitation(
  actor: Actor,
  { projectId, invitationId }: z.output<typeof RevokeInvitationInput>,
): Promise<Result<null>> {
  const refused = refuseUnless(actor, 'manage', projectId);
  if (refused) return refused;
  const gone = await deleteInvitation(await getDb(), projectId, invitationId);
  return gone ? ok(null) : err('invitation.invalid');
}
