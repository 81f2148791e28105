/** Where a segment was found in a text, and whether all of it says the same. */
export type Found = { start: number; end: number; isSame: boolean };

/** Between two that were found there may be this much text, or it is not looked through. */
const MOST = 50_000;

/**
 * Looks for segments that a comparison has not found, since it took the same words elsewhere for theirs: letter for
 * letter, and once only, between what was found before and behind them.
 *
 * @param found of each segment, in order; null where it was not found. @param whole the text they are looked for in.
 */
export function fillGaps(
  segments: readonly string[],
  found: readonly (Found | null)[],
  whole: string,
): (Found | null)[] {
  const filled = [...found];
  let from = 0;
  let next = 0;
  for (const [k, segment] of segments.entries()) {
    const here = filled[k];
    if (here) {
      from = here.end;
      continue;
    }
    if (next <= k) next = k + 1;
    while (next < filled.length && !filled[next]) next++;
    const to = filled[next]?.start ?? whole.length;
    if (!segment || to - from > MOST || to - from < segment.length) continue;
    const gap = whole.slice(from, to);
    const at = gap.indexOf(segment);
    if (at < 0 || gap.lastIndexOf(segment) !== at) continue;
    filled[k] = { start: from + at, end: from + at + segment.length, isSame: true };
    from += at + segment.length;
  }
  return filled;
}
