import type { BeadColumns } from './BeadColumns';
import type { Planned } from './UnitPlan';

/** One unit a bead, in text order. */
export function* planBeads(beads: BeadColumns): Generator<Planned> {
  for (let k = 0; k < beads.length; k++) {
    const refusal = beads.refusal(k);
    if (refusal) {
      yield { plan: null, refused: [refusal], isRefused: true };
      continue;
    }
    const source = { start: beads.sourceStart(k), end: beads.sourceEnd(k) };
    const target = { start: beads.targetStart(k), end: beads.targetEnd(k) };
    const id = beads.id(k);
    yield {
      plan: {
        id,
        status: beads.status(k),
        confidence: beads.confidence(k),
        reason: beads.reason(k),
        spans: [source.start === source.end ? null : source, target.start === target.end ? null : target],
        beadIds: [id],
      },
      refused: [],
      isRefused: false,
    };
  }
}
