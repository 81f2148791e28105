import type { MakeSpool } from './Spool';
import type { WriteReport } from './WriteReport';
import type { MakeDeflater } from './zip/Deflater';

export type WriteOptions = {
  /** Units with a language missing: leave them out, or write what there is. Each format has its own usual way. */
  nulls?: 'leaveOut' | 'keep';
  /** Language tags as the project has them, or with the region most of their speakers live in (`vi-VN`). */
  languageTags?: 'plain' | 'region';
  /** Also write status, confidence and null reason, where the format has a place for them. */
  properties?: boolean;
  /** Also write who changed a unit and when, where the units say so. */
  changes?: boolean;
  /** Write the units' ids, where the format does without; yes when not said. */
  ids?: boolean;
  /** Filled in while the export streams; see `emptyReport`. */
  report?: WriteReport;
  /** Where files wait that may not be sent yet; in memory when not said. */
  spool?: MakeSpool;
  /** What packs the entries of zip files; a portable program when not said. */
  deflater?: MakeDeflater;
};
