import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as invitations from '@/db/queries/invitations';
import * as members from '@/db/queries/members';
import { readProject } from '@/db/queries/projects';
import { type Actor, can } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { ProjectId } from '../inputs';
import { refuseUnless } from './refuseUnless';

export const ListMembersInput = z.object({ projectId: ProjectId });

export type MemberList = {
  /** Addresses are for managers only. */
  members: (Omit<members.Member, 'email'> & { email: string | null })[];
  /** Owners of the installation, who may do everything here, members or not; none for those who may not manage. */
  owners: Pick<members.Member, 'userId' | 'name' | 'email'>[];
  /** Open invitations; none for those who may not manage. */
  invitations: invitations.OpenInvitation[];
};

/** Who works on a project, and who has been invited to. */
export async function listMembers(
  actor: Actor,
  { projectId }: z.output<typeof ListMembersInput>,
): Promise<Result<MemberList>> {
  const refused = refuseUnless(actor, 'read', projectId);
  if (refused) return refused;
  const db = await getDb();
  if (!(await readProject(db, projectId))) return err('project.notFound');
  const mayManage = can(actor, 'manage', { projectId });
  const rows = await members.listMembers(db, projectId);
  return ok({
    members: rows.map((row) => (mayManage ? row : { ...row, email: null })),
    owners: mayManage ? await members.listOwners(db) : [],
    invitations: mayManage ? await invitations.listOpenInvitations(db, projectId) : [],
  });
}
