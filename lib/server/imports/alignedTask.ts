import 'server-only';
import { z } from 'zod';
import type { DocumentHead } from '@/db/queries/documents';
import { type Actor, can } from '@/lib/bitext/can';
import { COLUMN_ROLES, MAX_ALIGNED_BYTES } from '@/lib/formats/aligned/AlignedDocument';
import { DocumentId } from '../inputs';
import type { AlignedTask } from '../reading/protocol';
import { Files } from '../uploads/defineUpload';

/** The files of one alignment, and a little for the form itself. */
export const MAX_ALIGNED_UPLOAD = MAX_ALIGNED_BYTES + 64 * 1024;

/** A field of a form that holds a list, parted by commas. */
export const list = <T extends z.ZodType<string, string>>(item: T, most: number, mostChars = 2000) =>
  z
    .string()
    .max(mostChars)
    .transform((text) => text.split(','))
    .pipe(z.array(item).max(most));

/** The files that belong together, and what the person overrules of what was detected. */
export const AlignedFields = z.object({
  files: Files.min(1),
  encoding: z.string().max(40).optional().describe('As WHATWG names it; detected when not said'),
  header: z
    .enum(['yes', 'no'])
    .optional()
    .describe('Of a table: whether the first row has the names of the columns'),
  delimiter: z.string().length(1).optional().describe('Of a table: what stands between columns'),
  quote: z.enum(['"', "'", 'none']).optional().describe('Of a table: what stands around texts'),
  columns: list(z.enum(COLUMN_ROLES), 200).optional().describe('Of a table: what each column is'),
  alignment: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000)
    .optional()
    .describe('Which of several sheets or alignments, from 0'),
  langs: list(z.string().max(35), 100)
    .optional()
    .describe("For each language of the file the project's; nothing leaves one out"),
});
export const AlignedSource = AlignedFields.extend({ documentId: DocumentId });
export type AlignedInput = z.output<typeof AlignedSource>;

type Chosen = Partial<Omit<z.output<typeof AlignedFields>, 'files' | 'langs'>>;

/** How the files are to be read. */
export function alignedOptions(chosen: Chosen): AlignedTask['options'] {
  const { encoding, header, delimiter, quote, columns, alignment } = chosen;
  const table = {
    ...{ delimiter, columns },
    header: header === undefined ? undefined : header === 'yes',
    quote: quote === 'none' ? '' : quote,
  };
  return { encoding, table, alignment };
}

/** What the reading thread is asked. */
export function alignedTask(actor: Actor, input: AlignedInput, head: DocumentHead): AlignedTask {
  const { files, langs } = input;
  return {
    files: files.map(({ name, path }) => ({ name, path })),
    options: alignedOptions(input),
    langs: langs?.map((lang) => lang || null),
    project: { referenceLang: head.referenceLang, targetLangs: head.targetLangs },
    actorId: actor.id,
    keepApprovals: can(actor, 'manage', head),
  };
}
