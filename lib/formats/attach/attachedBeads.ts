import type { AttachedBead } from '@/lib/bitext/planAttach';
import { NULL_REASONS, type NullReason } from '@/lib/bitext/types';
import { coverTexts } from '../aligned/coverTexts';
import type { Resolved } from './resolveAttachment';

/** The file's links as beads over our texts: all of both, in order. */
export function attachedBeads({ links, source, target }: Resolved): {
  beads: AttachedBead[];
  crossing: number;
  unlinked: number;
} {
  const { runs, crossing, unlinked } = coverTexts(links, source.length - 1, target.length - 1);
  const beads = runs.map(({ i0, i1, j0, j1, data }): AttachedBead => {
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
  });
  return { beads, crossing, unlinked };
}
