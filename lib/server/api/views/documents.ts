import 'server-only';
import { z } from 'zod';
import { BEAD_STATUSES } from '@/lib/bitext/types';
import { Id, Lang, Time, view } from './view';

const Text = view(
  'Text',
  z.object({
    id: Id,
    lang: Lang,
    isReference: z.boolean(),
    fileName: z.string().nullable(),
    format: z.string(),
    lengthUtf16: z.int(),
  }),
);

const Bitext = view(
  'Bitext',
  z.object({
    id: Id,
    lang: Lang.describe('The language of its translation'),
    aligned: z.boolean(),
    counts: z.partialRecord(z.enum(BEAD_STATUSES), z.int()).describe('Beads by status'),
    disputed: z.int(),
  }),
);

export const JobView = view(
  'Job',
  z.object({
    id: Id,
    bitextId: Id,
    state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
    progress: z.number().min(0).max(1),
    error: z.string().nullable().describe('The code of what went wrong, when it failed'),
  }),
);

export const DocumentSummary = view(
  'DocumentSummary',
  z.object({
    id: Id,
    title: z.string(),
    createdAt: Time,
    texts: z.array(Text),
    bitexts: z.array(Bitext),
  }),
);

export const DocumentList = view('DocumentList', z.object({ documents: z.array(DocumentSummary) }));

export const Document = view(
  'Document',
  DocumentSummary.extend({
    projectId: Id,
    jobs: z.array(JobView).describe('The latest alignment job of each bitext'),
  }),
);

export const NewDocument = view('NewDocument', z.object({ documentId: Id }));

export const NewJob = view('NewJob', z.object({ jobId: Id }));
