import 'server-only';
import { type Actor, can, type ProjectAction } from '@/lib/bitext/can';
import { err, type Result } from '@/lib/result';

/**
 * The refusal that fits: a project one cannot even read is answered as if it did not exist.
 * @returns undefined when the actor may.
 */
export function refuseUnless(
  actor: Actor,
  action: ProjectAction,
  projectId: string,
): Extract<Result<never>, { ok: false }> | undefined {
  if (!can(actor, 'read', { projectId })) return err('project.notFound');
  return can(actor, action, { projectId }) ? undefined : err('project.forbidden');
}
