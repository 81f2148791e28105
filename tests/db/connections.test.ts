import { sql } from 'drizzle-orm';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Db, MIGRATIONS } from '@/db/client';
import { openServer } from '@/db/openServer';
import { lockProject } from '@/db/queries/projects';
import { makeProject } from '@/tests/helpers/builders';
import { onServer, openTestDb, type TestDb } from '@/tests/helpers/db';

let test: TestDb;
beforeAll(async () => {
  test = await openTestDb();
});
afterAll(() => test.close());

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('lockProject', () => {
  it('makes the second transaction wait for the first, on both engines', async () => {
    const projectId = await makeProject(test.db);
    const order: string[] = [];
    const hold = (name: string, ms: number) =>
      test.db.transaction(async (tx) => {
        await lockProject(tx, projectId);
        order.push(`${name} in`);
        await later(ms);
        order.push(`${name} out`);
      });
    const first = hold('first', 150);
    await later(50);
    await Promise.all([first, hold('second', 0)]);
    expect(order).toEqual(['first in', 'first out', 'second in', 'second out']);
  });
});

describe.runIf(onServer())('PostgreSQL with two connections', () => {
  it('shows nothing of a transaction that has not ended', async () => {
    let seenMeanwhile: unknown;
    const projectId = await test.db.transaction(async (tx) => {
      const id = await makeProject(tx as Db, { name: 'Not yet' });
      const { rows } = (await test.db.execute(sql`select 1 from project where id = ${id}`)) as unknown as {
        rows: unknown[];
      };
      seenMeanwhile = rows.length;
      return id;
    });
    expect(seenMeanwhile).toBe(0);
    expect(projectId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('migrates once when several instances start together', async () => {
    const empty = inject('emptyDb');
    if (!('serverUrl' in empty)) return;
    const name = `triptych_together_${process.pid}`;
    const admin = new Pool({ connectionString: empty.serverUrl, max: 1 });
    await admin.query(`create database ${name}`);
    const url = new URL(empty.serverUrl);
    url.pathname = `/${name}`;
    const opened = await Promise.all(Array.from({ length: 4 }, () => openServer(url.href, MIGRATIONS)));
    const applied = (await opened[0]!.db.execute(
      sql`select count(*)::int as migrations, count(distinct hash)::int as distinct from drizzle.__drizzle_migrations`,
    )) as unknown as { rows: { migrations: number; distinct: number }[] };
    await Promise.all(opened.map(({ close }) => close()));
    await later(200);
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
    expect(applied.rows[0]?.migrations).toBeGreaterThan(0);
    expect(applied.rows[0]?.distinct).toBe(applied.rows[0]?.migrations);
  });
});
