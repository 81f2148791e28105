import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import { insertInvitation } from '@/db/queries/invitations';
import { readProject } from '@/db/queries/projects';
import type { Actor } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { hashInvitationToken, newInvitationToken } from '../accounts/invitationToken';
import { ProjectId, RoleFields } from '../inputs';
import { refuseUnless } from './refuseUnless';

const VALID_MS = 14 * 86_400_000;

export const CreateInvitationInput = RoleFields.and(z.object({ projectId: ProjectId }));

/**
 * Makes a link that whoever opens it first becomes a member by. The token is answered this once
 * and kept nowhere: a lost link is withdrawn and made anew.
 */
export async function createInvitation(
  actor: Actor,
  { projectId, role, langs }: z.output<typeof CreateInvitationInput>,
): Promise<Result<{ invitationId: string; token: string; expiresAt: Date }>> {
  const refused = refuseUnless(actor, 'manage', projectId);
  if (refused) return refused;
  const db = await getDb();
  const project = await readProject(db, projectId);
  if (!project) return err('project.notFound');
  if (langs?.some((lang) => !project.targetLangs.includes(lang))) return err('request.invalid');
  const token = newInvitationToken();
  const expiresAt = new Date(Date.now() + VALID_MS);
  const values = {
    tokenHash: hashInvitationToken(token),
    projectId,
    role,
    langs,
    createdBy: actor.id,
    expiresAt,
  };
  return ok({ invitationId: await insertInvitation(db, values), token, expiresAt });
}
