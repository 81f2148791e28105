import type { Span } from '@/lib/bitext/types';
import type { ExportUnit } from '@/lib/formats/ExportUnit';
import type { LeftOutReason } from '@/lib/formats/WriteReport';

/** A unit before its texts are fetched. */
export type UnitPlan = Omit<ExportUnit, 'texts' | 'change' | 'document'> & {
  /** One a text of the export, in its order; null: the language has no counterpart. */
  spans: (Span | null)[];
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
