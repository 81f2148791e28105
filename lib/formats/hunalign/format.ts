import type { Format } from '../Format';

export const hunalign = {
  id: 'hunalign',
  name: 'hunalign ladder with texts',
  extensions: ['hunalign.zip', 'ladder'],
  mimeType: 'application/zip',
  specification: 'hunalign manual, ladder format',
  loses: 'status, reason, confidence, ids; line breaks',
  reads: false,
  readsAligned: true,
  writes: true,
  holdsLinks: true,
  holdsNulls: true,
  holdsTexts: true,
} as const satisfies Format;
