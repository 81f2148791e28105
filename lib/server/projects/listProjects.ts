import 'server-only';
import { getDb } from '@/db/client';
import * as projects from '@/db/queries/projects';
import { type Actor, can, canCreateProject } from '@/lib/bitext/can';
import { ok, type Result } from '@/lib/result';
import { visibleProjects } from './visibleProjects';

export type ProjectList = {
  projects: (projects.ProjectSummary & { mayManage: boolean })[];
  mayCreate: boolean;
};

/** The projects this person can see, by name. */
export async function listProjects(actor: Actor): Promise<Result<ProjectList>> {
  const rows = await projects.listProjects(await getDb(), visibleProjects(actor));
  return ok({
    projects: rows.map((row) => ({ ...row, mayManage: can(actor, 'manage', { projectId: row.id }) })),
    mayCreate: canCreateProject(actor),
  });
}
