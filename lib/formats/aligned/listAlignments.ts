import type { Result } from '@/lib/result';
import type { AlignedFormatId } from '../formats';
import { stemOf } from '../moses/readMoses';
import { ALIGNED_READERS } from '../registry';
import type { AlignedDocument, AlignedOptions } from './AlignedDocument';
import { documentName } from './documentName';
import type { ReadSource } from './readSource';
import { isLinks, isOfFormat, sniffAligned } from './sourceKinds';

/** An alignment that files hold, which may be of several languages and documents; nothing of it is read yet. */
export type Alignment = {
  name: string;
  /** What its document is called unless the files themselves say. */
  title: string;
  read: () => Promise<Result<AlignedDocument>>;
};

/** Formats whose links stand in files of their own, beside their texts. */
const LINKED: ReadonlySet<AlignedFormatId> = new Set(['xces', 'intertext', 'hunalign', 'vecalign']);

/**
 * The alignments in files that belong together: one a file of links, one a corpus of lines, one a file of any other
 * format. TEI has its links anywhere, and is one. `aside`: files that belong to none of them.
 */
export function listAlignments(
  sources: readonly ReadSource[],
  options: AlignedOptions,
  container: string,
): { alignments: Alignment[]; aside: string[] } {
  const format = (options.format as AlignedFormatId | undefined) ?? sniffAligned(sources);
  const groups = groupsOf(sources, format);
  const names = groups.map(({ name }) => documentName(name));
  // Names inside an archive are often those of its format: what the archive is called says more.
  const isOne = names.every((name) => name === names[0]);
  const used = new Set(groups.flatMap(({ members }) => members));
  return {
    alignments: groups.map(({ name, members }, k) => ({
      name,
      title: (isOne && documentName(container)) || names[k] || name,
      read: async () => (await ALIGNED_READERS[format]())(members, options),
    })),
    aside: sources.filter((source) => !used.has(source)).map(({ name }) => name),
  };
}

type Group = { name: string; members: readonly ReadSource[] };

function groupsOf(sources: readonly ReadSource[], format: AlignedFormatId): Group[] {
  if (LINKED.has(format)) {
    const links = sources.filter(isLinks);
    const texts = sources.filter((source) => !links.includes(source));
    if (links.length < 2) return [{ name: (links[0] ?? sources[0]).name, members: sources }];
    return links.map((one) => ({ name: one.name, members: [one, ...texts] }));
  }
  if (format === 'moses') return corpora(sources);
  if (format === 'tei') return [{ name: sources[0].name, members: sources }];
  return sources.filter(isOfFormat(format)).map((one) => ({ name: one.name, members: [one] }));
}

/** Files of lines by what their names have in common; those that are alone with their name belong to nothing. */
function corpora(sources: readonly ReadSource[]): Group[] {
  const groups = new Map<string, ReadSource[]>();
  for (const source of sources) {
    const stem = stemOf(source.name);
    groups.set(stem, [...(groups.get(stem) ?? []), source]);
  }
  const full = [...groups].filter(([, members]) => members.filter(isText).length > 1);
  if (!full.length) return [{ name: sources[0].name, members: sources }];
  return full.map(([name, members]) => ({ name, members }));
}

const isText = ({ name }: ReadSource): boolean => !/\.(?:ids|documents|scores)$/u.test(name);
