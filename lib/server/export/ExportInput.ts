import 'server-only';
import { z } from 'zod';
import { BEAD_STATUSES } from '@/lib/bitext/types';
import { EXPORT_FORMAT_IDS } from '@/lib/formats/formats';

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
  format: z.enum(EXPORT_FORMAT_IDS),
  /** A target language, or `all` for all of them joined over the reference. */
  lang: Lang,
  /** Another target language: the pair is joined over the reference, which nobody has aligned it by. */
  from: Lang.optional(),
  statuses: list(z.enum(BEAD_STATUSES)).default(['approved']),
  nulls: z.enum(['leaveOut', 'keep']).optional(),
  /** Several segments on a side: joined with a blank, with hunalign's ` ~~~ `, or left out. */
  manyToMany: z.enum(['join', 'mark', 'leaveOut']).default('join'),
  languageTags: z.enum(['plain', 'region']).default('plain'),
  /** Status, confidence, reason. */
  properties: z.stringbool().default(false),
  /** Who and when. */
  changes: z.stringbool().default(false),
  ids: z.stringbool().default(true),
  /** Least sure first for those who check; formats that hold whole texts are in their order anyway. */
  order: z.enum(['text', 'confidence']).default('text'),
  text: z.enum(['corrected', 'imported']).default('corrected'),
  /** Of all languages: in one file, or a file a pair, the reference first. Many readers take two languages only. */
  pairs: z.enum(['together', 'apart']).default('together'),
  /** Of several documents: in one file where the format can, or a file a document. */
  files: z.enum(['together', 'apart']).default('together'),
});
export type ExportOptions = z.output<typeof ExportOptions>;

export const ExportInput = ExportOptions.extend({ documentId: z.uuid() });
export type ExportInput = z.output<typeof ExportInput>;

export const ProjectExportInput = ExportOptions.extend({
  projectId: z.uuid(),
  /** All documents of the project when not said. */
  documentIds: list(z.uuid()).optional(),
});
export type ProjectExportInput = z.output<typeof ProjectExportInput>;
