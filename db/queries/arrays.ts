import { type SQL, sql } from 'drizzle-orm';

/**
 * Many values as one parameter: a statement may carry 65,535 of them, and each costs time. Ids and whole numbers only,
 * which need no quotes inside an array.
 */
export const arrayOf = (values: readonly (string | number)[], type: 'uuid' | 'int'): SQL =>
  sql`${sql.param(`{${values.join(',')}}`)}::${sql.raw(type)}[]`;

/** Many ids as one parameter. */
export const uuids = (ids: readonly string[]): SQL => arrayOf(ids, 'uuid');

/** Rows as one parameter, to be unfolded by `jsonb_to_recordset`. */
export const records = (rows: readonly object[]): SQL => sql`${sql.param(JSON.stringify(rows))}::jsonb`;
