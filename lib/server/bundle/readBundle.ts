import 'server-only';
import { createHash } from 'node:crypto';
import { breathe } from '@/db/queries/breathe';
import { BundleCheck, type BundleFault } from '@/lib/bitext/bundle/BundleCheck';
import {
  BUNDLE_ENTRIES,
  type BundleEntry,
  BundleHead,
  BundleManifest,
  type BundleRow,
  entryName,
} from '@/lib/bitext/bundle/bundleRows';
import { err, ok, type Result } from '@/lib/result';
import { BrokenZipError, readEntry, type ZipFileEntry, zipEntries } from './zipFile';

/** What a bundle may unpack to: more than any novel, less than a disk. */
const MAX_UNPACKED = 4 * 1024 ** 3;
/** Characters of a line; one event may have drawn every bead of a document. */
const MAX_LINE = 256 * 1024 ** 2;
const MAX_SMALL = 1024 * 1024;
/** PostgreSQL stores no zero character, wherever it hides. */
const ZERO = /(?<!\\)(?:\\\\)*\\u0000/;

export type OpenBundle = {
  head: BundleHead;
  /** Reference first. */
  langs: string[];
  /** The rows of an entry, page by page. */
  rows: <E extends BundleEntry>(entry: E) => AsyncGenerator<BundleRow<E>[]>;
};

const broken = (reason: BundleFault | 'zip' | 'version' | 'checksum', file: string, line = 0) =>
  err('import.brokenBundle', { reason, file, line });

class Refusal extends Error {
  constructor(readonly result: Result<never>) {
    super('refused');
  }
}

/**
 * Opens a bundle on disk, and reads all of it once to see that every row fits. Nothing of it is in memory but offsets
 * and ids.
 */
export async function readBundle(path: string, signal: AbortSignal): Promise<Result<OpenBundle>> {
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
    const check = new BundleCheck();
    let unpacked = 0;
    for (const name of BUNDLE_ENTRIES) {
      const file = entryName(name);
      const hash = createHash('sha256');
      let line = 0;
      const counted = async function* (): AsyncGenerator<Uint8Array> {
        for await (const chunk of readEntry(path, entry(file))) {
          hash.update(chunk);
          unpacked += chunk.length;
          if (unpacked > MAX_UNPACKED) throw new Refusal(broken('zip', file));
          yield chunk;
        }
      };
      for await (const page of parsed(counted(), file)) {
        for (const value of page) {
          line++;
          const fault = check.row(name, value);
          if (fault) return broken(fault, file, line);
        }
        signal.throwIfAborted();
        await breathe();
      }
      const fault = check.end(name);
      if (fault) return broken(fault, file, line);
      const known = manifest.data.entries[file];
      if (known?.rows !== line || known.sha256 !== hash.digest('hex')) return broken('checksum', file);
    }
    const rows = async function* <E extends BundleEntry>(name: E): AsyncGenerator<BundleRow<E>[]> {
      // The same bytes were checked before; here they are only taken.
      for await (const page of parsed(readEntry(path, entry(entryName(name))), entryName(name)))
        yield page as BundleRow<E>[];
    };
    return ok({ head: head.data, langs: check.langs, rows });
  } catch (cause) {
    if (cause instanceof Refusal) return cause.result;
    if (cause instanceof BrokenZipError) return broken('zip', 'bundle.json');
    throw cause;
  }
}

async function json(path: string, entry: ZipFileEntry): Promise<unknown> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of readEntry(path, entry)) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_SMALL) throw new Refusal(broken('zip', entry.name));
  }
  try {
    return JSON.parse(text + decoder.decode());
  } catch {
    return null; // Its schema says that it is nothing we know.
  }
}

/** The values of an entry's lines, as many at a time as a piece of it has. */
async function* parsed(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<unknown[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let line = 0;
  const values = (lines: readonly string[]): unknown[] =>
    lines.map((one) => {
      line++;
      if (ZERO.test(one)) throw new Refusal(broken('row', file, line));
      try {
        return JSON.parse(one);
      } catch {
        throw new Refusal(broken('row', file, line));
      }
    });
  const decoded = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new Refusal(broken('row', file, line + 1));
    }
  };
  const waiting: string[] = [];
  let waitingChars = 0;
  for await (const chunk of chunks) {
    const text = decoded(chunk);
    const end = text.lastIndexOf('\n');
    if (end < 0) {
      waiting.push(text);
      waitingChars += text.length;
      if (waitingChars > MAX_LINE) throw new Refusal(broken('row', file, line + 1));
      continue;
    }
    const whole = waiting.join('') + text.slice(0, end);
    waiting.length = 0;
    waiting.push(text.slice(end + 1));
    waitingChars = waiting[0].length;
    yield values(whole.split('\n'));
  }
  rest = waiting.join('') + decoded();
  // Every line has its end; a last one without is cut off.
  if (rest) throw new Refusal(broken('row', file, line + 1));
}
