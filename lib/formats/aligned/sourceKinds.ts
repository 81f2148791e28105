import type { AlignedFormatId } from '../formats';
import { isLadder, isLinkList } from '../hunalign/readLadder';
import { hasXtargets } from '../xces/readXces';
import type { ReadSource } from './readSource';

export const isLinks = ({ head, name }: Pick<ReadSource, 'head' | 'name'>): boolean =>
  !name.endsWith('.ids') && (hasXtargets(head) || isLadder(head) || isLinkList(head));

/** What the files are by their content: names lie, and `.xml` and `.txt` say nothing. */
export function sniffAligned(sources: readonly ReadSource[]): AlignedFormatId {
  if (sources.some(rootIs('tmx'))) return 'tmx';
  if (sources.some(rootIs('xliff'))) return 'xliff2';
  if (sources.some(({ head }) => hasXtargets(head))) return 'xces';
  if (sources.some(rootIs('TEI', 'TEI.2', 'teiCorpus')) || sources.every(isXml)) return 'tei';
  if (sources.length > 1) {
    if (sources.some(({ head }) => isLadder(head))) return 'hunalign';
    if (sources.some(({ head }) => isLinkList(head))) return 'vecalign';
    // Tables and lines of JSON say what they are; everything else in several files is one text each.
    if (sources.every(isJson)) return 'jsonl';
    return sources.every(({ name }) => /\.(?:tsv|csv)$/iu.test(name)) ? 'tsv' : 'moses';
  }
  return isJson(sources[0]) ? 'jsonl' : 'tsv';
}

/** Whether a file is of a format that takes one file, among others. */
export function isOfFormat(format: AlignedFormatId): (source: ReadSource) => boolean {
  if (format === 'tmx') return rootIs('tmx');
  if (format === 'xliff1' || format === 'xliff2') return rootIs('xliff');
  if (['json', 'jsonl', 'hf'].includes(format)) return isJson;
  return () => true;
}

const isXml = ({ head }: ReadSource): boolean => head.trimStart().startsWith('<');
const isJson = ({ head }: ReadSource): boolean => /^\s*(?:\{|\[\s*\{)/u.test(head);

const rootIs =
  (...names: string[]) =>
  (source: ReadSource): boolean => {
    const root = isXml(source) && rootOf(source.head);
    return Boolean(root) && names.includes(root as string);
  };

/** The name of the outermost element: what stands in comments and declarations before it is none. */
function rootOf(head: string): string | undefined {
  const bare = head
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/gu, '')
    .replace(/<!DOCTYPE[^[>]*(?:\[[\s\S]*?\])?\s*>/u, '');
  return /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s>/]/u.exec(bare)?.[1];
}
