import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AlignedDocument, AlignedFile, AlignedOptions } from '@/lib/formats/aligned/AlignedDocument';
import { columnsOf, guessLangs } from '@/lib/formats/aligned/chooseColumns';
import { describeAligned } from '@/lib/formats/aligned/describeAligned';
import { readAligned } from '@/lib/formats/aligned/readAligned';
import { ok, type Result } from '@/lib/result';
import { alignedRows } from './alignedRows';
import type { AlignedTask } from './protocol';
import type { Read } from './readers';

type OnProgress = (share: number) => void;

/** The dry run. */
export async function previewAlignedFiles(
  task: AlignedTask,
  onProgress: OnProgress,
): Promise<Read<'alignedPreview'>> {
  const read = await open(task, onProgress);
  if (!read.ok) return { answer: read };
  const { document, langs } = read.value;
  const columns = columnsOf(document, langs, task.project);
  const { keepApprovals } = task;
  return {
    answer: ok(await describeAligned(document, langs, columns, { fileName: namesOf(task), keepApprovals })),
  };
}

/** What is stored: the texts' heads as the answer, their rows and the beads as pieces. */
export async function importAlignedFiles(
  task: AlignedTask,
  onProgress: OnProgress,
): Promise<Read<'alignedImport'>> {
  const read = await open(task, onProgress);
  if (!read.ok) return { answer: read };
  const { document, langs, checksum } = read.value;
  const columns = columnsOf(document, langs, task.project);
  if (!columns.ok) return { answer: columns };
  const { head, pieces } = alignedRows(document, columns.value, task, { checksum, fileName: namesOf(task) });
  return { answer: ok(head), pieces: pieces() };
}

async function open(
  { files, options, langs, project }: AlignedTask,
  onProgress: OnProgress,
): Promise<Result<{ document: AlignedDocument; langs: (string | null)[]; checksum: string }>> {
  const { opened, checksum } = openFiles(files);
  const read = await readAligned(opened, { ...(options as AlignedOptions), onProgress });
  if (!read.ok) return read;
  return ok({ document: read.value, langs: langs ?? (await guessLangs(read.value, project)), checksum });
}

/** The files' bytes, and the checksum of all of them. */
export function openFiles(files: AlignedTask['files']): { opened: AlignedFile[]; checksum: string } {
  const hash = createHash('sha256');
  const opened = files.map(({ name, path }) => {
    const bytes = readFileSync(path);
    hash.update(bytes);
    // As a plain array: `slice` of a Buffer is no copy, and readers count on one.
    return { name, bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
  });
  return { opened, checksum: hash.digest('hex') };
}

/** What the files are called together. */
export const namesOf = ({ files }: Pick<AlignedTask, 'files'>): string =>
  files
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 255);
