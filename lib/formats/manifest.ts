import type { ExportHeader } from './ExportUnit';
import type { WriteReport } from './WriteReport';

/** What is said of the exported file itself. */
export type ManifestFile = {
  name: string;
  /** Id in the registry of formats. */
  format: string;
  /** Of the file's bytes, hexadecimal. */
  sha256: string;
  /** Revision of the bitext, or of each bitext by its language. */
  revision: number | Record<string, number>;
  /** The statuses that were asked for. */
  statuses: readonly string[];
  /** How the units were written: whatever was chosen. */
  options?: Readonly<Record<string, unknown>>;
  /** Of an export of several documents: each with its revisions. */
  documents?: readonly { title: string; revision: Record<string, number> }[];
};

export type Manifest = Omit<ExportHeader, 'createdAt'> &
  Omit<WriteReport, 'units'> & {
    manifest: 'triptych-export';
    version: 1;
    createdAt: string;
    file: ManifestFile;
    exported: number;
    /** Of an export of several files: what is said of each. */
    files?: Manifest[];
  };

/** What stands beside an export as JSON: where it comes from, what is in it, what was left out and why. */
export function buildManifest(
  header: ExportHeader & { createdAt: Date },
  report: WriteReport,
  file: ManifestFile,
): Manifest {
  const { units, ...counts } = report;
  return {
    manifest: 'triptych-export',
    version: 1,
    ...header,
    createdAt: header.createdAt.toISOString(),
    file,
    exported: units,
    ...counts,
  };
}
