import type { Format } from '../Format';

export const hf = {
  id: 'hf',
  name: 'JSON Lines (Hugging Face)',
  extensions: ['hf.jsonl'],
  mimeType: 'application/jsonl',
  specification: 'Hugging Face datasets, Translation feature',
  loses: 'where segments meet; what differs between languages',
  reads: false,
  readsAligned: true,
  writes: true,
  holdsNulls: false,
  holdsDocuments: true,
} as const satisfies Format;
