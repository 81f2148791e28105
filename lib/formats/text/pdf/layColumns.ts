import { joinLines } from './joinRuns';
import { type PdfRun, quantile } from './PdfLine';

/** Fewer runs than this on a side are no column. */
const MIN_RUNS = 3;
/** Runs that may cross the gutter: headings over both columns, tables. */
const CROSSING_SHARE = 0.25;
/** The runs of a column of text fill it at least this much; numbers at the right of a table of contents do not. */
const MIN_FILL = 0.45;
const MAX_COLUMNS_DEEP = 2;
/** A run as wide as this stands over both columns, whatever they are. */
const WIDE_SHARE = 0.6;

type Column = { lines: PdfRun[]; left: number; right: number };

/** The runs of a page as columns in reading order: down the left one, then the right one, between lines over both. */
export function layColumns(runs: readonly PdfRun[], depth = 0): Column[] {
  if (runs.length === 0) return [];
  const gutter = depth < MAX_COLUMNS_DEEP ? findGutter(runs) : null;
  if (gutter !== null) return cutAt(gutter, runs, depth);
  // Much text over the whole page hides the columns above or below it.
  const bands = depth === 0 ? bandsOf(runs).map((band) => ({ band, gutter: findGutter(band) })) : [];
  if (bands.every((one) => one.gutter === null)) return [column(runs)];
  const single = bands.flatMap((one) => (one.gutter === null ? one.band : []));
  return bands.flatMap(({ band, gutter: at }) =>
    at === null ? [column(band, single)] : cutAt(at, band, depth),
  );
}

/** Stretches of wide lines and of others, in turn, from top to bottom. */
function bandsOf(runs: readonly PdfRun[]): PdfRun[][] {
  const left = Math.min(...runs.map(({ x0 }) => x0));
  const right = Math.max(...runs.map(({ x1 }) => x1));
  const bands: PdfRun[][] = [];
  let wasWide: boolean | null = null;
  for (const row of rowsOf(runs)) {
    const wide = row.some(({ x0, x1 }) => x1 - x0 > WIDE_SHARE * (right - left));
    if (wide !== wasWide) bands.push([]);
    bands.at(-1)!.push(...row);
    wasWide = wide;
  }
  return bands;
}

/** What stands on one baseline, from left to right; baselines from top to bottom. */
function rowsOf(runs: readonly PdfRun[]): PdfRun[][] {
  const rows: PdfRun[][] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && Math.abs(run.y - row[0]!.y) < 0.4 * run.size) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => row.sort((a, b) => a.x0 - b.x0));
}

function cutAt(gutter: number, runs: readonly PdfRun[], depth: number): Column[] {
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
  for (const row of rowsOf(runs)) {
    const crossing = row.findIndex(({ x0, x1 }) => x0 < gutter && x1 > gutter);
    // A cell that stands over the gutter makes its row one of a table.
    const over = crossing > 0 ? row : crossing === 0 ? row.slice(0, 1) : [];
    if (over.length > 0) {
      if (left.length + right.length > 0) flushSides();
      across.push(...over);
    }
    for (const run of row.slice(over.length)) {
      flushAcross();
      (run.x1 <= gutter ? left : right).push(run);
    }
  }
  flushSides();
  flushAcross();
  return columns;
}

/** @param like the runs whose margins are those of the column */
function column(runs: readonly PdfRun[], like: readonly PdfRun[] = runs): Column {
  const margins = joinLines(like);
  const lines = like === runs ? margins : joinLines(runs);
  return {
    lines,
    // Most lines begin at the margin; a few may stick out, as numbers of verses do.
    left: quantile(
      margins.map(({ x0 }) => x0),
      0.1,
    ),
    right: quantile(
      margins.map(({ x1 }) => x1),
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
