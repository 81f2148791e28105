import type { Format } from '../Format';

export const moses = {
  id: 'moses',
  name: 'Moses',
  extensions: ['moses.zip'],
  mimeType: 'application/zip',
  specification: 'Moses manual, corpus preparation: one sentence a line, same number of lines',
  loses: 'tabs and line breaks; where segments meet; what differs between languages',
  reads: false,
  readsAligned: true,
  writes: true,
  holdsNulls: false,
  holdsDocuments: true,
} as const satisfies Format;
