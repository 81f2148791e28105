import type { AlignedDocument } from './AlignedDocument';

/**
 * Files that belong together by what their names have in common, when there are several such groups of two and more;
 * else all of them.
 *
 * @param wanted number of the group, the first one when not said.
 */
export function chooseGroup<File extends { name: string }>(
  files: readonly File[],
  stemOf: (name: string) => string,
  wanted = 0,
): { members: readonly File[]; alternatives: AlignedDocument['alternatives'] } {
  const groups = new Map<string, File[]>();
  for (const file of files) {
    const stem = stemOf(file.name);
    groups.set(stem, [...(groups.get(stem) ?? []), file]);
  }
  const full = [...groups].filter(([, members]) => members.length > 1);
  if (full.length < 2) return { members: files, alternatives: undefined };
  const chosen = Math.min(Math.max(0, wanted), full.length - 1);
  return { members: full[chosen][1], alternatives: { names: full.map(([stem]) => stem), chosen } };
}
