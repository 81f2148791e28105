import 'server-only';
import { z } from 'zod';
import { TOKEN_SCOPES } from '@/lib/bitext/accessTokens';
import { BEAD_STATUSES } from '@/lib/bitext/types';

/** The schemas of what the API answers, by the names they have in its description. */
export const VIEWS = z.registry<{ id: string }>();

function view<T extends z.ZodType>(id: string, schema: T): T {
  VIEWS.add(schema, { id });
  return schema;
}

const Id = z.uuid();
const Lang = z.string().describe('A language tag, BCP 47');
const Time = z.iso.datetime();

export const ErrorView = view(
  'Error',
  z.object({
    error: z.object({
      code: z.string().describe('`area.reason`: what programs go by'),
      message: z.string().describe('The same as an English sentence'),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      issues: z
        .array(z.object({ path: z.string(), message: z.string() }))
        .optional()
        .describe('With `request.invalid`: which field, and what about it'),
    }),
  }),
);

export const Me = view(
  'Me',
  z.object({
    name: z.string(),
    token: z.object({
      name: z.string(),
      scopes: z.array(z.enum(TOKEN_SCOPES)),
      projectId: Id.nullable().describe('The one project it is good for'),
      expiresAt: Time,
    }),
  }),
);

export const Project = view(
  'Project',
  z.object({
    id: Id,
    name: z.string(),
    referenceLang: Lang,
    targetLangs: z.array(Lang),
    selfReview: z.boolean(),
    createdAt: Time,
  }),
);
export const ProjectList = view('ProjectList', z.object({ projects: z.array(Project) }));
export const NewProject = view('NewProject', z.object({ projectId: Id }));

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
