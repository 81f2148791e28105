/** Which paths of sentences read off as the gold beads. */
import type { Pair } from '@/lib/align/lattice';
import type { Doc } from './corpus';

/** Is the step from (a, b) to (a1, b1) allowed? `kind`: bead type, or 100 source null, 101 target null. */
export type Filter = (a: number, b: number, a1: number, b1: number, kind: number) => boolean;
export type Box = { a0: number; a1: number; b0: number; b1: number };
export type Rect = Box & { isNull: boolean };

/** Rectangles of atoms of the gold beads; nulls in a row are one, since their order among themselves is no matter. */
export function goldRects(pair: Pair, doc: Doc): Rect[] {
  const { source, target } = pair;
  const rects: Rect[] = [];
  let [i, j] = [0, 0];
  for (const [s, t] of doc.gold) {
    const isNull = s.length === 0 || t.length === 0;
    const [a0, b0] = [source.first[i], target.first[j]];
    i += s.length;
    j += t.length;
    const previous = rects[rects.length - 1];
    if (isNull && previous?.isNull) {
      previous.a1 = source.first[i];
      previous.b1 = target.first[j];
    } else rects.push({ a0, a1: source.first[i], b0, b1: target.first[j], isNull });
  }
  return rects;
}

/** Is a step part of some path that reads off as the gold beads? */
export function goldFilter({ source, target }: Pair, rects: readonly Rect[]): Filter {
  const rows: Rect[][] = Array.from({ length: source.texts.length + 1 }, () => []);
  for (const rect of rects) for (let a = rect.a0; a <= rect.a1; a++) rows[a].push(rect);
  const corner = (r: Rect, a: number, b: number) => (a === r.a0 && b === r.b0) || (a === r.a1 && b === r.b1);
  return (a, b, a1, b1, kind) =>
    rows[a].some((r) => {
      if (a1 > r.a1 || b < r.b0 || b1 > r.b1) return false;
      if (r.isNull) return kind >= 100;
      const border = (x: number, y: number) =>
        source.border[x] === 1 && target.border[y] === 1 && !corner(r, x, y);
      return !border(a, b) && !border(a1, b1);
    });
}
