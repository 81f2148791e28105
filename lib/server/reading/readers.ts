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
  async text(task) {
    return (await import('./readTexts')).readTextFile(task);
  },
  async textPreview(task) {
    return (await import('./readTexts')).previewTextFile(task);
  },
  async textImport(task) {
    return (await import('./readTexts')).importTextFile(task);
  },
  async alignedPreview(task, onProgress) {
    return (await import('./readAlignedFiles')).previewAlignedFiles(task, onProgress);
  },
  async alignedImport(task, onProgress) {
    return (await import('./readAlignedFiles')).importAlignedFiles(task, onProgress);
  },
  async corpusPreview(task, onProgress) {
    return (await import('./readCorpus')).previewCorpusFiles(task, onProgress);
  },
  async corpusImport(task, onProgress) {
    return (await import('./readCorpus')).importCorpusFiles(task, onProgress);
  },
  async bundle({ path }, onProgress) {
    return { answer: await (await import('../bundle/checkBundle')).checkBundle(path, onProgress) };
  },
  async attachment({ files, options }, onProgress) {
    const { openFiles } = await import('./readAlignedFiles');
    const { readAttachment } = await import('@/lib/formats/attach/readAttachment');
    return { answer: readAttachment(openFiles(files).opened, { ...options, onProgress }) };
  },
};
