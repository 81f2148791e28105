/** How a stretch of a segment stands out: it matches, it misses its counterpart, or it was searched for. */
export type Mark = {
  start: number;
  end: number;
  look: 'match' | 'missing' | 'hit';
  /** Marks of one pair have the same number, so that they light up together; -1 for none. */
  pair: number;
};

/** Marks by segment: `textId/start`. Offsets count in the reading of the segment as it stands, not trimmed. */
export type Marks = ReadonlyMap<string, readonly Mark[]>;

export const NO_MARKS: Marks = new Map();
export const segmentKey = (textId: string, start: number): string => `${textId}/${start}`;

/** A reading cut where marks begin and end; of marks that overlap, the first one counts. */
export function cutAtMarks(reading: string, marks: readonly Mark[]): { text: string; mark: Mark | null }[] {
  const pieces: { text: string; mark: Mark | null }[] = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start < at || mark.end > reading.length || mark.start >= mark.end) continue;
    if (mark.start > at) pieces.push({ text: reading.slice(at, mark.start), mark: null });
    pieces.push({ text: reading.slice(mark.start, mark.end), mark });
    at = mark.end;
  }
  if (at < reading.length) pieces.push({ text: reading.slice(at), mark: null });
  return pieces;
}
