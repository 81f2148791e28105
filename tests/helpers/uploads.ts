import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UploadedFile } from '@/lib/server/uploads/receiveForm';

/** The file of a form, as a use case finds it on disk. */
export function uploadOf(content: string | Uint8Array, name = 'vi.txt'): UploadedFile {
  const path = join(mkdtempSync(join(tmpdir(), 'upload-')), 'file');
  const bytes = Buffer.from(content);
  writeFileSync(path, bytes);
  return { name, path, bytes: bytes.length };
}
