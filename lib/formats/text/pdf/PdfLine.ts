/** A run of text on one baseline. Points from the top left corner of the page as it is shown; `y` is the baseline. */
export type PdfRun = { text: string; x0: number; x1: number; y: number; size: number };

/** A line as it stands in its column; `left` and `right` are the margins of the column. */
export type PdfLine = PdfRun & { page: number; left: number; right: number };

/** Those of a page in reading order. */
export type PdfPage = { lines: PdfLine[]; height: number };

/** The value below which `share` of the numbers lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}
