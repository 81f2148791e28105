/** Tables of Markdown: with pipes (GitHub Flavored Markdown 0.29, section 4.10), and the grid and simple ones of pandoc. */
export type TableKind = 'pipes' | 'simple';

const PIPE_RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/u;
const GRID_RULE = /^ {0,3}\+(?:[:=-]+\+)+[ \t]*$/u;
const SIMPLE_RULE = /^ *-{2,}(?: +-{2,})+[ \t]*$/u;

/** Which table a line of nothing but rules belongs to, or null when it is no such line. */
export function tableRule(line: string): TableKind | null {
  if ((line.includes('|') && PIPE_RULE.test(line)) || GRID_RULE.test(line)) return 'pipes';
  return SIMPLE_RULE.test(line) ? 'simple' : null;
}

/** The cells of a row that hold something, as typed. A pipe behind a backslash is one of the text. */
export function cellsOf(row: string, kind: TableKind): string[] {
  const cells =
    kind === 'simple' ? row.split(/\s{2,}/u) : row.replace(/^\s*\||\|\s*$/gu, '').split(/(?<!\\)\|/u);
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}
