import { tableRecords } from '../table/tableRecords';
import { DELIMITERS, tableShape } from '../table/tableShape';
import { decoded, type LintFile } from './decoded';
import type { Findings } from './Findings';
import { linesIn } from './linesIn';

/** What a spreadsheet runs instead of showing (OWASP, CSV injection). */
const FORMULA = /^\s*[=+\-@]/u;
/** What a header has somewhere: a language tag, or a word that tables of texts name their columns with. */
const KNOWN =
  /^(?:[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*|ids?|key|source|target|source[ _].+|target[ _].+|status|score|english|vietnamese|romanian|translation)$/u;
/** What is written for spreadsheets says so. */
const SHEET = /\.sheet\.csv$/iu;
const HEAD_BYTES = 64 * 1024;

/** TSV, where nothing is quoted, and CSV (RFC 4180), where cells may be. */
export function lintTable(source: LintFile, format: 'tsv' | 'csv', findings: Findings): void {
  const check = rowChecker(source.name, format, findings);
  if (format === 'tsv') {
    for (const { text, number } of linesIn(source, findings)) check(text.split('\t'), number);
    return;
  }
  const { name: file, bytes } = source;
  const { delimiter } = tableShape(new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES)), { quote: '"' });
  const stray = (line: number) => findings.add('table.strayQuote', { file, line });
  const mark = SHEET.test(file) ? 'table.mark' : 'encoding.bom';
  const slices = quotesWatched(decoded(source, findings, undefined, mark), delimiter, stray);
  for (const { fields, line, open } of tableRecords(slices, { delimiter, quote: '"' })) {
    check(fields, line);
    if (open) findings.add('table.openQuote', { file, line });
  }
}

function rowChecker(file: string, format: 'tsv' | 'csv', findings: Findings) {
  let width: number | null = null;
  return (cells: readonly string[], line: number): void => {
    const place = { file, line };
    if (cells.length === 1 && cells[0].trim() === '') {
      findings.add('table.emptyRow', place);
      return;
    }
    if (width === null) {
      width = cells.length;
      checkHeader(cells, place, findings);
      return;
    }
    if (cells.length !== width) {
      findings.add('table.ragged', place, { expected: width, found: cells.length });
      const own = format === 'tsv' ? '\t' : ',';
      const other = DELIMITERS.find((one) => one !== own && cells[0].split(one).length === width);
      if (cells.length === 1 && other !== undefined)
        findings.add('table.delimiters', place, { delimiter: other === '\t' ? 'TAB' : other });
    }
    for (const cell of cells) {
      if (FORMULA.test(cell)) findings.add('table.formula', place, { start: cell.trimStart()[0] });
      if (/[\r\n]/u.test(cell)) findings.add('table.breakInCell', place);
      if (cell.includes('\t')) findings.add('table.tabInCell', place);
    }
  };
}

function checkHeader(
  cells: readonly string[],
  place: { file: string; line: number },
  findings: Findings,
): void {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const named = names.filter((name) => name !== '');
  const isHeader = named.some((name) => KNOWN.test(name)) && named.every((name) => name.length <= 40);
  if (!isHeader) findings.add('table.noHeader', place);
  const twice = named.find((name, at) => named.indexOf(name) !== at);
  if (twice !== undefined) findings.add('table.columnTwice', place, { column: twice });
}

/** Quotes where no reader expects them (RFC 4180, section 2.5): inside a cell that has none around it, or after its end. */
function* quotesWatched(
  slices: Iterable<string>,
  delimiter: string,
  stray: (line: number) => void,
): Generator<string> {
  let state: 'start' | 'plain' | 'quoted' | 'closing' = 'start';
  let line = 1;
  for (const slice of slices) {
    for (let at = 0; at < slice.length; at++) {
      const character = slice[at];
      if (character === '\n') line++;
      if (state === 'quoted') {
        const next = slice.indexOf('"', at);
        const end = next < 0 ? slice.length : next;
        for (let k = slice.indexOf('\n', at + 1); k >= 0 && k < end; k = slice.indexOf('\n', k + 1)) line++;
        if (next >= 0) state = 'closing';
        at = end;
      } else if (character === delimiter || character === '\n' || character === '\r') state = 'start';
      else if (character === '"') {
        if (state === 'plain') stray(line);
        if (state !== 'plain') state = 'quoted';
      } else {
        if (state === 'closing') stray(line);
        state = 'plain';
      }
    }
    yield slice;
  }
}
