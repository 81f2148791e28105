import type { BeadCounts } from '@/lib/server/imports/readVersion';

/** Where to go after a text was replaced: to what is to be looked at again, else to what came in, else to the texts. */
export function whereNext(base: string, beads: readonly Pick<BeadCounts, 'stale' | 'added'>[]): string {
  if (beads.some(({ stale }) => stale > 0)) return `${base}?status=stale`;
  // What came in has no counterpart yet.
  if (beads.some(({ added }) => added > 0)) return `${base}?status=machine&only=nulls`;
  return `${base}/texts`;
}
