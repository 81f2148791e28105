import type { WriteReport } from './WriteReport';

export type WriteOptions = {
  /** Units with a language missing: leave them out, or write what there is. Each format has its own usual way. */
  nulls?: 'leaveOut' | 'keep';
  /** Language tags as the project has them, or with the region most of their speakers live in (`vi-VN`). */
  languageTags?: 'plain' | 'region';
  /** Also write status, confidence and null reason, where the format has a place for them. */
  properties?: boolean;
  /** Filled in while the export streams; see `emptyReport`. */
  report?: WriteReport;
};
