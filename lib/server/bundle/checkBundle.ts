import { createHash } from 'node:crypto';
import { BundleCheck, type BundleFault } from '@/lib/bitext/bundle/BundleCheck';
import { type BundleSummary, BundleTally } from '@/lib/bitext/bundle/BundleTally';
import {
  BUNDLE_ENTRIES,
  type BundleEntry,
  BundleHead,
  BundleManifest,
  entryName,
} from '@/lib/bitext/bundle/bundleRows';
import { err, ok, type Result } from '@/lib/result';
import { isTooDeep, isUnstorable, LineRefusal, parsedLines } from './bundleLines';
import { BrokenZipError, readEntry, type ZipFileEntry, zipEntries } from './zipFile';

/** What a bundle may unpack to: more than any novel, less than a disk. */
const MAX_UNPACKED = 4 * 1024 ** 3;
/** Rows of all entries: ten times those of the largest file that can be imported. */
const MAX_ROWS = 20_000_000;
const MAX_SMALL = 1024 * 1024;

const broken = (reason: BundleFault | 'zip' | 'version' | 'checksum', file: string, line = 0) =>
  err('import.brokenBundle', { reason, file, line });

class Refusal extends Error {
  constructor(readonly result: Result<never>) {
    super('refused');
  }
}

/**
 * Reads a bundle on disk to its end, and holds it against its checksums and every row against those before it. Of what
 * it reads it keeps offsets and ids. In a thread of bounded memory, or on the command line: not for the server's own.
 */
export async function checkBundle(
  path: string,
  onProgress: (share: number) => void = () => undefined,
): Promise<Result<BundleSummary>> {
  try {
    const entries = await zipEntries(path);
    const entry = (name: string): ZipFileEntry => {
      const found = entries.get(name);
      if (!found) throw new Refusal(broken('zip', name));
      return found;
    };
    const head = BundleHead.safeParse(await json(path, entry('bundle.json')));
    if (!head.success) return broken('version', 'bundle.json');
    const manifest = BundleManifest.safeParse(await json(path, entry('manifest.json')));
    if (!manifest.success) return broken('version', 'manifest.json');
    const expected = BUNDLE_ENTRIES.reduce(
      (sum, name) => sum + (manifest.data.entries[entryName(name)]?.rows ?? 0),
      0,
    );
    const check = new BundleCheck();
    const tally = new BundleTally();
    const counts = {} as Record<BundleEntry, number>;
    let [unpacked, rows] = [0, 0];
    for (const name of BUNDLE_ENTRIES) {
      const file = entryName(name);
      const hash = createHash('sha256');
      const counted = async function* (): AsyncGenerator<Uint8Array> {
        for await (const chunk of readEntry(path, entry(file))) {
          hash.update(chunk);
          unpacked += chunk.length;
          if (unpacked > MAX_UNPACKED) throw new Refusal(broken('large', file));
          yield chunk;
        }
      };
      let line = 0;
      for await (const page of parsedLines(counted(), file)) {
        for (const value of page) {
          line++;
          rows++;
          const fault = rows > MAX_ROWS ? 'large' : isOdd(name, value) ? 'row' : check.row(name, value);
          if (fault) return broken(fault, file, line);
          tally.see(name, value);
        }
        onProgress(expected ? Math.min(1, rows / expected) : 0);
      }
      const fault = check.end(name);
      if (fault) return broken(fault, file, line);
      counts[name] = line;
      const known = manifest.data.entries[file];
      if (known?.rows !== line || known.sha256 !== hash.digest('hex')) return broken('checksum', file);
    }
    return ok({ head: head.data, counts, ...tally.counted, unexplained: check.unexplained });
  } catch (cause) {
    if (cause instanceof Refusal) return cause.result;
    if (cause instanceof LineRefusal) return broken('row', cause.file, cause.line);
    if (cause instanceof BrokenZipError) return broken('zip', 'bundle.json');
    throw cause;
  }
}

/** Entries whose rows have parts that no schema knows to the last. */
const isOdd = (entry: BundleEntry, value: unknown): boolean =>
  (entry === 'texts' || entry === 'events') && (isTooDeep(value) || isUnstorable(value));

async function json(path: string, entry: ZipFileEntry): Promise<unknown> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of readEntry(path, entry)) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_SMALL) throw new Refusal(broken('large', entry.name));
  }
  try {
    return JSON.parse(text + decoder.decode());
  } catch {
    return null; // Its schema says that it is nothing we know.
  }
}
