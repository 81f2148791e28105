import type { LintFile } from './decoded';
import type { Findings } from './Findings';
import { linesIn } from './linesIn';

/** A hunalign ladder: rungs that climb on both sides, from 0, 0 to the ends of its two texts. */
export function lintLadder(
  ladder: LintFile,
  texts: readonly [LintFile, LintFile] | null,
  findings: Findings,
): void {
  const { name: file } = ladder;
  const ends = texts?.map((text) => countLines(text, findings)) ?? null;
  if (!texts) findings.add('links.noTexts', { file });
  let last: [number, number] | null = null;
  for (const { text, number } of linesIn(ladder, findings)) {
    const place = { file, line: number };
    const rung = /^(\d+)[\t ]+(\d+)(?:[\t ]+(\S*))?\s*$/u.exec(text);
    if (!rung) {
      findings.add('ladder.line', place, { text: text.slice(0, 60) });
      continue;
    }
    const [source, target] = [Number(rung[1]), Number(rung[2])];
    if (last === null && (source !== 0 || target !== 0))
      findings.add('ladder.start', place, { source, target });
    if (last && (source < last[0] || target < last[1]))
      findings.add('ladder.order', place, { source, target });
    if (last && source === last[0] && target === last[1]) findings.add('ladder.standing', place);
    if (ends && (source > ends[0] || target > ends[1]))
      findings.add('ladder.range', place, { source, target, sourceEnd: ends[0], targetEnd: ends[1] });
    last = [source, target];
  }
  if (ends && last && (last[0] < ends[0] || last[1] < ends[1]))
    findings.add(
      'ladder.end',
      { file },
      { source: last[0], target: last[1], sourceEnd: ends[0], targetEnd: ends[1] },
    );
}

export function countLines(text: LintFile, findings: Findings): number {
  let lines = 0;
  for (const { number } of linesIn(text, findings)) lines = number;
  return lines;
}
