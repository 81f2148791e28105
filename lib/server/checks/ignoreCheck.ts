import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as checks from '@/db/queries/checks';
import type { Actor } from '@/lib/bitext/can';
import { CHECK_IDS } from '@/lib/checks';
import { err, ok, type Result } from '@/lib/result';
import { judgedBead } from './judgedBead';

const Place = { documentId: z.uuid(), bitextId: z.uuid(), beadId: z.uuid(), check: z.enum(CHECK_IDS) };

export const IgnoreCheckInput = z.object({
  ...Place,
  reason: z.string().trim().min(1).max(1000),
  /** As `readBeadChecks` gave it: refused when the bead reads otherwise by now. */
  fingerprint: z.string().optional(),
});
export const UnignoreCheckInput = z.object(Place);

/** Says why a finding is none. It holds until one of the two texts changes. */
export async function ignoreCheck(
  actor: Actor,
  input: z.output<typeof IgnoreCheckInput>,
): Promise<Result<{ fingerprint: string }>> {
  const db = await getDb();
  return db.transaction(async (tx): Promise<Result<{ fingerprint: string }>> => {
    const judged = await judgedBead(tx, actor, 'edit', input);
    if (!judged.ok) return judged;
    const { fingerprint } = judged.value;
    if (input.fingerprint !== undefined && input.fingerprint !== fingerprint) return err('bead.stale');
    const { bitextId, beadId, check, reason } = input;
    const signed = { ignoredBy: actor.id, ignoredAt: new Date() };
    await checks.ignore(tx, { bitextId, beadId, check, fingerprint, reason, ...signed });
    return ok({ fingerprint });
  });
}

/** Lets a finding be seen again. */
export async function unignoreCheck(
  actor: Actor,
  input: z.output<typeof UnignoreCheckInput>,
): Promise<Result<null>> {
  const db = await getDb();
  return db.transaction(async (tx): Promise<Result<null>> => {
    const judged = await judgedBead(tx, actor, 'edit', input);
    if (!judged.ok) return judged;
    await checks.unignore(tx, input.bitextId, input.beadId, input.check);
    return ok(null);
  });
}
