import type { Format } from '../Format';

export const csv = {
  id: 'csv',
  name: 'CSV',
  extensions: ['csv'],
  mimeType: 'text/csv',
  specification: 'RFC 4180',
  loses: 'where segments meet; what differs between languages',
  reads: false,
  readsAligned: true,
  writes: true,
  holdsNulls: true,
  holdsDocuments: true,
} as const satisfies Format;

export const sheetCsv = {
  id: 'sheet-csv',
  name: 'CSV for spreadsheets',
  extensions: ['sheet.csv'],
  mimeType: 'text/csv',
  specification: 'RFC 4180; OWASP CSV Injection',
  loses: 'line breaks; an apostrophe before formulas',
  reads: false,
  writes: true,
  holdsNulls: true,
  holdsDocuments: true,
} as const satisfies Format;
