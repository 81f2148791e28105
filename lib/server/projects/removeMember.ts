import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as members from '@/db/queries/members';
import { lockProject } from '@/db/queries/projects';
import type { Actor } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { ProjectId, UserId } from '../inputs';
import { refuseUnless } from './refuseUnless';

export const RemoveMemberInput = z.object({ projectId: ProjectId, userId: UserId });

/** Ends a membership: managers end anyone's, everybody their own. What the person did stays signed by them. */
export async function removeMember(
  actor: Actor,
  { projectId, userId }: z.output<typeof RemoveMemberInput>,
): Promise<Result<null>> {
  const refused = refuseUnless(actor, userId === actor.id ? 'read' : 'manage', projectId);
  if (refused) return refused;
  const db = await getDb();
  return db.transaction(async (tx): Promise<Result<null>> => {
    await lockProject(tx, projectId);
    const member = await members.findMember(tx, projectId, userId);
    if (!member) return err('member.notFound');
    if (member.role === 'manager' && (await members.countManagers(tx, projectId)) === 1)
      return err('project.lastManager');
    await members.deleteMember(tx, projectId, userId);
    return ok(null);
  });
}
