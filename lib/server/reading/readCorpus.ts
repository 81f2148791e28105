import type { AlignedSet } from '@/lib/formats/aligned/AlignedDocument';
import { columnsOf } from '@/lib/formats/aligned/chooseColumns';
import { corpusLangs, corpusLanguages, describeCorpus } from '@/lib/formats/aligned/describeCorpus';
import type { Column } from '@/lib/formats/aligned/layOut';
import { readAlignedSet } from '@/lib/formats/aligned/readAlignedSet';
import { err, ok, type Result } from '@/lib/result';
import { alignedRows } from './alignedRows';
import type { CorpusHead, CorpusPiece, CorpusTask } from './protocol';
import { namesOf, openFiles } from './readAlignedFiles';
import type { Read } from './readers';

type OnProgress = (share: number) => void;

/** More are no list that anybody looks through. */
const MAX_DOCUMENTS = 2000;

/** The dry run. */
export async function previewCorpusFiles(
  task: CorpusTask,
  onProgress: OnProgress,
): Promise<Read<'corpusPreview'>> {
  const read = await open(task, onProgress);
  if (!read.ok) return { answer: read };
  const about = { fileName: namesOf(task), show: task.show };
  return { answer: ok(await describeCorpus(read.value.set, task, about)) };
}

/** What is stored: the documents' heads as the answer, the rows of each as pieces. */
export async function importCorpusFiles(
  task: CorpusTask,
  onProgress: OnProgress,
): Promise<Read<'corpusImport'>> {
  const read = await open(task, onProgress);
  if (!read.ok) return { answer: read };
  const { set, checksum } = read.value;
  const chosen = await choose(set, task);
  if (!chosen.ok) return { answer: chosen };
  const file = { checksum, fileName: namesOf(task) };
  const documents: CorpusHead['documents'] = [];
  const makers = chosen.value.map(({ at, columns }) => {
    const { head, pieces } = alignedRows(set.documents[at], columns, task, file);
    documents.push({ ...head, name: set.names[at] });
    return pieces;
  });
  function* pieces(): Generator<CorpusPiece> {
    for (const [document, make] of makers.entries()) for (const piece of make()) yield { ...piece, document };
  }
  return { answer: ok({ documents }), pieces: pieces() };
}

/** Those that the task names, each of which must be one that can be stored; else all that can be. */
async function choose(
  { documents }: AlignedSet,
  task: CorpusTask,
): Promise<Result<{ at: number; columns: Column[] }[]>> {
  const { languages, places } = corpusLanguages(documents);
  const langs = await corpusLangs(languages, task);
  const chosen: { at: number; columns: Column[] }[] = [];
  const wanted = task.documents && new Set(task.documents);
  for (const [at, document] of documents.entries()) {
    if (wanted && !wanted.delete(at + 1)) continue;
    const own = places[at].map((place) => langs[place] ?? null);
    const columns = columnsOf(document, own, task.project);
    if (columns.ok) chosen.push({ at, columns: columns.value });
    else if (wanted || documents.length === 1) return columns;
  }
  if (wanted?.size) return err('import.noDocument', { number: Math.min(...wanted) });
  return chosen.length ? ok(chosen) : err('import.noneFits', { count: documents.length });
}

async function open(
  { files, options }: CorpusTask,
  onProgress: OnProgress,
): Promise<Result<{ set: AlignedSet; checksum: string }>> {
  const { opened, checksum } = openFiles(files);
  const read = await readAlignedSet(opened, { ...options, onProgress });
  if (!read.ok) return read;
  const count = read.value.documents.length;
  if (count > MAX_DOCUMENTS) return err('import.tooManyDocuments', { count, limit: MAX_DOCUMENTS });
  return ok({ set: read.value, checksum });
}
