/** Beads of a ladder as index lists [source units, target units], as scores and files want them. O(units). */
export function ladderBeads(ladder: Int32Array): [number[], number[]][] {
  const out: [number[], number[]][] = [];
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, k) => from + k);
  for (let r = 0; r + 3 < ladder.length; r += 2)
    out.push([range(ladder[r], ladder[r + 2]), range(ladder[r + 1], ladder[r + 3])]);
  return out;
}
