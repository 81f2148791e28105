import { isBlank, type TextLine } from '../lines';

/** Enough to know a table; people paste some rows of one too. */
const SAMPLE_LINES = 200;
const MIN_LINES = 2;
const MOST = 0.9;

/** Whether the lines are rows of a table, with a tab between cells: nearly all of them have equally many, one or more. */
export function isTable(lines: Iterable<TextLine>): boolean {
  const counts = new Map<number, number>();
  let rows = 0;
  for (const { content } of lines) {
    if (isBlank(content)) continue;
    // An indent is no cell.
    const tabs = content.replace(/^\t+/u, '').split('\t').length - 1;
    counts.set(tabs, (counts.get(tabs) ?? 0) + 1);
    if (++rows >= SAMPLE_LINES) break;
  }
  counts.delete(0);
  return rows >= MIN_LINES && Math.max(0, ...counts.values()) >= rows * MOST;
}
