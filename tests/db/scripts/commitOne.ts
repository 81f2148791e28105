import { randomUUID } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { user } from '@/db/schema/auth';
import { membership, project } from '@/db/schema/project';

/**
 * One transaction over several tables, as a command of the application is one.
 * @returns the name of what is acknowledged with it.
 */
export async function commitOne(db: Db): Promise<string> {
  const name = randomUUID();
  await db.transaction(async (tx) => {
    const [person] = await tx
      .insert(user)
      .values({ name, email: `${name}@example.org` })
      .returning();
    const [made] = await tx
      .insert(project)
      .values({ name, targetLangs: ['vi', 'ro'] })
      .returning();
    await tx.insert(membership).values({ projectId: made!.id, userId: person!.id, role: 'manager' });
  });
  return name;
}

/** What there is of these: all of it, or a transaction was lost or torn. */
export async function countCommitted(db: Db, names: string[]): Promise<{ whole: number; torn: number }> {
  let whole = 0;
  for (let from = 0; from < names.length; from += 1000) {
    const rows = await db
      .select({ name: project.name })
      .from(project)
      .where(inArray(project.name, names.slice(from, from + 1000)));
    whole += rows.length;
  }
  const [projects, people, members] = await Promise.all([
    db.$count(project),
    db.$count(user),
    db.$count(membership),
  ]);
  return { whole, torn: Math.max(projects, people, members) - Math.min(projects, people, members) };
}
