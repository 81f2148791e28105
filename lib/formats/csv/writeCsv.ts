import { type ExportHeader, type ExportUnit, presentTexts, type Units } from '../ExportUnit';
import { wellFormedWriter } from '../flattenLine';
import { tableColumns } from '../tableColumns';
import type { WriteOptions } from '../WriteOptions';
import { countLeftOut, countWritten, emptyReport } from '../WriteReport';
import { writeLines } from '../writeLines';
import { spreadsheetCell } from './spreadsheetCell';

/**
 * Comma-separated values (RFC 4180), UTF-8 without byte order mark, CRLF: a header `id <languages> status confidence
 * reason`, then one record a unit. Texts are exact, line breaks included; a language without counterpart is empty.
 */
export function writeCsv(
  header: ExportHeader,
  units: Units,
  options: WriteOptions = {},
): AsyncGenerator<string> {
  const report = options.report ?? emptyReport();
  return writeRecords('', header, units, { ...options, report }, wellFormedWriter(report));
}

/**
 * CSV for a spreadsheet, not for a program: with a byte order mark, by which Excel knows UTF-8, without line breaks
 * in cells, and with an apostrophe before everything that would be a formula. Texts are therefore not exact.
 */
export function writeSheetCsv(
  header: ExportHeader,
  units: Units,
  options: WriteOptions = {},
): AsyncGenerator<string> {
  const report = options.report ?? emptyReport();
  return writeRecords('\ufeff', header, units, { ...options, report }, spreadsheetCell(report));
}

function writeRecords(
  mark: string,
  header: ExportHeader,
  units: Units,
  { report = emptyReport(), ...options }: WriteOptions,
  cell: (text: string) => string,
): AsyncGenerator<string> {
  const columns = tableColumns(header, options);
  const record = (fields: readonly string[]) => `${fields.map((field) => quote(cell(field))).join(',')}\r\n`;
  const writeUnit = (unit: ExportUnit): string => {
    if (options.nulls === 'leaveOut' && presentTexts(unit).length < 2) {
      countLeftOut(report, 'null');
      return '';
    }
    countWritten(report, unit);
    return record(columns.map(({ read }) => read(unit) ?? ''));
  };
  return writeLines(mark + record(columns.map(({ name }) => name)), units, writeUnit, '');
}

/** RFC 4180, section 2.5 to 2.7; spaces at the ends are quoted too, because some readers take them off. */
const quote = (field: string): string =>
  /[",\r\n;\t]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
