/**
 * The items of the one array that a JSON text is made of, or that its `units` are, as JSON texts one after the other:
 * a document of any size is never parsed as a whole. What stands before the array is the head, with an empty array in
 * its place; nothing is said about what follows it.
 *
 * @returns false when the text is neither, or ends in the midst of it.
 */
export function* jsonItems(
  slices: Iterable<string>,
): Generator<{ head: string } | { item: string }, boolean> {
  let head = '';
  /** The text of the item so far, in pieces. */
  let pieces: string[] = [];
  let depth = 0;
  let inString = false;
  let escaped = false;
  let inItems = false;
  for (const slice of slices) {
    let from = 0;
    for (let at = 0; at < slice.length; at++) {
      const code = slice.charCodeAt(at);
      if (inString) {
        if (escaped) escaped = false;
        else if (code === 92) escaped = true;
        else if (code === 34) inString = false;
        continue;
      }
      if (code === 34) inString = true;
      else if (code === 91 || code === 123) {
        const opensItems =
          !inItems &&
          code === 91 &&
          (depth === 0
            ? `${head}${slice.slice(from, at)}`.trim() === ''
            : depth === 1 && /"units"\s*:\s*$/u.test(head.slice(-40) + slice.slice(from, at)));
        if (opensItems) {
          head += slice.slice(from, at);
          yield { head: depth === 0 ? '[]' : `${head}[]}` };
          inItems = true;
          depth = 0;
          from = at + 1;
        } else depth++;
      } else if (code === 93 || code === 125) {
        if (inItems && depth === 0) {
          const item = pieces.join('') + slice.slice(from, at);
          if (item.trim()) yield { item };
          return code === 93;
        }
        depth--;
      } else if (code === 44 && inItems && depth === 0) {
        yield { item: pieces.join('') + slice.slice(from, at) };
        pieces = [];
        from = at + 1;
      }
    }
    const rest = slice.slice(from);
    if (inItems) pieces.push(rest);
    else {
      head += rest;
      if (head.length > MAX_HEAD) return false;
    }
  }
  return false;
}

/** Nobody writes more than this before the units. */
const MAX_HEAD = 1024 * 1024;
