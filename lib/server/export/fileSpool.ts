import 'server-only';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Spool } from '@/lib/formats/Spool';

const BLOCK_BYTES = 256 * 1024;

/**
 * Spools in files of a folder of their own: what waits for its turn in a zip file is on disk and not in memory.
 * `drop` takes the folder away, however the export ended.
 */
export function fileSpools(): { spool: () => Spool; drop: () => void } {
  let folder: string | null = null;
  let count = 0;
  const spool = (): Spool => {
    folder ??= mkdtempSync(join(/* turbopackIgnore: true */ tmpdir(), 'triptych-export-'));
    const path = join(/* turbopackIgnore: true */ folder, String(count++));
    return fileSpool(path);
  };
  const drop = () => {
    if (folder) rmSync(folder, { recursive: true, force: true });
    folder = null;
  };
  return { spool, drop };
}

function fileSpool(path: string): Spool {
  let file: number | null = openSync(path, 'w+');
  let blocks: Uint8Array[] = [];
  let waiting = 0;
  const flush = () => {
    if (file !== null && waiting) for (const block of blocks) writeFileSync(file, block);
    blocks = [];
    waiting = 0;
  };
  return {
    // Many writes are small.
    write: (bytes) => {
      blocks.push(bytes);
      waiting += bytes.length;
      if (waiting >= BLOCK_BYTES) flush();
    },
    *read() {
      flush();
      if (file === null) return;
      for (let at = 0; ; ) {
        const block = new Uint8Array(BLOCK_BYTES);
        const length = readSync(file, block, 0, BLOCK_BYTES, at);
        if (length === 0) return;
        at += length;
        yield block.subarray(0, length);
      }
    },
    drop: () => {
      if (file !== null) {
        closeSync(file);
        rmSync(path, { force: true });
      }
      file = null;
      blocks = [];
    },
  };
}
