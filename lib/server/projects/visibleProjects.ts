import 'server-only';
import type { Actor } from '@/lib/bitext/can';

/** The projects this person can see at all. */
export function visibleProjects(actor: Actor): 'all' | string[] {
  return actor.isOwner ? 'all' : actor.memberships.map((one) => one.projectId);
}
