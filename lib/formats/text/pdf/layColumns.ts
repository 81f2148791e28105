import { joinLines } from './joinRuns';
import { type PdfRun, quantile } from './PdfLine';

/** Fewer runs than this on a side are no column. */
const MIN_RUNS = 5;
/** Runs that may cross the gutter: headings over both columns, tables. */
const CROSSING_SHARE = 0.25;
/** The runs of a column of text fill it at least this much; numbers at the right of a table of contents do not. */
const MIN_FILL = 0.45;
const MAX_COLUMNS_DEEP = 2;

type Column = { lines: PdfRun[]; left: number; right: number };

/** The runs of a page as columns in reading order: down the left one, then the right one, between lines over both. */
export function layColumns(runs: readonly PdfRun[], depth = 0): Column[] {
  if (runs.length === 0) return [];
  const gutter = depth < MAX_COLUMNS_DEEP ? findGutter(runs) : null;
  if (gutter === null) return [column(runs)];
  const columns: Column[] = [];
  let left: PdfRun[] = [];
  let right: PdfRun[] = [];
  let across: PdfRun[] = [];
  const flushSides = () => {
    columns.push(...layColumns(left, depth + 1), ...layColumns(right, depth + 1));
    left = [];
    right = [];
  };
  const flushAcross = () => {
    if (across.length > 0) columns.push(column(across));
    across = [];
  };
  for (const run of [...runs].sort((a, b) => a.y - b.y)) {
    if (run.x0 < gutter && run.x1 > gutter) {
      if (left.length + right.length > 0) flushSides();
      across.push(run);
    } else {
      flushAcross();
      (run.x1 <= gutter ? left : right).push(run);
    }
  }
  flushSides();
  flushAcross();
  return columns;
}

function column(runs: readonly PdfRun[]): Column {
  const lines = joinLines(runs);
  return {
    lines,
    // Most lines begin at the margin; a few may stick out, as numbers of verses do.
    left: quantile(
      lines.map(({ x0 }) => x0),
      0.1,
    ),
    right: quantile(
      lines.map(({ x1 }) => x1),
      0.98,
    ),
  };
}

/** The middle of the white strip that parts two columns, or null on a page that has only one. */
function findGutter(runs: readonly PdfRun[]): number | null {
  const left = quantile(
    runs.map(({ x0 }) => x0),
    0.02,
  );
  const right = quantile(
    runs.map(({ x1 }) => x1),
    0.98,
  );
  const width = right - left;
  const size = quantile(
    runs.map((run) => run.size),
    0.5,
  );
  let best: { at: number; wide: number; crossing: number } | null = null;
  let from = -1;
  const limit = runs.length * CROSSING_SHARE;
  const close = (to: number, crossing: number) => {
    const wide = to - from;
    if (from >= 0 && wide >= 0.7 * size && (!best || crossing < best.crossing || wide > best.wide))
      best = { at: (from + to) / 2, wide, crossing };
    from = -1;
  };
  for (let x = left + 0.15 * width; x < left + 0.85 * width; x += 1) {
    const crossing = runs.reduce((sum, run) => sum + (run.x0 < x && run.x1 > x ? 1 : 0), 0);
    if (crossing <= Math.min(limit, runs.length / 4)) {
      if (from < 0) from = x;
    } else close(x, crossing);
  }
  close(left + 0.85 * width, 0);
  const found = best as { at: number } | null;
  return found && areColumns(runs, found.at, left, right) ? found.at : null;
}

/** Both sides hold text, side by side. */
function areColumns(runs: readonly PdfRun[], gutter: number, left: number, right: number): boolean {
  const sides = [runs.filter(({ x1 }) => x1 <= gutter), runs.filter(({ x0 }) => x0 >= gutter)];
  const [a, b] = sides.map((side) => ({
    top: quantile(
      side.map(({ y }) => y),
      0.05,
    ),
    bottom: quantile(
      side.map(({ y }) => y),
      0.95,
    ),
  }));
  const filled = (side: readonly PdfRun[], width: number) =>
    quantile(
      side.map(({ x0, x1 }) => x1 - x0),
      0.5,
    ) >
    MIN_FILL * width;
  const overlap = Math.min(a!.bottom, b!.bottom) - Math.max(a!.top, b!.top);
  return (
    sides.every((side) => side.length >= MIN_RUNS) &&
    filled(sides[0]!, gutter - left) &&
    filled(sides[1]!, right - gutter) &&
    overlap > 0.4 * Math.min(a!.bottom - a!.top, b!.bottom - b!.top)
  );
}
