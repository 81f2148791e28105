import { randomUUID } from 'node:crypto';
import type { Db } from '@/db/client';
import { putMember, readActor } from '@/db/queries/members';
import { user } from '@/db/schema/auth';
import { project } from '@/db/schema/project';
import type { Actor, Role } from '@/lib/bitext/can';
import type { Visitor } from '@/lib/server/visitor';

let made = 0;

/** An account without a password; `isOwner` makes it an owner of the instance. */
export async function makeUser(
  db: Db,
  { name = `Person ${++made}`, email = `${randomUUID()}@example.org`, isOwner = false } = {},
): Promise<Actor> {
  const [row] = await db
    .insert(user)
    .values({ name, email, role: isOwner ? 'owner' : 'member' })
    .returning({ id: user.id });
  return actorOf(db, row!.id);
}

/** A project from English into Vietnamese and Romanian, unless said otherwise. @returns its id. */
export async function makeProject(
  db: Db,
  values: Partial<typeof project.$inferInsert> = {},
): Promise<string> {
  const [row] = await db
    .insert(project)
    .values({ name: `Project ${++made}`, targetLangs: ['vi', 'ro'], ...values })
    .returning({ id: project.id });
  return row!.id;
}

/** A new account with this role in the project. */
export async function makeMember(
  db: Db,
  projectId: string,
  role: Role,
  langs: string[] | null = null,
): Promise<Actor> {
  const { id } = await makeUser(db, { name: `The ${role} ${++made}` });
  await putMember(db, projectId, id, role, langs);
  return actorOf(db, id);
}

/** Everybody whose rights a use case has to tell apart: the members of a project, and somebody from elsewhere. */
export async function makeTeam(db: Db, projectId: string) {
  return {
    manager: await makeMember(db, projectId, 'manager'),
    reviewer: await makeMember(db, projectId, 'reviewer'),
    editor: await makeMember(db, projectId, 'editor'),
    colleague: await makeMember(db, projectId, 'editor'),
    onlyVi: await makeMember(db, projectId, 'editor', ['vi']),
    onlyRo: await makeMember(db, projectId, 'editor', ['ro']),
    viewer: await makeMember(db, projectId, 'viewer'),
    stranger: await makeMember(db, await makeProject(db), 'manager'),
  };
}

/** The account as a use case sees it, with its rights as they are now. */
export async function actorOf(db: Db, userId: string): Promise<Actor> {
  const actor = await readActor(db, userId);
  if (!actor) throw new Error(`no account ${userId}`);
  return actor;
}

/** Somebody at the door: from elsewhere and signed out, unless said otherwise. */
export function visitor({
  actor = null,
  isLocal = false,
  address = '203.0.113.7',
  cookie = '',
}: {
  actor?: Actor | null;
  isLocal?: boolean;
  address?: string;
  cookie?: string;
} = {}): Visitor {
  return { actor, peer: { address, isLocal }, headers: new Headers(cookie ? { cookie } : {}) };
}

export const GOOD_PASSWORD = 'correct horse battery';
