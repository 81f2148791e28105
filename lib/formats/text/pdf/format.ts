import type { Format } from '@/lib/formats/Format';

export const pdf = {
  id: 'pdf',
  name: 'PDF with text',
  extensions: ['pdf'],
  mimeType: 'application/pdf',
  specification: 'ISO 32000-1 (through PDF.js)',
  loses: 'layout, pictures, running heads, page numbers',
  reads: true,
  writes: false,
  holdsNulls: false,
} as const satisfies Format;
