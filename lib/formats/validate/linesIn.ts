import { decoded, type LintFile } from './decoded';
import type { Findings } from './Findings';

/** What ends a line for Python's `str.splitlines`, on which many trainers rest, and for nobody else. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those very characters
const OTHER_BREAKS = /[\u000b\u000c\u001c-\u001e\u0085\u2028\u2029]/u;

export type Line = { text: string; number: number };

/** The lines of a file as every tool counts them: by LF. Its other line ends are noted. */
export function* linesIn(source: LintFile, findings: Findings): Generator<Line> {
  const { name: file } = source;
  let [rest, number] = ['', 0];
  const line = (text: string): Line => {
    number++;
    const other = OTHER_BREAKS.exec(text)?.[0];
    if (other !== undefined)
      findings.add('lines.breaks', { file, line: number }, { character: codePoint(other) });
    const cr = text.indexOf('\r');
    if (cr < 0) return { text, number };
    findings.add('lines.cr', { file, line: number }, { where: cr === text.length - 1 ? 'end' : 'inside' });
    return { text: text.endsWith('\r') ? text.slice(0, -1) : text, number };
  };
  for (const slice of decoded(source, findings)) {
    const pieces = (rest + slice).split('\n');
    rest = pieces.pop()!;
    for (const piece of pieces) yield line(piece);
  }
  if (rest !== '') yield line(rest);
}

export const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
