import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, can, canCreateProject, isAtLeast, type ProjectAction, ROLES } from './can';

const ACTIONS: ProjectAction[] = ['read', 'edit', 'review', 'manage', 'export'];
const LANGS = ['vi', 'ro', 'en'];

const role = fc.constantFrom(...ROLES);
const lang = fc.constantFrom(...LANGS);
const action = fc.constantFrom(...ACTIONS);
const langs = fc.option(fc.uniqueArray(lang, { minLength: 1 }), { nil: null });
const membership = fc.record({ projectId: fc.constantFrom('p', 'q'), role, langs });
const scope = fc.record({ projectId: fc.constantFrom('p', 'q', 'r'), lang }, { requiredKeys: ['projectId'] });

const actor = (memberships: Actor['memberships'], isOwner = false): Actor => ({
  id: 'a',
  name: 'A',
  email: 'a@example.org',
  isOwner,
  memberships,
});
const memberships = fc.uniqueArray(membership, { selector: (one) => one.projectId });

describe('can', () => {
  it('lets an owner do everything everywhere', () => {
    fc.assert(fc.property(action, scope, (act, where) => can(actor([], true), act, where)));
  });
  it('lets nobody do anything where they are no member', () => {
    fc.assert(
      fc.property(memberships, action, scope, (list, act, where) => {
        const elsewhere = list.filter((one) => one.projectId !== where.projectId);
        return !can(actor(elsewhere), act, where);
      }),
    );
  });
  it('needs reading for everything else', () => {
    fc.assert(
      fc.property(memberships, action, scope, (list, act, where) => {
        const person = actor(list);
        return !can(person, act, where) || can(person, 'read', { projectId: where.projectId });
      }),
    );
  });
  it('gives a stronger role at least what a weaker one has', () => {
    fc.assert(
      fc.property(role, role, langs, action, scope, (one, other, list, act, where) => {
        const [weak, strong] = isAtLeast(one, other) ? [other, one] : [one, other];
        const as = (which: typeof one) =>
          can(actor([{ projectId: 'p', role: which, langs: list }]), act, where);
        return !as(weak) || as(strong);
      }),
    );
  });
  it('gives all languages at least what some have', () => {
    fc.assert(
      fc.property(role, langs, action, scope, (which, list, act, where) => {
        const as = (narrowed: string[] | null) =>
          can(actor([{ projectId: 'p', role: which, langs: narrowed }]), act, where);
        return !as(list) || as(null);
      }),
    );
  });
  it('narrows editing and reviewing to the given languages, and nothing else', () => {
    const person = actor([{ projectId: 'p', role: 'reviewer', langs: ['vi'] }]);
    for (const act of ['edit', 'review'] as const) {
      expect(can(person, act, { projectId: 'p', lang: 'vi' })).toBe(true);
      expect(can(person, act, { projectId: 'p', lang: 'ro' })).toBe(false);
      expect(can(person, act, { projectId: 'p', lang: 'en' })).toBe(false);
      expect(can(person, act, { projectId: 'p' })).toBe(false);
    }
    for (const act of ['read', 'export'] as const) {
      expect(can(person, act, { projectId: 'p', lang: 'ro' })).toBe(true);
      expect(can(person, act, { projectId: 'p' })).toBe(true);
    }
  });
  it.each([
    ['viewer', ['read', 'export']],
    ['editor', ['read', 'edit', 'export']],
    ['reviewer', ['read', 'edit', 'review', 'export']],
    ['manager', ACTIONS],
  ] as const)('lets a %s %j', (which, allowed) => {
    const person = actor([{ projectId: 'p', role: which, langs: null }]);
    expect(ACTIONS.filter((act) => can(person, act, { projectId: 'p', lang: 'vi' }))).toEqual(allowed);
  });
});

describe('canCreateProject', () => {
  it('is for owners and for managers of some project', () => {
    expect(canCreateProject(actor([], true))).toBe(true);
    expect(canCreateProject(actor([{ projectId: 'p', role: 'manager', langs: null }]))).toBe(true);
    expect(canCreateProject(actor([{ projectId: 'p', role: 'reviewer', langs: null }]))).toBe(false);
  });
});
