import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as accessTokens from '@/db/queries/accessTokens';
import { insertAccount, replacePassword } from '@/db/queries/accounts';
import { deleteMember } from '@/db/queries/members';
import { accessToken, rateLimit } from '@/db/schema';
import { can } from '@/lib/bitext/can';
import { err } from '@/lib/result';
import { makeMember, makeProject, makeUser } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { hashAccessToken } from './accessToken';
import { CreateAccessTokenInput, createAccessToken } from './createAccessToken';
import { listAccessTokens } from './listAccessTokens';
import { revokeAccessToken } from './revokeAccessToken';
import { tokenHolder } from './tokenHolder';

const DAY_MS = 86_400_000;

let test: TestDb;
beforeAll(async () => {
  test = await openTestDb();
});
afterAll(() => test.close());
beforeEach(() => test.db.delete(rateLimit));

const wanted = (values: Partial<Parameters<typeof CreateAccessTokenInput.parse>[0] & object> = {}) =>
  CreateAccessTokenInput.parse({ name: 'Script', scopes: ['read'], days: 30, ...values });
const bearer = (token: string) => new Headers({ authorization: `Bearer ${token}` });

async function made(actor: Parameters<typeof createAccessToken>[0], values = {}) {
  const result = await createAccessToken(actor, wanted(values));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('CreateAccessTokenInput', () => {
  it.each([
    ['no scope', { scopes: [] }],
    ['an unknown scope', { scopes: ['root'] }],
    ['making projects with a token for one project', { scopes: ['manage'], projectId: crypto.randomUUID() }],
    ['another time than those offered', { days: 1000 }],
    ['no name', { name: ' ' }],
  ])('refuses %s', (_, wrong) => {
    const input = { name: 'Script', scopes: ['read'], days: 30, ...wrong };
    expect(CreateAccessTokenInput.safeParse(input).success).toBe(false);
  });
  it('keeps each scope once, in order', () => {
    expect(wanted({ scopes: ['export', 'read', 'export'] }).scopes).toEqual(['read', 'export']);
  });
});

describe('createAccessToken', () => {
  it('answers the token, and stores only its hash', async () => {
    const actor = await makeUser(test.db);
    const { token } = await made(actor);
    expect(token).toMatch(/^tri_[A-Za-z0-9_-]{43}$/);
    const stored = await test.db.select().from(accessToken).where(eq(accessToken.userId, actor.id));
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(stored).toMatchObject([{ tokenHash: hashAccessToken(token), prefix: token.slice(0, 10) }]);
  });
  it('makes no two alike', async () => {
    const actor = await makeUser(test.db);
    const tokens = await Promise.all(Array.from({ length: 5 }, async () => (await made(actor)).token));
    expect(new Set(tokens).size).toBe(5);
  });
  it("does not know a stranger's project", async () => {
    const projectId = await makeProject(test.db);
    const stranger = await makeUser(test.db);
    expect(await createAccessToken(stranger, wanted({ projectId }))).toEqual(err('project.notFound'));
  });
  it('stops at fifty', async () => {
    const actor = await makeUser(test.db);
    for (let k = 0; k < 50; k++) await made(actor);
    expect(await createAccessToken(actor, wanted())).toEqual(err('token.tooMany', { limit: 50 }));
  });
});

describe('tokenHolder', () => {
  it('is the person, with their rights as they are now', async () => {
    const projectId = await makeProject(test.db);
    const actor = await makeMember(test.db, projectId, 'editor', ['vi']);
    const { token } = await made(actor, { scopes: ['import'] });
    const holder = await tokenHolder(bearer(token));
    expect(holder).toMatchObject({ ok: true, value: { actor, token: { scopes: ['import'] } } });
    await deleteMember(test.db, projectId, actor.id);
    expect(await tokenHolder(bearer(token))).toMatchObject({ value: { actor: { memberships: [] } } });
  });

  it('is in one project only when the token is, and manages nothing else even as owner', async () => {
    const [one, other] = [await makeProject(test.db), await makeProject(test.db)];
    const owner = await makeUser(test.db, { isOwner: true });
    const holder = await tokenHolder(bearer((await made(owner, { projectId: one })).token));
    if (!holder.ok) throw new Error(holder.error.code);
    expect(can(holder.value.actor, 'manage', { projectId: one })).toBe(true);
    expect(can(holder.value.actor, 'read', { projectId: other })).toBe(false);
    expect(holder.value.actor.isOwner).toBe(false);
    const member = await makeMember(test.db, one, 'viewer');
    const narrow = await tokenHolder(bearer((await made(member, { projectId: one })).token));
    expect(narrow).toMatchObject({ value: { actor: { memberships: member.memberships } } });
  });

  it('refuses what ended, was withdrawn, is not ours or is a cookie', async () => {
    const actor = await makeUser(test.db);
    const { token, id } = await made(actor);
    const late = new Date(Date.now() + 31 * DAY_MS);
    expect(await tokenHolder(bearer(token), late)).toEqual(err('token.invalid'));
    expect(await tokenHolder(bearer(`${token.slice(0, -1)}${token.endsWith('A') ? 'E' : 'A'}`))).toEqual(
      err('token.invalid'),
    );
    expect(await tokenHolder(new Headers({ authorization: `Basic ${token}` }))).toEqual(err('token.invalid'));
    expect(await tokenHolder(new Headers({ cookie: `triptych.session_token=${token}` }))).toEqual(
      err('token.missing'),
    );
    expect((await tokenHolder(bearer(token))).ok).toBe(true);
    expect(await revokeAccessToken(actor, { tokenId: id })).toMatchObject({ ok: true });
    expect(await tokenHolder(bearer(token))).toEqual(err('token.invalid'));
  });

  it('counts wrong ones by address, and lets the right one through all the same', async () => {
    const { token } = await made(await makeUser(test.db));
    const wrong = bearer(`tri_${'x'.repeat(43)}`);
    for (let attempt = 0; attempt < 20; attempt++)
      expect(await tokenHolder(wrong)).toEqual(err('token.invalid'));
    expect(await tokenHolder(wrong)).toMatchObject({ error: { code: 'auth.tooManyTries' } });
    expect((await tokenHolder(bearer(token))).ok).toBe(true);
  });

  it('notes its use, seldom', async () => {
    const actor = await makeUser(test.db);
    const { token } = await made(actor);
    const used = async () => (await accessTokens.listAccessTokens(test.db, actor.id))[0]?.lastUsedAt;
    expect(await used()).toBeNull();
    const first = new Date();
    await tokenHolder(bearer(token), first);
    expect(await used()).toEqual(first);
    await tokenHolder(bearer(token), new Date(first.getTime() + 60_000));
    expect(await used()).toEqual(first);
    const later = new Date(first.getTime() + 6 * 60_000);
    await tokenHolder(bearer(token), later);
    expect(await used()).toEqual(later);
  });
});

describe('tokens of a person', () => {
  it('are listed and withdrawn by nobody else', async () => {
    const [actor, other] = [await makeUser(test.db), await makeUser(test.db)];
    const projectId = await makeProject(test.db, { name: 'Nam Xương' });
    const owner = await makeUser(test.db, { isOwner: true });
    const { id } = await made(actor, { name: 'Mine' });
    expect(await listAccessTokens(other)).toEqual({ ok: true, value: [] });
    expect(await revokeAccessToken(other, { tokenId: id })).toEqual(err('token.notFound'));
    await made(owner, { projectId });
    expect(await listAccessTokens(owner)).toMatchObject({ value: [{ projectName: 'Nam Xương' }] });
    expect(await listAccessTokens(actor)).toMatchObject({ value: [{ name: 'Mine', lastUsedAt: null }] });
  });

  it('end with a new password', async () => {
    const id = await test.db.transaction((tx) =>
      insertAccount(tx, { name: 'Lan', email: 'tokens@example.org', passwordHash: 'x', role: 'member' }),
    );
    const actor = { id, name: 'Lan', email: 'tokens@example.org', isOwner: false, memberships: [] };
    const { token } = await made(actor);
    await test.db.transaction((tx) => replacePassword(tx, id, 'y'));
    expect(await tokenHolder(bearer(token))).toEqual(err('token.invalid'));
  });
});
