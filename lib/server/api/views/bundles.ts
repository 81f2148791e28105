import 'server-only';
import { z } from 'zod';
import { BEAD_STATUSES } from '@/lib/bitext/types';
import { Lang, Time, view } from './view';

const Statuses = z.partialRecord(z.enum(BEAD_STATUSES), z.int()).describe('Beads by status');
const Count = z.int().nonnegative();

export const BundlePreview = view(
  'BundlePreview',
  z.object({
    file: z.string(),
    bytes: Count,
    title: z.string(),
    freeTitle: z.string().nullable().describe('One that is free, when the title is taken'),
    toolVersion: z.string().describe('Of the program that made the bundle'),
    changedAt: Time.describe('When the document had last been changed'),
    texts: z
      .array(
        z.object({
          lang: Lang,
          isReference: z.boolean(),
          fileName: z.string().nullable(),
          lengthUtf16: z.int(),
          statuses: Statuses.nullable().describe('Null when it is not aligned, and for the reference'),
        }),
      )
      .describe('As they stand, reference first'),
    olderTexts: Count.describe('Versions that corrected texts took the place of'),
    counts: z.object({
      beads: Count,
      corrections: Count,
      comments: Count,
      ignoredChecks: Count,
      events: Count,
    }),
    openDisputes: Count,
    history: z.object({ from: Time, to: Time }).nullable(),
    statuses: Statuses.describe('As they would be stored'),
    people: z.array(
      z.object({
        name: z.string(),
        account: z.string().nullable().describe('The member here; null: an account nobody can sign in to'),
      }),
    ),
    trusted: z.boolean().describe('Whether a manager brings it in'),
    demoted: Count.describe('Approvals that would count as confirmations'),
    unexplained: Count.describe('Beads that are not as the history leaves them; undo ends there'),
    problem: z
      .object({
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      })
      .nullable()
      .describe('What the import would be refused with'),
  }),
);
