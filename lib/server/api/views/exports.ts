import 'server-only';
import { z } from 'zod';
import { Lang, Time, view } from './view';

export const ExportPreview = view(
  'ExportPreview',
  z.object({
    fileName: z.string(),
    files: z.int(),
    begins: z.array(z.object({ name: z.string(), text: z.string() })),
    asTable: z.boolean().describe('The format is no text: what it begins with is shown as a table with tabs'),
    counts: z
      .object({ units: z.int(), leftOut: z.record(z.string(), z.int()) })
      .nullable()
      .describe('null when there are too many documents to count beforehand'),
  }),
);

export const Manifest = view(
  'Manifest',
  z.looseObject({
    manifest: z.literal('triptych-export'),
    version: z.literal(1),
    createdAt: Time,
    title: z.string(),
    langs: z.array(Lang),
    file: z.looseObject({ name: z.string(), format: z.string(), sha256: z.string() }),
    exported: z.int(),
    leftOut: z.record(z.string(), z.int()),
  }),
);
