import type { BeadStatus } from '@/lib/bitext/types';

/**
 * How sure an alignment is, in the words that XLIFF has for how far a translation is. XLIFF 2 has four states and room
 * for our own (`subState`); 1.2 has ten, and our own word stands in a note beside them. Where only theirs is written
 * nothing may come back surer than it went: `final` is what a second person has approved.
 */
export const XLIFF2_STATE: Record<BeadStatus, string> = {
  machine: 'initial',
  stale: 'initial',
  proposed: 'translated',
  confirmed: 'reviewed',
  'self-reviewed': 'reviewed',
  approved: 'final',
};

export const XLIFF1_STATE: Record<BeadStatus, string> = {
  machine: 'needs-review-translation',
  stale: 'needs-review-adaptation',
  proposed: 'translated',
  confirmed: 'signed-off',
  'self-reviewed': 'signed-off',
  approved: 'final',
};

/** `from` of the notes in 1.2, category of the metadata in 2.x. */
export const NOTE = 'triptych';
