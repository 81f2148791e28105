import 'server-only';
import { ExportInput, ProjectExportInput } from '../../export/ExportInput';
import { exportDocument, exportManifest, previewDocumentExport } from '../../export/exportDocument';
import { exportProject, exportProjectManifest, previewProjectExport } from '../../export/exportProject';
import { endpoint } from '../Endpoint';
import { ExportPreview, Manifest } from '../views/exports';

const FILE = 'The file, streamed. The same revision and the same options give the same bytes.';
const OPTIONS =
  '`lang` is a target language, or `all` for all of them joined over the reference. By default approved beads only, ' +
  'unless `statuses` says otherwise.';
const PREVIEW = 'How the export begins, and how much it holds';
const MANIFEST = 'What the export holds and leaves out and why, with the checksum of its bytes';
const common = { method: 'GET', tag: 'Export', scope: 'export', takes: 'query', details: OPTIONS } as const;

/** The same three for a document and for a project. */
export const EXPORT_ENDPOINTS = [
  endpoint({
    ...common,
    id: 'exportDocument',
    path: '/documents/{documentId}/export',
    summary: 'Export a document',
    input: ExportInput,
    answers: { status: 200, file: FILE },
    run: ({ actor, input, request }) => exportDocument(actor, input, request),
  }),
  endpoint({
    ...common,
    id: 'previewDocumentExport',
    path: '/documents/{documentId}/export/preview',
    summary: PREVIEW,
    input: ExportInput,
    answers: { status: 200, schema: ExportPreview },
    run: ({ actor, input, request }) => previewDocumentExport(actor, input, request),
  }),
  endpoint({
    ...common,
    id: 'readDocumentManifest',
    path: '/documents/{documentId}/export/manifest',
    summary: MANIFEST,
    input: ExportInput,
    answers: { status: 200, schema: Manifest },
    run: ({ actor, input, request }) => exportManifest(actor, input, request),
  }),
  endpoint({
    ...common,
    id: 'exportProject',
    path: '/projects/{projectId}/export',
    summary: 'Export a project, or some of its documents',
    input: ProjectExportInput,
    answers: { status: 200, file: FILE },
    run: ({ actor, input, request }) => exportProject(actor, input, request),
  }),
  endpoint({
    ...common,
    id: 'previewProjectExport',
    path: '/projects/{projectId}/export/preview',
    summary: PREVIEW,
    input: ProjectExportInput,
    answers: { status: 200, schema: ExportPreview },
    run: ({ actor, input, request }) => previewProjectExport(actor, input, request),
  }),
  endpoint({
    ...common,
    id: 'readProjectManifest',
    path: '/projects/{projectId}/export/manifest',
    summary: MANIFEST,
    input: ProjectExportInput,
    answers: { status: 200, schema: Manifest },
    run: ({ actor, input, request }) => exportProjectManifest(actor, input, request),
  }),
];
