import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { user } from '@/db/schema/auth';
import { invitation, membership, project } from '@/db/schema/project';
import { makeMember, makeProject, makeUser } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';

let test: TestDb;
beforeAll(async () => {
  test = await openTestDb();
});
afterAll(() => test.close());

/** The name of the constraint that refused, from the driver's own error. */
async function refusedBy(run: Promise<unknown>): Promise<string | undefined> {
  const failure = await run.then(
    () => undefined,
    (cause: Error) => cause.cause as { constraint?: string } | undefined,
  );
  return failure?.constraint;
}

describe('account_holder', () => {
  it('keeps one account an address, whatever its case', async () => {
    await makeUser(test.db, { email: 'lan@example.org' });
    expect(await refusedBy(makeUser(test.db, { email: 'Lan@Example.org' }))).toBe('account_holder_email_key');
  });
  it('knows owner and member only', async () => {
    const insert = test.db.execute(
      sql`insert into ${user} (name, email, role) values ('X', 'x@example.org', 'admin')`,
    );
    expect(await refusedBy(insert)).toBe('account_holder_role_check');
  });
  it('needs a name', async () => {
    expect(await refusedBy(makeUser(test.db, { name: '' }))).toBe('account_holder_name_check');
  });
});

describe('project', () => {
  it('needs a target language', async () => {
    expect(await refusedBy(makeProject(test.db, { targetLangs: [] }))).toBe('project_target_langs_check');
  });
  it('does not translate a language into itself', async () => {
    expect(await refusedBy(makeProject(test.db, { targetLangs: ['vi', 'en'] }))).toBe(
      'project_reference_lang_check',
    );
  });
  it('needs a name', async () => {
    expect(await refusedBy(makeProject(test.db, { name: '' }))).toBe('project_name_check');
  });
  it('outlives the account that created it', async () => {
    const creator = await makeUser(test.db);
    const id = await makeProject(test.db, { createdBy: creator.id });
    await test.db.delete(user).where(sql`${user.id} = ${creator.id}`);
    const [row] = await test.db.select().from(project).where(sql`${project.id} = ${id}`);
    expect(row?.createdBy).toBeNull();
  });
});

describe('membership', () => {
  it('knows the four roles only', async () => {
    const [projectId, member] = [await makeProject(test.db), await makeUser(test.db)];
    const insert = test.db.execute(
      sql`insert into ${membership} (project_id, user_id, role) values (${projectId}, ${member.id}, 'admin')`,
    );
    expect(await refusedBy(insert)).toBe('membership_role_check');
  });
  it.each([
    ['editor', []],
    ['manager', ['vi']],
    ['viewer', ['vi']],
  ] as const)('refuses %s narrowed to %j', async (role, langs) => {
    const projectId = await makeProject(test.db);
    expect(await refusedBy(makeMember(test.db, projectId, role, [...langs]))).toBe('membership_langs_check');
  });
  it('goes with its project', async () => {
    const projectId = await makeProject(test.db);
    const member = await makeMember(test.db, projectId, 'editor', ['vi']);
    await test.db.delete(project).where(sql`${project.id} = ${projectId}`);
    const left = await test.db.select().from(membership).where(sql`${membership.userId} = ${member.id}`);
    expect(left).toEqual([]);
  });
});

describe('invitation', () => {
  it.each([
    ['invitation_token_hash_check', { tokenHash: 'a-token-in-the-clear' }],
    ['invitation_langs_check', { langs: [] as string[] }],
  ])('is held by %s', async (name, wrong) => {
    const projectId = await makeProject(test.db);
    const values = {
      tokenHash: 'ab'.repeat(32),
      projectId,
      role: 'editor' as const,
      expiresAt: new Date(),
      ...wrong,
    };
    expect(await refusedBy(test.db.insert(invitation).values(values))).toBe(name);
  });
});
