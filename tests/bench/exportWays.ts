/** What is exported for the measurements: one bitext and all languages, as text, as a zip, as columns. */
export const WAYS = [
  { name: 'TMX, one pair', format: 'tmx', lang: 'vi' },
  { name: 'TMX, all languages', format: 'tmx', lang: 'all' },
  { name: 'TSV, one pair', format: 'tsv', lang: 'vi' },
  { name: 'JSONL, one pair', format: 'jsonl', lang: 'vi' },
  { name: 'XLIFF 2.1, one pair', format: 'xliff2', lang: 'vi' },
  { name: 'Parquet, all languages', format: 'parquet', lang: 'all' },
  { name: 'Moses, all languages', format: 'moses', lang: 'all' },
  { name: 'XCES with texts, one pair', format: 'xces', lang: 'vi' },
  { name: 'TMX, Vietnamese–Romanian', format: 'tmx', from: 'vi', lang: 'ro' },
] as const;

export type ExportRun = {
  name: string;
  bytes: number;
  seconds: number;
  /** Until the first bytes. */
  firstMs: number;
  /** How much more memory the process held at its fullest than before. */
  peakGrowthMb: number;
  /** Of the heap that is left afterwards. */
  heapMb: number;
  /** The longest that anybody else had to wait for a turn. */
  longestWaitMs: number;
};
