import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as projects from '@/db/queries/projects';
import type { Actor } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { ProjectFields, ProjectId } from '../inputs';
import { isNameTaken } from './isNameTaken';
import { refuseUnless } from './refuseUnless';

export const UpdateProjectInput = ProjectFields.and(z.object({ projectId: ProjectId }));

/** Changes a project's name, languages and policy. A language that has texts cannot be taken away. */
export async function updateProject(
  actor: Actor,
  { projectId, ...fields }: z.output<typeof UpdateProjectInput>,
): Promise<Result<null>> {
  const refused = refuseUnless(actor, 'manage', projectId);
  if (refused) return refused;
  const db = await getDb();
  return db.transaction(async (tx): Promise<Result<null>> => {
    if (!(await projects.lockProject(tx, projectId))) return err('project.notFound');
    if (await isNameTaken(tx, actor, fields.name, projectId)) return err('project.nameTaken');
    for (const { lang, isReference } of await projects.langsInUse(tx, projectId)) {
      const stays = isReference ? lang === fields.referenceLang : fields.targetLangs.includes(lang);
      if (!stays) return err('project.languageInUse', { lang });
    }
    await projects.saveProject(tx, projectId, fields);
    return ok(null);
  });
}
