import type { LintFile } from './decoded';
import type { Findings } from './Findings';
import { linesIn } from './linesIn';
import { countLines } from './lintLadder';

const LINE = /^\s*\[([\d,\s]*)\]\s*:\s*\[([\d,\s]*)\]\s*(?::\s*(?:[-+.\de]+|[-+]?nan|[-+]?inf))?\s*$/iu;
/** vecalign shows the words under each link on wish. */
const SHOWN_TEXT = /^ {8,}(?:SRC|TGT): /u;

/** What vecalign and bertalign write, `[source lines]:[target lines]:cost`: every line of both texts once, in order. */
export function lintLineLinks(
  links: LintFile,
  texts: readonly [LintFile, LintFile] | null,
  findings: Findings,
): void {
  const { name: file } = links;
  const ends = texts?.map((text) => countLines(text, findings)) ?? null;
  if (!texts) findings.add('links.noTexts', { file });
  const sides = [new Side('source'), new Side('target')];
  for (const { text, number } of linesIn(links, findings)) {
    const place = { file, line: number };
    if (SHOWN_TEXT.test(text)) continue;
    const bead = LINE.exec(text);
    if (!bead) {
      findings.add('links.line', place, { text: text.slice(0, 60) });
      continue;
    }
    for (const [at, side] of sides.entries())
      for (const index of (bead[at + 1].match(/\d+/gu) ?? []).map(Number)) {
        if (ends && index >= ends[at])
          findings.add('links.range', place, { side: side.name, index, end: ends[at] });
        const problem = side.meet(index);
        if (problem) findings.add(problem, place, { side: side.name, index });
      }
  }
  for (const [at, side] of sides.entries()) {
    const hole = side.firstHole(ends?.[at] ?? null);
    if (hole !== null) findings.add('links.hole', { file }, { side: side.name, index: hole });
  }
}

class Side {
  readonly #met = new Set<number>();
  #highest = -1;

  constructor(readonly name: 'source' | 'target') {}

  meet(index: number): 'links.twice' | 'links.order' | null {
    if (this.#met.has(index)) return 'links.twice';
    this.#met.add(index);
    const goesBack = index < this.#highest;
    this.#highest = Math.max(this.#highest, index);
    return goesBack ? 'links.order' : null;
  }

  /** The first line that no bead has; `end` is the number of lines, when it is known. */
  firstHole(end: number | null): number | null {
    const until = Math.min(end ?? this.#highest + 1, this.#highest + 1 + (end === null ? 0 : 1));
    for (let index = 0; index < until; index++) if (!this.#met.has(index)) return index;
    return null;
  }
}
