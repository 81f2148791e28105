import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scratchFolder } from '@/tests/helpers/scratch';
import { MIGRATIONS, type OpenDb } from './client';
import * as durable from './durableFs';
import { FolderLockedError } from './lock';
import { openFolder } from './openFolder';
import { user } from './schema/auth';

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
