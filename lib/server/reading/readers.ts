import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Readings, ReadKind } from './protocol';

/** The answer to a task, and perhaps pieces, made one at a time as they are asked for. */
export type Read<K extends ReadKind> = {
  answer: Readings[K]['answer'];
  pieces?: Iterator<Readings[K]['piece']>;
};
type Reader<K extends ReadKind> = (
  task: Readings[K]['task'],
  onProgress: (share: number) => void,
) => Promise<Read<K>>;

/** How the thread carries out each kind of task. */
export const READERS_BY_KIND: { [K in ReadKind]: Reader<K> } = {
  async text({ path, options }) {
    const { readText } = await import('@/lib/formats/text/readText');
    const bytes = readFileSync(path);
    const draft = await readText(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), options);
    if (!draft.ok) return { answer: draft };
    const checksum = createHash('sha256').update(bytes).digest('hex');
    return { answer: { ok: true, value: { draft: draft.value, checksum } } };
  },
  async alignedPreview(task, onProgress) {
    return (await import('./readAlignedFiles')).previewAlignedFiles(task, onProgress);
  },
  async alignedImport(task, onProgress) {
    return (await import('./readAlignedFiles')).importAlignedFiles(task, onProgress);
  },
};
