/** Encodings to try when the one that was detected is not the right one. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1258',
  'tcvn3',
  'vni',
  'viscii',
  'windows-1250',
  'iso-8859-2',
  'iso-8859-16',
  'windows-1252',
] as const;
