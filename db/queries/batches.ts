/** Rows a statement may carry: PostgreSQL takes at most 65,535 parameters. */
const ROWS_PER_STATEMENT = 1000;

/** Runs `insert` over slices of `rows`, one after the other. */
export async function inBatches<Row>(
  rows: readonly Row[],
  insert: (slice: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT)
    await insert(rows.slice(from, from + ROWS_PER_STATEMENT));
}
