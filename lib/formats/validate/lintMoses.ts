import type { LintFile } from './decoded';
import type { Findings } from './Findings';
import { linesIn } from './linesIn';

/** Files of one line a unit: the same number of lines in each, and something in every one. */
export function lintMoses(files: readonly LintFile[], findings: Findings): void {
  const counts = files.map((source) => {
    let lines = 0;
    for (const { text, number } of linesIn(source, findings)) {
      lines = number;
      if (text.trim() === '') findings.add('moses.emptyLine', { file: source.name, line: number });
    }
    return lines;
  });
  if (files.length < 2) findings.add('moses.oneFile', { file: files[0].name });
  const [first] = counts;
  for (const [at, found] of counts.entries())
    if (found !== first)
      findings.add(
        'moses.lineCount',
        { file: files[at].name },
        { expected: first, found, other: files[0].name },
      );
}
