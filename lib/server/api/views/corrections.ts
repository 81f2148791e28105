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

const Placed = z.object({
  file: z.string(),
  exact: z.int(),
  folded: z.int().describe('But for typography, white space and encodings'),
  near: z.int().describe('A few words differ'),
  lost: z.int().describe('Not found'),
  firstLost: z.int().describe('Number of the first one that was not found, from 1; 0: all were'),
  inside: z.int().describe('Begin in the midst of a sentence of the text here, where nothing is cut'),
});

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
    placed: z
      .object({ source: Placed, target: Placed })
      .nullable()
      .describe('How the segments of texts that came with the file stand in the texts here'),
    leftOut: z.int().describe('Links with segments that were not found'),
    first: z.array(z.object({ source: z.string(), target: z.string() })),
  }),
);
