import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { user } from './auth';
import { project } from './project';

const SCOPES = ['read', 'import', 'align', 'export', 'manage'] as const;

/**
 * A key with which a program acts for a person.
 * - Only the hash of its secret is kept: reading the database lets nobody in. `prefix` is for people, to tell theirs apart.
 * - It never gives a right that its person does not have; `scopes` and `project_id` narrow them.
 * - It ends on its own; taking it back deletes it, and so does a new password.
 */
export const accessToken = pgTable(
  'access_token',
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** The one project it is good for; null is all of its person's. */
    projectId: uuid('project_id').references(() => project.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** SHA-256 of the whole token, in hex. */
    tokenHash: text('token_hash').notNull().unique('access_token_hash_key'),
    /** Its first characters. */
    prefix: text().notNull(),
    scopes: text({ enum: SCOPES }).array().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    /** To within a few minutes. */
    lastUsedAt: timestamp('last_used_at', { withTimezone: true }),
  },
  (table) => [
    // Serves the list in the settings, and "all of this person's".
    index('access_token_user_index').on(table.userId),
    // Deleting a project looks for its tokens.
    index('access_token_project_index').on(table.projectId),
    check('access_token_name_valid', sql`length(trim(${table.name})) between 1 and 100`),
    // A plain token is never stored by mistake, neither here nor as its prefix.
    check('access_token_hash_form', sql`${table.tokenHash} ~ '^[0-9a-f]{64}$'`),
    check('access_token_prefix_form', sql`${table.prefix} ~ '^tri_[A-Za-z0-9_-]{6}$'`),
    // The application knows these and no others; without any it could do nothing.
    check(
      'access_token_scopes_valid',
      sql`cardinality(${table.scopes}) > 0 and ${table.scopes} <@ array['read', 'import', 'align', 'export', 'manage']`,
    ),
    // Projects are made by tokens that are good for all of them.
    check(
      'access_token_project_scopes',
      sql`${table.projectId} is null or not ('manage' = any(${table.scopes}))`,
    ),
    // Nobody remembers one that was made years ago.
    check(
      'access_token_expiry_valid',
      sql`${table.expiresAt} > ${table.createdAt} and ${table.expiresAt} <= ${table.createdAt} + interval '367 days'`,
    ),
  ],
);
