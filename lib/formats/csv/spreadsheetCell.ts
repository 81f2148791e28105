import { fieldWriter } from '../flattenLine';
import type { WriteReport } from '../WriteReport';

/**
 * What Excel, LibreOffice and Google Sheets begin a formula with, after whatever they trim: `=`, `+`, `-`, `@`, their
 * full-width forms, and minus as typesetters write it is no operator. (OWASP, CSV Injection.)
 */
export const OPERATOR = String.raw`[\s\u200b\ufeff"']*[=+\-@\uff0b\uff0d\uff1d\uff20]`;
export const FORMULA = new RegExp(`^${OPERATOR}`, 'u');

/** Would a spreadsheet take it for a formula where somebody types it, or opens it as CSV? */
export const looksLikeFormula = (text: string): boolean => FORMULA.test(text);

/**
 * In half of the world, Vietnam and Romania among it, a spreadsheet that opens a CSV file takes the semicolon for the
 * delimiter, and the quotes around a cell that has commas before it for text.
 */
const FORMULA_INSIDE = new RegExp(`;(?=${OPERATOR})`, 'gu');

/**
 * A cell without line breaks or tabs that no spreadsheet takes for a formula: an apostrophe goes before it, and after
 * each semicolon behind which another delimiter would make it one.
 */
export function spreadsheetCell(report: WriteReport): (text: string) => string {
  const flat = fieldWriter(report);
  return (text) => {
    const cell = flat(text);
    const inside = cell.replace(FORMULA_INSIDE, ";'");
    if (inside === cell && !FORMULA.test(cell)) return cell;
    report.guardedCells++;
    return FORMULA.test(cell) ? `'${inside}` : inside;
  };
}
