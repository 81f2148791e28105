import 'server-only';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import type { LiveJob } from '@/lib/bitext/live';
import { PEER_CHANNEL } from './LiveHub';
import type { Told } from './wire';

/** Tells whoever watches, in any process, that texts have come or gone; in a transaction, when it is committed. */
export const announceReload = (db: Db | Tx, documentId: string): Promise<void> =>
  announce(db, { what: 'reload', documentId, from: randomUUID() });

/** Tells whoever watches how far a job is. */
export const announceJob = (db: Db | Tx, documentId: string, job: LiveJob): Promise<void> =>
  announce(db, { what: 'job', documentId, from: randomUUID(), job });

async function announce(db: Db | Tx, told: Told): Promise<void> {
  await db.execute(sql`select pg_notify(${PEER_CHANNEL}, ${JSON.stringify(told)})`);
}
