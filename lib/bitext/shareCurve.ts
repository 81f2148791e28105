import { type CurvePoint, type LengthCurve, ratioOf } from './lengthCurve';

/**
 * How far a translation has come where its original has come so far, for texts whose rows nobody has paired: at up to
 * `most` equal shares of the rows of each, the ratio of the characters up to there. Where both tell the same in the same
 * order it stays level, however each is cut into rows; a part that is missing, or there twice, bends it from its place on.
 *
 * @param source, target lengths of each row in one unit; neither needs as many rows as the other. Points name rows of
 *   the source. O(n + m).
 */
export function shareCurve(source: ArrayLike<number>, target: ArrayLike<number>, most = 120): LengthCurve {
  const count = Math.min(most, source.length, target.length);
  const [inSource, inTarget] = [upTo(source, count), upTo(target, count)];
  const ratio = inSource.at(-1) ? inTarget.at(-1)! / inSource.at(-1)! : 0;
  const points: CurvePoint[] = inSource.map((length, k) => ({
    from: Math.floor((k * source.length) / count),
    to: Math.floor(((k + 1) * source.length) / count),
    ratio: inTarget[k] > 0 ? ratioOf(length, inTarget[k], ratio) : null,
  }));
  return { ratio, points };
}

/** Length of the first 1/count, 2/count, … of the rows; of a row that a share ends in, as much as belongs to it. */
function upTo(lengths: ArrayLike<number>, count: number): number[] {
  const sums: number[] = [];
  let whole = 0;
  let row = 0;
  for (let k = 1; k <= count; k++) {
    const end = (k * lengths.length) / count;
    while (row + 1 <= end) whole += lengths[row++];
    sums.push(row < lengths.length ? whole + (end - row) * lengths[row] : whole);
  }
  return sums;
}
