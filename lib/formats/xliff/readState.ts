import type { BeadStatus } from '@/lib/bitext/types';

/**
 * What the words of XLIFF for how far a translation is say of an alignment: that of 1.2 (`state` of a `target`, section
 * 2.3.2) and of 2.x (`state` of a `segment`, section 4.3.1.28). Whoever translated or reviewed a segment has seen that
 * the two belong together, which is why a state is worth a status: `final` is `approved`, a review (`signed-off`,
 * `reviewed`) `confirmed`, `translated` `proposed`. What is new or asks for work is no more than `machine`.
 */
const STATES: Record<string, BeadStatus> = {
  final: 'approved',
  'signed-off': 'confirmed',
  reviewed: 'confirmed',
  translated: 'proposed',
  initial: 'machine',
  new: 'machine',
};

/** What Trados Studio says of each segment in a place of its own (`conf` of `sdl:seg`). */
const TRADOS: Record<string, BeadStatus> = {
  ApprovedSignOff: 'approved',
  ApprovedTranslation: 'confirmed',
  Translated: 'proposed',
  Draft: 'machine',
  RejectedTranslation: 'machine',
  RejectedSignOff: 'machine',
  Unspecified: 'machine',
};

/**
 * What memoQ says of each unit (`mq:status`). Its three confirmations are those of the translator, the first reviewer
 * and the second, who proofreads; what is only confirmed is not yet reviewed, what is proofread is done with.
 */
const MEMOQ: Record<string, BeadStatus> = {
  Proofread: 'approved',
  Reviewer1Confirmed: 'confirmed',
  ManuallyConfirmed: 'confirmed',
  Edited: 'machine',
  PartiallyEdited: 'machine',
  Pretranslated: 'machine',
  AssembledFromFragments: 'machine',
  NotStarted: 'machine',
  Rejected: 'machine',
};

/** Does the state ask for more work? Such a state outweighs an approval that was left standing. */
const asksForWork = (state: string): boolean => /^(?:new|initial|rejected|unreviewed|needs-.+)$/u.test(state);

/**
 * The status that a state and `approved` (1.x) stand for; null when neither says anything. What is no word of the
 * specification comes back as it is, to be counted as unknown.
 */
export function readState(state: string | undefined, approved?: string): string | null {
  if (state && asksForWork(state)) return 'machine';
  if (approved === 'yes') return 'approved';
  if (!state) return null;
  return STATES[state] ?? state;
}

/** The same from the words of Trados Studio, memoQ and Phrase on a unit or segment; null where they stand not. */
export function readVendorState(attributes: Record<string, string>): string | null {
  const { conf, 'mq:status': memoq, 'm:confirmed': phrase } = attributes;
  if (conf) return TRADOS[conf] ?? conf;
  if (memoq) return MEMOQ[memoq] ?? memoq;
  // Phrase counts the steps of its workflow: translated, then revised.
  if (phrase) return phrase === '0' ? 'machine' : phrase === '1' ? 'proposed' : 'confirmed';
  return null;
}
