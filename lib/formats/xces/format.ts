import type { Format } from '../Format';

export const xces = {
  id: 'xces',
  name: 'XCES with texts (OPUS)',
  extensions: ['opus.zip'],
  mimeType: 'application/zip',
  specification: 'Corpus Encoding Standard, cesAlign; OPUS raw layout',
  loses: 'status, reason, ids; characters outside XML 1.0',
  reads: false,
  readsAligned: true,
  writes: true,
  holdsLinks: true,
  holdsNulls: true,
  holdsDocuments: true,
  holdsTexts: true,
} as const satisfies Format;
