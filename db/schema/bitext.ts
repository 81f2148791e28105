import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  text as textColumn,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { user } from './auth';
import { document, text } from './document';

/** A reference text with one translation: what is aligned, edited, reviewed and exported. */
export const bitext = pgTable(
  'bitext',
  {
    id: uuid().primaryKey(),
    /** Null while an import lays its beads down, as for its texts. */
    documentId: uuid('document_id').references(() => document.id, { onDelete: 'cascade' }),
    sourceTextId: uuid('source_text_id')
      .notNull()
      .references(() => text.id, { onDelete: 'cascade' }),
    targetTextId: uuid('target_text_id')
      .notNull()
      .references(() => text.id, { onDelete: 'cascade' }),
    sourceEnd: integer('source_end').notNull(),
    targetEnd: integer('target_end').notNull(),
    /** Counts edits; a bead carries the number of the last one that changed it. */
    revision: integer().notNull().default(0),
    /** Zero once there are beads: with `bead_first_fk` it makes sure that the first one starts at 0, 0. */
    origin: integer(),
  },
  (t) => [
    unique('bitext_texts_unique').on(t.sourceTextId, t.targetTextId),
    // Referenced by the last bead: an alignment ends where its texts end.
    unique('bitext_end_unique').on(t.id, t.sourceEnd, t.targetEnd),
    // Referenced by beads, so that their text columns can't lie.
    unique('bitext_sides_unique').on(t.id, t.sourceTextId, t.targetTextId),
    index('bitext_document_index').on(t.documentId),
    check('bitext_two_texts', sql`${t.sourceTextId} <> ${t.targetTextId}`),
    check('bitext_origin_zero', sql`${t.origin} is null or ${t.origin} = 0`),
    check('bitext_revision_valid', sql`${t.revision} >= 0`),
  ],
);

/**
 * A run of source segments with a run of target segments. The beads of a bitext form a chain from
 * 0, 0 to the ends of both texts, each starting where the one before ended: ordered, monotone, both
 * sides covered exactly once. The database holds to it when a transaction ends (migration
 * `ladder-chain`): every bead but the last must meet another one's start, starts and ends are unique,
 * the last ends with its texts, the first starts at 0, 0, and all of them stand on segment borders.
 */
export const bead = pgTable(
  'bead',
  {
    id: uuid().primaryKey(),
    bitextId: uuid('bitext_id')
      .notNull()
      .references(() => bitext.id, { onDelete: 'cascade' }),
    sourceTextId: uuid('source_text_id').notNull(),
    targetTextId: uuid('target_text_id').notNull(),
    sourceStart: integer('source_start').notNull(),
    sourceEnd: integer('source_end').notNull(),
    targetStart: integer('target_start').notNull(),
    targetEnd: integer('target_end').notNull(),
    isLast: boolean('is_last').notNull(),
    /** Where the next bead starts; null on the last one, which `meetsEnd` ties to the texts' ends instead. */
    meetsNext: integer('meets_next').generatedAlwaysAs(sql`case when not is_last then source_end end`),
    meetsEnd: integer('meets_end').generatedAlwaysAs(sql`case when is_last then source_end end`),
    status: textColumn({
      enum: ['machine', 'stale', 'proposed', 'confirmed', 'self-reviewed', 'approved'],
    }).notNull(),
    origin: textColumn({ enum: ['machine', 'person', 'import'] }).notNull(),
    confidence: doublePrecision(),
    reason: textColumn({
      enum: ['omitted', 'added', 'boilerplate', 'moved', 'segmentation'],
    }),
    authors: uuid().array().notNull().default([]),
    revision: integer().notNull(),
  },
  (t) => [
    unique('bead_start_unique').on(t.bitextId, t.sourceStart, t.targetStart),
    unique('bead_end_unique').on(t.bitextId, t.sourceEnd, t.targetEnd),
    uniqueIndex('bead_last_unique').on(t.bitextId).where(sql`${t.isLast}`),
    foreignKey({
      name: 'bead_sides_fk',
      columns: [t.bitextId, t.sourceTextId, t.targetTextId],
      foreignColumns: [bitext.id, bitext.sourceTextId, bitext.targetTextId],
      // A corrected text takes the place of an older one.
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    // When a bead goes, whoever was to meet its start has to be found (`bead_meets_next_fk`): without this, each
    // one that goes costs a walk through the whole bitext.
    index('bead_meets_next_index').on(t.bitextId, t.meetsNext, t.targetEnd),
    // Filters and the review queue.
    index('bead_status_index').on(t.bitextId, t.status),
    check(
      'bead_spans_valid',
      sql`0 <= ${t.sourceStart} and ${t.sourceStart} <= ${t.sourceEnd} and 0 <= ${t.targetStart} and ${t.targetStart} <= ${t.targetEnd}`,
    ),
    check('bead_not_empty', sql`${t.sourceStart} < ${t.sourceEnd} or ${t.targetStart} < ${t.targetEnd}`),
    check(
      'bead_status_valid',
      sql`${t.status} in ('machine', 'stale', 'proposed', 'confirmed', 'self-reviewed', 'approved')`,
    ),
    check('bead_origin_valid', sql`${t.origin} in ('machine', 'person', 'import')`),
    check('bead_confidence_valid', sql`${t.confidence} between 0 and 1`),
    // Only null beads have a reason, and they need it before anybody vouches for them.
    check(
      'bead_reason_valid',
      sql`${t.reason} in ('omitted', 'added', 'boilerplate', 'moved', 'segmentation')`,
    ),
    check(
      'bead_reason_on_nulls',
      sql`${t.reason} is null or ${t.sourceStart} = ${t.sourceEnd} or ${t.targetStart} = ${t.targetEnd}`,
    ),
    check(
      'bead_reason_before_confirmed',
      sql`${t.status} in ('machine', 'stale', 'proposed') or ${t.reason} is not null or (${t.sourceStart} < ${t.sourceEnd} and ${t.targetStart} < ${t.targetEnd})`,
    ),
  ],
);

/** A remark on a bead. Beads come and go with edits, hence no foreign key: comments move with undo and redo. */
export const comment = pgTable(
  'comment',
  {
    id: uuid().primaryKey(),
    bitextId: uuid('bitext_id')
      .notNull()
      .references(() => bitext.id, { onDelete: 'cascade' }),
    beadId: uuid('bead_id').notNull(),
    kind: textColumn({ enum: ['comment', 'dispute', 'return'] }).notNull(),
    body: textColumn().notNull(),
    // Accounts with work to their name are not deleted.
    authorId: uuid('author_id')
      .notNull()
      .references(() => user.id, { onDelete: 'restrict' }),
    createdAt: timestamp('created_at', {
      withTimezone: true,
      mode: 'string',
    }).notNull(),
    resolvedBy: uuid('resolved_by').references(() => user.id, {
      onDelete: 'restrict',
    }),
  },
  (t) => [
    index('comment_bead_index').on(t.beadId),
    index('comment_bitext_index').on(t.bitextId),
    check('comment_kind_valid', sql`${t.kind} in ('comment', 'dispute', 'return')`),
    check('comment_body_present', sql`length(trim(${t.body})) > 0`),
  ],
);
