import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Pool } from 'pg';
import type { OpenDb } from './client';
import * as schema from './schema';

/** Any number, the same in every instance: whoever holds this advisory lock migrates. */
const MIGRATION_LOCK = 7_411_931;

/** Opens a PostgreSQL database and migrates it; instances that start together take turns. */
export async function openServer(connectionString: string, migrationsFolder: string): Promise<OpenDb> {
  const pool = new Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 10_000,
  });
  // An idle connection that breaks is replaced at the next query; without a listener it ends the process.
  pool.on('error', (cause) => console.error(`A database connection was lost: ${cause.message}`));
  try {
    await migrateAlone(pool, migrationsFolder);
  } catch (cause) {
    await pool.end();
    throw cause;
  }
  return { db: drizzle(pool, { schema }), close: () => pool.end() };
}

async function migrateAlone(pool: Pool, migrationsFolder: string): Promise<void> {
  const client = await pool.connect();
  try {
    const db = drizzle(client);
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    try {
      await migrate(db, { migrationsFolder });
    } finally {
      await db.execute(sql`select pg_advisory_unlock(${MIGRATION_LOCK})`);
    }
  } finally {
    client.release();
  }
}
