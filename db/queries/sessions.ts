import { eq } from 'drizzle-orm';
import type { Actor, Membership } from '@/lib/bitext/can';
import type { Db } from '../client';
import { session, user } from '../schema/auth';
import { membership } from '../schema/project';

/** Whose browser it is that holds this token, with everything that decides what they may do; null when nobody's. */
export async function findByToken(db: Db, token: string): Promise<{ actor: Actor; expiresAt: Date } | null> {
  const rows = await db
    .select({
      expiresAt: session.expiresAt,
      id: user.id,
      name: user.name,
      email: user.email,
      userRole: user.role,
      projectId: membership.projectId,
      role: membership.role,
      langs: membership.langs,
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .leftJoin(membership, eq(membership.userId, user.id))
    .where(eq(session.token, token));
  const [first] = rows;
  if (!first) return null;
  const { expiresAt, id, name, email, userRole } = first;
  const memberships = rows.flatMap(({ projectId, role, langs }): Membership[] =>
    projectId && role ? [{ projectId, role, langs }] : [],
  );
  return { actor: { id, name, email, isOwner: userRole === 'owner', memberships }, expiresAt };
}
