import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as checks from '@/db/queries/checks';
import { namesOf } from '@/db/queries/people';
import type { Actor } from '@/lib/bitext/can';
import { lowerBound } from '@/lib/bitext/segments';
import { checkBead, type Finding, inputOf } from '@/lib/checks';
import { ok, type Result } from '@/lib/result';
import { bitextHabits } from './bitextChecks';
import { judgedBead } from './judgedBead';
import { type Ignored, ignoredOf } from './readChecks';

export const ReadBeadChecksInput = z.object({ documentId: z.uuid(), bitextId: z.uuid(), beadId: z.uuid() });

/** Send `fingerprint` along when ignoring: it stands for the texts that were looked at. */
export type BeadChecks = { fingerprint: string; findings: (Finding & { ignored?: Ignored })[] };

/** All findings of one bead as it reads now, with where they are and how they are mended. */
export async function readBeadChecks(
  actor: Actor,
  input: z.output<typeof ReadBeadChecksInput>,
): Promise<Result<BeadChecks>> {
  const db = await getDb();
  const judged = await judgedBead(db, actor, 'read', input);
  if (!judged.ok) return judged;
  const { place, bead, neighbours, texts, fingerprint } = judged.value;
  const { profile, starts, curve } = await bitextHabits(place);
  // The bead that stood here when the whole was looked at, or the next one.
  const near = Math.min(
    lowerBound(starts, bead.source.start, (at) => at),
    curve.length - 1,
  );
  const found = checkBead(inputOf(texts, bead, neighbours, { profile, lnRatio: curve[near] ?? null }));
  const rows = (await checks.ignoredOf(db, place.id)).filter(
    (row) => row.beadId === bead.id && row.fingerprint === fingerprint,
  );
  const names = await namesOf(db, [...new Set(rows.map((row) => row.ignoredBy))]);
  const findings = found.map((one) => {
    const row = rows.find(({ check }) => check === one.check);
    return row ? { ...one, ignored: ignoredOf(row, names) } : one;
  });
  return ok({ fingerprint, findings });
}
