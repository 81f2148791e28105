import type { RowChange } from './change';
import { type Bead, isLocked } from './types';

/**
 * The engine's beads in place of those that nobody has vouched for. Locked beads stay as they are,
 * and so does every other bead whose borders the engine has drawn again: only differences are changes.
 *
 * @param current all beads of the bitext. @param made a whole alignment that keeps every locked bead.
 */
export function replaceRun(current: readonly Bead[], made: readonly Bead[]): RowChange<Bead>[] {
  const placeOf = ({ source, target }: Bead) => `${source.start}:${source.end}:${target.start}:${target.end}`;
  const standing = new Map(current.map((bead) => [placeOf(bead), bead]));
  const rows: RowChange<Bead>[] = [];
  const kept = new Set<string>();
  for (const bead of made) {
    const same = standing.get(placeOf(bead));
    if (!same) rows.push({ before: null, after: bead });
    else {
      kept.add(same.id);
      if (same.status === 'machine' && same.confidence !== bead.confidence)
        rows.push({ before: same, after: { ...same, confidence: bead.confidence } });
    }
  }
  for (const bead of current) {
    if (kept.has(bead.id)) continue;
    if (isLocked(bead)) throw new RangeError(`The new alignment breaks the locked bead ${bead.id}.`);
    rows.push({ before: bead, after: null });
  }
  return rows;
}
