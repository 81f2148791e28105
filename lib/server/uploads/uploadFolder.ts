import 'server-only';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { env } from '../env';
import { log } from '../log';

/** What a process on another machine has left behind: no upload takes that long. */
const LEFT_OVER_MS = 24 * 60 * 60_000;

/** Beside the database, not in the system's folder for temporary files, which is often memory. */
const root = (): string => join(/* turbopackIgnore: true */ env().dataFolder, 'uploads');
/** Each process has its own, so that whoever starts next can tell what nobody needs any more. */
const ofProcess = (): string => `${hostname().replaceAll('@', '_')}@${process.pid}`;

/** A new, empty folder for the files of one request. */
export async function makeUploadFolder(): Promise<string> {
  const parent = join(root(), ofProcess());
  await mkdir(parent, { recursive: true, mode: 0o700 });
  return mkdtemp(join(parent, 'upload-'));
}

export const removeUploadFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true });

/** At start-up: takes away what processes that have ended in the midst of a request have left. */
export async function sweepUploads(nowMs = Date.now()): Promise<void> {
  for (const name of await readdir(root()).catch(() => [])) {
    const folder = join(root(), name);
    try {
      const [host, pid] = [
        name.slice(0, name.lastIndexOf('@')),
        Number(name.slice(name.lastIndexOf('@') + 1)),
      ];
      const isOurs = host === hostname().replaceAll('@', '_');
      const over = isOurs
        ? pid === process.pid || !isAlive(pid)
        : nowMs - (await stat(folder)).mtimeMs > LEFT_OVER_MS;
      if (over) await removeUploadFolder(folder);
    } catch (cause) {
      log.error('uploads.sweep', cause); // Another instance may have been quicker; the next start tries again.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
