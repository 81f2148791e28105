import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

// The property names are better-auth's own; it finds its columns by them.

const createdAt = timestamp('created_at', { withTimezone: true }).notNull().defaultNow();
const updatedAt = timestamp('updated_at', { withTimezone: true }).notNull().defaultNow();

/**
 * A person with an account.
 * - The address is unique whatever its case.
 * - `owner` may everything on this instance; the first account is one. Everyone else gets their
 *   rights from `membership`.
 */
export const user = pgTable(
  'account_holder', // `user` is a reserved word: unquoted, it names the database's own role
  {
    id: uuid('id').primaryKey().defaultRandom(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    role: text('role', { enum: ['owner', 'member'] })
      .notNull()
      .default('member'),
    createdAt,
    updatedAt,
  },
  (table) => [
    // One account an address: sign-in looks people up by it, in lower case.
    uniqueIndex('account_holder_email_key').on(sql`lower(${table.email})`),
    // The application knows these two and no others.
    check('account_holder_role_check', sql`${table.role} in ('owner', 'member')`),
    check('account_holder_name_check', sql`length(${table.name}) between 1 and 200`),
  ],
);

/** A signed-in browser. Goes with its account; deleting the row signs that browser out. */
export const session = pgTable(
  'session',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    token: text('token').notNull().unique('session_token_key'),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt,
    updatedAt,
  },
  // Serves "sign out everywhere else".
  (table) => [index('session_user_idx').on(table.userId)],
);

/** A way to sign in. Ours are all `credential`: `password` holds the scrypt hash, never the password. */
export const account = pgTable(
  'account',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    password: text('password'),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: timestamp('access_token_expires_at', {
      withTimezone: true,
    }),
    refreshTokenExpiresAt: timestamp('refresh_token_expires_at', {
      withTimezone: true,
    }),
    scope: text('scope'),
    createdAt,
    updatedAt,
  },
  // One password a person.
  (table) => [uniqueIndex('account_user_provider_key').on(table.userId, table.providerId)],
);

/** Short-lived secrets, as hashes: the links by which people set a new password. better-auth's own are not used. */
export const verification = pgTable(
  'verification',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    createdAt,
    updatedAt,
  },
  (table) => [index('verification_identifier_idx').on(table.identifier)],
);

/** How often a guarded thing was tried in the running window. Shared, so that several instances count together. */
export const rateLimit = pgTable(
  'rate_limit',
  {
    key: text('key').primaryKey(),
    count: integer('count').notNull(),
    /** Milliseconds since 1970 at which the window began. */
    startedAt: bigint('started_at', { mode: 'number' }).notNull(),
  },
  (table) => [check('rate_limit_count_check', sql`${table.count} > 0`)],
);
