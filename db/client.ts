import 'server-only';
import { join, resolve } from 'node:path';
import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
// The one door from here to `lib/server`: everything that is configurable is read in one file.
import { env } from '@/lib/server/env';
import { openFolder } from './openFolder';
import { openServer } from './openServer';
import type * as schema from './schema';

/** Our database, embedded or on a server: the same schema, migrations and queries on both. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>;

/**
 * A running transaction. Inside `db.transaction(async (tx) => …)` use `tx` alone: the embedded
 * database has one connection, so that a query on `db` would wait for its own transaction for ever.
 */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

/** An open database, and how to close it. */
export type OpenDb = { db: Db; close: () => Promise<void> };

export const MIGRATIONS = resolve(/* turbopackIgnore: true */ process.cwd(), 'db/migrations');

// On globalThis, because the bundler gives every route its own copy of this module.
const KEY = Symbol.for('triptych.db');
const holder = globalThis as { [KEY]?: Promise<OpenDb> };

/** The application's database, opened and migrated at the first call. */
export async function getDb(): Promise<Db> {
  holder[KEY] ??= open().catch((cause: unknown) => {
    holder[KEY] = undefined;
    throw cause;
  });
  return (await holder[KEY]).db;
}

/** Closes the database, if it is open. The next `getDb` opens it again. */
export async function closeDb(): Promise<void> {
  const opened = holder[KEY];
  holder[KEY] = undefined;
  await (await opened)?.close();
}

/** Makes `getDb` answer with this database. For tests, which bring their own. */
export function installDb(opened: OpenDb | undefined): void {
  holder[KEY] = opened && Promise.resolve(opened);
}

async function open(): Promise<OpenDb> {
  const { building, databaseUrl, dataFolder } = env();
  if (building) throw new Error('There is no database while pages are being built.');
  return databaseUrl
    ? openServer(databaseUrl, MIGRATIONS)
    : openFolder(dataFolder, join(dataFolder, 'pg'), MIGRATIONS);
}
