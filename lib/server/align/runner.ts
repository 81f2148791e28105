import 'server-only';
import { getDb } from '@/db/client';
import * as jobs from '@/db/queries/jobs';
import { env } from '../env';
import { log } from '../log';
import { alignBitext } from './alignBitext';
import { jobNews } from './jobNews';

/** A running job whose instance has not been heard of for this long belongs to nobody any more. */
const STALE_MS = 15_000;
/** How often an idle instance looks for jobs that another one has queued or left behind. */
const IDLE_MS = 10_000;
const MAX_ATTEMPTS = 3;

// On globalThis, because the bundler gives every route its own copy of this module.
const KEY = Symbol.for('triptych.runner');
type Runner = { busy: boolean; timer: NodeJS.Timeout | null };
const holder = globalThis as { [KEY]?: Runner };

/** Looks for work now, and from now on regularly. One job at a time an instance: the engine wants a core of its own. */
export function wakeRunner(): void {
  holder[KEY] ??= { busy: false, timer: null };
  const runner = holder[KEY];
  runner.timer ??= setInterval(() => void work(runner), IDLE_MS).unref();
  void work(runner);
}

/** At start-up: the embedded database has no other instance, so whatever says it runs was cut off. */
export async function resumeJobs(): Promise<void> {
  if (!env().databaseUrl) await jobs.requeueAll(await getDb());
  wakeRunner();
}

async function work(runner: Runner): Promise<void> {
  if (runner.busy) return;
  runner.busy = true;
  try {
    for (;;) {
      const db = await getDb();
      const job = await jobs.claim(db, STALE_MS);
      if (!job) return;
      await run(job);
    }
  } catch (cause) {
    log.error('job.queue', cause);
  } finally {
    runner.busy = false;
  }
}

async function run(job: jobs.JobRow): Promise<void> {
  const db = await getDb();
  if (job.attempt > MAX_ATTEMPTS) {
    await jobs.end(db, job.id, 'failed', 'job.failed');
    return;
  }
  const news = await jobNews(db, job);
  try {
    news.progress(0);
    const outcome = await alignBitext(job, news.progress);
    if (!outcome.ok) await jobs.end(db, job.id, 'failed', outcome.error.code);
  } catch (cause) {
    log.error('job.failed', cause, { job: job.id });
    await jobs.end(db, job.id, 'failed', 'job.failed');
  }
  await news.ended();
}
