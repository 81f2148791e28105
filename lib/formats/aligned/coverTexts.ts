/** A link by numbers of segments, in any order; one side may be empty. `data` goes with it. */
export type TextLink<Data> = { source: readonly number[]; target: readonly number[]; data: Data };
/** A run [i0, i1) of source with a run [j0, j1) of target segments; `data` of the links in it, in order. */
export type Covered<Data> = { i0: number; i1: number; j0: number; j1: number; data: Data[] };

/**
 * An alignment, in order and with every segment exactly once, from links that need be neither: what lies between the
 * segments of a link belongs to it, links that cross or overlap become one, and what no link speaks of has no
 * counterpart, one segment each. A link with an empty side says which segments without counterpart belong together.
 *
 * @returns the runs, how many links were joined because they crossed, and how many segments no link spoke of.
 * O(k log k) in the number of links.
 */
export function coverTexts<Data>(
  links: readonly TextLink<Data>[],
  sourceLength: number,
  targetLength: number,
): { runs: Covered<Data>[]; crossing: number; unlinked: number } {
  const paired = links
    .filter(({ source, target }) => source.length && target.length)
    .map(({ source, target, data }) => ({
      i0: least(source),
      i1: most(source) + 1,
      j0: least(target),
      j1: most(target) + 1,
      data: [data],
    }))
    .sort((a, b) => a.i0 - b.i0 || a.j0 - b.j0);
  let crossing = 0;
  const joined: Covered<Data>[] = [];
  for (const link of paired) {
    let run: Covered<Data> = link;
    for (let last = joined.at(-1); last && (last.i1 > run.i0 || last.j1 > run.j0); last = joined.at(-1)) {
      joined.pop();
      // Said twice, from either side: the same link.
      const again = last.i0 === run.i0 && last.i1 === run.i1 && last.j0 === run.j0 && last.j1 === run.j1;
      if (again) {
        run = last;
        continue;
      }
      crossing++;
      run = {
        i0: Math.min(last.i0, run.i0),
        i1: Math.max(last.i1, run.i1),
        j0: Math.min(last.j0, run.j0),
        j1: Math.max(last.j1, run.j1),
        data: [...last.data, ...run.data],
      };
    }
    joined.push(run);
  }
  const loneSource = loneRuns(
    links.filter(({ target }) => !target.length).map(({ source, data }) => ({ at: source, data })),
  );
  const loneTarget = loneRuns(
    links.filter(({ source }) => !source.length).map(({ target, data }) => ({ at: target, data })),
  );
  const runs: Covered<Data>[] = [];
  let unlinked = 0;
  let [i, j] = [0, 0];
  const fill = (toI: number, toJ: number) => {
    while (i < toI) {
      const lone = loneSource.get(i);
      const end = lone && lone.end <= toI ? lone.end : i + 1;
      if (!lone) unlinked++;
      runs.push({ i0: i, i1: end, j0: j, j1: j, data: lone ? [lone.data] : [] });
      i = end;
    }
    while (j < toJ) {
      const lone = loneTarget.get(j);
      const end = lone && lone.end <= toJ ? lone.end : j + 1;
      if (!lone) unlinked++;
      runs.push({ i0: i, i1: i, j0: j, j1: end, data: lone ? [lone.data] : [] });
      j = end;
    }
  };
  for (const run of joined) {
    fill(run.i0, run.j0);
    runs.push(run);
    [i, j] = [run.i1, run.j1];
  }
  fill(sourceLength, targetLength);
  return { runs, crossing, unlinked };
}

/** Runs of neighbours that a link names, by the number of their first segment. */
function loneRuns<Data>(
  links: readonly { at: readonly number[]; data: Data }[],
): Map<number, { end: number; data: Data }> {
  const runs = new Map<number, { end: number; data: Data }>();
  for (const { at, data } of links) {
    if (!at.length) continue;
    const [first, end] = [least(at), most(at) + 1];
    if (end - first === at.length) runs.set(first, { end, data });
    else for (const one of at) runs.set(one, { end: one + 1, data });
  }
  return runs;
}

const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b));
const most = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b));
