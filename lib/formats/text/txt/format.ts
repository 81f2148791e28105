import type { Format } from '@/lib/formats/Format';

export const txt = {
  id: 'txt',
  name: 'Plain text',
  extensions: ['txt', 'text'],
  mimeType: 'text/plain',
  specification: 'Unicode Standard Annex 14 (line ends)',
  loses: 'everything but the text',
  reads: true,
  writes: false,
  holdsNulls: false,
} as const satisfies Format;
