import 'server-only';
import { BundleInput, exportBundle } from '../../bundle/exportBundle';
import {
  ImportBundleInput,
  importBundle,
  MAX_BUNDLE_BYTES,
  mayImportBundle,
} from '../../bundle/importBundle';
import { endpoint } from '../Endpoint';
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
    id: 'importBundle',
    method: 'POST',
    path: '/projects/{projectId}/bundle',
    tag: 'Import',
    summary: 'Make a document of a bundle',
    scope: 'import',
    takes: 'files',
    maxBytes: MAX_BUNDLE_BYTES,
    may: mayImportBundle,
    input: ImportBundleInput,
    answers: { status: 201, schema: NewDocument },
    run: ({ actor, input, working }) => importBundle(actor, input, working),
  }),
];
