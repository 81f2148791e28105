import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProject, makeUser } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { refusedBy } from '@/tests/helpers/refusedBy';
import { accessToken, project, user } from './schema';

const DAY_MS = 86_400_000;

let test: TestDb;
let userId: string;
beforeAll(async () => {
  test = await openTestDb();
  userId = (await makeUser(test.db)).id;
});
afterAll(() => test.close());

let made = 0;
const values = (): typeof accessToken.$inferInsert => ({
  userId,
  name: 'Nightly export',
  tokenHash: (made++).toString(16).padStart(64, '0'),
  prefix: 'tri_ab-_9Z',
  scopes: ['read', 'export'],
  createdAt: new Date('2026-01-01T00:00:00Z'),
  expiresAt: new Date('2026-02-01T00:00:00Z'),
});
const insert = (wrong: Partial<typeof accessToken.$inferInsert>) =>
  refusedBy(test.db.insert(accessToken).values({ ...values(), ...wrong }));

describe('access_token', () => {
  it('takes what is right', async () => {
    expect(await insert({})).toBeUndefined();
    expect(await insert({ projectId: await makeProject(test.db) })).toBeUndefined();
    expect(await insert({ scopes: ['manage'] })).toBeUndefined();
  });
  it.each<[string, Partial<typeof accessToken.$inferInsert>]>([
    ['access_token_name_valid', { name: '  ' }],
    ['access_token_name_valid', { name: 'x'.repeat(101) }],
    ['access_token_hash_form', { tokenHash: 'tri_a-token-in-the-clear' }],
    ['access_token_prefix_form', { prefix: 'tri_abcdefg' }],
    ['access_token_scopes_valid', { scopes: [] }],
    ['access_token_scopes_valid', { scopes: ['read', 'root' as never] }],
    ['access_token_expiry_valid', { expiresAt: new Date('2026-01-01T00:00:00Z') }],
    ['access_token_expiry_valid', { expiresAt: new Date(Date.UTC(2026, 0, 1) + 368 * DAY_MS) }],
    ['access_token_hash_key', { tokenHash: '0'.repeat(64) }],
  ])('is held by %s', async (name, wrong) => {
    expect(await insert(wrong)).toBe(name);
  });
  it('makes no projects when it is good for one', async () => {
    const projectId = await makeProject(test.db);
    expect(await insert({ projectId, scopes: ['manage'] })).toBe('access_token_project_scopes');
  });
  it('goes with its project, and with its person', async () => {
    const projectId = await makeProject(test.db);
    const left = () => test.db.select().from(accessToken).where(eq(accessToken.projectId, projectId));
    await insert({ projectId });
    expect(await left()).toHaveLength(1);
    await test.db.delete(project).where(eq(project.id, projectId));
    expect(await left()).toEqual([]);
    const leaving = (await makeUser(test.db)).id;
    await insert({ userId: leaving });
    await test.db.delete(user).where(eq(user.id, leaving));
    expect(await test.db.select().from(accessToken).where(eq(accessToken.userId, leaving))).toEqual([]);
  });
});
