import 'server-only';
import type { z } from 'zod';
import { getDb } from '@/db/client';
import { putMember } from '@/db/queries/members';
import { insertProject } from '@/db/queries/projects';
import { type Actor, canCreateProject } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { ProjectFields } from '../inputs';
import { isNameTaken } from './isNameTaken';

export const CreateProjectInput = ProjectFields;

/** Makes a project; whoever makes it manages it. */
export async function createProject(
  actor: Actor,
  fields: z.output<typeof CreateProjectInput>,
): Promise<Result<{ projectId: string }>> {
  if (!canCreateProject(actor)) return err('project.forbidden');
  const db = await getDb();
  return db.transaction(async (tx): Promise<Result<{ projectId: string }>> => {
    if (await isNameTaken(tx, actor, fields.name)) return err('project.nameTaken');
    const projectId = await insertProject(tx, fields, actor.id);
    await putMember(tx, projectId, actor.id, 'manager', null);
    return ok({ projectId });
  });
}
