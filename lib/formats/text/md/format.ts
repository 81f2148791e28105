import type { Format } from '@/lib/formats/Format';

export const md = {
  id: 'md',
  name: 'Markdown',
  extensions: ['md', 'markdown'],
  mimeType: 'text/markdown',
  specification: 'CommonMark 0.31.2 (block structure)',
  loses: 'markup',
  reads: true,
  writes: false,
  holdsNulls: false,
} as const satisfies Format;
