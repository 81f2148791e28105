import type { Bead, BitextState, Comment } from '@/lib/bitext/types';
import type { bead, bitext, comment } from '../schema';

type BeadRow = typeof bead.$inferSelect;
type NewBeadRow = typeof bead.$inferInsert;
/** A bitext with its place in a document: one that is still being laid down has none, and no query finds it. */
export type BitextRow = typeof bitext.$inferSelect & { documentId: string };

export function toBead(row: BeadRow): Bead {
  return {
    id: row.id,
    source: { start: row.sourceStart, end: row.sourceEnd },
    target: { start: row.targetStart, end: row.targetEnd },
    status: row.status,
    origin: row.origin,
    confidence: row.confidence,
    reason: row.reason,
    authors: row.authors,
    revision: row.revision,
  };
}

/** What beads have of their bitext. */
export type BeadPlace = Omit<BitextRow, 'documentId' | 'revision' | 'origin'>;

export function toBeadRow(place: BeadPlace, value: Bead, revision: number): NewBeadRow {
  return {
    id: value.id,
    bitextId: place.id,
    sourceTextId: place.sourceTextId,
    targetTextId: place.targetTextId,
    sourceStart: value.source.start,
    sourceEnd: value.source.end,
    targetStart: value.target.start,
    targetEnd: value.target.end,
    isLast: value.source.end === place.sourceEnd && value.target.end === place.targetEnd,
    status: value.status,
    origin: value.origin,
    confidence: value.confidence,
    reason: value.reason,
    authors: [...value.authors],
    revision,
  };
}

export function toComment(row: typeof comment.$inferSelect): Comment {
  const { id, bitextId, beadId, kind, body, authorId, resolvedBy } = row;
  // Drivers print timestamps in their own ways; commands carry ISO 8601.
  return {
    id,
    bitextId,
    beadId,
    kind,
    body,
    authorId,
    resolvedBy,
    createdAt: new Date(row.createdAt).toISOString(),
  };
}

export const toBitextState = (row: BitextRow, beads: readonly Bead[]): BitextState => ({
  id: row.id,
  sourceTextId: row.sourceTextId,
  targetTextId: row.targetTextId,
  beads,
});
