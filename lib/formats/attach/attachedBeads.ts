import type { AttachedBead } from '@/lib/bitext/planAttach';
import { type Bead, NULL_REASONS, type NullReason } from '@/lib/bitext/types';
import { coverTexts } from '../aligned/coverTexts';
import type { Resolved } from './Resolved';

/**
 * The file's links as beads over our texts: all of both, in order. Where links were left out, because the texts differ
 * there, our own beads stay if they fill the gap, and all of it has no counterpart if they do not.
 *
 * @param standing our own beads, in order.
 */
export function attachedBeads(
  { links, source, target, leftOut }: Resolved,
  standing: readonly Bead[] = [],
): { beads: AttachedBead[]; crossing: number; unlinked: number } {
  const { runs, crossing, unlinked } = coverTexts(links, source.length - 1, target.length - 1);
  const asBead = ({ i0, i1, j0, j1, data }: (typeof runs)[number]): AttachedBead => {
    // A run of several links has no status of its own.
    const about = data.length === 1 ? data[0] : {};
    const confidence = Number(about.confidence ?? Number.NaN);
    return {
      source: { start: source[i0], end: source[i1] },
      target: { start: target[j0], end: target[j1] },
      confidence: confidence >= 0 && confidence <= 1 ? confidence : null,
      reason: NULL_REASONS.find((one) => one === about.reason) ?? (null as NullReason | null),
      confirmed: about.status === 'confirmed',
    };
  };
  const beads: AttachedBead[] = [];
  for (let k = 0; k < runs.length; ) {
    let end = k;
    while (end < runs.length && !runs[end].data.length) end++;
    const gap = runs.slice(k, end);
    const ours = leftOut > 0 && gap.length ? filling(gap.map(asBead), standing) : null;
    for (const bead of ours ?? gap.map(asBead)) beads.push(bead);
    if (end < runs.length) beads.push(asBead(runs[end]));
    k = end + 1;
  }
  return { beads, crossing, unlinked };
}

/** Our own beads that lie in a gap, if they cover all of it and nothing else. */
function filling(gap: readonly AttachedBead[], standing: readonly Bead[]): AttachedBead[] | null {
  const [first, last] = [gap[0], gap.at(-1)!];
  const within = standing.filter(
    ({ source, target }) =>
      source.start >= first.source.start &&
      source.end <= last.source.end &&
      target.start >= first.target.start &&
      target.end <= last.target.end,
  );
  const [begin, end] = [within[0], within.at(-1)];
  const fills =
    begin?.source.start === first.source.start &&
    begin.target.start === first.target.start &&
    end?.source.end === last.source.end &&
    end.target.end === last.target.end;
  if (!fills) return null;
  return within.map(({ source, target, confidence, reason, status }) => ({
    ...{ source, target, confidence, reason, confirmed: status === 'confirmed' },
  }));
}
