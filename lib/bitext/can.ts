/** What a member may do, weakest first: each may also do what the ones before it may. */
export const ROLES = ['viewer', 'editor', 'reviewer', 'manager'] as const;
export type Role = (typeof ROLES)[number];

/** `langs` narrows editing and reviewing to some target languages; null is all of them. */
export type Membership = {
  projectId: string;
  role: Role;
  langs: string[] | null;
};

/** A signed-in person with everything that decides what they may do. */
export type Actor = {
  id: string;
  name: string;
  email: string;
  /** Owners of the instance may everything in every project. */
  isOwner: boolean;
  memberships: Membership[];
};

export type ProjectAction = 'read' | 'edit' | 'review' | 'manage' | 'export';

/** The thing acted upon. Without `lang` it is the whole project, in all its languages. */
export type Scope = { projectId: string; lang?: string };

const NEEDED_ROLE: Record<ProjectAction, Role> = {
  read: 'viewer',
  export: 'viewer',
  edit: 'editor',
  review: 'reviewer',
  manage: 'manager',
};

/**
 * Whether `actor` may do `action` in `scope`.
 *
 * Reading and exporting are never narrowed by language: every member sees the whole project. A
 * member narrowed to some languages may edit and review those only, and so nothing that touches
 * all languages at once (scope without `lang`) nor the reference text.
 */
export function can(actor: Actor, action: ProjectAction, scope: Scope): boolean {
  if (actor.isOwner) return true;
  const membership = actor.memberships.find((one) => one.projectId === scope.projectId);
  if (!membership || !isAtLeast(membership.role, NEEDED_ROLE[action])) return false;
  if (membership.langs === null || (action !== 'edit' && action !== 'review')) return true;
  return scope.lang !== undefined && membership.langs.includes(scope.lang);
}

export function isAtLeast(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** Whether this role can be narrowed to some languages at all. */
export const isLangScoped = (role: Role): boolean => role === 'editor' || role === 'reviewer';

/** Projects are started by owners, and by those trusted with managing one already. */
export function canCreateProject(actor: Actor): boolean {
  return actor.isOwner || actor.memberships.some((one) => one.role === 'manager');
}
