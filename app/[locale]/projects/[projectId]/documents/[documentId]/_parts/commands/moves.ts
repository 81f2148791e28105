import type { BeadCommand } from '@/lib/bitext/commands';
import { type Found, textOf } from '@/lib/bitext/find';
import { innerSegmentBorders } from '@/lib/bitext/segments';
import { type Bead, type DocumentState, isEmpty } from '@/lib/bitext/types';

/**
 * The cut of a bead before one of its source segments. The target is cut at the border that divides
 * it most like the source, when it has borders inside; else it stays whole with the first half.
 */
export function cutBefore(
  state: DocumentState,
  { bitext, bead }: Pick<Found, 'bitext' | 'bead'>,
  sourceAt: number,
  newBead: string,
): BeadCommand {
  const inner = innerSegmentBorders(textOf(state, bitext, 'target'), bead.target);
  const share = isEmpty(bead.source)
    ? 0.5
    : (sourceAt - bead.source.start) / (bead.source.end - bead.source.start);
  const ideal = bead.target.start + share * (bead.target.end - bead.target.start);
  const targetAt = inner.reduce(
    (best, at) => (Math.abs(at - ideal) < Math.abs(best - ideal) ? at : best),
    inner[0] ?? bead.target.end,
  );
  return { type: 'cut', bead: bead.id, sourceAt, targetAt, newBead };
}

/** A cut of a bead without a source side, at one of its target segments. */
export const cutTargetAt = (bead: Bead, targetAt: number, newBead: string): BeadCommand => ({
  type: 'cut',
  bead: bead.id,
  sourceAt: bead.source.end,
  targetAt,
  newBead,
});
