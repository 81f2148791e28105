import { createHash } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** The data folder is in use by another process, which would silently lose one side's writes. */
export class FolderLockedError extends Error {
  constructor(readonly folder: string) {
    super(
      `The data folder ${folder} is in use by another Triptych. ` +
        'Stop that one first, or give this one a folder of its own with TRIPTYCH_DATA.',
    );
    this.name = 'FolderLockedError';
  }
}

/**
 * Holds `folder` for this process alone until the returned function is called or the process ends.
 *
 * PGlite itself does not notice a second process: both report success and one side's rows are gone.
 * On Linux the lock is an abstract socket named after the folder's device and inode, which the
 * kernel frees however the process dies. It is not seen across containers or hosts: one instance a
 * volume. Elsewhere it is a file with the process id, taken over when that process is gone.
 *
 * @throws FolderLockedError if another process holds it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return process.platform === 'linux' ? lockBySocket(folder) : lockByPidFile(folder);
}

async function lockBySocket(folder: string): Promise<() => Promise<void>> {
  const { dev, ino } = statSync(folder);
  const digest = createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 32);
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(cause.code === 'EADDRINUSE' ? new FolderLockedError(folder) : cause),
    );
    server.listen(`\0triptych-${digest}`, resolve);
  });
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** Exported for its test: on Linux nothing else calls it. */
export async function lockByPidFile(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'triptych.pid');
  // Written beside it and then linked: the lock is never seen without its process id.
  const draft = join(folder, `triptych.pid.${process.pid}`);
  writeFileSync(draft, String(process.pid), { mode: 0o600 });
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        linkSync(draft, file);
        return async () => rmSync(file, { force: true });
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
        if (attempt > 0 || isAlive(readPid(file))) throw new FolderLockedError(folder);
        rmSync(file, { force: true });
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function readPid(file: string): number {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10);
  } catch {
    return Number.NaN; // The holder let go between our two looks.
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'; // Alive, but somebody else's.
  }
}
