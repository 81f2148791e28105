import 'server-only';
import { z } from 'zod';
import { Id, Lang, view } from './view';

const BeadCounts = z.array(
  z.object({
    lang: Lang,
    kept: z.int(),
    stale: z.int(),
    vouched: z.int().describe('Those of the stale ones that somebody had confirmed'),
    added: z.int(),
    gone: z.int(),
  }),
);

export const ReplacedText = view('ReplacedText', z.object({ beads: BeadCounts }));

export const ReplacementPreview = view(
  'ReplacementPreview',
  z.object({
    fileName: z.string().nullable(),
    bytes: z.int(),
    format: z.string(),
    encoding: z.string(),
    isSame: z.boolean(),
    paragraphs: z.object({ before: z.int(), after: z.int() }),
    differences: z.object({
      count: z.int(),
      shown: z.array(
        z.object({
          ordinal: z.int(),
          parts: z.array(z.object({ kind: z.enum(['same', 'out', 'in']), text: z.string() })),
        }),
      ),
    }),
    beads: BeadCounts,
  }),
);

export const AttachedAlignment = view(
  'AttachedAlignment',
  z.object({
    eventId: Id.nullable().describe('The event that can be undone; null: nothing was another one'),
    made: z.int(),
    gone: z.int(),
  }),
);

export const AttachmentPreview = view(
  'AttachmentPreview',
  z.object({
    format: z.string(),
    file: z.string(),
    order: z.enum(['sourceFirst', 'targetFirst']),
    kept: z.int(),
    made: z.int(),
    gone: z.int(),
    lockedGone: z.int().describe('Beads that people have vouched for and that would go'),
    clipped: z.int().describe('Links that walls stand in the way of'),
    cuts: z.object({ source: z.int(), target: z.int() }),
    crossing: z.int(),
    unlinked: z.int(),
    first: z.array(z.object({ source: z.string(), target: z.string() })),
  }),
);
