import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text as textColumn,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { user } from './auth';
import { project } from './project';

/** A work or a chapter: one reference text and at most one translation in each language. */
export const document = pgTable(
  'document',
  {
    id: uuid().primaryKey(),
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id, { onDelete: 'cascade' }),
    title: textColumn().notNull(),
    createdBy: uuid('created_by').references(() => user.id, {
      onDelete: 'set null',
    }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    // Two documents of one name can't be told apart in a list.
    unique('document_title_unique').on(t.projectId, t.title),
    check('document_title_present', sql`length(trim(${t.title})) between 1 and 200`),
  ],
);

/**
 * An imported text. Its paragraphs are never rewritten: offsets into their concatenation, in
 * UTF-16 units, name segments and beads for ever.
 */
export const text = pgTable(
  'text',
  {
    id: uuid().primaryKey(),
    /** Null while an import lays it down piece by piece: until it is whole it belongs nowhere, and nobody sees it. */
    documentId: uuid('document_id').references(() => document.id, { onDelete: 'cascade' }),
    lang: textColumn().notNull(),
    isReference: boolean('is_reference').notNull(),
    /** False for a version that a corrected one took the place of: undo brings it back. */
    isCurrent: boolean('is_current').notNull().default(true),
    fileName: textColumn('file_name'),
    format: textColumn().notNull(),
    encoding: textColumn().notNull(),
    /** SHA-256 of the imported bytes, hexadecimal. */
    checksum: textColumn().notNull(),
    lengthUtf16: integer('length_utf16').notNull(),
    /** How far `paragraph_trigram` has come, in UTF-16 units: what stands after it is searched without an index. */
    indexedTo: integer('indexed_to').notNull().default(0),
    warnings: jsonb().notNull().default([]),
    /** What a person chose about the reading of the file, for that of a corrected one: `Reading` of the imports. */
    reading: jsonb(),
    importedBy: uuid('imported_by').references(() => user.id, {
      onDelete: 'set null',
    }),
    importedAt: timestamp('imported_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    // One text a language and one reference a document, older versions aside.
    uniqueIndex('text_lang_unique').on(t.documentId, t.lang).where(sql`${t.isCurrent}`),
    uniqueIndex('text_reference_unique').on(t.documentId).where(sql`${t.isReference} and ${t.isCurrent}`),
    check('text_current_placed', sql`${t.documentId} is not null or not ${t.isCurrent}`),
    // What is still to be indexed.
    index('text_unindexed_index').on(t.importedAt).where(sql`${t.indexedTo} < ${t.lengthUtf16}`),
    check('text_indexed_valid', sql`${t.indexedTo} between 0 and ${t.lengthUtf16}`),
    check('text_length_positive', sql`${t.lengthUtf16} > 0`),
    check('text_checksum_form', sql`${t.checksum} ~ '^[0-9a-f]{64}$'`),
  ],
);

/** A paragraph as imported. Order is `start`, its offset in the text. */
export const paragraph = pgTable(
  'paragraph',
  {
    textId: uuid('text_id')
      .notNull()
      .references(() => text.id, { onDelete: 'cascade' }),
    start: integer().notNull(),
    content: textColumn().notNull(),
    /** The content without case and diacritics, for the search (function of migration `text-search`). */
    folded: textColumn().notNull().generatedAlwaysAs(sql`fold_text(content)`),
  },
  (t) => [
    primaryKey({ columns: [t.textId, t.start] }),
    check('paragraph_start_valid', sql`${t.start} >= 0`),
    check('paragraph_content_present', sql`${t.content} <> ''`),
  ],
);

/**
 * The folded content again, with an index for substrings and regular expressions. Apart from the paragraphs, because
 * the index takes three times as long as all else of an import: rows come here afterwards, a few at a time and in the
 * order of the text, and `text.indexed_to` says how far.
 */
export const paragraphTrigram = pgTable(
  'paragraph_trigram',
  {
    textId: uuid('text_id')
      .notNull()
      .references(() => text.id, { onDelete: 'cascade' }),
    start: integer().notNull(),
    folded: textColumn().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.textId, t.start] }),
    index('paragraph_trigram_index').using('gin', t.folded.op('gin_trgm_ops')),
  ],
);

/**
 * Where segments start; the last border of a text stands at its end. A segment is the stretch
 * between two neighbours, so segments cover their text exactly once by construction, and a border
 * that a bead needs can't be taken away (foreign keys of `bead`).
 */
export const border = pgTable(
  'border',
  {
    textId: uuid('text_id')
      .notNull()
      .references(() => text.id, { onDelete: 'cascade' }),
    at: integer().notNull(),
    kind: textColumn({ enum: ['paragraph', 'sentence', 'editor'] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.textId, t.at] }),
    check('border_at_valid', sql`${t.at} >= 0`),
    check('border_kind_valid', sql`${t.kind} in ('paragraph', 'sentence', 'editor')`),
  ],
);

/** Another reading of a stretch of a text, with the old one beside it. */
export const correction = pgTable(
  'correction',
  {
    textId: uuid('text_id')
      .notNull()
      .references(() => text.id, { onDelete: 'cascade' }),
    start: integer().notNull(),
    end: integer('stop').notNull(),
    old: textColumn().notNull(),
    reading: textColumn().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.textId, t.start] }),
    check('correction_span_valid', sql`${t.start} >= 0 and ${t.end} >= ${t.start}`),
    check('correction_changes', sql`${t.old} <> ${t.reading}`),
  ],
);
