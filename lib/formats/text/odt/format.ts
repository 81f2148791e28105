import type { Format } from '@/lib/formats/Format';

export const odt = {
  id: 'odt',
  name: 'OpenDocument text',
  extensions: ['odt', 'fodt', 'ott'],
  mimeType: 'application/vnd.oasis.opendocument.text',
  specification: 'OASIS OpenDocument 1.0 to 1.3',
  loses: 'formatting, headers, remarks',
  reads: true,
  writes: false,
  holdsNulls: false,
} as const satisfies Format;
