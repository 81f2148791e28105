import type { Span } from '@/lib/bitext/types';

export const CHECK_IDS = [
  'numbers',
  'dates',
  'names',
  'length',
  'duplicate',
  'untranslated',
  'ending',
  'unbalanced',
  'missingDiacritics',
  'cedilla',
  'mixedSpelling',
  'tonePlacement',
  'decomposed',
  'invisible',
  'spacing',
] as const;
/** Names of messages too: `Checks.<id>.name`, `.message` and `.help`. */
export type CheckId = (typeof CHECK_IDS)[number];

/** A warning is probably a mistake; an info is a habit that differs from the rest of the text. */
export type Severity = 'warning' | 'info';
export type CheckSide = 'source' | 'target';

/** What a check has found in one bead. At most one a check and side. */
export type Finding = {
  check: CheckId;
  severity: Severity;
  side: CheckSide;
  /** Where, as offsets into the reading of the side; empty when it is the whole, or something that is not there. */
  spans: readonly Span[];
  /** ICU arguments of the message. */
  params: Readonly<Record<string, string | number>>;
  /** New readings of the segments, where mending is safe. After it the check finds nothing there. */
  fix?: { kind: 'replace'; segments: readonly { index: number; reading: string }[] };
};

/** One side of a bead as it reads now. `segments` laid end to end are the `reading`. */
export type SideReading = {
  lang: string;
  reading: string;
  segments: readonly string[];
};

/** What is usual in a text: findings are measured against it. Plain data, so that it can travel to the browser. */
export type TextProfile = {
  lang: string;
  words: number;
  /** Share of the words with a letter that carries a diacritic. */
  diacritics: number;
  /** Share of ş ţ among all of ş ţ ș ț. */
  cedilla: number;
  /** Romanian: share of î among all î and â inside words. */
  innerI: number;
  /** Vietnamese: share of the old placement (hoà) among all syllables where the two differ. */
  oldTone: number;
  /** Share of the readings that are not NFC. */
  decomposed: number;
};

/** What is usual in a bitext. */
export type BitextProfile = {
  source: TextProfile;
  target: TextProfile;
  /** Folded names of the source that the translation nearly always keeps. */
  names: readonly string[];
};

export type CheckInput = {
  source: SideReading;
  target: SideReading;
  /** The beads before and after. */
  neighbours: readonly { source: string; target: string }[];
  /** ln(target / source) in letters, as it is around here (see `lengthCurve`); null when it is not known. */
  lnRatio: number | null;
  profile: BitextProfile;
};

/** What a check says before the fix is worked out. */
export type Raw = Pick<Finding, 'severity' | 'side' | 'spans' | 'params'>;

export type Check = {
  id: CheckId;
  find: (input: CheckInput) => readonly Raw[];
  /** The segment as it should read; `find` has nothing to say to it. Only where no meaning is at stake. */
  mend?: (segment: string, lang: string) => string;
};

export const SIDES = ['source', 'target'] as const;
