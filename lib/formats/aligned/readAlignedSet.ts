import { err, type Failure, ok, type Result } from '@/lib/result';
import {
  type AlignedDocument,
  type AlignedFile,
  type AlignedOptions,
  AlignedRefusal,
  type AlignedSet,
  MAX_ALIGNED_BYTES,
  MAX_UNITS,
} from './AlignedDocument';
import { documentName } from './documentName';
import { joinDocuments, type Sourced } from './joinDocuments';
import { type Alignment, listAlignments } from './listAlignments';
import { openSource, type ReadSource } from './readSource';
import { isLinks } from './sourceKinds';
import { splitDocuments } from './splitDocuments';
import { type Package, unpackFiles } from './unpackFiles';

const MEGABYTE = 1024 * 1024;

/** Failures that speak of one alignment alone, when there are others. */
const SPEAKS_OF_ONE: ReadonlySet<Failure['code']> = new Set([
  'import.empty',
  'import.oneLanguage',
  'import.textsMissing',
  'import.linesDiffer',
  'import.ladderDiffers',
]);

/**
 * Everything that files of aligned data hold, each document for itself: several documents of one file, alignments of
 * several files, archives in archives. Alignments of one text with several others become one document with all of its
 * translations; see `joinDocuments`. Stores and changes nothing.
 *
 * With `options.alignment` only this one is read, and one that fails does no harm to the others.
 */
export async function readAlignedSet(
  files: readonly AlignedFile[],
  options: AlignedOptions = {},
): Promise<Result<AlignedSet>> {
  try {
    const listed = openAlignments(files, options);
    if (!listed.ok) return listed;
    const { alignments: all, aside } = listed.value;
    const wanted = all[options.alignment ?? -1];
    const sourced: Sourced[] = [];
    const skipped: AlignedSet['skipped'] = aside.map((name) => ({
      name,
      error: { code: 'import.notAligned', params: { file: name, kind: 'other' } },
    }));
    let units = 0;
    for (const [from, alignment] of all.entries()) {
      if (wanted && alignment !== wanted) continue;
      const read = await readOne(alignment);
      if (!read.ok) {
        if (all.length < 2 || wanted || !SPEAKS_OF_ONE.has(read.error.code)) return read;
        skipped.push({ name: alignment.name, error: read.error });
        continue;
      }
      units += read.value.units.length;
      if (units > MAX_UNITS) return err('import.tooManyUnits', { limit: MAX_UNITS });
      for (const document of splitDocuments(read.value)) {
        const name = document.title ?? alignment.title;
        if (document.languages.length > 1) sourced.push({ document, name, from });
        else skipped.push({ name, error: oneLanguage(document) });
      }
    }
    if (!sourced.length) return { ok: false, error: skipped[0]?.error ?? { code: 'import.empty' } };
    const { joined, apart } = joinDocuments(sourced);
    return ok({
      documents: joined.map(({ document }) => document),
      names: joined.map(({ name }) => name),
      madeOf: joined.map(({ madeOf }) => madeOf),
      alignments: all.map(({ name }) => name),
      apart: apart && namedApart(apart, all),
      skipped,
    });
  } catch (error) {
    if (error instanceof AlignedRefusal) return error.result;
    throw error;
  }
}

/** A refusal in one of several is of that one. */
async function readOne({ read }: Alignment): Promise<Result<AlignedDocument>> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AlignedRefusal) return error.result;
    throw error;
  }
}

const oneLanguage = ({ languages }: AlignedDocument): Failure => ({
  code: 'import.oneLanguage',
  params: { lang: languages[0]?.label ?? '' },
});

function namedApart(
  { from, ...apart }: NonNullable<ReturnType<typeof joinDocuments>['apart']>,
  all: readonly Alignment[],
) {
  return { ...apart, first: all[from[0]].name, second: all[from[1]].name };
}

/** The alignments of all packages, ready to be read. */
function openAlignments(
  files: readonly AlignedFile[],
  options: AlignedOptions,
): Result<{ alignments: Alignment[]; aside: string[] }> {
  const opened = openPackages(files, options);
  if (!opened.ok) return opened;
  const listed = opened.value.map((one) => {
    if ('sources' in one) return listAlignments(one.sources, options, one.name);
    const { name, files: own } = one;
    const read = () => readPacked(one, own, options);
    return { alignments: [{ name, title: documentName(name) || name, read }], aside: [] };
  });
  return ok({
    alignments: listed.flatMap(({ alignments }) => alignments),
    aside: listed.flatMap(({ aside }) => aside),
  });
}

async function readPacked(
  { is }: Package,
  files: AlignedFile[],
  options: AlignedOptions,
): Promise<Result<AlignedDocument>> {
  if (is === 'workbook') return (await import('../xlsx/readXlsx')).readXlsx(files, options);
  return (await import('../parquet/readParquet')).readParquet(files[0], options);
}

type Opened = { name: string; sources: ReadSource[] } | Extract<Package, { is: 'workbook' | 'parquet' }>;

/** The files, unpacked and ready to be read; those that are blank are left aside. */
export function openPackages(files: readonly AlignedFile[], options: AlignedOptions): Result<Opened[]> {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size === 0) return err('import.empty');
  if (size > MAX_ALIGNED_BYTES)
    return err('import.tooLarge', {
      sizeMb: Math.ceil(size / MEGABYTE),
      limitMb: MAX_ALIGNED_BYTES / MEGABYTE,
    });
  const unpacked = unpackFiles(files, (file) => {
    const source = openSource(file, options);
    return source.ok && isLinks(source.value);
  });
  if (!unpacked.ok) return unpacked;
  const total = unpacked.value.reduce(
    (sum, one) => sum + one.files.reduce((own, { bytes }) => own + bytes.length, 0),
    0,
  );
  let read = 0;
  const onRead = (bytes: number) => {
    read += bytes;
    // Texts of links are read through twice, to count their lines first.
    options.onProgress?.(Math.min(1, read / total));
  };
  const opened: Opened[] = [];
  for (const one of unpacked.value) {
    if (one.is !== 'files') {
      opened.push(one);
      continue;
    }
    const sources: ReadSource[] = [];
    for (const file of one.files) {
      const source = openSource(file, options, onRead);
      if (!source.ok) return source;
      if (source.value.head.trim() || !source.value.isWhole) sources.push(source.value);
    }
    if (sources.length) opened.push({ name: one.name, sources });
  }
  return opened.length ? ok(opened) : err('import.empty');
}
