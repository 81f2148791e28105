import 'server-only';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { limitBody } from '../limitBody';
import { receiveForm, type UploadedFile } from '../uploads/receiveForm';

/**
 * The files of a request, written into `folder` as they arrive: those of a form, or the one file that the body is,
 * whose name and other fields are in the query then.
 *
 * @throws as `receiveForm`.
 */
export async function receiveFiles(
  request: Request,
  { folder, maxBytes }: { folder: string; maxBytes: number },
): Promise<{ entries: [name: string, value: string][]; files: UploadedFile[] }> {
  const query = [...new URL(request.url).searchParams];
  if (request.headers.get('content-type')?.startsWith('multipart/form-data')) {
    const { entries, files } = await receiveForm(request, { folder, maxBytes });
    return { entries: [...query, ...entries], files };
  }
  const names = query.filter(([name]) => name === 'fileName');
  const fileName = names[0]?.[1] ?? '';
  // One that is said twice is told of like every other field.
  const entries = names.length > 1 ? query : query.filter(([name]) => name !== 'fileName');
  const limited = limitBody(request, maxBytes);
  if (!limited.body) return { entries, files: [] };
  const path = join(folder, '0');
  const file = createWriteStream(path, { mode: 0o600 });
  await pipeline(Readable.fromWeb(limited.body as ReadableStream<Uint8Array>), file, {
    signal: request.signal,
  });
  const name = fileName.split(/[/\\]/u).at(-1)!.normalize('NFC').slice(0, 255);
  return {
    entries,
    files: file.bytesWritten ? [{ name: name || 'file', path, bytes: file.bytesWritten }] : [],
  };
}
