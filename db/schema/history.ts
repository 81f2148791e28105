import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Change } from '@/lib/bitext/change';
import type { BeadCommand } from '@/lib/bitext/commands';
import { user } from './auth';
import { document } from './document';

/**
 * Who changed what and when: appended in the transaction of the change itself, never altered.
 * Undo, blame and the history of a bead read it.
 */
export const event = pgTable(
  'event',
  {
    id: uuid().primaryKey(),
    /** Order of writing within the database. */
    seq: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    documentId: uuid('document_id')
      .notNull()
      .references(() => document.id, { onDelete: 'cascade' }),
    actorId: uuid('actor_id')
      .notNull()
      .references(() => user.id, { onDelete: 'restrict' }),
    at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    kind: text({
      enum: ['edit', 'undo', 'redo', 'revert', 'align', 'realign', 'import', 'attach', 'reimport'],
    }).notNull(),
    takesBack: uuid('takes_back'),
    commands: jsonb().$type<BeadCommand[]>().notNull(),
    change: jsonb().$type<Change>().notNull(),
  },
  (t) => [
    // The undo stack of a person in a document.
    index('event_stack_index').on(t.documentId, t.actorId, t.seq),
    // What happened in a document since somebody last looked.
    index('event_document_index').on(t.documentId, t.seq),
    // An event is taken back once; taking it back again is a redo of the undo.
    unique('event_takes_back_unique').on(t.takesBack),
    check(
      'event_kind_valid',
      sql`${t.kind} in ('edit', 'undo', 'redo', 'revert', 'align', 'realign', 'import', 'attach', 'reimport')`,
    ),
    check('event_takes_back_valid', sql`(${t.takesBack} is not null) = (${t.kind} in ('undo', 'redo'))`),
  ],
);

/** Which beads an event touched, for the history of one bead. Beads may be gone, hence no foreign key. */
export const eventBead = pgTable(
  'event_bead',
  {
    eventId: uuid('event_id')
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    beadId: uuid('bead_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.beadId, t.eventId] }), index('event_bead_event_index').on(t.eventId)],
);
