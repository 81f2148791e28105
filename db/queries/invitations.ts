import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Role } from '@/lib/bitext/can';
import type { Db, Tx } from '../client';
import { user } from '../schema/auth';
import { invitation, project } from '../schema/project';

export type NewInvitation = {
  tokenHash: string;
  projectId: string;
  role: Role;
  langs: string[] | null;
  createdBy: string;
  expiresAt: Date;
};

export type Invitation = {
  id: string;
  projectId: string;
  projectName: string;
  role: Role;
  langs: string[] | null;
  invitedBy: string | null;
  expiresAt: Date;
  usedAt: Date | null;
};

export type OpenInvitation = Pick<Invitation, 'id' | 'role' | 'langs' | 'invitedBy' | 'expiresAt'>;

export async function insertInvitation(db: Db | Tx, values: NewInvitation): Promise<string> {
  const [row] = await db.insert(invitation).values(values).returning({ id: invitation.id });
  if (!row) throw new Error('insert returned no row');
  return row.id;
}

export async function findInvitation(db: Db | Tx, tokenHash: string): Promise<Invitation | null> {
  const [row] = await db
    .select({
      id: invitation.id,
      projectId: invitation.projectId,
      projectName: project.name,
      role: invitation.role,
      langs: invitation.langs,
      invitedBy: user.name,
      expiresAt: invitation.expiresAt,
      usedAt: invitation.usedAt,
    })
    .from(invitation)
    .innerJoin(project, eq(project.id, invitation.projectId))
    .leftJoin(user, eq(user.id, invitation.createdBy))
    .where(eq(invitation.tokenHash, tokenHash));
  return row ?? null;
}

/** Unused ones, also those that have expired, newest first. */
export async function listOpenInvitations(db: Db | Tx, projectId: string): Promise<OpenInvitation[]> {
  return db
    .select({
      id: invitation.id,
      role: invitation.role,
      langs: invitation.langs,
      invitedBy: user.name,
      expiresAt: invitation.expiresAt,
    })
    .from(invitation)
    .leftJoin(user, eq(user.id, invitation.createdBy))
    .where(and(eq(invitation.projectId, projectId), isNull(invitation.usedAt)))
    .orderBy(desc(invitation.createdAt));
}

/** @returns false when somebody else was quicker: an invitation works once. */
export async function takeInvitation(
  db: Db | Tx,
  id: string,
  usedBy: string,
  usedAt: Date,
): Promise<boolean> {
  const used = await db
    .update(invitation)
    .set({ usedBy, usedAt })
    .where(and(eq(invitation.id, id), isNull(invitation.usedAt)))
    .returning({ id: invitation.id });
  return used.length > 0;
}

/** Withdraws an unused one. @returns whether there was such an invitation in this project. */
export async function deleteInvitation(db: Db | Tx, projectId: string, id: string): Promise<boolean> {
  const gone = await db
    .delete(invitation)
    .where(and(eq(invitation.projectId, projectId), eq(invitation.id, id), isNull(invitation.usedAt)))
    .returning({ id: invitation.id });
  return gone.length > 0;
}
