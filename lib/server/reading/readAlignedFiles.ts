import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AlignedDocument, AlignedFile, AlignedOptions } from '@/lib/formats/aligned/AlignedDocument';
import { columnsOf, guessLangs } from '@/lib/formats/aligned/chooseColumns';
import { describeAligned } from '@/lib/formats/aligned/describeAligned';
import { planLayout } from '@/lib/formats/aligned/layOut';
import { readAligned } from '@/lib/formats/aligned/readAligned';
import { ok, type Result } from '@/lib/result';
import type { AlignedPiece, AlignedTask } from './protocol';
import type { Read } from './readers';

/** Rows that cross between threads, and go into the database, at once: the embedded one holds everybody up meanwhile. */
const PIECE_ROWS = 500;

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
  const layout = planLayout(document, columns.value, {
    newId: randomUUID,
    actorId: task.actorId,
    keepApprovals: task.keepApprovals,
  });
  const { format, encoding, warnings, units } = document;
  function* pieces(): Generator<AlignedPiece> {
    for (const text of columns.ok ? columns.value.keys() : []) {
      let [paragraphs, borders]: [AlignedPiece['paragraphs'], AlignedPiece['borders']] = [[], []];
      for (const row of layout.rowsOf(text)) {
        if ('content' in row) paragraphs.push(row);
        else borders.push(row);
        if (paragraphs.length + borders.length < PIECE_ROWS) continue;
        yield { text, paragraphs, borders, beads: [] };
        [paragraphs, borders] = [[], []];
      }
      yield { text, paragraphs, borders, beads: [] };
    }
    for (let text = 1; text < layout.lengths.length; text++) {
      let beads: AlignedPiece['beads'] = [];
      for (const bead of layout.beadsOf(text)) {
        beads.push(bead);
        if (beads.length < PIECE_ROWS) continue;
        yield { text, paragraphs: [], borders: [], beads };
        beads = [];
      }
      if (beads.length) yield { text, paragraphs: [], borders: [], beads };
    }
  }
  return {
    answer: ok({
      ...{ format, encoding, warnings, checksum, fileName: namesOf(task), units: units.length },
      texts: columns.value.map(({ lang }, k) => ({ lang, lengthUtf16: layout.lengths[k] })),
      beads: Object.values(layout.statuses).reduce((sum, count) => sum + count, 0),
    }),
    pieces: pieces(),
  };
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

const namesOf = ({ files }: AlignedTask): string =>
  files
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 255);
