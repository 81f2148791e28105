import { sql } from 'drizzle-orm';
import { check, jsonb, pgTable, uuid } from 'drizzle-orm/pg-core';
import { user } from './auth';

/** What a person has set for themselves; it follows them to other machines. One row a person, gone with them. */
export const preference = pgTable(
  'preference',
  {
    userId: uuid('user_id')
      .primaryKey()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** Keys of commands that differ from those delivered: lists of shortcuts by command. */
    keys: jsonb().$type<Record<string, string[]>>().notNull().default({}),
  },
  (t) => [check('preference_keys_object', sql`jsonb_typeof(${t.keys}) = 'object'`)],
);
