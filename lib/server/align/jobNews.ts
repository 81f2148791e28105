import 'server-only';
import type { Db } from '@/db/client';
import * as jobs from '@/db/queries/jobs';
import { announceJob } from '../live/announce';
import { log } from '../log';

/** How far a job is, is told at most this often; how it ends always. */
const PAUSE_MS = 1000;

export type JobNews = {
  /** @param share done, 0..1. */
  progress: (share: number) => void;
  /** Tells how it has ended, as its row says. */
  ended: () => Promise<void>;
};

/**
 * Tells whoever has the job's document open how far it is. They could do without: that it could not be told is noted,
 * and never ends a job.
 */
export async function jobNews(db: Db, { id: jobId, bitextId }: jobs.JobRow): Promise<JobNews> {
  let toldAt = Number.NEGATIVE_INFINITY;
  const documentId = (await jobs.find(db, jobId))?.documentId;
  const tell = async (state: string, progress: number): Promise<void> => {
    if (documentId) await announceJob(db, documentId, { jobId, bitextId, state, progress });
  };
  // One after the other: news from two connections of a pool might overtake each other.
  let last: Promise<void> = Promise.resolve();
  const untold = (cause: unknown) => log.error('job.untold', cause, { job: jobId });
  return {
    progress: (share) => {
      const now = performance.now();
      if (now - toldAt < PAUSE_MS) return;
      toldAt = now;
      last = last.then(() => tell('running', share)).catch(untold);
    },
    ended: async () => {
      await last;
      try {
        const row = await jobs.find(db, jobId);
        if (row) await tell(row.state, row.progress);
      } catch (cause) {
        untold(cause);
      }
    },
  };
}
