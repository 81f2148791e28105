import { type ExportHeader, presentTexts, textOf, type Units } from '../ExportUnit';
import { languageTag } from '../languageTag';
import type { WriteOptions } from '../WriteOptions';
import { countLeftOut, countWritten, emptyReport } from '../WriteReport';
import { writeZip } from '../zip/writeZip';
import { cellWriter } from './cell';
import { SHEET_END, SHEET_NAME, SHEET_START, STATIC_PARTS } from './parts';

/** Rows of a sheet, the header among them. */
const MAX_ROWS = 1_048_576;

/**
 * An Excel workbook (ECMA-376, SpreadsheetML) of one sheet: a header `id <languages> status confidence reason`, then
 * one row a unit. Each text is an inline string, which no program takes for a formula, so that nothing has to stand
 * before it; line breaks stay.
 */
export function writeXlsx(
  header: ExportHeader,
  units: Units,
  options: WriteOptions = {},
): AsyncGenerator<Uint8Array> {
  const report = options.report ?? emptyReport();
  const cell = cellWriter(report);
  const withProperties = options.properties ?? true;
  const columns = ['id', ...header.langs.map((lang) => languageTag(lang, options.languageTags))];
  if (withProperties) columns.push('status', 'confidence', 'reason');
  let rows = 0;
  const row = (cells: readonly string[]) => `<row r="${++rows}">${cells.join('')}</row>`;
  return writeZip([...Object.keys(STATIC_PARTS), SHEET_NAME], units, {
    begin(zip) {
      for (const [name, content] of Object.entries(STATIC_PARTS)) zip.write(name, content);
      zip.write(SHEET_NAME, SHEET_START);
      zip.write(SHEET_NAME, row(columns.map((name) => cell(name, 1))));
    },
    unit(zip, unit) {
      if (options.nulls === 'leaveOut' && presentTexts(unit).length < 2) return countLeftOut(report, 'null');
      // No novel comes near it; better no file than one that lacks its end.
      if (rows >= MAX_ROWS) throw new RangeError(`more than ${MAX_ROWS} rows in a sheet`);
      countWritten(report, unit);
      const cells = [unit.id, ...header.langs.map((lang) => textOf(unit, lang)?.text ?? '')].map((text) =>
        cell(text),
      );
      if (withProperties) {
        const { status, confidence, reason } = unit;
        cells.push(cell(status), confidence === null ? '<c/>' : `<c><v>${confidence.toFixed(4)}</v></c>`);
        cells.push(cell(reason ?? ''));
      }
      zip.write(SHEET_NAME, row(cells));
    },
    end: (zip) => zip.write(SHEET_NAME, SHEET_END),
  });
}
