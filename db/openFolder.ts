import { mkdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { OpenDb } from './client';
import { DURABLE_START_PARAMS, DurableFs } from './durableFs';
import { lockFolder } from './lock';
import * as schema from './schema';
import { shortenLog } from './shortenLog';

/**
 * Opens the embedded database in `folder`, creating it when there is none, and migrates it.
 *
 * @param locked the folder that is locked against other processes; `folder` lies inside it.
 * @throws FolderLockedError if another process has it open.
 */
export async function openFolder(locked: string, folder: string, migrationsFolder: string): Promise<OpenDb> {
  const unlock = await lockFolder(locked);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const client = await PGlite.create({
      fs: new DurableFs(folder),
      startParams: DURABLE_START_PARAMS,
      extensions: { pg_trgm },
    });
    const db = drizzle(client, { schema });
    await migrate(db, { migrationsFolder });
    const stopShortening = shortenLog(client);
    const close = async (): Promise<void> => {
      await stopShortening();
      await client.close();
      await unlock();
    };
    return { db, close };
  } catch (cause) {
    await unlock();
    throw cause;
  }
}
