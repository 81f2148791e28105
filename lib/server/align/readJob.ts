import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as jobs from '@/db/queries/jobs';
import { type Actor, can } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { JobId } from '../inputs';

export const ReadJobInput = z.object({ jobId: JobId });

export type JobView = Pick<jobs.JobRow, 'id' | 'bitextId' | 'state' | 'progress' | 'error'>;

export async function readJob(
  actor: Actor,
  { jobId }: z.output<typeof ReadJobInput>,
): Promise<Result<JobView>> {
  const job = await jobs.find(await getDb(), jobId);
  if (!job || !can(actor, 'read', job)) return err('job.notFound');
  const { id, bitextId, state, progress, error } = job;
  return ok({ id, bitextId, state, progress, error });
}
