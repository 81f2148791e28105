import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scratchFolder } from '@/tests/helpers/scratch';
import { MIGRATIONS, type OpenDb } from './client';
import * as durable from './durableFs';
import { FolderLockedError } from './lock';
import { openFolder } from './openFolder';
import { user } from './schema/auth';
import { shortenLog } from './shortenLog';

let folder: string;
let opened: OpenDb;
beforeAll(async () => {
  folder = scratchFolder('folder');
  opened = await openFolder(folder, join(folder, 'pg'), MIGRATIONS);
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

it('openFolder brings every commit to the disk before it is acknowledged', async () => {
  for (let row = 0; row < 5; row++) {
    const before = durable.syncCount;
    await opened.db.insert(user).values({ name: 'Lan', email: `${row}@example.org` });
    expect(durable.syncCount).toBeGreaterThan(before);
  }
});

it('openFolder refuses a folder that is open already', async () => {
  await expect(openFolder(folder, join(folder, 'pg'), MIGRATIONS)).rejects.toThrow(FolderLockedError);
});

it('openFolder finds everything again, and migrates nothing twice', async () => {
  await opened.close();
  opened = await openFolder(folder, join(folder, 'pg'), MIGRATIONS);
  expect(await opened.db.select().from(user)).toHaveLength(5);
});

it('openFolder keeps the log short while much is written', async () => {
  const client = (opened.db as unknown as { $client: PGlite }).$client;
  const logBytes = async () => {
    const { rows } = await client.query<{ bytes: number }>(
      'select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 as bytes from pg_control_checkpoint()',
    );
    return rows[0].bytes;
  };
  await client.exec('create table much as select repeat(md5(g::text), 30) from generate_series(1, 20000) g');
  const before = await logBytes();
  expect(before).toBeGreaterThan(10_000_000);
  const stop = shortenLog(client, 1_000_000);
  await expect.poll(logBytes, { timeout: 15_000, interval: 250 }).toBeLessThan(1_000_000);
  await stop();
}, 30_000);
