/** Rows that one cell spans: more than this is the frame of a page, and no sentence with its counterparts. */
const MAX_SPAN = 100;

/** The cells of a sheet that are merged over several rows (ECMA-376-1, 18.3.1.54), by the rows they begin in. */
export class MergedRows {
  readonly #ends = new Map<number, number>();

  /** @param ref `B2:B4`; one that stays in its row says nothing. */
  add(ref: string): void {
    const [from, to] = /^\$?[A-Z]+\$?(\d+):\$?[A-Z]+\$?(\d+)$/iu.exec(ref)?.slice(1).map(Number) ?? [0, 0];
    if (to > from && to - from < MAX_SPAN) this.#ends.set(from, Math.max(to, this.endOf(from)));
  }

  /** The last row of the longest cell that begins in this row; the row itself where none does. */
  endOf(row: number): number {
    return this.#ends.get(row) ?? row;
  }
}
