import { err, ok, type Result } from '@/lib/result';
import type { AlignedFormatId } from '../formats';
import { isLadder, isLinkList } from '../hunalign/readLadder';
import { isParquet } from '../parquet/isParquet';
import { ALIGNED_READERS } from '../registry';
import { isGzip, isZip, readGzip, readZip } from '../zip/readZip';
import {
  type AlignedDocument,
  type AlignedFile,
  type AlignedOptions,
  MAX_ALIGNED_BYTES,
} from './AlignedDocument';
import { AlignedRefusal } from './AlignedDraft';
import { decodeFile, type ReadSource } from './readSource';

const MEGABYTE = 1024 * 1024;

/**
 * What an import would make of aligned data: one file, or the files that belong together, packed or not. Format,
 * languages, units and warnings, or the error that names the place. Stores and changes nothing.
 */
export async function readAligned(
  files: readonly AlignedFile[],
  options: AlignedOptions = {},
): Promise<Result<AlignedDocument>> {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size === 0) return err('import.empty');
  if (size > MAX_ALIGNED_BYTES)
    return err('import.tooLarge', {
      sizeMb: Math.ceil(size / MEGABYTE),
      limitMb: MAX_ALIGNED_BYTES / MEGABYTE,
    });
  try {
    const unpacked = unpack(files);
    if (!unpacked.ok) return unpacked;
    if (unpacked.value.some(({ name }) => name.toLowerCase() === 'xl/workbook.xml'))
      return await (await import('../xlsx/readXlsx')).readXlsx(unpacked.value, options);
    const parquet = unpacked.value.find(({ bytes }) => isParquet(bytes));
    if (parquet) return await (await import('../parquet/readParquet')).readParquet(parquet, options);
    const sources: ReadSource[] = [];
    for (const file of unpacked.value) {
      const decoded = decodeFile(file, options);
      if (!decoded.ok) return decoded;
      if (decoded.value.text.trim()) sources.push(decoded.value);
    }
    if (!sources.length) return err('import.empty');
    const format = (options.format as AlignedFormatId | undefined) ?? sniffAligned(sources);
    const links = sources.filter(isLinks);
    if (links.length > 1) return err('import.severalAlignments', { count: links.length });
    const read = await ALIGNED_READERS[format]();
    return await read(sources, options);
  } catch (error) {
    if (error instanceof AlignedRefusal) return error.result;
    throw error;
  }
}

function unpack(files: readonly AlignedFile[]): Result<AlignedFile[]> {
  const unpacked: AlignedFile[] = [];
  for (const file of files) {
    if (isZip(file.bytes)) {
      const entries = readZip(file);
      if (!entries.ok) return entries;
      unpacked.push(...entries.value);
    } else unpacked.push(file);
  }
  for (const [at, file] of unpacked.entries()) {
    if (!isGzip(file.bytes)) continue;
    const plain = readGzip(file);
    if (!plain.ok) return plain;
    unpacked[at] = plain.value;
  }
  return ok(unpacked);
}

const hasLinks = (text: string) => /<link\b[^>]*\bxtargets\s*=/u.test(text.slice(0, 20_000));
const isLinks = ({ text, name }: ReadSource) =>
  !name.endsWith('.ids') && (hasLinks(text) || isLadder(text) || isLinkList(text));

/** What the files are by their content: names lie, and `.xml` and `.txt` say nothing. */
export function sniffAligned(sources: readonly ReadSource[]): AlignedFormatId {
  const roots = sources.map(({ text }) => /<(?:\w+:)?([A-Za-z]\w*)[\s>/]/u.exec(text.slice(0, 4000))?.[1]);
  const isXml = sources.map(({ text }) => text.trimStart().startsWith('<'));
  const rootIs = (...names: string[]) => roots.some((root, at) => isXml[at] && root && names.includes(root));
  if (rootIs('tmx')) return 'tmx';
  if (rootIs('xliff')) return 'xliff2';
  if (sources.some(({ text }) => hasLinks(text))) return 'xces';
  if (rootIs('TEI', 'TEI.2', 'teiCorpus') || (isXml.every(Boolean) && isXml.length > 0)) return 'tei';
  if (sources.length > 1) {
    if (sources.some(({ text }) => isLadder(text))) return 'hunalign';
    if (sources.some(({ text }) => isLinkList(text))) return 'vecalign';
    return 'moses';
  }
  return /^\s*(?:\{|\[\s*\{)/u.test(sources[0].text) ? 'jsonl' : 'tsv';
}
