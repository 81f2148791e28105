import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import * as checks from '@/db/queries/checks';
import * as documents from '@/db/queries/documents';
import { namesOf } from '@/db/queries/people';
import { type Actor, can } from '@/lib/bitext/can';
import type { BeadId, BitextId } from '@/lib/bitext/types';
import type { BitextProfile, CheckId, Severity } from '@/lib/checks';
import { err, ok, type Result } from '@/lib/result';
import { bitextChecks } from './bitextChecks';

export const ReadChecksInput = z.object({ documentId: z.uuid() });

export type Ignored = { beadId: BeadId; check: CheckId; reason: string; by: string; at: string };

/** What the checks have found in a bitext, by check; the ignored ones are among them. */
export type ChecksView = {
  bitextId: BitextId;
  /** The last event of the document that they know of. */
  seq: number;
  /** With it, `checkBead` judges single beads in the browser. */
  profile: BitextProfile;
  found: { check: CheckId; severity: Severity; beads: BeadId[] }[];
  ignored: Ignored[];
};

/** The findings of all bitexts of a document. Whoever may read the project may read them. */
export async function readChecks(
  actor: Actor,
  { documentId }: z.output<typeof ReadChecksInput>,
): Promise<Result<ChecksView[]>> {
  const db = await getDb();
  const document = await documents.find(db, documentId);
  if (!document || !can(actor, 'read', document)) return err('document.notFound');
  const places = await alignments.bitextsOf(db, documentId);
  // While one is being checked, the next is read.
  const all = await Promise.all(places.map((place) => bitextChecks(place)));
  const views: ChecksView[] = [];
  for (const [k, place] of places.entries()) {
    const { seq, profile, found, fingerprints } = all[k]!;
    const rows = (await checks.ignoredOf(db, place.id)).filter(
      (row) => fingerprints.get(row.beadId) === row.fingerprint,
    );
    const names = await namesOf(db, [...new Set(rows.map((row) => row.ignoredBy))]);
    const ignored = rows.map((row) => ignoredOf(row, names));
    views.push({ bitextId: place.id, seq, profile, found, ignored });
  }
  return ok(views);
}

export const ignoredOf = (row: checks.IgnoredCheck, names: Record<string, string>): Ignored => ({
  beadId: row.beadId,
  check: row.check as CheckId,
  reason: row.reason,
  by: names[row.ignoredBy] ?? '',
  at: new Date(row.ignoredAt).toISOString(),
});
