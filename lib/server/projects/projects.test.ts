import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { document, text } from '@/db/schema/document';
import type { Actor } from '@/lib/bitext/can';
import { actorOf, makeMember, makeProject, makeUser } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { changeMember } from './changeMember';
import { createProject } from './createProject';
import { deleteProject } from './deleteProject';
import { listMembers } from './listMembers';
import { listProjects } from './listProjects';
import { readProject } from './readProject';
import { removeMember } from './removeMember';
import { updateProject } from './updateProject';

const FIELDS = { name: 'Anna', referenceLang: 'en', targetLangs: ['vi', 'ro'], selfReview: false };
const NOT_FOUND = { ok: false, error: { code: 'project.notFound' } };
const FORBIDDEN = { ok: false, error: { code: 'project.forbidden' } };
const DONE = { ok: true, value: null };

let test: TestDb;
let owner: Actor;
let stranger: Actor;
beforeAll(async () => {
  test = await openTestDb();
  owner = await makeUser(test.db, { isOwner: true });
  // Somebody with rights elsewhere, which must count for nothing here.
  stranger = await makeMember(test.db, await makeProject(test.db), 'manager');
});
afterAll(() => test.close());

const fresh = (actor: Actor): Promise<Actor> => actorOf(test.db, actor.id);

describe('createProject', () => {
  it('makes its maker the manager', async () => {
    const made = await createProject(owner, { ...FIELDS, name: 'Made by the owner' });
    expect((await fresh(owner)).memberships).toEqual([
      { projectId: made.ok && made.value.projectId, role: 'manager', langs: null },
    ]);
  });
  it('is for owners and managers', async () => {
    expect((await createProject(stranger, { ...FIELDS, name: 'By a manager' })).ok).toBe(true);
    const reviewer = await makeMember(test.db, await makeProject(test.db), 'reviewer');
    expect(await createProject(reviewer, FIELDS)).toEqual(FORBIDDEN);
    expect(await createProject(await makeUser(test.db), FIELDS)).toEqual(FORBIDDEN);
  });
  it('refuses a name the actor can see, and only that', async () => {
    const id = await makeProject(test.db, { name: 'Chí Phèo' });
    expect(await createProject(owner, { ...FIELDS, name: 'CHÍ PHÈO' })).toEqual({
      ok: false,
      error: { code: 'project.nameTaken' },
    });
    expect((await createProject(stranger, { ...FIELDS, name: 'Chí Phèo' })).ok).toBe(true);
    expect(id).toBeTruthy();
  });
});

describe('readProject', () => {
  it('shows a project to its members', async () => {
    const projectId = await makeProject(test.db, { name: 'Ion' });
    const viewer = await makeMember(test.db, projectId, 'viewer');
    expect(await readProject(viewer, { projectId })).toMatchObject({ ok: true, value: { name: 'Ion' } });
  });
  it("answers a stranger's project like a missing one", async () => {
    const projectId = await makeProject(test.db);
    expect(await readProject(stranger, { projectId })).toEqual(NOT_FOUND);
    expect(await readProject(stranger, { projectId: randomUUID() })).toEqual(NOT_FOUND);
    expect(await readProject(owner, { projectId: randomUUID() })).toEqual(NOT_FOUND);
  });
});

describe('listProjects', () => {
  it('lists all to an owner and their own to others', async () => {
    const projectId = await makeProject(test.db);
    const editor = await makeMember(test.db, projectId, 'editor', ['vi']);
    const own = await listProjects(editor);
    expect(own).toMatchObject({
      ok: true,
      value: { mayCreate: false, projects: [{ id: projectId, documents: 0, members: 1, mayManage: false }] },
    });
    const all = await listProjects(owner);
    expect(all.ok && all.value.projects.length).toBeGreaterThan(2);
    expect(await listProjects(await makeUser(test.db))).toEqual({
      ok: true,
      value: { projects: [], mayCreate: false },
    });
  });
});

describe('updateProject', () => {
  it('saves name, languages and policy', async () => {
    const projectId = await makeProject(test.db);
    const manager = await makeMember(test.db, projectId, 'manager');
    const fields = { name: 'Moromeții', referenceLang: 'en', targetLangs: ['ro'], selfReview: true };
    expect(await updateProject(manager, { projectId, ...fields })).toEqual(DONE);
    expect(await readProject(manager, { projectId })).toMatchObject({ value: fields });
  });
  it('is for managers of this project', async () => {
    const projectId = await makeProject(test.db);
    const reviewer = await makeMember(test.db, projectId, 'reviewer');
    expect(await updateProject(reviewer, { projectId, ...FIELDS })).toEqual(FORBIDDEN);
    expect(await updateProject(stranger, { projectId, ...FIELDS })).toEqual(NOT_FOUND);
    expect(await updateProject(owner, { ...FIELDS, projectId: randomUUID() })).toEqual(NOT_FOUND);
  });
  it.each([
    ['vi', false, { targetLangs: ['ro'] }],
    ['en', true, { referenceLang: 'fr' }],
  ])('keeps %s while there are texts in it', async (lang, isReference, change) => {
    const projectId = await makeProject(test.db);
    const documentId = randomUUID();
    await test.db.insert(document).values({ id: documentId, projectId, title: 'One' });
    await test.db.insert(text).values({
      id: randomUUID(),
      documentId,
      lang,
      isReference,
      format: 'txt',
      encoding: 'utf-8',
      checksum: 'ab'.repeat(32),
      lengthUtf16: 1,
    });
    const changed = await updateProject(owner, { projectId, ...FIELDS, name: projectId, ...change });
    expect(changed).toEqual({ ok: false, error: { code: 'project.languageInUse', params: { lang } } });
  });
});

