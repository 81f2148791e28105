import type { Format } from '@/lib/formats/Format';

export const epub = {
  id: 'epub',
  name: 'EPUB',
  extensions: ['epub'],
  mimeType: 'application/epub+zip',
  specification: 'EPUB 2.0.1, EPUB 3.3',
  loses: 'formatting, pictures, notes that are links',
  reads: true,
  writes: false,
  holdsNulls: false,
} as const satisfies Format;
