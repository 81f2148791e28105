import 'server-only';
import { z } from 'zod';
import type { Project } from '@/db/queries/projects';
import { type Actor, can } from '@/lib/bitext/can';
import { ProjectId } from '../inputs';
import type { CorpusTask } from '../reading/protocol';
import { AlignedFields, alignedOptions, list } from './alignedTask';

const DOCUMENT_NUMBER = z.coerce.number().int().min(1);

/** Files that hold documents, and what the person overrules of what was detected. */
export const CorpusSource = AlignedFields.omit({ columns: true, alignment: true }).extend({
  projectId: ProjectId,
  documents: list(z.string().regex(/^\d{1,5}$/u), 5000, 20_000)
    .transform((numbers) => numbers.map(Number))
    .optional()
    .describe('Numbers of the documents that are wanted, from 1; all that fit when not said'),
  show: DOCUMENT_NUMBER.optional().describe('In a preview: number of the document to be told of in full'),
});
export type CorpusInput = z.output<typeof CorpusSource>;

/** What the reading thread is asked. */
export function corpusTask(actor: Actor, input: CorpusInput, project: Project): CorpusTask {
  const { files, langs, documents = null, show = null } = input;
  return {
    files: files.map(({ name, path }) => ({ name, path })),
    options: alignedOptions(input),
    langs: langs?.map((lang) => lang || null),
    project: { referenceLang: project.referenceLang, targetLangs: project.targetLangs },
    actorId: actor.id,
    keepApprovals: can(actor, 'manage', { projectId: project.id }),
    ...{ documents, show },
  };
}
