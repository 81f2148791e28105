import type { Format } from '../Format';

export const tei = {
  id: 'tei',
  name: 'TEI',
  extensions: ['tei.xml', 'tei'],
  mimeType: 'application/tei+xml',
  specification: 'TEI P5 guidelines, 16.4 and 16.10',
  loses: 'ids; characters outside XML 1.0',
  reads: false,
  readsAligned: true,
  writes: true,
  holdsLinks: true,
  holdsNulls: true,
  holdsTexts: true,
} as const satisfies Format;