describe('deleteProject', () => {
  it('wants the name typed, and then deletes', async () => {
    const projectId = await makeProject(test.db, { name: 'Số đỏ' });
    const manager = await makeMember(test.db, projectId, 'manager');
    const slip = await deleteProject(manager, { projectId, name: 'So do' });
    expect(slip).toEqual({ ok: false, error: { code: 'project.wrongName' } });
    expect(await deleteProject(manager, { projectId, name: 'Số đỏ' })).toEqual(DONE);
    expect(await readProject(owner, { projectId })).toEqual(NOT_FOUND);
  });
  it('is for managers of this project', async () => {
    const projectId = await makeProject(test.db, { name: 'Baltagul' });
    const editor = await makeMember(test.db, projectId, 'editor');
    expect(await deleteProject(editor, { projectId, name: 'Baltagul' })).toEqual(FORBIDDEN);
    expect(await deleteProject(stranger, { projectId, name: 'Baltagul' })).toEqual(NOT_FOUND);
  });
});

describe('listMembers', () => {
  it('shows addresses and invitations to managers only', async () => {
    const projectId = await makeProject(test.db);
    const manager = await makeMember(test.db, projectId, 'manager');
    const viewer = await makeMember(test.db, projectId, 'viewer');
    const seen = await listMembers(viewer, { projectId });
    expect(seen.ok && seen.value.members.map((one) => one.email)).toEqual([null, null]);
    const managed = await listMembers(manager, { projectId });
    expect(managed.ok && managed.value.members.every((one) => one.email?.includes('@'))).toBe(true);
    // Whoever may do everything without being a member is named too, to those who care for rights.
    expect(managed.ok && managed.value.owners).toContainEqual({
      ...{ userId: owner.id, name: owner.name, email: owner.email },
    });
    expect(managed.ok && managed.value.owners.some(({ userId }) => userId === manager.id)).toBe(false);
    expect(seen.ok && seen.value.owners).toEqual([]);
    expect(await listMembers(stranger, { projectId })).toEqual(NOT_FOUND);
    expect(await listMembers(owner, { projectId: randomUUID() })).toEqual(NOT_FOUND);
  });
});

describe('changeMember', () => {
  it('gives another role and other languages', async () => {
    const projectId = await makeProject(test.db);
    const member = await makeMember(test.db, projectId, 'viewer');
    const input = { projectId, userId: member.id, role: 'editor' as const, langs: ['vi'] };
    expect(await changeMember(owner, input)).toEqual(DONE);
    expect((await fresh(member)).memberships).toEqual([{ projectId, role: 'editor', langs: ['vi'] }]);
  });
  it('refuses languages that the project does not have', async () => {
    const projectId = await makeProject(test.db, { targetLangs: ['vi'] });
    const member = await makeMember(test.db, projectId, 'viewer');
    const input = { projectId, userId: member.id, role: 'editor' as const, langs: ['ro'] };
    expect(await changeMember(owner, input)).toEqual({ ok: false, error: { code: 'request.invalid' } });
  });
  it('lets nobody promote themself', async () => {
    const projectId = await makeProject(test.db);
    const reviewer = await makeMember(test.db, projectId, 'reviewer');
    const input = { projectId, userId: reviewer.id, role: 'manager' as const, langs: null };
    expect(await changeMember(reviewer, input)).toEqual(FORBIDDEN);
    expect(await changeMember(stranger, { ...input, userId: stranger.id })).toEqual(NOT_FOUND);
  });
  it('keeps the last manager, also when two demote each other at once', async () => {
    const projectId = await makeProject(test.db);
    const [a, b] = [
      await makeMember(test.db, projectId, 'manager'),
      await makeMember(test.db, projectId, 'manager'),
    ];
    const demote = (actor: Actor, other: Actor) =>
      changeMember(actor, { projectId, userId: other.id, role: 'viewer', langs: null });
    const results = await Promise.all([demote(a, b), demote(b, a)]);
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(results.find((one) => !one.ok)).toMatchObject({ error: { code: 'project.lastManager' } });
  });
  it('adds nobody who is not a member', async () => {
    const projectId = await makeProject(test.db);
    const input = { projectId, userId: stranger.id, role: 'viewer' as const, langs: null };
    expect(await changeMember(owner, input)).toEqual({ ok: false, error: { code: 'member.notFound' } });
  });
});

describe('removeMember', () => {
  it('ends a membership at once', async () => {
    const projectId = await makeProject(test.db);
    const member = await makeMember(test.db, projectId, 'reviewer');
    expect(await removeMember(owner, { projectId, userId: member.id })).toEqual(DONE);
    expect(await readProject(await fresh(member), { projectId })).toEqual(NOT_FOUND);
  });
  it('lets everybody leave, but for the last manager', async () => {
    const projectId = await makeProject(test.db);
    const manager = await makeMember(test.db, projectId, 'manager');
    const editor = await makeMember(test.db, projectId, 'editor');
    expect(await removeMember(editor, { projectId, userId: manager.id })).toEqual(FORBIDDEN);
    expect(await removeMember(editor, { projectId, userId: editor.id })).toEqual(DONE);
    expect(await removeMember(manager, { projectId, userId: manager.id })).toEqual({
      ok: false,
      error: { code: 'project.lastManager' },
    });
    expect(await removeMember(stranger, { projectId, userId: stranger.id })).toEqual(NOT_FOUND);
  });
});
