import type { Actor, Membership } from './can';

/**
 * What a program may do with a token, at most:
 * - `read` projects, documents, progress
 * - `import` texts and aligned data, and make the documents for them
 * - `align` bitexts, and follow or stop the work
 * - `export` documents
 * - `manage`: start projects
 */
export const TOKEN_SCOPES = ['read', 'import', 'align', 'export', 'manage'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** Tokens end after one of these many days. */
export const TOKEN_DAYS = [7, 30, 90, 365] as const;

/**
 * The person as seen through a token that is good for one project: everything else looks missing to them.
 * An owner of the instance manages that project and owns nothing.
 */
export function narrowToProject(actor: Actor, projectId: string): Actor {
  const own = actor.memberships.filter((one) => one.projectId === projectId);
  const asOwner: Membership = { projectId, role: 'manager', langs: null };
  return { ...actor, isOwner: false, memberships: actor.isOwner ? [asOwner] : own };
}
