import { openAsBlob } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { drizzle as drizzleServer } from 'drizzle-orm/node-postgres';
import { drizzle as drizzleFolder } from 'drizzle-orm/pglite';
import { Client, Pool } from 'pg';
import { inject } from 'vitest';
import { type Db, installDb, type OpenDb } from '@/db/client';
import * as schema from '@/db/schema';

export type TestDb = { db: Db; close: () => Promise<void> };

/**
 * A migrated, empty database of this test file's own, which `getDb()` then answers with too.
 * PGlite, or PostgreSQL when TEST_DATABASE_URL is set. Close it in `afterAll`: an open PGlite keeps
 * the process alive.
 *
 * ```ts
 * let test: TestDb;
 * beforeAll(async () => { test = await openTestDb(); });
 * afterAll(() => test.close());
 * ```
 */
export async function openTestDb(): Promise<TestDb> {
  const empty = inject('emptyDb');
  const opened = 'snapshot' in empty ? await copySnapshot(empty.snapshot) : await copyTemplate(empty);
  installDb(opened);
  const close = async (): Promise<void> => {
    installDb(undefined);
    await opened.close();
  };
  return { db: opened.db, close };
}

/** Whether the tests run on a PostgreSQL server: only there are several connections at a time. */
export const onServer = (): boolean => 'serverUrl' in inject('emptyDb');

async function copySnapshot(snapshot: string): Promise<OpenDb> {
  const client = await PGlite.create({
    loadDataDir: await openAsBlob(snapshot),
    extensions: { pg_trgm },
  });
  return { db: drizzleFolder(client, { schema }), close: () => client.close() };
}

let copies = 0;

const OBJECT_IN_USE = '55006';

async function copyTemplate(empty: { serverUrl: string; template: string }): Promise<OpenDb> {
  const name = `triptych_test_${process.pid}_${copies++}`;
  const admin = new Client({ connectionString: empty.serverUrl });
  await admin.connect();
  await admin.query(`create database ${name} template ${empty.template}`);
  const url = new URL(empty.serverUrl);
  url.pathname = `/${name}`;
  const pool = new Pool({ connectionString: url.href, max: 4 });
  const close = async (): Promise<void> => {
    await pool.end();
    await dropWhenFree(admin, name);
    await admin.end();
  };
  return { db: drizzleServer(pool, { schema }), close };
}

/** A pool has ended when it has said goodbye; the server needs a moment longer to let go. */
async function dropWhenFree(admin: Client, name: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await admin.query(`drop database ${name}`);
      return;
    } catch (cause) {
      if ((cause as { code?: string }).code !== OBJECT_IN_USE || attempt === 100) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
