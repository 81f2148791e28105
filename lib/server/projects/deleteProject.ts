import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as projects from '@/db/queries/projects';
import type { Actor } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { Name, ProjectId } from '../inputs';
import { refuseUnless } from './refuseUnless';

export const DeleteProjectInput = z.object({
  projectId: ProjectId,
  /** Typed by hand, so that nobody loses the wrong project by a slip. */
  name: Name,
});

/** Deletes a project with its documents, work and history. There is no undo. */
export async function deleteProject(
  actor: Actor,
  { projectId, name }: z.output<typeof DeleteProjectInput>,
): Promise<Result<null>> {
  const refused = refuseUnless(actor, 'manage', projectId);
  if (refused) return refused;
  const db = await getDb();
  return db.transaction(async (tx): Promise<Result<null>> => {
    const project = await projects.lockProject(tx, projectId);
    if (!project) return err('project.notFound');
    if (project.name.normalize('NFC') !== name) return err('project.wrongName');
    await projects.deleteProject(tx, projectId);
    return ok(null);
  });
}
