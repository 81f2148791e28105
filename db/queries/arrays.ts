import { type SQL, sql } from 'drizzle-orm';

/** Many ids as one parameter: a statement may carry 65,535 of them, and each costs time. */
export const uuids = (ids: readonly string[]): SQL => sql`${sql.param(`{${ids.join(',')}}`)}::uuid[]`;

/** Rows as one parameter, to be unfolded by `jsonb_to_recordset`. */
export const records = (rows: readonly object[]): SQL => sql`${sql.param(JSON.stringify(rows))}::jsonb`;
