import 'server-only';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import type { Actor } from '@/lib/bitext/can';
import type { CorpusPreview } from '@/lib/formats/aligned/describeCorpus';
import { ok, type Result } from '@/lib/result';
import { readInThread } from '../reading/openReading';
import type { Working } from '../uploads/Working';
import { type CorpusInput, corpusTask } from './corpusTask';
import { freeTitles } from './freeTitles';
import { mayImportIntoProject } from './mayImportInto';

/** What documents an import of files into a project would make, shown before anything is stored. */
export async function previewCorpus(
  actor: Actor,
  input: CorpusInput,
  working: Working,
): Promise<Result<CorpusPreview>> {
  const project = await mayImportIntoProject(actor, input);
  if (!project.ok) return project;
  const read = await readInThread(
    { kind: 'corpusPreview', ...corpusTask(actor, input, project.value) },
    working,
  );
  if (!read.ok) return read;
  const taken = await documents.titles(await getDb(), input.projectId);
  const titles = freeTitles(
    read.value.documents.map(({ title }) => title),
    taken,
  );
  return ok({
    ...read.value,
    documents: read.value.documents.map((one, k) => ({ ...one, title: titles[k] })),
  });
}
