import 'server-only';
import { z } from 'zod';
import { type Endpoint, endpoint } from '../Endpoint';
import { describeApi } from '../openApi/describeApi';
import { readMe } from './about';
import { ALIGNMENT_ENDPOINTS } from './alignments';
import { BUNDLE_ENDPOINTS } from './bundles';
import { CORRECTION_ENDPOINTS } from './corrections';
import { DOCUMENT_ENDPOINTS } from './documents';
import { EXPORT_ENDPOINTS } from './exports';
import { IMPORT_ENDPOINTS } from './imports';
import { PROJECT_ENDPOINTS } from './projects';

const readDescription = endpoint({
  id: 'readDescription',
  method: 'GET',
  path: '/openapi.json',
  tag: 'About',
  summary: 'This description',
  scope: 'public',
  takes: 'query',
  input: z.object({}),
  answers: { status: 200, file: 'An OpenAPI 3.1 document' },
  run: async () => Response.json(describeApi(ENDPOINTS), { headers: { 'cache-control': 'no-cache' } }),
});

/** Everything the HTTP API can do. The router and the description both read this list. */
export const ENDPOINTS: readonly Endpoint[] = [
  readDescription,
  readMe,
  ...PROJECT_ENDPOINTS,
  ...DOCUMENT_ENDPOINTS,
  ...IMPORT_ENDPOINTS,
  ...CORRECTION_ENDPOINTS,
  ...ALIGNMENT_ENDPOINTS,
  ...EXPORT_ENDPOINTS,
  ...BUNDLE_ENDPOINTS,
];
