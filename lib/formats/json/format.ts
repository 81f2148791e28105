import type { Format } from '../Format';

export const json = {
  id: 'json',
  name: 'JSON',
  extensions: ['json'],
  mimeType: 'application/json',
  specification: 'RFC 8259',
  loses: 'nothing but paragraph borders',
  reads: false,
  readsAligned: true,
  writes: true,
  holdsLinks: true,
  holdsNulls: true,
  holdsDocuments: true,
} as const satisfies Format;

export const jsonl = {
  id: 'jsonl',
  name: 'JSON Lines',
  extensions: ['jsonl', 'ndjson'],
  mimeType: 'application/jsonl',
  specification: 'jsonlines.org, RFC 8259',
  loses: 'nothing but paragraph borders',
  reads: false,
  readsAligned: true,
  writes: true,
  holdsLinks: true,
  holdsNulls: true,
  holdsDocuments: true,
} as const satisfies Format;
