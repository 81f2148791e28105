import type { Format } from '../Format';

export const tmx = {
  id: 'tmx',
  name: 'TMX 1.4b',
  extensions: ['tmx'],
  mimeType: 'application/x-tmx+xml',
  specification: 'TMX 1.4b, LISA OSCAR, 2005-04-26',
  loses: 'characters outside XML 1.0; where segments meet; what differs between languages',
  reads: false,
  readsAligned: true,
  writes: true,
  holdsNulls: false,
  holdsDocuments: true,
} as const satisfies Format;
