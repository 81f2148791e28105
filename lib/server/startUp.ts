import 'server-only';
import { closeDb, type Db, getDb } from '@/db/client';
import { FolderLockedError } from '@/db/lock';
import { countAccounts } from '@/db/queries/accounts';
import * as importedRows from '@/db/queries/importedRows';
import { passwordLinkFor } from './accounts/passwordLink';
import { resumeJobs } from './align/runner';
import { ConfigError, env, hasSharedSecret, setupToken } from './env';
import { wakeIndexer } from './find/indexer';
import { log } from './log';
import { watchPeers } from './peer';
import { forgetOldTries } from './rateLimit';
import { seedSample } from './seedSample';
import { sweepUploads } from './uploads/uploadFolder';

/** An import that still runs after this long runs no more. */
const DAY_MINUTES = 24 * 60;

/**
 * What happens once, before the first request: open and migrate the database, put the sample in
 * when it is empty, and say where to begin. A server without its database is of no use to anyone, so
 * a failure ends the process with a sentence instead of answering every request with an error.
 */
export async function startUp(): Promise<void> {
  watchPeers();
  try {
    closeAtTheEnd();
    const db = await getDb();
    await forgetOldTries(db);
    await sweepUploads();
    // Nobody sees what is swept, and it may be much: nobody waits for it.
    importedRows
      .sweep(db, env().databaseUrl ? DAY_MINUTES : 0)
      .catch((cause: unknown) => log.error('import.sweep', cause));
    const isFresh = (await countAccounts(db)) === 0;
    // Later it would come back to people who deleted it.
    if (isFresh && env().sample) await seedSample(db);
    await resumeJobs();
    wakeIndexer();
    if (env().databaseUrl && !hasSharedSecret())
      log.warn('Several instances on one database need the same AUTH_SECRET; this one made its own.');
    if (isFresh)
      console.log(
        `There is no account yet. Create the owner's here:\n  ${origin()}/setup?token=${setupToken()}`,
      );
    await printPasswordLink(db);
  } catch (cause) {
    explain(cause);
    process.exit(1);
  }
}

/** What an administrator can mend is said in a sentence; the rest is logged with its causes. */
function explain(cause: unknown): void {
  if (cause instanceof FolderLockedError || cause instanceof ConfigError) console.error(`✗ ${cause.message}`);
  else if (isUnreachable(cause))
    console.error(
      '✗ The database server cannot be reached. Check DATABASE_URL, and whether PostgreSQL is running there.',
    );
  else log.error('start.failed', cause);
}

function isUnreachable(cause: unknown): boolean {
  const codes = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT', 'EAI_AGAIN'];
  return cause instanceof Error && 'code' in cause && codes.includes(String(cause.code));
}

function origin(): string {
  const { appUrl, host, port } = env();
  return appUrl?.origin ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function printPasswordLink(db: Db): Promise<void> {
  const { passwordLinkFor: email } = env();
  if (!email) return;
  const token = await passwordLinkFor(db, email);
  if (!token) throw new ConfigError(`No account has the address ${email}.`);
  console.log(
    `A new password for ${email} can be set here, once, until tomorrow:\n  ${origin()}/reset/${token}`,
  );
}

/** Closing spares the next start its recovery; not closing loses nothing. */
function closeAtTheEnd(): void {
  // Next's own handler would end the process before the database is closed.
  if (!env().ownSignals) return;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, async () => {
      const timer = setTimeout(() => process.exit(0), 5000);
      await closeDb().catch((cause: unknown) => log.error('stop.failed', cause));
      clearTimeout(timer);
      process.exit(0);
    });
  }
}
