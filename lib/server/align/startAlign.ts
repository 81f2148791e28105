import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import * as jobs from '@/db/queries/jobs';
import { type Actor, can } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { BitextId } from '../inputs';
import { newId } from '../newId';
import { wakeRunner } from './runner';

export const StartAlignInput = z.object({ bitextId: BitextId });

/**
 * Puts an alignment job in the queue. On a bitext at work it realigns what nobody has vouched for:
 * confirmed and approved beads are walls, and the whole can be undone.
 */
export async function startAlign(
  actor: Actor,
  { bitextId }: z.output<typeof StartAlignInput>,
): Promise<Result<{ jobId: string }>> {
  const db = await getDb();
  const bitext = await alignments.findBitext(db, bitextId);
  if (!bitext || !can(actor, 'read', bitext)) return err('bitext.notFound');
  if (!can(actor, 'edit', bitext)) return err('bead.forbidden');
  const jobId = newId();
  if (!(await jobs.insert(db, { id: jobId, bitextId, createdBy: actor.id }))) return err('job.running');
  wakeRunner();
  return ok({ jobId });
}
