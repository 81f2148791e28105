import 'server-only';
import { ok } from '@/lib/result';
import { AlignedSource, MAX_ALIGNED_UPLOAD } from '../../imports/alignedTask';
import { CorpusSource } from '../../imports/corpusTask';
import { importAligned } from '../../imports/importAligned';
import { importCorpus } from '../../imports/importCorpus';
import { ImportTextInput, importText } from '../../imports/importText';
import { mayImportInto, mayImportIntoProject } from '../../imports/mayImportInto';
import { previewAligned } from '../../imports/previewAligned';
import { previewCorpus } from '../../imports/previewCorpus';
import { PreviewTextInput, previewText } from '../../imports/previewText';
import { MAX_TEXT_UPLOAD } from '../../imports/textSource';
import { endpoint } from '../Endpoint';
import {
  AlignedPreview,
  CorpusPreview,
  ImportedAligned,
  ImportedCorpus,
  ImportedText,
  TextPreview,
} from '../views/imports';
import { viewAlignedPreview, viewCorpusPreview, viewTextPreview } from './previews';

const TEXT =
  'What is not said is detected: format, encoding, paragraphs. `pasted` takes the body as UTF-8 without a name.';
const ALIGNED =
  'Formats with separate texts: send the alignment and its texts together, or one zip. `langs` says for each ' +
  "language of the file which of the project's it is, by commas; nothing leaves one out.";
const CORPUS =
  'A corpus, an export of a project, several files or archives: alignments that share a text become one document with ' +
  'all of its translations. `documents` chooses some by their numbers in the preview, `langs` says for each language of ' +
  "the preview which of the project's it is.";
const common = {
  method: 'POST',
  tag: 'Import',
  scope: 'import',
  takes: 'files',
  may: mayImportInto,
} as const;

/** What an import would be, and the import, of texts and of aligned texts. */
export const IMPORT_ENDPOINTS = [
  endpoint({
    ...common,
    id: 'previewText',
    path: '/documents/{documentId}/texts/preview',
    summary: 'What an import of a text would store; nothing is',
    details: TEXT,
    maxBytes: MAX_TEXT_UPLOAD,
    input: PreviewTextInput,
    answers: { status: 200, schema: TextPreview },
    async run({ actor, input, working }) {
      const preview = await previewText(actor, input, working);
      return preview.ok ? ok(viewTextPreview(preview.value)) : preview;
    },
  }),
  endpoint({
    ...common,
    id: 'importText',
    path: '/documents/{documentId}/texts',
    summary: 'Import a text',
    details: `${TEXT} Alignment with the texts that are there already begins at once.`,
    maxBytes: MAX_TEXT_UPLOAD,
    input: ImportTextInput,
    answers: { status: 201, schema: ImportedText },
    run: ({ actor, input, working }) => importText(actor, input, working),
  }),
  endpoint({
    ...common,
    id: 'previewAligned',
    path: '/documents/{documentId}/aligned/preview',
    summary: 'What an import of aligned texts would store; nothing is',
    details: ALIGNED,
    maxBytes: MAX_ALIGNED_UPLOAD,
    input: AlignedSource,
    answers: { status: 200, schema: AlignedPreview },
    async run({ actor, input, working }) {
      const preview = await previewAligned(actor, input, working);
      return preview.ok ? ok(viewAlignedPreview(preview.value)) : preview;
    },
  }),
  endpoint({
    ...common,
    id: 'importAligned',
    path: '/documents/{documentId}/aligned',
    summary: 'Import texts with their alignment, into a document without texts',
    details: ALIGNED,
    maxBytes: MAX_ALIGNED_UPLOAD,
    input: AlignedSource,
    answers: { status: 201, schema: ImportedAligned },
    run: ({ actor, input, working }) => importAligned(actor, input, working),
  }),
  endpoint({
    ...common,
    id: 'previewCorpus',
    path: '/projects/{projectId}/corpus/preview',
    summary: 'Which documents an import of aligned files would make; none is',
    details: CORPUS,
    maxBytes: MAX_ALIGNED_UPLOAD,
    may: mayImportIntoProject,
    input: CorpusSource,
    answers: { status: 200, schema: CorpusPreview },
    async run({ actor, input, working }) {
      const preview = await previewCorpus(actor, input, working);
      return preview.ok ? ok(viewCorpusPreview(preview.value)) : preview;
    },
  }),
  endpoint({
    ...common,
    id: 'importCorpus',
    path: '/projects/{projectId}/corpus',
    summary: 'Make a document of each that aligned files hold; all of them, or none',
    details: CORPUS,
    maxBytes: MAX_ALIGNED_UPLOAD,
    may: mayImportIntoProject,
    input: CorpusSource,
    answers: { status: 201, schema: ImportedCorpus },
    run: ({ actor, input, working }) => importCorpus(actor, input, working),
  }),
];
