import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countAccounts } from '@/db/queries/accounts';
import { rateLimit } from '@/db/schema/auth';
import { invitation } from '@/db/schema/project';
import type { Actor, Role } from '@/lib/bitext/can';
import { actorOf, GOOD_PASSWORD, makeMember, makeProject, makeUser, visitor } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { createInvitation } from '../projects/createInvitation';
import { listMembers } from '../projects/listMembers';
import { revokeInvitation } from '../projects/revokeInvitation';
import { acceptInvitation } from './acceptInvitation';
import { readInvitation } from './readInvitation';

const INVALID = { ok: false, error: { code: 'invitation.invalid' } };

let test: TestDb;
let projectId: string;
let manager: Actor;
beforeAll(async () => {
  process.env.AUTH_SECRET = 'a secret for tests, thirty-two characters long';
  test = await openTestDb();
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.db.delete(rateLimit);
  projectId = await makeProject(test.db, { name: 'Anna Karenina' });
  manager = await makeMember(test.db, projectId, 'manager');
});

async function invite(role: Role = 'editor', langs: string[] | null = ['vi']) {
  const made = await createInvitation(manager, { projectId, role, langs });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

const person = () => ({ name: 'Minh', email: `${randomUUID()}@example.org`, password: GOOD_PASSWORD });

describe('createInvitation', () => {
  it('keeps a hash only', async () => {
    const { token, invitationId } = await invite();
    const [row] = await test.db.select().from(invitation).where(eq(invitation.id, invitationId));
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  });
  it('is for managers of this project', async () => {
    const reviewer = await makeMember(test.db, projectId, 'reviewer');
    const stranger = await makeMember(test.db, await makeProject(test.db), 'manager');
    const input = { projectId, role: 'viewer' as const, langs: null };
    expect(await createInvitation(reviewer, input)).toMatchObject({ error: { code: 'project.forbidden' } });
    expect(await createInvitation(stranger, input)).toMatchObject({ error: { code: 'project.notFound' } });
  });
  it('refuses languages that the project does not have', async () => {
    const made = await createInvitation(manager, { projectId, role: 'editor', langs: ['fr'] });
    expect(made).toEqual({ ok: false, error: { code: 'request.invalid' } });
  });
});

describe('readInvitation', () => {
  it('says what it is for', async () => {
    const { token } = await invite();
    expect(await readInvitation(visitor(), { token })).toEqual({
      ok: true,
      value: { projectName: 'Anna Karenina', role: 'editor', langs: ['vi'], invitedBy: manager.name },
    });
  });
  it('counts wrong tokens', async () => {
    const codes: string[] = [];
    for (let attempt = 0; attempt < 21; attempt++) {
      const read = await readInvitation(visitor(), { token: `wrong-token-number-${attempt}` });
      codes.push(read.ok ? 'ok' : read.error.code);
    }
    expect(codes.at(-2)).toBe('invitation.invalid');
    expect(codes.at(-1)).toBe('auth.tooManyTries');
  });
});

describe('acceptInvitation', () => {
  it('makes an account for somebody new, once', async () => {
    const { token } = await invite();
    const account = person();
    expect(await acceptInvitation(visitor(), { token, account })).toEqual({ ok: true, value: { projectId } });
    const listed = await listMembers(manager, { projectId });
    expect(listed.ok && listed.value.members.find((one) => one.email === account.email)).toMatchObject({
      role: 'editor',
      langs: ['vi'],
    });
    expect(listed.ok && listed.value.invitations).toEqual([]);
    expect(await acceptInvitation(visitor(), { token, account: person() })).toEqual(INVALID);
  });
  it('makes one account when two people use it at once, and none by halves', async () => {
    const { token } = await invite();
    const before = await countAccounts(test.db);
    const accept = () =>
      acceptInvitation(visitor(), { token, account: person() }).catch(
        (cause: { failure?: unknown }) => cause.failure,
      );
    const results = await Promise.all([accept(), accept()]);
    expect(results).toContainEqual({ code: 'invitation.invalid' });
    expect(await countAccounts(test.db)).toBe(before + 1);
  });
  it('lets the signed-in person in with their own account', async () => {
    const { token } = await invite('reviewer', null);
    const actor = await makeUser(test.db);
    expect((await acceptInvitation(visitor({ actor }), { token })).ok).toBe(true);
    expect((await actorOf(test.db, actor.id)).memberships).toEqual([
      { projectId, role: 'reviewer', langs: null },
    ]);
  });
  it.each<[Role, string[] | null, Role, string[] | null, Role, string[] | null]>([
    ['manager', null, 'editor', ['vi'], 'manager', null],
    ['viewer', null, 'editor', ['vi'], 'editor', ['vi']],
    ['editor', ['ro'], 'editor', ['vi'], 'editor', ['ro', 'vi']],
    ['editor', ['ro'], 'editor', null, 'editor', null],
  ])(
    'takes nothing away: %s %j invited as %s %j is %s %j',
    async (role, langs, asRole, asLangs, role2, langs2) => {
      const member = await makeMember(test.db, projectId, role, langs);
      const { token } = await invite(asRole, asLangs);
      await acceptInvitation(visitor({ actor: member }), { token });
      expect((await actorOf(test.db, member.id)).memberships).toEqual([
        { projectId, role: role2, langs: langs2 },
      ]);
    },
  );
  it('refuses an address that has an account, and stays usable', async () => {
    const { token } = await invite();
    const { email } = await makeUser(test.db);
    const taken = acceptInvitation(visitor(), { token, account: { ...person(), email } });
    await expect(taken).rejects.toMatchObject({ failure: { code: 'auth.emailTaken' } });
    expect((await readInvitation(visitor(), { token })).ok).toBe(true);
  });
  it('wants a strong password, and an account at all', async () => {
    const { token } = await invite();
    const weak = await acceptInvitation(visitor(), { token, account: { ...person(), password: 'short' } });
    expect(weak).toEqual({ ok: false, error: { code: 'auth.weakPassword' } });
    expect(await acceptInvitation(visitor(), { token })).toEqual({
      ok: false,
      error: { code: 'auth.signedOut' },
    });
  });
  it('is refused after its time', async () => {
    const { token, invitationId } = await invite();
    await test.db
      .update(invitation)
      .set({ expiresAt: new Date(0) })
      .where(eq(invitation.id, invitationId));
    const late = await acceptInvitation(visitor(), { token, account: person() });
    expect(late).toEqual({ ok: false, error: { code: 'invitation.expired' } });
  });
});

describe('revokeInvitation', () => {
  it('makes the link useless', async () => {
    const { token, invitationId } = await invite();
    expect((await revokeInvitation(manager, { projectId, invitationId })).ok).toBe(true);
    expect(await readInvitation(visitor(), { token })).toEqual(INVALID);
  });
  it("does not reach another project's", async () => {
    const { invitationId } = await invite();
    const elsewhere = await makeProject(test.db);
    const other = await makeMember(test.db, elsewhere, 'manager');
    expect(await revokeInvitation(other, { projectId: elsewhere, invitationId })).toEqual(INVALID);
    expect(await revokeInvitation(other, { projectId, invitationId })).toMatchObject({
      error: { code: 'project.notFound' },
    });
  });
});
