import { err, type Result } from '@/lib/result';
import type { AlignedDocument } from '../aligned/AlignedDocument';
import { AlignedDraft, languageLike, whole } from '../aligned/AlignedDraft';
import type { ReadSource } from '../aligned/readSource';
import type { UnitPart } from '../ExportUnit';

/** The language that a file is named after: `corpus.vi`, `vi.txt`, `text.en-vi.vi`. */
export function fileLanguage(name: string): string | null {
  const words = (name.split(/[/\\]/u).at(-1) ?? '')
    .replace(/\.(?:gz|txt|xml|tok|clean)(?=\.|$)/gu, '')
    .split('.');
  return languageLike(words.at(-1) ?? '') ?? languageLike(words.at(-2) ?? '');
}

/** Lines end with LF or CRLF and nothing else; U+2028 and the like stay inside them. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/**
 * Plain aligned lines: two files or more with the same number of lines, and perhaps the `.ids` that we write beside
 * them. An empty line has no counterpart.
 */
export async function readMoses(sources: readonly ReadSource[]): Promise<Result<AlignedDocument>> {
  const draft = new AlignedDraft();
  const ids = sources.find(({ name }) => name.endsWith('.ids'));
  const files = sources
    .filter(({ name }) => !/\.(?:ids|documents|scores)$/u.test(name))
    .map((source) => ({ ...source, lines: linesOf(source.text) }));
  const [first] = files;
  const differing = files.find(({ lines }) => lines.length !== first.lines.length);
  if (differing)
    return err('import.linesDiffer', {
      first: first.name,
      firstLines: first.lines.length,
      second: differing.name,
      secondLines: differing.lines.length,
    });
  const columns = files.map(({ name, lines }) => {
    const lang = fileLanguage(name);
    return { at: draft.language(lang ?? name, lang), lines };
  });
  const about = ids ? linesOf(ids.text) : [];
  for (let k = 0; k < first.lines.length; k++) {
    const texts = new Map<number, UnitPart[]>();
    for (const { at, lines } of columns) texts.set(at, whole(lines[k]));
    const [id, status, confidence, reason] = about[k]?.split('\t') ?? [];
    draft.add(texts, { id, status, confidence, reason });
  }
  return draft.finish('moses', first.encoding);
}
