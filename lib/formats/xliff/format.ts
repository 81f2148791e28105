import type { Format } from '../Format';

export const xliff2 = {
  id: 'xliff2',
  name: 'XLIFF 2.1',
  extensions: ['xlf'],
  mimeType: 'application/xliff+xml',
  specification: 'XLIFF 2.1, OASIS Standard, 2018-02-13',
  loses: 'lone surrogates; where segments meet',
  reads: false,
  readsAligned: true,
  writes: true,
  holdsNulls: false,
  pairOnly: true,
} as const satisfies Format;

export const xliff1 = {
  id: 'xliff1',
  name: 'XLIFF 1.2',
  extensions: ['xliff'],
  mimeType: 'application/x-xliff+xml',
  specification: 'XLIFF 1.2, OASIS Standard, 2008-02-01',
  loses: 'characters outside XML 1.0; where segments meet',
  reads: false,
  readsAligned: true,
  writes: true,
  holdsNulls: false,
  pairOnly: true,
} as const satisfies Format;
