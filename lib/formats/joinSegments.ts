/**
 * The text of a bead: its segments joined with a single space, white space at the joins and at both ends taken off.
 * White space inside a segment, line breaks included, stays as it is.
 */
export function joinSegments(segments: readonly string[]): string {
  return segments
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '')
    .join(' ');
}
