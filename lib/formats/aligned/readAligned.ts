import { ok, type Result } from '@/lib/result';
import type { AlignedDocument, AlignedFile, AlignedOptions, AlignedSet } from './AlignedDocument';
import { concatDocuments } from './concatDocuments';
import { readAlignedSet } from './readAlignedSet';

/**
 * What an import would make of aligned data: one file, or the files that belong together, packed or not. Format,
 * languages, units and warnings, or the error that names the place. Stores and changes nothing.
 *
 * Of several alignments those are read together that share a text; of those that share none the first one, unless
 * `options.alignment` chooses another. Several documents of one alignment come one after the other.
 *
 * Files are decoded slice by slice: memory is that of the bytes and of the units, never a text as a whole.
 */
export async function readAligned(
  files: readonly AlignedFile[],
  options: AlignedOptions = {},
): Promise<Result<AlignedDocument>> {
  const read = await readAlignedSet(files, options);
  return read.ok ? ok(oneOf(read.value, options)) : read;
}

/** What is read as one: see `readAligned`. */
export function oneOf(set: AlignedSet, options: Pick<AlignedOptions, 'alignment'> = {}): AlignedDocument {
  const { alignments, apart, documents, skipped } = set;
  const parts = partsOf(set);
  const joined = parts.filter(({ members }) => members.length > 1);
  const names = [
    ...alignments,
    ...joined.map(({ members }) => members.map((one) => alignments[one]).join(' + ')),
  ];
  const part =
    parts.find(({ members }) => members.length === 1 && members[0] === options.alignment) ??
    joined[(options.alignment ?? -1) - alignments.length] ??
    parts[0];
  const document = withAside(concatDocuments(part.documents.map((at) => documents[at])), skipped.length);
  if (names.length < 2) return document;
  const chosen = part.members.length > 1 ? alignments.length + joined.indexOf(part) : part.members[0];
  return {
    ...document,
    alternatives: { names, chosen, joined: alignments.length },
    ...(apart && { apart }),
  };
}

/** Says of how many parts of the files nothing was made. */
function withAside(document: AlignedDocument, count: number): AlignedDocument {
  if (!count) return document;
  const warnings: AlignedDocument['warnings'] = [
    ...document.warnings,
    { code: 'asideFiles', params: { count, place: 0 } },
  ];
  return { ...document, warnings };
}

/** Alignments that share texts, directly or over others, and their documents; both by their numbers, in order. */
function partsOf({ alignments, madeOf }: AlignedSet): { members: number[]; documents: number[] }[] {
  const home = alignments.map((_, at) => at);
  const homeOf = (at: number): number => (home[at] === at ? at : homeOf(home[at]));
  for (const [first, ...others] of madeOf)
    for (const one of others) {
      const [a, b] = [homeOf(first), homeOf(one)];
      home[Math.max(a, b)] = Math.min(a, b);
    }
  const parts = new Map<number, { members: number[]; documents: number[] }>();
  for (const [at, [first]] of madeOf.entries()) {
    const part = parts.get(homeOf(first)) ?? { members: [], documents: [] };
    part.documents.push(at);
    parts.set(homeOf(first), part);
  }
  for (const at of alignments.keys()) parts.get(homeOf(at))?.members.push(at);
  return [...parts.values()];
}
