import 'server-only';
import { z } from 'zod';
import { BEAD_STATUSES } from '@/lib/bitext/types';
import { Id, Lang, view } from './view';

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
    pieces: z
      .object({ count: z.int(), composed: z.boolean() })
      .nullable()
      .describe('Letters that the file has in pieces (NFD)'),
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

const Apart = z
  .object({ first: z.string(), second: z.string(), lang: Lang, place: z.int() })
  .nullable()
  .describe(
    'Two alignments that were not joined, as their texts in `lang` differ, first in this unit of the second',
  );
const Warnings = z.array(z.object({ code: z.string(), count: z.int(), place: z.int() }));
const Suspicions = z
  .array(
    z.object({
      ...{ code: z.string(), language: z.int(), from: z.int(), to: z.int(), count: z.int() },
      lang: Lang.optional().describe('What the text looks like'),
    }),
  )
  .describe('Runs of units, from 1, that somebody should look at; `language` is an index of `languages`');

export const ImportedCorpus = view(
  'ImportedCorpus',
  z.object({
    documents: z.array(z.object({ documentId: Id, title: z.string(), units: z.int(), langs: z.array(Lang) })),
  }),
);

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
    statuses: z
      .partialRecord(z.enum(BEAD_STATUSES), z.int())
      .describe('How many units would be what, each counted once'),
    warnings: Warnings,
    suspicions: Suspicions,
    alternatives: z
      .object({ names: z.array(z.string()), chosen: z.int(), joined: z.int().optional() })
      .nullable()
      .describe('What `alignment` chooses among; from `joined` on several that share a text, read together'),
    apart: Apart,
    documents: z
      .int()
      .describe('How many documents the files hold one after the other; see `/projects/{projectId}/corpus`'),
    first: Rows,
    last: Rows,
  }),
);

const Failed = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const CorpusPreview = view(
  'CorpusPreview',
  z.object({
    fileName: z.string(),
    languages: z.array(
      z.object({
        label: z.string().describe('As the files have it'),
        lang: Lang.nullable().describe("The project's language it would be; null: it would be left out"),
        documents: z.int().describe('How many have a text in it'),
      }),
    ),
    documents: z.array(
      z.object({
        number: z.int().describe('What `documents` chooses it by, from 1'),
        title: z.string().describe('What it would be called'),
        ...{ format: z.string(), encoding: z.string(), units: z.int() },
        languages: z.array(
          z.object({
            at: z.int().describe('Which of the languages of all documents'),
            segments: z.int(),
            missing: z.int().describe('Units without a text in it'),
          }),
        ),
        statuses: z.partialRecord(z.enum(BEAD_STATUSES), z.int()),
        warnings: Warnings,
        suspicions: Suspicions,
        problem: Failed.nullable().describe('Why it cannot be stored with the languages as they are chosen'),
      }),
    ),
    apart: Apart,
    skipped: z
      .array(z.object({ name: z.string(), problem: Failed }))
      .describe('What nothing could be made of'),
    shown: z
      .object({ number: z.int(), preview: AlignedPreview })
      .nullable()
      .describe('The document that `show` asked for, in full'),
  }),
);
