import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import * as jobs from '@/db/queries/jobs';
import { type Actor, can } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { JobId } from '../inputs';

export const CancelJobInput = z.object({ jobId: JobId });

/** Ends a job. Its worker notices within half a second; nothing of it is stored. */
export async function cancelJob(
  actor: Actor,
  { jobId }: z.output<typeof CancelJobInput>,
): Promise<Result<null>> {
  const db = await getDb();
  const job = await jobs.find(db, jobId);
  if (!job || !can(actor, 'read', job)) return err('job.notFound');
  const bitext = await alignments.findBitext(db, job.bitextId);
  if (!bitext || !can(actor, 'edit', bitext)) return err('bead.forbidden');
  await jobs.end(db, jobId, 'cancelled');
  return ok(null);
}
