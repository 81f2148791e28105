import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listAccessTokens } from '@/db/queries/accessTokens';
import { countAccounts, countSessions } from '@/db/queries/accounts';
import { account, rateLimit, session, user, verification } from '@/db/schema/auth';
import type { Result } from '@/lib/result';
import { actorOf, GOOD_PASSWORD, makeProject, visitor } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { actorOf as actorFromHeaders } from '../actor';
import { getAuth } from '../auth';
import { setupToken } from '../env';
import { createInvitation } from '../projects/createInvitation';
import { acceptInvitation } from './acceptInvitation';
import { changePassword } from './changePassword';
import { createAccessToken } from './createAccessToken';
import { createOwner, readSetupDoor } from './createOwner';
import { createPasswordLink } from './createPasswordLink';
import { passwordLinkFor } from './passwordLink';
import { renameAccount } from './renameAccount';
import { readPasswordLink, resetPassword } from './resetPassword';
import { signIn } from './signIn';
import { signOut } from './signOut';

const OWNER = { name: 'Lan Nguyễn', email: 'lan@example.org', password: GOOD_PASSWORD };

let test: TestDb;
beforeAll(async () => {
  process.env.AUTH_SECRET = 'a secret for tests, thirty-two characters long';
  test = await openTestDb();
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.db.delete(user);
  await test.db.delete(rateLimit);
});

/** Signs in as a browser does, and keeps the cookie. */
async function cookieOf(email: string, password: string): Promise<string> {
  const auth = await getAuth();
  const { headers } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true });
  return headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

