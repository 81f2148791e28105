import type { Format } from '@/lib/formats/Format';

export const docx = {
  id: 'docx',
  name: 'Word',
  extensions: ['docx', 'docm'],
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  specification: 'ECMA-376 (transitional and strict)',
  loses: 'formatting, headers, comments',
  reads: true,
  writes: false,
  holdsNulls: false,
} as const satisfies Format;
