import 'server-only';
import { z } from 'zod';
import { BEAD_STATUSES } from '@/lib/bitext/types';
import { EXPORT_FORMAT_IDS } from '@/lib/formats/formats';
import { DocumentId, ProjectId } from '../inputs';

/** From an address: values with commas between them. */
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
    z.array(item).min(1),
  );
/** A tag as projects have it. */
const Lang = z.string().min(1).max(35);

/** What a unit is and how it is written; the same for a document, some of them and a project. */
export const ExportOptions = z.object({
  format: z.enum(EXPORT_FORMAT_IDS).describe('Which format the file has'),
  lang: Lang.describe('A target language, or `all` for all of them joined over the reference'),
  from: Lang.optional().describe(
    'Another target language: the pair is joined over the reference, which nobody has aligned it by',
  ),
  statuses: list(z.enum(BEAD_STATUSES)).default(['approved']).describe('Only beads of these statuses'),
  nulls: z
    .enum(['leaveOut', 'keep'])
    .optional()
    .describe('What has no counterpart; when not said, as the format has it'),
  manyToMany: z
    .enum(['join', 'mark', 'leaveOut'])
    .default('join')
    .describe("Several segments on a side: joined with a blank, with hunalign's ` ~~~ `, or left out"),
  languageTags: z
    .enum(['plain', 'region'])
    .default('plain')
    .describe('Tags as the project has them, or with a region (vi-VN)'),
  properties: z.stringbool().default(false).describe('With status, confidence and reason'),
  changes: z.stringbool().default(false).describe('With who changed it and when'),
  ids: z.stringbool().default(true).describe('With the ids of the beads'),
  order: z
    .enum(['text', 'confidence'])
    .default('text')
    .describe('As in the text, or least sure first; formats that hold whole texts are in their order anyway'),
  text: z.enum(['corrected', 'imported']).default('corrected').describe('Words as corrected, or as imported'),
  pairs: z
    .enum(['together', 'apart'])
    .default('together')
    .describe('Of all languages: in one file, or a file a pair, the reference first, in a zip'),
  files: z
    .enum(['together', 'apart'])
    .default('together')
    .describe('Of several documents: in one file where the format can, or a file a document, in a zip'),
});
export type ExportOptions = z.output<typeof ExportOptions>;

export const ExportInput = ExportOptions.extend({ documentId: DocumentId });
export type ExportInput = z.output<typeof ExportInput>;

export const ProjectExportInput = ExportOptions.extend({
  projectId: ProjectId,
  documentIds: list(z.uuid()).optional().describe('Ids of the documents; all of the project when not said'),
});
export type ProjectExportInput = z.output<typeof ProjectExportInput>;
