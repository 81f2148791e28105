/** Texts that links join: first the one that most others are linked to, then those. */
export type TextGroup = {
  members: number[];
  /** Texts that hang on others than the first one, and are not among the members. */
  others: number[];
};

/**
 * Texts by the links between them. In a group the text with links to the most others comes first, of several the one
 * that stands first; texts with a link to it follow in their order.
 *
 * @param count how many texts there are. @param links for each link the numbers of the texts that it speaks of.
 */
export function groupTexts(count: number, links: readonly (readonly number[])[]): TextGroup[] {
  const beside = Array.from({ length: count }, () => new Set<number>());
  for (const of of links) for (const a of of) for (const b of of) if (a !== b) beside[a].add(b);
  const seen = new Set<number>();
  const groups: TextGroup[] = [];
  for (let start = 0; start < count; start++) {
    if (seen.has(start)) continue;
    const all = [start];
    seen.add(start);
    for (const one of all)
      for (const next of beside[one]) {
        if (seen.has(next)) continue;
        seen.add(next);
        all.push(next);
      }
    all.sort((a, b) => a - b);
    const pivot = all.reduce((best, one) => (beside[one].size > beside[best].size ? one : best));
    groups.push({
      members: [pivot, ...all.filter((one) => beside[pivot].has(one))],
      others: all.filter((one) => one !== pivot && !beside[pivot].has(one)),
    });
  }
  return groups;
}
