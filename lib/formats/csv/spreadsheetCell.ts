import { fieldWriter } from '../flattenLine';
import type { WriteReport } from '../WriteReport';

/**
 * What Excel, LibreOffice and Google Sheets begin a formula with, after whatever they trim: `=`, `+`, `-`, `@`, their
 * full-width forms, and minus as typesetters write it is no operator. (OWASP, CSV Injection.)
 */
const FORMULA = /^[\s\u200b\ufeff"']*[=+\-@\uff0b\uff0d\uff1d\uff20]/u;

/** A cell without line breaks or tabs that no spreadsheet takes for a formula: an apostrophe goes before it. */
export function spreadsheetCell(report: WriteReport): (text: string) => string {
  const flat = fieldWriter(report);
  return (text) => {
    const cell = flat(text);
    if (!FORMULA.test(cell)) return cell;
    report.guardedCells++;
    return `'${cell}`;
  };
}
