/** Beads on either side whose ratio is looked at: what is usual changes along a book (dialogue, descriptions). */
const REACH = 25;

/**
 * Letters and digits of a text, roughly: ASCII punctuation, blanks and combining marks are left out. A tenth of the
 * cost of `lengthChars`, and as good for a ratio.
 */
export function roughLength(text: string): number {
  let count = 0;
  for (let k = 0; k < text.length; k++) {
    const unit = text.charCodeAt(k);
    if (
      unit > 0x2ff
        ? unit > 0x36f && (unit < 0x2000 || unit > 0x206f)
        : unit >= 0x30 && unit !== 0xa0 && !(unit >= 0x3a && unit <= 0x3f)
    )
      count++;
  }
  return count;
}

/** ln(target / source); null for null beads and texts without letters. */
export function lnRatioOf(source: string, target: string): number | null {
  const [from, to] = [roughLength(source), roughLength(target)];
  return from > 0 && to > 0 ? Math.log(to / from) : null;
}

/**
 * What is usual around each bead: the median of `lnRatios` over some 51 of them, null where there are too few to tell.
 * O(n · window).
 */
export function lengthCurve(lnRatios: readonly (number | null)[]): (number | null)[] {
  const window: number[] = [];
  const put = (value: number | null | undefined) => {
    if (value === null || value === undefined) return;
    window.splice(place(window, value), 0, value);
  };
  const take = (value: number | null | undefined) => {
    if (value === null || value === undefined) return;
    window.splice(place(window, value), 1);
  };
  for (let k = 0; k < Math.min(REACH, lnRatios.length); k++) put(lnRatios[k]);
  return lnRatios.map((_, at) => {
    put(lnRatios[at + REACH]);
    take(lnRatios[at - REACH - 1]);
    return window.length >= FEWEST ? window[window.length >> 1] : null;
  });
}
const FEWEST = 5;

/** Where `value` stands, or would stand, in an ascending list. */
function place(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
