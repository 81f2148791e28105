import type { Format } from '../Format';

export const intertext = {
  id: 'intertext',
  name: 'InterText',
  extensions: ['intertext.zip'],
  mimeType: 'application/zip',
  specification: 'InterText alignment files',
  loses: 'status but for man and auto, confidence, reason, ids',
  reads: false,
  readsAligned: true,
  writes: true,
  holdsLinks: true,
  holdsNulls: true,
  holdsTexts: true,
} as const satisfies Format;
