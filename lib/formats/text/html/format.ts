import type { Format } from '@/lib/formats/Format';

export const html = {
  id: 'html',
  name: 'HTML',
  extensions: ['html', 'htm', 'xhtml'],
  mimeType: 'text/html',
  specification: 'WHATWG HTML Living Standard',
  loses: 'markup, boilerplate',
  reads: true,
  writes: false,
  holdsNulls: false,
} as const satisfies Format;
