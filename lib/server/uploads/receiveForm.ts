import 'server-only';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import { BodyTooLargeError } from '../limitBody';

/** A file of a form, on disk until its request is answered. The name is a label, and never a path. */
export type UploadedFile = { name: string; path: string; bytes: number };
/** `entries`: the fields one by one, as they came; in `fields` the last of each name counts. */
export type ReceivedForm = {
  fields: Record<string, string>;
  entries: [name: string, value: string][];
  files: UploadedFile[];
};

/** The body is not the form it says it is, or is cut off. */
export class BrokenFormError extends Error {
  override name = 'BrokenFormError';
}

/** A corpus may be as many files; more come in an archive. */
export const MAX_FILES = 100;
const MAX_FIELDS = 40;
const MAX_FIELD_BYTES = 64 * 1024;

/**
 * Writes the files of a multipart form into `folder` as they arrive, whatever their size: no more than a few buffers
 * of them are ever in memory. Fields are kept as text.
 *
 * @throws BodyTooLargeError as soon as more than `maxBytes` are announced or have come; BrokenFormError; what the disk
 *   or the client's leaving throws. Files written so far stay in `folder`, which is the caller's to remove.
 */
export async function receiveForm(
  { headers, body, signal }: Pick<Request, 'headers' | 'body' | 'signal'>,
  { folder, maxBytes }: { folder: string; maxBytes: number },
): Promise<ReceivedForm> {
  if (Number(headers.get('content-length') ?? 0) > maxBytes) throw new BodyTooLargeError(maxBytes);
  const type = headers.get('content-type') ?? '';
  if (!body || !type.startsWith('multipart/form-data')) throw new BrokenFormError('not a form');
  const form = openForm(type);
  const entries: [string, string][] = [];
  const files: UploadedFile[] = [];
  const writes: Promise<void>[] = [];
  const failing = new AbortController();
  form.on('field', (name, value, _, truncated) => {
    if (truncated) form.destroy(new BrokenFormError('a field is too long'));
    entries.push([name, value]);
  });
  form.on('file', (_, stream, name) => {
    const file: UploadedFile = { name: baseName(name), path: join(folder, String(files.length)), bytes: 0 };
    files.push(file);
    writes.push(
      store(stream, file).catch((cause: unknown) => {
        failing.abort(cause);
        throw cause;
      }),
    );
  });
  for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
    form.on(limit, () => form.destroy(new BrokenFormError(limit)));
  const [received] = await Promise.allSettled([
    pipeline(Readable.fromWeb(body as ReadableStream<Uint8Array>), counted(maxBytes), form, {
      signal: AbortSignal.any([signal, failing.signal]),
    }),
  ]);
  // A form that fails in the midst of a file leaves that file's stream without an end.
  const written = await Promise.allSettled(received.status === 'rejected' ? [] : writes);
  if (received.status === 'rejected') {
    for (const write of writes) write.catch(() => undefined); // Told by `received` already.
    if (isOfTheDisk(failing.signal.reason)) throw failing.signal.reason;
    if (signal.aborted || received.reason instanceof BodyTooLargeError) throw received.reason;
    throw new BrokenFormError('the form is broken', { cause: received.reason });
  }
  for (const write of written) if (write.status === 'rejected') throw write.reason;
  return { fields: Object.fromEntries(entries), entries, files };
}

function openForm(type: string) {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { files: MAX_FILES, fields: MAX_FIELDS, fieldSize: MAX_FIELD_BYTES, headerPairs: 20 },
    });
  } catch (cause) {
    throw new BrokenFormError('no boundary', { cause });
  }
}

async function store(stream: BusboyFileStream, file: UploadedFile): Promise<void> {
  stream.on('data', (chunk: Buffer) => {
    file.bytes += chunk.length;
  });
  await pipeline(stream, createWriteStream(file.path, { mode: 0o600 }));
}

/** Passes on what comes, and fails with the first byte too many: the announced length may lie or be absent. */
function counted(maxBytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Uint8Array, _, done) {
      seen += chunk.byteLength;
      if (seen > maxBytes) done(new BodyTooLargeError(maxBytes));
      else done(null, chunk);
    },
  });
}

/** Errors of the system name the call that failed; those of a form that is cut off do not. */
const isOfTheDisk = (cause: unknown): boolean => cause instanceof Error && 'syscall' in cause;

/** What browsers write as an escape in a file's name, and nothing else (HTML, 4.10.21.8, multipart/form-data). */
const ESCAPED: Record<string, string> = { '%0A': '\n', '%0D': '\r', '%22': '"' };

/** Some browsers send a path; the last part of it is the file's name. */
const baseName = (name: string | undefined): string =>
  (name ?? '')
    .replace(/%(?:0A|0D|22)/gu, (sign) => ESCAPED[sign]!)
    .split(/[/\\]/u)
    .at(-1)!
    .normalize('NFC')
    .slice(0, 255) || 'file';
