import { err, ok, type Result } from '@/lib/result';
import type { AlignedFormatId } from '../formats';
import { isLadder, isLinkList } from '../hunalign/readLadder';
import { isParquet } from '../parquet/isParquet';
import { ALIGNED_READERS } from '../registry';
import { hasXtargets } from '../xces/readXces';
import { isGzip, isZip, readGzip, readZip } from '../zip/readZip';
import {
  type AlignedDocument,
  type AlignedFile,
  type AlignedOptions,
  AlignedRefusal,
  MAX_ALIGNED_BYTES,
} from './AlignedDocument';
import { kindOfBytes, kindOfParts } from './kindOfText';
import { openSource, type ReadSource } from './readSource';

const MEGABYTE = 1024 * 1024;

/**
 * What an import would make of aligned data: one file, or the files that belong together, packed or not. Format,
 * languages, units and warnings, or the error that names the place. Stores and changes nothing.
 *
 * Files are decoded slice by slice: memory is that of the bytes and of the units, never a text as a whole.
 */
export async function readAligned(
  files: readonly AlignedFile[],
  options: AlignedOptions = {},
): Promise<Result<AlignedDocument>> {
  try {
    const opened = openAligned(files, options);
    if (!opened.ok) return opened;
    if ('workbook' in opened.value)
      return await (await import('../xlsx/readXlsx')).readXlsx(opened.value.workbook, options);
    if ('parquet' in opened.value)
      return await (await import('../parquet/readParquet')).readParquet(opened.value.parquet, options);
    const { sources } = opened.value;
    const format = (options.format as AlignedFormatId | undefined) ?? sniffAligned(sources);
    const links = sources.filter(isLinks);
    const chosen = Math.min(options.alignment ?? 0, Math.max(0, links.length - 1));
    const wanted = sources.filter((source) => !links.includes(source) || source === links[chosen]);
    const read = await (await ALIGNED_READERS[format]())(wanted, options);
    if (!read.ok || links.length < 2) return read;
    return ok({ ...read.value, alternatives: { names: links.map(({ name }) => name), chosen } });
  } catch (error) {
    if (error instanceof AlignedRefusal) return error.result;
    throw error;
  }
}

/** The files, unpacked and ready to be read; those that are blank are left aside. */
export function openAligned(
  files: readonly AlignedFile[],
  options: AlignedOptions,
): Result<{ sources: ReadSource[] } | { workbook: AlignedFile[] } | { parquet: AlignedFile }> {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size === 0) return err('import.empty');
  if (size > MAX_ALIGNED_BYTES)
    return err('import.tooLarge', {
      sizeMb: Math.ceil(size / MEGABYTE),
      limitMb: MAX_ALIGNED_BYTES / MEGABYTE,
    });
  const unpacked = unpack(files);
  if (!unpacked.ok) return unpacked;
  if (unpacked.value.some(({ name }) => name.toLowerCase() === 'xl/workbook.xml'))
    return ok({ workbook: unpacked.value });
  const parquet = unpacked.value.find(({ bytes }) => isParquet(bytes));
  if (parquet) return ok({ parquet });
  const total = unpacked.value.reduce((sum, { bytes }) => sum + bytes.length, 0);
  let read = 0;
  const onRead = (bytes: number) => {
    read += bytes;
    // Texts of links are read through twice, to count their lines first.
    options.onProgress?.(Math.min(1, read / total));
  };
  const sources: ReadSource[] = [];
  for (const file of unpacked.value) {
    const opened = openSource(file, options, onRead);
    if (!opened.ok) return opened;
    if (opened.value.head.trim() || !opened.value.isWhole) sources.push(opened.value);
  }
  return sources.length ? ok({ sources }) : err('import.empty');
}

function unpack(files: readonly AlignedFile[]): Result<AlignedFile[]> {
  const unpacked: AlignedFile[] = [];
  for (const file of files) {
    if (isZip(file.bytes)) {
      const entries = readZip(file);
      if (!entries.ok) return entries;
      const kind = kindOfParts(entries.value);
      if (kind) return err('import.notAligned', { file: file.name, kind });
      unpacked.push(...entries.value);
    } else {
      const kind = kindOfBytes(file.bytes, files.length === 1);
      if (kind) return err('import.notAligned', { file: file.name, kind });
      unpacked.push(file);
    }
  }
  for (const [at, file] of unpacked.entries()) {
    if (!isGzip(file.bytes)) continue;
    const plain = readGzip(file);
    if (!plain.ok) return plain;
    unpacked[at] = plain.value;
  }
  return ok(unpacked);
}

export const isLinks = ({ head, name }: ReadSource): boolean =>
  !name.endsWith('.ids') && (hasXtargets(head) || isLadder(head) || isLinkList(head));

/** What the files are by their content: names lie, and `.xml` and `.txt` say nothing. */
export function sniffAligned(sources: readonly ReadSource[]): AlignedFormatId {
  const roots = sources.map(({ head }) => rootOf(head));
  const isXml = sources.map(({ head }) => head.trimStart().startsWith('<'));
  const rootIs = (...names: string[]) => roots.some((root, at) => isXml[at] && root && names.includes(root));
  if (rootIs('tmx')) return 'tmx';
  if (rootIs('xliff')) return 'xliff2';
  if (sources.some(({ head }) => hasXtargets(head))) return 'xces';
  if (rootIs('TEI', 'TEI.2', 'teiCorpus') || (isXml.every(Boolean) && isXml.length > 0)) return 'tei';
  if (sources.length > 1) {
    if (sources.some(({ head }) => isLadder(head))) return 'hunalign';
    if (sources.some(({ head }) => isLinkList(head))) return 'vecalign';
    return 'moses';
  }
  return /^\s*(?:\{|\[\s*\{)/u.test(sources[0].head) ? 'jsonl' : 'tsv';
}

/** The name of the outermost element: what stands in comments and declarations before it is none. */
function rootOf(head: string): string | undefined {
  const bare = head
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/gu, '')
    .replace(/<!DOCTYPE[^[>]*(?:\[[\s\S]*?\])?\s*>/u, '');
  return /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s>/]/u.exec(bare)?.[1];
}
