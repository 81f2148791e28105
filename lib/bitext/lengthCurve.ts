/** A stretch of rows [from, to), from 0, and how long the target is for the length of the source there; null: no pairs. */
export type CurvePoint = { from: number; to: number; ratio: number | null };
/** The ratio over everything, and its course. */
export type LengthCurve = { ratio: number; points: CurvePoint[] };

/** A heading of twenty letters may have one of ten beside it, and nothing is missing. */
const USUAL_CHARS = 40;

/**
 * How the length of a translation follows that of its original, row by row in order: the ratio of characters in up to
 * `most` equal stretches. Where rows belong together it stays level; where it leaps, something is missing or moved.
 *
 * @param source, target lengths of each row in one unit, UTF-16 or other. Rows with an empty side count nowhere. O(n).
 */
export function lengthCurve(source: ArrayLike<number>, target: ArrayLike<number>, most = 120): LengthCurve {
  const rows = Math.min(source.length, target.length);
  const count = Math.min(most, rows);
  const sums: { from: number; to: number; s: number; t: number }[] = [];
  let [allSource, allTarget] = [0, 0];
  for (let k = 0; k < count; k++) {
    const [from, to] = [Math.floor((k * rows) / count), Math.floor(((k + 1) * rows) / count)];
    let [s, t] = [0, 0];
    for (let row = from; row < to; row++)
      if (source[row] > 0 && target[row] > 0) {
        s += source[row];
        t += target[row];
      }
    allSource += s;
    allTarget += t;
    sums.push({ from, to, s, t });
  }
  const ratio = allSource ? allTarget / allSource : 0;
  return { ratio, points: sums.map(({ from, to, s, t }) => ({ from, to, ratio: ratioOf(s, t, ratio) })) };
}

/** The ratio of so many characters; of few it is not much that they say against the usual ratio. Null without a source. */
export const ratioOf = (source: number, target: number, usual: number): number | null =>
  source > 0 ? (target + USUAL_CHARS * usual) / (source + USUAL_CHARS) : null;
