import type { DocumentState } from '@/lib/bitext/types';

/** A document as people see it: two states that differ in nothing else are the same work. */
export function withoutRevisions(state: DocumentState): DocumentState {
  const bitexts = Object.entries(state.bitexts).map(([id, bitext]) => [
    id,
    { ...bitext, beads: bitext.beads.map((bead) => ({ ...bead, revision: 0 })) },
  ]);
  return { ...state, bitexts: Object.fromEntries(bitexts) };
}
