import { type Corner, from, same } from './corners';

/** Aligns what lies between (i, j) and the end again, with a sentence and a paragraph that belong together if given. */
export type Realign = (at: Corner, pin?: { i: number; j: number }) => Corner[];

/** Keys it takes to bring a whole document to the gold alignment, and where they went. */
export type Effort = { beads: number; nulls: number; keys: number };

type Repair = { keys: number; corners: Corner[] };

/**
 * An editor who goes through a document from the top. A right bead costs Enter (a null bead the letter of its reason as
 * well, which `nulls` lets one add). A wrong one is first mended in the way that costs least for this one bead:
 * - a unit pulled up or pushed down, one key each;
 * - joined with the next: down and Alt+J, each time;
 * - cut: the caret walked to the place, and Alt+X;
 * - the suggestion that stands there in grey, if it is right here: Tab, for the stretch up to where both agree again;
 * - pinpointed: Space on its first sentence, down to the row of the paragraph it belongs to, Space, Tab to keep the
 *   answer; only if that makes this bead right.
 * With `realign`, what follows is aligned again after every repair and shown as suggestions. The editor makes no
 * mistakes, does not read ahead, and never uses wide commands.
 */
export function simulate(gold: readonly Corner[], start: readonly Corner[], realign?: Realign): Effort {
  const effort = { beads: gold.length, nulls: 0, keys: gold.length };
  let now = [...start];
  let ghost: Corner[] | null = null;
  let at: Corner = [0, 0];
  for (const want of gold) {
    if (!same(now[0], want)) {
      const repair = cheapest(at, want, now, ghost, realign);
      effort.keys += repair.keys;
      now = repair.corners;
      ghost = realign && !same(want, gold.at(-1)) ? realign(want) : null;
    } else if (ghost) ghost = same(ghost[0], want) ? ghost.slice(1) : null;
    if (want[0] === at[0] || want[1] === at[1]) effort.nulls++;
    now = now.slice(1);
    at = want;
  }
  return effort;
}

function cheapest(
  at: Corner,
  want: Corner,
  now: readonly Corner[],
  ghost: readonly Corner[] | null,
  realign: Realign | undefined,
): Repair {
  const repairs: Repair[] = [];
  if (ghost && same(ghost[0], want)) repairs.push(accepted(now, ghost));
  const joined = now.findIndex((corner) => same(corner, want));
  if (joined > 0) repairs.push({ keys: 2 * joined, corners: now.slice(joined) });
  const end = now[0] ?? want;
  repairs.push({
    keys: Math.abs(end[0] - want[0]) + Math.abs(end[1] - want[1]),
    corners: from(want, now.slice(1)),
  });
  if (want[0] <= end[0] && want[1] <= end[1]) {
    const walk = (side: 0 | 1) => Math.min(want[side] - at[side], end[side] - want[side]);
    repairs.push({ keys: 1 + walk(0) + walk(1), corners: [want, ...now] });
  }
  const best = repairs.reduce((x, y) => (y.keys < x.keys ? y : x));
  const linked = want[0] > at[0] && want[1] > at[1];
  if (realign && linked && best.keys > 3) {
    const row = now.findIndex((corner) => corner[1] > at[1]); // where the paragraph stands now
    const keys = 3 + Math.max(0, row);
    if (keys < best.keys) {
      const corners = realign(at, { i: at[0], j: at[1] });
      if (same(corners[0], want)) return { keys, corners };
    }
  }
  return best;
}

/** The suggestion up to where it meets what stands there: one hunk, one Tab. */
function accepted(now: readonly Corner[], ghost: readonly Corner[]): Repair {
  const meets = ghost.findIndex((corner) => now.some((other) => same(corner, other)));
  const rest = meets < 0 ? [] : now.slice(now.findIndex((corner) => same(corner, ghost[meets])) + 1);
  return { keys: 1, corners: [...ghost.slice(0, meets < 0 ? undefined : meets + 1), ...rest] };
}

/** One source unit with one target unit as long as there are both, then nulls: what a spreadsheet shows. */
export function diagonal(n: number, m: number): Corner[] {
  const both = Math.min(n, m);
  return Array.from(
    { length: Math.max(n, m) },
    (_, k): Corner => [Math.min(k + 1, n > m ? n : both), Math.min(k + 1, m > n ? m : both)],
  );
}
