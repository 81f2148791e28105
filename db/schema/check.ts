import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { user } from './auth';
import { bitext } from './bitext';
import { paragraph } from './document';

/**
 * Somebody has looked at what a check found in a bead and says why it is right as it is.
 * - It holds for the texts that were looked at: `fingerprint` is theirs, and the finding is back when they change.
 * - `bead_id` is no foreign key: beads are taken out and put in again when they change.
 */
export const ignoredCheck = pgTable(
  'ignored_check',
  {
    bitextId: uuid('bitext_id')
      .notNull()
      .references(() => bitext.id, { onDelete: 'cascade' }),
    beadId: uuid('bead_id').notNull(),
    check: text().notNull(),
    fingerprint: text().notNull(),
    reason: text().notNull(),
    ignoredBy: uuid('ignored_by')
      .notNull()
      .references(() => user.id, { onDelete: 'restrict' }),
    ignoredAt: timestamp('ignored_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    // One reason a finding; whoever gives another one replaces it.
    primaryKey({ columns: [t.beadId, t.check] }),
    // Reading the checks of a bitext.
    index('ignored_check_bitext_index').on(t.bitextId),
    check('ignored_check_reason_valid', sql`length(trim(${t.reason})) between 1 and 1000`),
    check('ignored_check_fingerprint_form', sql`${t.fingerprint} ~ '^[0-9a-f]{16}$'`),
    check('ignored_check_name_form', sql`${t.check} ~ '^[a-zA-Z]{1,40}$'`),
  ],
);

/**
 * A paragraph as its corrections let it read, for the search; those without corrections have no row. Derived:
 * written in the transaction that changes the corrections.
 */
export const reading = pgTable(
  'reading',
  {
    textId: uuid('text_id').notNull(),
    start: integer().notNull(),
    content: text().notNull(),
    /** As of `paragraph`. */
    folded: text().notNull().generatedAlwaysAs(sql`fold_text(content)`),
  },
  (t) => [
    primaryKey({ columns: [t.textId, t.start] }),
    foreignKey({
      name: 'reading_paragraph_fk',
      columns: [t.textId, t.start],
      foreignColumns: [paragraph.textId, paragraph.start],
    }).onDelete('cascade'),
    // Substrings and regular expressions.
    index('reading_folded_index').using('gin', t.folded.op('gin_trgm_ops')),
  ],
);
