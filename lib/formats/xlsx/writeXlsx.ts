import { looksLikeFormula } from '../csv/spreadsheetCell';
import { type ExportHeader, type ExportUnit, presentTexts, type Units } from '../ExportUnit';
import { tableColumns } from '../tableColumns';
import type { WriteOptions } from '../WriteOptions';
import { countLeftOut, countWritten, emptyReport } from '../WriteReport';
import { writeZip } from '../zip/writeZip';
import type { ZipStream } from '../zip/zipStream';
import { cellWriter } from './cell';
import { HEADER_STYLE, SHEET_END, SHEET_NAME, SHEET_START, STATIC_PARTS, TEXT_STYLE } from './parts';

/** Rows of a sheet, the header among them. */
const MAX_ROWS = 1_048_576;

/**
 * An Excel workbook (ECMA-376, SpreadsheetML) of one sheet: a header `id <languages> status confidence reason`, then
 * one row a unit. Each text is an inline string, which no program takes for a formula, so that nothing has to stand
 * before it; line breaks stay. What would be a formula once somebody edits the cell is kept from it by its style.
 */
export function writeXlsx(
  header: ExportHeader,
  units: Units,
  options: WriteOptions = {},
): AsyncGenerator<Uint8Array> {
  const report = options.report ?? emptyReport();
  const cell = cellWriter(report);
  const columns = tableColumns(header, options);
  let rows = 0;
  const row = (cells: readonly string[]) => `<row r="${++rows}">${cells.join('')}</row>`;
  const parts = {
    begin(zip: ZipStream) {
      for (const [name, content] of Object.entries(STATIC_PARTS)) {
        zip.write(name, content);
        zip.close(name);
      }
      zip.write(SHEET_NAME, SHEET_START);
      zip.write(SHEET_NAME, row(columns.map(({ name }) => cell(name, HEADER_STYLE))));
    },
    unit(zip: ZipStream, unit: ExportUnit) {
      if (options.nulls === 'leaveOut' && presentTexts(unit).length < 2) return countLeftOut(report, 'null');
      // No novel comes near it; better no file than one that lacks its end.
      if (rows >= MAX_ROWS) throw new RangeError(`more than ${MAX_ROWS} rows in a sheet`);
      countWritten(report, unit);
      const cells = columns.map(({ name, isText, read }) => {
        const value = read(unit) ?? '';
        if (name === 'confidence' && !isText && value) return `<c><v>${value}</v></c>`;
        return cell(value, looksLikeFormula(value) ? TEXT_STYLE : undefined);
      });
      zip.write(SHEET_NAME, row(cells));
    },
    end: (zip: ZipStream) => zip.write(SHEET_NAME, SHEET_END),
  };
  return writeZip([...Object.keys(STATIC_PARTS), SHEET_NAME], units, parts, options);
}
