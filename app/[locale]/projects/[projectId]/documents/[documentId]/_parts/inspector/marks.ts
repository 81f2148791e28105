/** How a stretch of a segment stands out: it matches, it misses its counterpart, or a check points at it. */
export type Mark = {
  start: number;
  end: number;
  look: 'match' | 'missing' | 'check';
  /** Marks of one pair have the same number, so that they light up together. */
  pair: number;
  /** Shown when the mouse rests on it. */
  title: string;
};

/** Marks by segment: `textId/start`. Offsets count in the reading of the segment as it stands, not trimmed. */
export type Marks = ReadonlyMap<string, readonly Mark[]>;

export const NO_MARKS: Marks = new Map();
export const segmentKey = (textId: string, start: number): string => `${textId}/${start}`;
