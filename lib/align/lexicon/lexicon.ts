/**
 * A translation lexicon: rows of words that mean the same, one column a language.
 *
 * Two terms of different languages translate each other if they stand in one row. `rows[r][c]` lists the forms of
 * column c separated by `|`, most usual first.
 */
export type Lexicon = {
  readonly langs: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The forms are keys already (see `termKey`): nothing to fold or stem. */
  readonly keyed?: boolean;
};

/** Reads the tab-separated form: one row a line, one column a language. @throws RangeError on a line of another width. */
export function parseLexicon(lines: readonly string[], langs: readonly string[], keyed = false): Lexicon {
  const rows = lines.map((line, at) => {
    const columns = line.split('\t');
    if (columns.length !== langs.length)
      throw new RangeError(`lexicon line ${at + 1}: ${columns.length} columns`);
    return columns;
  });
  return { langs, rows, keyed };
}
