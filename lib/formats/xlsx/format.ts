import type { Format } from '../Format';

export const xlsx = {
  id: 'xlsx',
  name: 'Excel',
  extensions: ['xlsx'],
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  specification: 'ECMA-376 (SpreadsheetML)',
  loses: 'beyond 32,767 characters a cell; where segments meet; what differs between languages',
  reads: false,
  readsAligned: true,
  writes: true,
  holdsNulls: true,
  holdsDocuments: true,
} as const satisfies Format;
