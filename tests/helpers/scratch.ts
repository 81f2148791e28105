import { mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NEEDED_BYTES = 2 ** 30;

/**
 * A folder for a database under test, in memory where there is room. A database that was killed syncs
 * some two thousand files when it opens again: on a disk that is most of the time such a test takes.
 */
export const scratchFolder = (name: string): string =>
  mkdtempSync(join(hasRoom('/dev/shm') ? '/dev/shm' : tmpdir(), `triptych-${name}-`));

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > NEEDED_BYTES;
  } catch {
    return false; // Not on this system.
  }
}
