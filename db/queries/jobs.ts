import { and, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import type { Db, Tx } from '../client';
import { bitext, document, job } from '../schema';

export type JobRow = typeof job.$inferSelect;

/** Queues a job. False when one is queued or running on the bitext already. */
export async function insert(
  tx: Db | Tx,
  row: { id: string; bitextId: string; createdBy: string | null },
): Promise<boolean> {
  const rows = await tx
    .insert(job)
    .values({ ...row, kind: 'align', state: 'queued' })
    .onConflictDoNothing()
    .returning({ id: job.id });
  return rows.length > 0;
}

/** The job with the project it belongs to, for the caller's rights. */
export async function find(
  db: Db | Tx,
  id: string,
): Promise<(JobRow & { projectId: string; documentId: string }) | null> {
  const [row] = await db
    .select({ job, projectId: document.projectId, documentId: document.id })
    .from(job)
    .innerJoin(bitext, eq(bitext.id, job.bitextId))
    .innerJoin(document, eq(document.id, bitext.documentId))
    .where(eq(job.id, id));
  return row ? { ...row.job, projectId: row.projectId, documentId: row.documentId } : null;
}

/** The jobs of a document that still run, and the last one of each bitext that failed. */
export async function latestOf(db: Db | Tx, documentId: string): Promise<JobRow[]> {
  const rows = await db
    .selectDistinctOn([job.bitextId], { job })
    .from(job)
    .innerJoin(bitext, eq(bitext.id, job.bitextId))
    .where(eq(bitext.documentId, documentId))
    .orderBy(job.bitextId, desc(job.createdAt));
  return rows.map((row) => row.job);
}

/**
 * Takes the oldest waiting job, or one whose runner has not been heard of for `staleMs`; several
 * instances never get the same one.
 */
export async function claim(db: Db, staleMs: number): Promise<JobRow | null> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(job)
      .where(
        or(
          eq(job.state, 'queued'),
          and(
            eq(job.state, 'running'),
            lt(job.heartbeatAt, sql`now() - make_interval(secs => ${staleMs / 1000})`),
          ),
        ),
      )
      .orderBy(job.createdAt)
      .limit(1)
      .for('update', { skipLocked: true });
    if (!row) return null;
    const [claimed] = await tx
      .update(job)
      .set({
        state: 'running',
        heartbeatAt: sql`now()`,
        attempt: row.attempt + 1,
        progress: 0,
      })
      .where(eq(job.id, row.id))
      .returning();
    return claimed;
  });
}

/** Notes progress. False when the job was cancelled meanwhile. */
export async function beat(db: Db | Tx, id: string, progress: number): Promise<boolean> {
  const rows = await db
    .update(job)
    .set({ progress, heartbeatAt: sql`now()` })
    .where(and(eq(job.id, id), eq(job.state, 'running')))
    .returning({ id: job.id });
  return rows.length > 0;
}

/** Ends a job that has not ended yet. False if it had. */
export async function end(
  db: Db | Tx,
  id: string,
  state: 'done' | 'failed' | 'cancelled',
  error: string | null = null,
): Promise<boolean> {
  const rows = await db
    .update(job)
    .set({
      state,
      error,
      finishedAt: sql`now()`,
      ...(state === 'done' ? { progress: 1 } : {}),
    })
    .where(and(eq(job.id, id), inArray(job.state, ['queued', 'running'])))
    .returning({ id: job.id });
  return rows.length > 0;
}

/** After a start of the embedded database nothing can be running: whatever says so was cut off. */
export async function requeueAll(db: Db): Promise<void> {
  await db.update(job).set({ state: 'queued', heartbeatAt: null }).where(eq(job.state, 'running'));
}
