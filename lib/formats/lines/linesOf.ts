/**
 * The lines of a text that comes in slices. They end with LF or CRLF and nothing else; U+2028 and a lone CR stay inside
 * them. What follows the last line end is a line, unless it is empty.
 */
export function* linesOf({ slices }: { slices: () => Iterable<string> }): Generator<string> {
  // Parts of a line that goes on over many slices are joined once, at its end.
  let parts: string[] = [];
  for (const slice of slices()) {
    let from = 0;
    for (let end = slice.indexOf('\n'); end >= 0; end = slice.indexOf('\n', from)) {
      parts.push(slice.slice(from, end));
      yield withoutCr(parts);
      parts = [];
      from = end + 1;
    }
    if (from < slice.length) parts.push(slice.slice(from));
  }
  if (parts.length) yield withoutCr(parts);
}

function withoutCr(parts: readonly string[]): string {
  const line = parts.length === 1 ? parts[0] : parts.join('');
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** How many there are. */
export function countLines(source: { slices: () => Iterable<string> }): number {
  let count = 0;
  for (const _ of linesOf(source)) count++;
  return count;
}
