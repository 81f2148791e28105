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

const Rows = z.array(z.object({ ordinal: z.int(), texts: z.array(z.string()) }));

export const ImportedText = view(
  'ImportedText',
  z.object({
    textId: Id,
    texts: z
      .array(z.object({ textId: Id, documentId: Id, title: z.string() }))
      .describe('One, or with `placing` one a chapter, each in its document'),
  }),
);
export const TextPreview = view(
  'TextPreview',
  z.object({
    fileName: z.string().nullable(),
    bytes: z.int(),
    format: z.string(),
    encoding: z.string(),
    encodingCandidates: z
      .array(z.object({ encoding: z.string(), sample: z.string() }))
      .describe('Best first, with a stretch of text in which they differ'),
    lang: Lang.nullable().describe('The language it was cut into sentences for'),
    detectedLang: Lang.nullable(),
    langConfidence: z.number().min(0).max(1),
    title: z.string().nullable(),
    paragraphStyle: z.string().nullable(),
    paragraphs: z.int(),
    sentences: z.int(),
    characters: z.int().describe('UTF-16 units'),
    warnings: z.array(z.object({ code: z.string(), count: z.int(), paragraph: z.int() })),
    chapters: z
      .array(
        z.object({
          ...{ ordinal: z.int(), title: z.string().nullable(), opening: z.string(), chosen: z.boolean() },
          ...{ paragraphs: z.int(), characters: z.int() },
        }),
      )
      .nullable()
      .describe('Of a book'),
    boilerplate: z
      .object({ count: z.int(), leftOut: z.boolean() })
      .nullable()
      .describe('Paragraphs around the text: menus, licences, running heads'),
    fontText: z
      .object({
        font: z.string(),
        count: z.int(),
        before: z.string(),
        after: z.string(),
        converted: z.boolean(),
      })
      .nullable()
      .describe('Text typed in a font of the time before Unicode'),
    first: z.array(z.object({ ordinal: z.int(), sentences: z.array(z.string()) })),
    last: z.array(z.object({ ordinal: z.int(), sentences: z.array(z.string()) })),
  }),
);
export const ImportedAligned = view('ImportedAligned', z.object({ units: z.int(), langs: z.array(Lang) }));
export const AlignedPreview = view(
  'AlignedPreview',
  z.object({
    format: z.string(),
    encoding: z.string(),
    fileName: z.string(),
    title: z.string().nullable(),
    units: z.int(),
    languages: z.array(
      z.object({
        label: z.string().describe('As the file has it'),
        lang: Lang.nullable().describe("The project's language it would be; null: it would be left out"),
        segments: z.int(),
        characters: z.int(),
        missing: z.int().describe('Units without a text in it'),
      }),
    ),
    statuses: z.partialRecord(z.enum(BEAD_STATUSES), z.int()).describe('What the beads would be'),
    warnings: z.array(z.object({ code: z.string(), count: z.int(), place: z.int() })),
    suspicions: z
      .array(
        z.object({
          ...{ code: z.string(), language: z.int(), from: z.int(), to: z.int(), count: z.int() },
          lang: Lang.optional().describe('What the text looks like'),
        }),
      )
      .describe('Runs of units, from 1, that somebody should look at; `language` is an index of `languages`'),
    first: Rows,
    last: Rows,
  }),
);

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
