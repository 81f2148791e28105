import { findFormat, formatOfFile } from '../formats';
import type { LintFile } from './decoded';

/** What the linter knows; `other` has no rules of its own, and is only read. */
export const LINTED = [
  'tmx',
  'xliff',
  'xces',
  'tei',
  'csv',
  'tsv',
  'moses',
  'jsonl',
  'hunalign',
  'vecalign',
  'text',
] as const;
export type Linted = (typeof LINTED)[number];

const HEAD_BYTES = 64 * 1024;

export type SniffedFile = LintFile & { kind: Linted | 'xml' | 'aside' | 'other' };

/** What a file is by its content, and where that says nothing by its name. */
export function sniffFile(file: LintFile): SniffedFile {
  return { ...file, kind: kindOf(file) };
}

function kindOf({ name, bytes }: LintFile): SniffedFile['kind'] {
  if (/(?:^|\/)[^/]*\.(?:ids|documents)$|manifest\.json$/u.test(name)) return 'aside';
  const head = headOf(bytes);
  const format = formatOfFile(name)?.id ?? '';
  if (head.trimStart().startsWith('<') && !/html?$/u.test(name)) return kindOfXml(head);
  if (mostly(head, /^\d+[\t ]+\d+(?:[\t ]+\S*)?$/u)) return 'hunalign';
  // With the words shown under each link there are two lines of those to one of ours.
  if (mostly(head, /^\s*\[[\d,\s]*\]\s*:\s*\[[\d,\s]*\]|^ {8,}(?:SRC|TGT): /u)) return 'vecalign';
  if (['csv', 'sheet-csv'].includes(format)) return 'csv';
  if (format === 'tsv') return 'tsv';
  if (['json', 'jsonl', 'hf'].includes(format) || /^\s*(?:\{\s*"|\[\s*\{)/u.test(head)) return 'jsonl';
  if (findFormat(format)?.reads) return 'text';
  if (format !== '' || bytes.includes(0)) return 'other';
  return isLanguageEnding(name) ? 'moses' : 'text';
}

function kindOfXml(head: string): SniffedFile['kind'] {
  const bare = head.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\])?\s*>/gu, '');
  const root = /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s/>]/u.exec(bare)?.[1];
  if (root === 'tmx') return 'tmx';
  if (root === 'xliff') return 'xliff';
  if (root === 'cesAlign' || root === 'linkGrp') return 'xces';
  return root && /^(?:TEI|TEI\.2|teiCorpus|standOff)$/u.test(root) ? 'tei' : 'xml';
}

/** Whether more than half of the first lines look like this: a linter is for files with wrong lines in them. */
function mostly(head: string, line: RegExp): boolean {
  const lines = head.split(/\r?\n/u, 100).filter(Boolean);
  return lines.length > 0 && lines.filter((one) => line.test(one)).length > lines.length / 2;
}

/** `corpus.en`, `train.clean.vi`: the ending is a language. */
const isLanguageEnding = (name: string): boolean =>
  /\.[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/u.test(name) && !/\.(?:txt|md|htm)$/u.test(name);

const headOf = (bytes: Uint8Array): string => {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(utf16).decode(bytes.subarray(0, HEAD_BYTES));
};
