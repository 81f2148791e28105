import type { PGlite } from '@electric-sql/pglite';

/** How often the length of the log is looked at. */
const EVERY_MS = 2000;
/** Bytes of log after which it is cut off: bringing their pages to the disk takes a few tenths of a second. */
const MOST_BYTES = 128 * 1024 * 1024;

/**
 * Keeps the write-ahead log of an embedded database short. A server has a process for that; here nobody would make a
 * checkpoint before the database is closed: an import of 200 MB left 4 GB of log, and after a crash minutes of recovery.
 *
 * @returns what ends it, when no checkpoint is under way any more.
 */
export function shortenLog(client: PGlite, mostBytes = MOST_BYTES): () => Promise<void> {
  let running: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    const { rows } = await client.query<{ bytes: number }>(
      'select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 as bytes from pg_control_checkpoint()',
    );
    if (rows[0].bytes > mostBytes) await client.exec('checkpoint');
  };
  const timer = setInterval(() => {
    running ??= look()
      .catch((cause: unknown) => console.error('The log of the database could not be shortened.', cause))
      .finally(() => {
        running = null;
      });
  }, EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
