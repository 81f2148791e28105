import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { err, ok, type Result } from '@/lib/result';
import { reasonOf } from './readInput';

/** Writes beside the file and renames, so that nobody ever sees half of it. */
export async function writeFileWhole(
  file: string,
  chunks: AsyncIterable<string | Uint8Array>,
): Promise<Result<null>> {
  const partial = `${file}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(chunks), createWriteStream(partial));
    await rename(partial, file);
    return ok(null);
  } catch (error) {
    await rm(partial, { force: true });
    return err('cli.cannotWrite', { file, reason: reasonOf(error) });
  }
}
