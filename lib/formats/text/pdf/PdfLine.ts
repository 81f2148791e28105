/** Where a sign begins in a text, and how long it is, in UTF-16 units. */
export type Mark = { at: number; length: number };

/** A run of text on one baseline. Points from the top left corner of the page as it is shown; `y` is the baseline. */
export type PdfRun = {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  /** Of a line: where those of its pieces begin that stand a column's gap behind the one before. */
  cells?: readonly number[];
  /** Small raised signs in `text`, as those that lead to notes are. */
  marks?: readonly Mark[];
};

/** A line as it stands in its column; `left` and `right` are the margins of the column. */
export type PdfLine = PdfRun & { page: number; left: number; right: number };

/** Those of a page in reading order. */
export type PdfPage = { lines: PdfLine[]; height: number };

/** The value below which `share` of the numbers lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}
