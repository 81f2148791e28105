import type { Format } from '../Format';

export const vecalign = {
  id: 'vecalign',
  name: 'vecalign, bertalign',
  extensions: ['vecalign', 'bertalign', 'links'],
  mimeType: 'text/plain',
  specification: 'vecalign README, output format: [source lines]:[target lines]:cost',
  loses: 'costs',
  reads: false,
  readsAligned: true,
  writes: false,
  holdsNulls: true,
} as const satisfies Format;
