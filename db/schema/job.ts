import { sql } from 'drizzle-orm';
import {
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { user } from './auth';
import { bitext } from './bitext';

/** Long work off the request. A `running` row without a fresh heartbeat was left by a process that died, and is taken up again. */
export const job = pgTable(
  'job',
  {
    id: uuid().primaryKey(),
    kind: text({ enum: ['align'] }).notNull(),
    bitextId: uuid('bitext_id')
      .notNull()
      .references(() => bitext.id, { onDelete: 'cascade' }),
    state: text({
      enum: ['queued', 'running', 'done', 'failed', 'cancelled'],
    }).notNull(),
    /** Share done, 0..1. */
    progress: doublePrecision().notNull().default(0),
    /** An `ErrorCode`, when it failed. */
    error: text(),
    attempt: integer().notNull().default(0),
    /** Null for the sample, which is aligned before there is an account. */
    createdBy: uuid('created_by').references(() => user.id, { onDelete: 'restrict' }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    heartbeatAt: timestamp('heartbeat_at', { withTimezone: true }),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
  },
  (t) => [
    // Two jobs on one bitext would overwrite each other's beads.
    uniqueIndex('job_active_unique').on(t.bitextId).where(sql`${t.state} in ('queued', 'running')`),
    index('job_queue_index').on(t.state, t.createdAt),
    check('job_kind_valid', sql`${t.kind} in ('align')`),
    check('job_state_valid', sql`${t.state} in ('queued', 'running', 'done', 'failed', 'cancelled')`),
    check('job_progress_valid', sql`${t.progress} between 0 and 1`),
  ],
);
