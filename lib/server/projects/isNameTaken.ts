import 'server-only';
import type { Db, Tx } from '@/db/client';
import { listProjects } from '@/db/queries/projects';
import type { Actor } from '@/lib/bitext/can';
import { visibleProjects } from './visibleProjects';

/**
 * Whether a project that the actor can see has this name, whatever its case. Projects of others may
 * share names: refusing those would tell that they exist.
 */
export async function isNameTaken(
  db: Db | Tx,
  actor: Actor,
  name: string,
  exceptId?: string,
): Promise<boolean> {
  const key = name.toLocaleLowerCase('und');
  const projects = await listProjects(db, visibleProjects(actor));
  return projects.some((one) => one.id !== exceptId && one.name.toLocaleLowerCase('und') === key);
}
