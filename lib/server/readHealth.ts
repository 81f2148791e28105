import 'server-only';
import { sql } from 'drizzle-orm';
import { getDb } from '@/db/client';
import { log } from './log';

/** Whether the database answers. */
export async function readHealth(): Promise<boolean> {
  try {
    await (await getDb()).execute(sql`select 1`);
    return true;
  } catch (cause) {
    log.error('health.failed', cause);
    return false;
  }
}
