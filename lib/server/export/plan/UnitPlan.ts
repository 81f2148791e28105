import type { BeadStatus, NullReason, Span } from '@/lib/bitext/types';
import type { ExportUnit } from '@/lib/formats/ExportUnit';
import type { LeftOutReason } from '@/lib/formats/WriteReport';

/** A bead inside a band of several languages. */
export type PlannedLink = {
  source: Span;
  target: Span;
  status: BeadStatus;
  confidence: number | null;
  reason: NullReason | null;
};

/** A unit before its texts are fetched. */
export type UnitPlan = Omit<ExportUnit, 'texts' | 'links' | 'change' | 'document'> & {
  /** One a text of the export, in its order; null: the language has no counterpart. */
  spans: (Span | null)[];
  /** As `ExportUnit.links`; one list a translation. */
  links?: readonly (readonly PlannedLink[])[];
  /** The beads that it is made of. */
  beadIds: readonly string[];
};

/** A unit, or why it is none. */
export type Planned = {
  plan: UnitPlan | null;
  /** Beads that were met here and may not be exported, each of them once. */
  refused: readonly LeftOutReason[];
  /** Such a bead, met here or before, reaches in: a text that is missing may be its, and counts as that already. */
  isRefused: boolean;
};
