import { afterAll, beforeAll, expect, it } from 'vitest';
import { rateLimit } from '@/db/schema/auth';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { countTry, forgetOldTries } from './rateLimit';

const LIMIT = { name: 'test', max: 2, windowMs: 60_000 };

let test: TestDb;
beforeAll(async () => {
  test = await openTestDb();
});
afterAll(() => test.close());

it('countTry refuses what is over the limit until the window ends', async () => {
  const at = (nowMs: number) => countTry(test.db, LIMIT, 'a', nowMs);
  expect([await at(0), await at(1000), await at(30_000)]).toEqual([0, 0, 30]);
  expect(await at(60_000)).toBe(0);
});

it('countTry keeps things and limits apart, and stores no address', async () => {
  const at = (what: string) => countTry(test.db, LIMIT, what, 0);
  expect([await at('b'), await at('b'), await at('c')]).toEqual([0, 0, 0]);
  const rows = await test.db.select().from(rateLimit);
  expect(JSON.stringify(rows)).not.toContain('"b"');
});

it('countTry counts tries at the same moment', async () => {
  const waits = await Promise.all(Array.from({ length: 10 }, () => countTry(test.db, LIMIT, 'd', 0)));
  expect(waits.filter((seconds) => seconds === 0)).toHaveLength(2);
});

it('forgetOldTries drops what is long over', async () => {
  await forgetOldTries(test.db, 10 * 86_400_000);
  expect(await test.db.select().from(rateLimit)).toEqual([]);
});
