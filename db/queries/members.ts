import { and, asc, count, eq } from 'drizzle-orm';
import type { Actor, Membership, Role } from '@/lib/bitext/can';
import type { Db, Tx } from '../client';
import { user } from '../schema/auth';
import { membership } from '../schema/project';

export type Member = {
  userId: string;
  name: string;
  email: string;
  role: Role;
  langs: string[] | null;
};

/** The person with everything that decides what they may do; null when the account is gone. */
export async function readActor(db: Db | Tx, userId: string): Promise<Actor | null> {
  const rows = await db
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      userRole: user.role,
      projectId: membership.projectId,
      role: membership.role,
      langs: membership.langs,
    })
    .from(user)
    .leftJoin(membership, eq(membership.userId, user.id))
    .where(eq(user.id, userId));
  const [first] = rows;
  if (!first) return null;
  const memberships = rows.flatMap(({ projectId, role, langs }): Membership[] =>
    projectId && role ? [{ projectId, role, langs }] : [],
  );
  return {
    id: first.id,
    name: first.name,
    email: first.email,
    isOwner: first.userRole === 'owner',
    memberships,
  };
}

export async function listMembers(db: Db | Tx, projectId: string): Promise<Member[]> {
  return db
    .select({
      userId: user.id,
      name: user.name,
      email: user.email,
      role: membership.role,
      langs: membership.langs,
    })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(eq(membership.projectId, projectId))
    .orderBy(asc(user.name), asc(user.email));
}

/** Those who may do everything everywhere: of the installation, not of any project. */
export async function listOwners(db: Db | Tx): Promise<Pick<Member, 'userId' | 'name' | 'email'>[]> {
  return db
    .select({ userId: user.id, name: user.name, email: user.email })
    .from(user)
    .where(eq(user.role, 'owner'))
    .orderBy(asc(user.name), asc(user.email));
}

/** Adds the person, or gives them this role when they are a member already. */
export async function putMember(
  db: Db | Tx,
  projectId: string,
  userId: string,
  role: Role,
  langs: string[] | null,
): Promise<void> {
  await db
    .insert(membership)
    .values({ projectId, userId, role, langs })
    .onConflictDoUpdate({
      target: [membership.projectId, membership.userId],
      set: { role, langs },
    });
}

/** @returns whether there was such a member. */
export async function deleteMember(db: Db | Tx, projectId: string, userId: string): Promise<boolean> {
  const gone = await db
    .delete(membership)
    .where(and(eq(membership.projectId, projectId), eq(membership.userId, userId)))
    .returning({ userId: membership.userId });
  return gone.length > 0;
}

export async function findMember(
  db: Db | Tx,
  projectId: string,
  userId: string,
): Promise<Pick<Member, 'role' | 'langs'> | null> {
  const [row] = await db
    .select({ role: membership.role, langs: membership.langs })
    .from(membership)
    .where(and(eq(membership.projectId, projectId), eq(membership.userId, userId)));
  return row ?? null;
}

export async function countManagers(db: Db | Tx, projectId: string): Promise<number> {
  const [row] = await db
    .select({ managers: count() })
    .from(membership)
    .where(and(eq(membership.projectId, projectId), eq(membership.role, 'manager')));
  return row?.managers ?? 0;
}
