import { err, ok, type Result } from '@/lib/result';
import { isParquet } from '../parquet/isParquet';
import { isGzip, isZip, MAX_UNPACKED_BYTES, readGzip, readZip } from '../zip/readZip';
import type { AlignedFile } from './AlignedDocument';
import { kindOfBytes, kindOfParts } from './kindOfText';

/** Files that belong together. `name`: of the archive that they are from, or empty. */
export type Package = { name: string; files: AlignedFile[] } & (
  | { is: 'files' }
  | { is: 'workbook' | 'parquet' }
);

/** Archives in archives: an export of a project is one of exports of documents. */
const MAX_DEPTH = 2;
/** What stands beside the data in archives: our manifest, and what OPUS and others say of the corpus. */
const ASIDE = /(?:^|\/)(?:manifest\.json|\.DS_Store|(?:README|LICEN[CS]E|COPYING|INFO|CHANGES)(?:\.\w+)?)$/iu;

/**
 * The files with their archives unpacked. Loose files and the parts of archives that have no links of their own belong
 * together: OPUS packs the texts of each language by themselves. An archive with links, or with names that are there
 * already, is a package of its own; so is each workbook and each Parquet file.
 *
 * @param hasLinks whether a file is an alignment of others.
 */
export function unpackFiles(
  files: readonly AlignedFile[],
  hasLinks: (file: AlignedFile) => boolean,
): Result<Package[]> {
  // What is one archive is called after it.
  const loose: Package = { name: files.length === 1 ? files[0].name : '', files: [], is: 'files' };
  const apart: Package[] = [];
  let total = 0;
  /** What archives hold, before it is settled whether it belongs to the rest. */
  const packs: { name: string; files: AlignedFile[]; isOwn: boolean }[] = [];
  const open = (list: readonly AlignedFile[], depth: number, isAlone: boolean): Result<AlignedFile[]> => {
    const plain: AlignedFile[] = [];
    for (const file of list) {
      if (isGzip(file.bytes)) {
        const unpacked = readGzip(file);
        if (!unpacked.ok) return unpacked;
        total += unpacked.value.bytes.length;
        plain.push(unpacked.value);
      } else if (isZip(file.bytes)) {
        if (depth > MAX_DEPTH) return err('import.brokenArchive', { file: file.name, part: '' });
        const entries = readZip(file);
        if (!entries.ok) return entries;
        total += entries.value.reduce((sum, { bytes }) => sum + bytes.length, 0);
        const kind = kindOfParts(entries.value);
        if (kind) return err('import.notAligned', { file: file.name, kind });
        if (entries.value.some(({ name }) => name.toLowerCase() === 'xl/workbook.xml')) {
          apart.push({ name: file.name, files: entries.value, is: 'workbook' });
          continue;
        }
        const inner = open(
          entries.value.filter(({ name }) => !ASIDE.test(name)),
          depth + 1,
          false,
        );
        if (!inner.ok) return inner;
        const isOwn = list.length > 1 && inner.value.some(hasLinks);
        packs.push({ name: file.name, files: inner.value, isOwn });
      } else if (isParquet(file.bytes)) apart.push({ name: file.name, files: [file], is: 'parquet' });
      else {
        const kind = kindOfBytes(file.bytes, isAlone);
        if (kind) return err('import.notAligned', { file: file.name, kind });
        plain.push(file);
      }
      if (total > MAX_UNPACKED_BYTES)
        return err('import.unpacksTooLarge', {
          part: file.name,
          limitMb: MAX_UNPACKED_BYTES / 1024 / 1024,
        });
    }
    return ok(plain);
  };
  const plain = open(files, 1, files.length === 1);
  if (!plain.ok) return plain;
  const uses = new Map<string, number>();
  for (const { name } of [plain.value, ...packs.map((pack) => pack.files)].flat())
    uses.set(name, (uses.get(name) ?? 0) + 1);
  const settled: Package[] = [];
  loose.files.push(...plain.value);
  for (const { name, files: own, isOwn } of packs)
    if (isOwn || own.some((file) => uses.get(file.name)! > 1))
      settled.push({ name, files: own, is: 'files' });
    else loose.files.push(...own);
  return ok([...(loose.files.length ? [loose] : []), ...settled, ...apart]);
}
