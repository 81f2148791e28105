import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as projects from '@/db/queries/projects';
import { type Actor, can } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { ProjectId } from '../inputs';

export const ReadProjectInput = z.object({ projectId: ProjectId });

/** A project, for its members. A missing one and a stranger's look alike. */
export async function readProject(
  actor: Actor,
  { projectId }: z.output<typeof ReadProjectInput>,
): Promise<Result<projects.Project>> {
  // Pages pass on whatever stands in their address.
  if (!ProjectId.safeParse(projectId).success) return err('project.notFound');
  if (!can(actor, 'read', { projectId })) return err('project.notFound');
  const project = await projects.readProject(await getDb(), projectId);
  return project ? ok(project) : err('project.notFound');
}