describe('createOwner', () => {
  it('makes the first local visitor the owner, and signs them in', async () => {
    const made = await createOwner(visitor({ isLocal: true }), OWNER);
    expect(made.ok).toBe(true);
    const owner = await actorOf(test.db, made.ok ? made.value.userId : '');
    expect(owner).toMatchObject({ name: OWNER.name, email: OWNER.email, isOwner: true, memberships: [] });
    expect(await countSessions(test.db, owner.id)).toBe(1);
  });
  it('stores a hash, not the password', async () => {
    await createOwner(visitor({ isLocal: true }), OWNER);
    const [row] = await test.db.select().from(account);
    expect(row?.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  });
  it('refuses a visitor from elsewhere without the token, or with another', async () => {
    expect(await readSetupDoor(visitor())).toBe('token');
    for (const token of [undefined, 'x'.repeat(32)])
      expect(await createOwner(visitor(), { ...OWNER, token })).toEqual({
        ok: false,
        error: { code: 'setup.badToken' },
      });
    expect(await countAccounts(test.db)).toBe(0);
  });
  it('lets the printed token in from anywhere', async () => {
    expect((await createOwner(visitor(), { ...OWNER, token: setupToken() })).ok).toBe(true);
  });
  it('is closed for ever after the first account', async () => {
    await createOwner(visitor({ isLocal: true }), OWNER);
    const again = await createOwner(visitor({ isLocal: true }), { ...OWNER, email: 'b@example.org' });
    expect(again).toEqual({ ok: false, error: { code: 'setup.closed' } });
  });
  it('makes one owner when several come at once', async () => {
    const tries = ['a', 'b', 'c'].map((name) =>
      createOwner(visitor({ isLocal: true }), { ...OWNER, email: `${name}@example.org` }).catch(
        (cause) => cause,
      ),
    );
    await Promise.all(tries);
    expect(await countAccounts(test.db)).toBe(1);
  });
  it.each(['short', 'aaaaaaaaaaaaaa', 'lan@example.org', 'x y'.repeat(60)])(
    'refuses the weak password %j',
    async (password) => {
      expect(await createOwner(visitor({ isLocal: true }), { ...OWNER, password })).toEqual({
        ok: false,
        error: { code: 'auth.weakPassword' },
      });
    },
  );
});

describe('signIn', () => {
  beforeEach(() => createOwner(visitor({ isLocal: true }), OWNER));

  it('opens a session whose cookie names the actor', async () => {
    expect((await signIn(visitor(), OWNER)).ok).toBe(true);
    const cookie = await cookieOf(OWNER.email, OWNER.password);
    expect(await actorFromHeaders(new Headers({ cookie }))).toMatchObject({
      email: OWNER.email,
      isOwner: true,
    });
  });
  it('answers a wrong password and an unknown address alike', async () => {
    const wrong = await signIn(visitor(), { ...OWNER, password: 'not the password' });
    const unknown = await signIn(visitor(), { ...OWNER, email: 'nobody@example.org' });
    expect(wrong).toEqual({ ok: false, error: { code: 'auth.wrongPassword' } });
    expect(unknown).toEqual(wrong);
  });
  it('counts tries per account, whatever address they come from', async () => {
    for (let attempt = 0; attempt < 5; attempt++)
      await signIn(visitor({ address: `203.0.113.${attempt}` }), { ...OWNER, password: 'wrong password' });
    const sixth = await signIn(visitor({ address: '203.0.113.99' }), OWNER);
    expect(sixth).toMatchObject({ ok: false, error: { code: 'auth.tooManyTries' } });
    expect(sixth.ok ? 0 : sixth.error.params?.seconds).toBeGreaterThan(0);
  });
  it('counts tries per address, whatever account they are for', async () => {
    const results: (string | true)[] = [];
    for (let attempt = 0; attempt < 31; attempt++) {
      const result = await signIn(visitor(), { email: `${attempt}@example.org`, password: 'wrong password' });
      results.push(result.ok || result.error.code);
    }
    expect(results.slice(0, 30)).toEqual(Array(30).fill('auth.wrongPassword'));
    expect(results[30]).toBe('auth.tooManyTries');
  });
  it('believes no cookie with a changed signature', async () => {
    const cookie = await cookieOf(OWNER.email, OWNER.password);
    const forged = cookie.replace(/=(.)/, (_, first: string) => `=${first === 'a' ? 'b' : 'a'}`);
    expect(await actorFromHeaders(new Headers({ cookie: forged }))).toBeNull();
  });
  it('sets a cookie that scripts and other sites cannot use', async () => {
    const auth = await getAuth();
    const { headers } = await auth.api.signInEmail({ body: OWNER, returnHeaders: true });
    expect(headers.getSetCookie()[0]).toMatch(/^triptych\.session_token=.*HttpOnly.*SameSite=Lax/i);
  });
});

describe('signOut', () => {
  it('ends the session on the server', async () => {
    await createOwner(visitor({ isLocal: true }), OWNER);
    const cookie = await cookieOf(OWNER.email, OWNER.password);
    await signOut(visitor({ cookie }));
    expect(await actorFromHeaders(new Headers({ cookie }))).toBeNull();
  });
});

describe('changePassword', () => {
  const NEW = 'a longer new password';

  it('needs somebody signed in', async () => {
    const input = { currentPassword: GOOD_PASSWORD, newPassword: NEW };
    expect(await changePassword(visitor(), input)).toEqual({ ok: false, error: { code: 'auth.signedOut' } });
  });
  it('takes access tokens back, and only when it worked', async () => {
    const made = await createOwner(visitor({ isLocal: true }), OWNER);
    const actor = await actorOf(test.db, made.ok ? made.value.userId : '');
    const at = visitor({ actor, cookie: await cookieOf(OWNER.email, GOOD_PASSWORD) });
    await createAccessToken(actor, { name: 'Script', scopes: ['read'], projectId: null, days: 7 });
    const tokens = async () => (await listAccessTokens(test.db, actor.id)).length;
    await changePassword(at, { currentPassword: 'guessed it', newPassword: NEW });
    expect(await tokens()).toBe(1);
    await changePassword(at, { currentPassword: GOOD_PASSWORD, newPassword: NEW });
    expect(await tokens()).toBe(0);
  });
  it('signs out every other browser', async () => {
    const made = await createOwner(visitor({ isLocal: true }), OWNER);
    const actor = await actorOf(test.db, made.ok ? made.value.userId : '');
    const [here, elsewhere] = [
      await cookieOf(OWNER.email, GOOD_PASSWORD),
      await cookieOf(OWNER.email, GOOD_PASSWORD),
    ];
    const changed = await changePassword(visitor({ actor, cookie: here }), {
      currentPassword: GOOD_PASSWORD,
      newPassword: NEW,
    });
    expect(changed.ok).toBe(true);
    expect(await actorFromHeaders(new Headers({ cookie: elsewhere }))).toBeNull();
    // better-auth gives this browser a new session in place of the old one.
    const left = await test.db.select().from(session).where(eq(session.userId, actor.id));
    expect(left).toHaveLength(1);
    expect((await signIn(visitor(), { email: OWNER.email, password: NEW })).ok).toBe(true);
  });
  it('refuses a wrong current password and a weak new one', async () => {
    const made = await createOwner(visitor({ isLocal: true }), OWNER);
    const actor = await actorOf(test.db, made.ok ? made.value.userId : '');
    const at = visitor({ actor, cookie: await cookieOf(OWNER.email, GOOD_PASSWORD) });
    const wrong = await changePassword(at, { currentPassword: 'guessed it', newPassword: NEW });
    expect(wrong).toEqual({ ok: false, error: { code: 'auth.wrongCurrentPassword' } });
    const weak = await changePassword(at, { currentPassword: GOOD_PASSWORD, newPassword: 'short' });
    expect(weak).toEqual({ ok: false, error: { code: 'auth.weakPassword' } });
  });
});

describe('renameAccount', () => {
  it('changes the name that others see', async () => {
    const made = await createOwner(visitor({ isLocal: true }), OWNER);
    const actor = await actorOf(test.db, made.ok ? made.value.userId : '');
    await renameAccount(actor, { name: 'Lan Trần' });
    expect((await actorOf(test.db, actor.id)).name).toBe('Lan Trần');
  });
});

describe('createPasswordLink and resetPassword', () => {
  const NEW = 'a longer new password';
  const INVALID = { ok: false, error: { code: 'auth.linkInvalid' } };

  async function ownerAndMember() {
    const made = await createOwner(visitor({ isLocal: true }), OWNER);
    const owner = await actorOf(test.db, made.ok ? made.value.userId : '');
    const projectId = await makeProject(test.db);
    const { token } = unwrap(await createInvitation(owner, { projectId, role: 'manager', langs: null }));
    const account = { name: 'Minh', email: 'minh@example.org', password: GOOD_PASSWORD };
    await acceptInvitation(visitor(), { token, account });
    const [row] = await test.db.select().from(user).where(eq(user.email, account.email));
    return { owner, member: await actorOf(test.db, row!.id) };
  }

  it('lets somebody in with a new password, once, and signs the old sessions out', async () => {
    const { owner, member } = await ownerAndMember();
    const cookie = await cookieOf(member.email, GOOD_PASSWORD);
    const { token } = unwrap(await createPasswordLink(owner, { userId: member.id }));
    expect(await resetPassword(visitor(), { token, newPassword: 'short' })).toMatchObject({
      error: { code: 'auth.weakPassword' },
    });
    expect(await resetPassword(visitor(), { token, newPassword: NEW })).toEqual({
      ok: true,
      value: { email: member.email },
    });
    expect(await actorFromHeaders(new Headers({ cookie }))).toBeNull();
    expect((await signIn(visitor(), { email: member.email, password: NEW })).ok).toBe(true);
    expect(await resetPassword(visitor(), { token, newPassword: NEW })).toEqual(INVALID);
  });
  it('is for owners of the instance, and for accounts that exist', async () => {
    const { owner, member } = await ownerAndMember();
    const refused = { ok: false, error: { code: 'member.notFound' } };
    expect(await createPasswordLink(member, { userId: owner.id })).toEqual(refused);
    expect(await createPasswordLink(owner, { userId: randomUUID() })).toEqual(refused);
  });
  it('is made for an owner too, by whoever may start the server', async () => {
    const { owner } = await ownerAndMember();
    const token = await passwordLinkFor(test.db, owner.email.toUpperCase());
    expect(await resetPassword(visitor(), { token: token!, newPassword: NEW })).toMatchObject({ ok: true });
    expect((await signIn(visitor(), { email: owner.email, password: NEW })).ok).toBe(true);
    expect(await passwordLinkFor(test.db, 'nobody@example.org')).toBeNull();
  });
  it('keeps the newest link only, and that for a day', async () => {
    const { owner, member } = await ownerAndMember();
    const first = unwrap(await createPasswordLink(owner, { userId: member.id }));
    const second = unwrap(await createPasswordLink(owner, { userId: member.id }));
    expect(await readPasswordLink(visitor(), first.token)).toEqual(INVALID);
    expect((await readPasswordLink(visitor(), second.token)).ok).toBe(true);
    await test.db.update(verification).set({ expiresAt: new Date(0) });
    expect(await readPasswordLink(visitor(), second.token)).toEqual(INVALID);
  });
});

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
