import { BEAD_STATUSES } from '@/lib/bitext/types';
import { err, type Result } from '@/lib/result';
import type { AlignedDocument } from '../aligned/AlignedDocument';
import { AlignedDraft, whole } from '../aligned/AlignedDraft';
import type { ReadSource } from '../aligned/readSource';
import { textLanguages } from '../aligned/textLanguages';
import type { UnitPart } from '../ExportUnit';
import { countLines, linesOf } from '../lines/linesOf';
import { fileLanguage } from './fileLanguage';

/**
 * Plain aligned lines: two files or more with the same number of lines, and perhaps the `.ids` that we write beside
 * them. An empty line has no counterpart. `.documents` says which lines are of which document.
 */
export async function readMoses(sources: readonly ReadSource[]): Promise<Result<AlignedDocument>> {
  const draft = new AlignedDraft();
  const ids = sources.find(({ name }) => name.endsWith('.ids'));
  const borders = documentBorders(sources.find(({ name }) => name.endsWith('.documents')));
  const files = sources
    .filter(({ name }) => !/\.(?:ids|documents|scores)$/u.test(name))
    .map((source) => ({ source, lines: countLines(source) }));
  const [first] = files;
  if (!first) return err('import.empty');
  const differing = files.find(({ lines }) => lines !== first.lines);
  if (differing)
    return err('import.linesDiffer', {
      first: first.source.name,
      firstLines: first.lines,
      second: differing.source.name,
      secondLines: differing.lines,
    });
  const named = files.map(({ source: { name } }) => ({ name, lang: fileLanguage(name) }));
  const columns = textLanguages(draft, named).map((at, k) => ({ at, lines: linesOf(files[k].source) }));
  const about = ids && linesOf(ids);
  for (let k = 0; k < first.lines; k++) {
    const title = borders.get(k + 1);
    if (title !== undefined) draft.inDocument(title);
    const texts = new Map<number, UnitPart[]>();
    for (const { at, lines } of columns) texts.set(at, whole(lines.next().value ?? ''));
    const told = about?.next().value;
    draft.add(texts, typeof told === 'string' ? readIds(told) : {});
  }
  return draft.finish('moses', first.source.encoding);
}

/**
 * A line of our `.ids`: the id, and on wish status, confidence and reason. OPUS has files of this name too, with the
 * documents and sentences that a line is from.
 */
function readIds(line: string) {
  const [id, status, confidence, reason] = line.split('\t');
  if (status === undefined) return { id };
  if (isStatus(status)) return { id, status, confidence, reason };
  return OPUS_DOCUMENT.test(id) ? {} : { id };
}
const OPUS_DOCUMENT = /\.xml(?:\.gz)?$/u;
const isStatus = (word: string): boolean => (BEAD_STATUSES as readonly string[]).includes(word);

/** Titles by the line that their document begins with, from 1. */
function documentBorders(source: ReadSource | undefined): Map<number, string> {
  const titles = new Map<number, string>();
  for (const line of source ? linesOf(source) : []) {
    const [first, , title] = line.split('\t');
    if (title?.trim() && Number.isInteger(Number(first))) titles.set(Number(first), title.trim());
  }
  return titles;
}

/** What files of one corpus have in common: the name without its language and endings. */
export function stemOf(name: string): string {
  const bare = name.replace(/\.(?:ids|documents|scores)$/u, '');
  const words = bare.split('.');
  const lang = fileLanguage(bare);
  while (lang && words.length > 1 && fileLanguage(words.join('.')) === lang) words.pop();
  return words.join('.');
}
