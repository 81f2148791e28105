import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { err, ok, type Result } from '@/lib/result';
import { reasonOf } from './readInput';

/** What stands for standard input and output among the arguments. */
export const STDIO = '-';

/** Writes on standard output as fast as it is read, and leaves it open. */
export async function writeStdout(chunks: AsyncIterable<string | Uint8Array>): Promise<Result<null>> {
  try {
    await pipeline(Readable.from(chunks), process.stdout, { end: false });
    return ok(null);
  } catch (error) {
    return err('cli.cannotWrite', { file: STDIO, reason: reasonOf(error) });
  }
}
