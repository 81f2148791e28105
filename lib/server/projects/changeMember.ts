import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as members from '@/db/queries/members';
import { lockProject } from '@/db/queries/projects';
import type { Actor } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { ProjectId, RoleFields, UserId } from '../inputs';
import { refuseUnless } from './refuseUnless';

export const ChangeMemberInput = RoleFields.and(z.object({ projectId: ProjectId, userId: UserId }));

/** Gives a member another role or other languages. The last manager stays one. */
export async function changeMember(
  actor: Actor,
  { projectId, userId, role, langs }: z.output<typeof ChangeMemberInput>,
): Promise<Result<null>> {
  const refused = refuseUnless(actor, 'manage', projectId);
  if (refused) return refused;
  const db = await getDb();
  return db.transaction(async (tx): Promise<Result<null>> => {
    // Two managers demoting each other take turns: the second one finds themself the last.
    const project = await lockProject(tx, projectId);
    if (!project) return err('project.notFound');
    if (langs?.some((lang) => !project.targetLangs.includes(lang))) return err('request.invalid');
    const member = await members.findMember(tx, projectId, userId);
    if (!member) return err('member.notFound');
    const losesManager = member.role === 'manager' && role !== 'manager';
    if (losesManager && (await members.countManagers(tx, projectId)) === 1) return err('project.lastManager');
    await members.putMember(tx, projectId, userId, role, langs);
    return ok(null);
  });
}
