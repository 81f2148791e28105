import 'server-only';
import { BundleInput, exportBundle } from '../../bundle/exportBundle';
import { importBundle } from '../../bundle/importBundle';
import { ImportBundleInput, MAX_BUNDLE_BYTES } from '../../bundle/planBundle';
import { previewBundle } from '../../bundle/previewBundle';
import { mayImportIntoProject } from '../../imports/mayImportInto';
import { endpoint } from '../Endpoint';
import { BundlePreview } from '../views/bundles';
import { NewDocument } from '../views/documents';

/** A whole document with its history, from server to server. */
export const BUNDLE_ENDPOINTS = [
  endpoint({
    id: 'exportBundle',
    method: 'GET',
    path: '/documents/{documentId}/bundle',
    tag: 'Export',
    summary: 'Everything of a document in one file, for another server',
    details: 'Texts, corrections, beads, comments and history: a `.triptych` bundle.',
    scope: 'export',
    takes: 'query',
    input: BundleInput,
    answers: { status: 200, file: 'A `.triptych` bundle. The same revision gives the same bytes.' },
    run: ({ actor, input, request }) => exportBundle(actor, input, request),
  }),
  endpoint({
    id: 'previewBundle',
    method: 'POST',
    path: '/projects/{projectId}/bundle/preview',
    tag: 'Import',
    summary: 'What a bundle holds and what would be stored of it; nothing is',
    details:
      'Read to its end: checksums, every row, the chain of beads. `problem` is what the import would be refused with. ' +
      'Approvals, names of members and history that can be taken back come along only with a manager.',
    scope: 'import',
    takes: 'files',
    maxBytes: MAX_BUNDLE_BYTES,
    may: mayImportIntoProject,
    input: ImportBundleInput,
    answers: { status: 200, schema: BundlePreview },
    run: ({ actor, input, working }) => previewBundle(actor, input, working),
  }),
  endpoint({
    id: 'importBundle',
    method: 'POST',
    path: '/projects/{projectId}/bundle',
    tag: 'Import',
    summary: 'Make a document of a bundle',
    scope: 'import',
    takes: 'files',
    maxBytes: MAX_BUNDLE_BYTES,
    may: mayImportIntoProject,
    input: ImportBundleInput,
    answers: { status: 201, schema: NewDocument },
    run: ({ actor, input, working }) => importBundle(actor, input, working),
  }),
];
