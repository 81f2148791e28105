import type { Format } from '../Format';

export const parquet = {
  id: 'parquet',
  name: 'Parquet',
  extensions: ['parquet'],
  mimeType: 'application/vnd.apache.parquet',
  specification: 'Apache Parquet 2; Hugging Face datasets, Translation feature',
  loses: 'where segments meet; what differs between languages',
  reads: false,
  readsAligned: true,
  writes: true,
  holdsNulls: true,
  holdsDocuments: true,
} as const satisfies Format;
