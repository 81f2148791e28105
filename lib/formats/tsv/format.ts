import type { Format } from '../Format';

export const tsv = {
  id: 'tsv',
  name: 'TSV',
  extensions: ['tsv'],
  mimeType: 'text/tab-separated-values',
  specification: 'IANA text/tab-separated-values',
  loses: 'tabs and line breaks; where segments meet; what differs between languages',
  reads: false,
  readsAligned: true,
  writes: true,
  holdsNulls: true,
  holdsDocuments: true,
} as const satisfies Format;
