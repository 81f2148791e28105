/** What is exported for the measurements: one bitext and all languages, as text, as a zip, as columns. */
export const WAYS = [
  { name: 'TMX, one pair', format: 'tmx', lang: 'vi' },
  { name: 'TMX, all languages', format: 'tmx', lang: 'all' },
  { name: 'TMX, Vietnamese–Romanian', format: 'tmx', from: 'vi', lang: 'ro' },
  { name: 'TSV, one pair', format: 'tsv', lang: 'vi' },
  { name: 'TSV, least sure first', format: 'tsv', lang: 'vi', order: 'confidence' },
  { name: 'JSONL, one pair', format: 'jsonl', lang: 'vi' },
  { name: 'Hugging Face, all languages', format: 'hf', lang: 'all' },
  { name: 'XLIFF 2.1, one pair', format: 'xliff2', lang: 'vi' },
  { name: 'TEI, all languages', format: 'tei', lang: 'all' },
  { name: 'Parquet, all languages', format: 'parquet', lang: 'all' },
  { name: 'Moses, all languages', format: 'moses', lang: 'all' },
  { name: 'XCES with texts, one pair', format: 'xces', lang: 'vi' },
  { name: 'XLSX, one pair', format: 'xlsx', lang: 'vi' },
] as const;

export type ExportWay = (typeof WAYS)[number];
