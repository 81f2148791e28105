import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { user } from './auth';

const ROLES = ['viewer', 'editor', 'reviewer', 'manager'] as const;

/**
 * A body of documents with one reference language.
 * - At least one target language, none of them the reference language.
 * - The sample project has no creator: it is older than the first account.
 */
export const project = pgTable(
  'project',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    name: text('name').notNull(),
    /** BCP 47. */
    referenceLang: text('reference_lang').notNull().default('en'),
    targetLangs: text('target_langs').array().notNull(),
    /** Whether an author may sign off their own bead; it is then `self-reviewed`, never `approved`. */
    selfReview: boolean('self_review').notNull().default(false),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    createdBy: uuid('created_by').references(() => user.id, {
      onDelete: 'set null',
    }),
  },
  (table) => [
    check('project_name_check', sql`length(${table.name}) between 1 and 200`),
    // A project without a target language has nothing to align.
    check('project_target_langs_check', sql`cardinality(${table.targetLangs}) between 1 and 20`),
    // A bitext of a language with itself would have two identical sides in exports.
    check('project_reference_lang_check', sql`not (${table.referenceLang} = any(${table.targetLangs}))`),
  ],
);

/**
 * What a person may do in a project.
 * - Roles are ordered viewer < editor < reviewer < manager, and each may what the ones before may.
 * - `langs` narrows editing and reviewing to some target languages; null is all of them. Viewers
 *   read everything and managers manage everything, so for them it is always null.
 * - A project with members keeps at least one manager: the use cases see to it, under a lock on the project.
 */
export const membership = pgTable(
  'membership',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ROLES }).notNull(),
    langs: text('langs').array(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.projectId, table.userId] }),
    // Serves "the projects of this person", read at every request.
    index('membership_user_idx').on(table.userId),
    check('membership_role_check', sql`${table.role} in ('viewer', 'editor', 'reviewer', 'manager')`),
    // An empty list would be an editor who may edit nothing: say viewer instead.
    check(
      'membership_langs_check',
      sql`${table.langs} is null or (cardinality(${table.langs}) > 0 and ${table.role} in ('editor', 'reviewer'))`,
    ),
  ],
);

/**
 * A link that makes whoever opens it a member.
 * - Only the hash of its secret is kept: reading the database lets nobody in.
 * - It works once, until `expiresAt`. Used ones stay, to show who came by whose invitation.
 */
export const invitation = pgTable(
  'invitation',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** SHA-256 of the token, in hex. */
    tokenHash: text('token_hash').notNull().unique('invitation_token_hash_key'),
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ROLES }).notNull(),
    langs: text('langs').array(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    createdBy: uuid('created_by').references(() => user.id, {
      onDelete: 'set null',
    }),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
    usedBy: uuid('used_by').references(() => user.id, { onDelete: 'set null' }),
  },
  (table) => [
    // Serves the list on the settings page.
    index('invitation_project_idx').on(table.projectId),
    check('invitation_role_check', sql`${table.role} in ('viewer', 'editor', 'reviewer', 'manager')`),
    check(
      'invitation_langs_check',
      sql`${table.langs} is null or (cardinality(${table.langs}) > 0 and ${table.role} in ('editor', 'reviewer'))`,
    ),
    // A plain token is never stored by mistake.
    check('invitation_token_hash_check', sql`${table.tokenHash} ~ '^[0-9a-f]{64}$'`),
  ],
);
