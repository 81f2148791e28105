import { err, type Result } from '@/lib/result';
import type { AlignedDocument, AlignedFile, AlignedOptions } from '../aligned/AlignedDocument';
import { openSource } from '../aligned/readSource';
import { readRecords } from '../table/readRecords';
import { parseXml, type XmlSource } from '../xml/parseXml';
import { decodeCell } from './cell';
import { dateStyles, serialDate } from './dateStyles';
import { MergedRows } from './MergedRows';
import { workbookSheets } from './workbookSheets';

/** Excel's own bound. */
const MAX_COLUMNS = 16_384;

/**
 * A sheet of a workbook (ECMA-376, SpreadsheetML, transitional or strict) as a table: shared and inline strings,
 * numbers, dates, and what formulas have last shown. Phonetic readings are left out. Rows that a merged cell spans are
 * one unit: the sentence in it has several counterparts. The first sheet with a cell in it, if nobody has chosen another.
 */
export async function readXlsx(
  parts: readonly AlignedFile[],
  options: AlignedOptions,
): Promise<Result<AlignedDocument>> {
  const source = (name: string): XmlSource | null => {
    const part = parts.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!part) return null;
    const opened = openSource(part, {});
    return opened.ok ? opened.value : { name, slices: () => [''] };
  };
  const found = workbookSheets(
    parts.map(({ name }) => name),
    source,
  );
  if (!found.ok) return found;
  const sheets = found.value;
  if (!sheets.length) return err('import.brokenArchive', { file: 'xlsx', part: 'xl/worksheets/sheet1.xml' });
  const shared: string[] = [];
  const strings = source('xl/sharedStrings.xml');
  const readStrings = strings && readShared(strings, shared);
  if (readStrings && !readStrings.ok) return readStrings;
  const styles = source('xl/styles.xml');
  const dates = styles && dateStyles(styles);
  if (dates && !dates.ok) return dates;
  let chosen = Math.min(options.alignment ?? 0, sheets.length - 1);
  let rows = readRows(source(sheets[chosen].part)!, shared, dates?.value ?? []);
  while (options.alignment === undefined && rows.ok && !rows.value.rows.length && chosen + 1 < sheets.length)
    rows = readRows(source(sheets[++chosen].part)!, shared, dates?.value ?? []);
  if (!rows.ok) return rows;
  const read = await readRecords(rows.value.rows, {
    ...{
      continues: rows.value.continues,
      format: 'xlsx',
      encoding: 'utf-8',
      choices: options.table ?? {},
      shape: null,
    },
  });
  if (!read.ok || sheets.length < 2) return read;
  return {
    ...read,
    value: { ...read.value, alternatives: { names: sheets.map(({ name }) => name), chosen } },
  };
}

/** The rows of a sheet that hold something. */
function readRows(sheet: XmlSource, shared: readonly string[], dates: readonly boolean[]): Result<SheetRows> {
  const found: SheetRow[] = [];
  const merged = new MergedRows();
  const read = readSheet(sheet, shared, dates, found, merged);
  if (!read.ok) return read;
  const rows: string[][] = [];
  const continues = new Set<readonly string[]>();
  let open = 0;
  for (const { number, cells } of found) {
    const isInside = number <= open;
    open = Math.max(open, merged.endOf(number));
    if (!cells.some(Boolean)) continue;
    const row = Array.from(cells, (cell) => cell ?? '');
    if (isInside && rows.length) continues.add(row);
    rows.push(row);
  }
  return { ok: true, value: { rows, continues } };
}

/** `number` as the sheet counts, from 1. */
type SheetRow = { number: number; cells: string[] };
/** `continues`: rows that go on with the unit of the row before them. */
type SheetRows = { rows: string[][]; continues: ReadonlySet<readonly string[]> };

function readShared(strings: XmlSource, shared: string[]): Result<null> {
  let item: string | null = null;
  let inText = false;
  let phonetic = 0;
  return parseXml(strings, {
    open({ name }) {
      if (name === 'si') item = '';
      else if (name === 'rPh') phonetic++;
      else if (name === 't') inText = phonetic === 0;
    },
    text(piece) {
      if (inText && item !== null) item += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') shared.push(decodeCell(item ?? ''));
    },
  });
}

function readSheet(
  sheet: XmlSource,
  shared: readonly string[],
  dates: readonly boolean[],
  rows: SheetRow[],
  merged: MergedRows,
): Result<null> {
  let row: string[] = [];
  let number = 0;
  let column = -1;
  let type = 'n';
  let isDate = false;
  let value: string | null = null;
  let phonetic = 0;
  let inText = false;
  return parseXml(sheet, {
    open({ name, attributes }) {
      if (name === 'row') {
        row = [];
        number = Number(attributes.r) || number + 1;
        column = -1;
      } else if (name === 'c') {
        column = attributes.r ? columnNumber(attributes.r) : column + 1;
        type = attributes.t ?? 'n';
        isDate = type === 'n' && (dates[Number(attributes.s ?? -1)] ?? false);
        value = '';
      } else if (name === 'mergeCell') merged.add(attributes.ref ?? '');
      else if (name === 'rPh') phonetic++;
      else if (name === 't' || name === 'v') inText = phonetic === 0;
    },
    text(piece) {
      if (inText && value !== null) value += piece;
    },
    close(name) {
      if (name === 't' || name === 'v') inText = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'c' && value !== null) {
        const shown =
          type === 's'
            ? (shared[Number(value)] ?? '')
            : type !== 'n'
              ? decodeCell(value)
              : isDate
                ? serialDate(value)
                : value;
        if (column >= 0 && column < MAX_COLUMNS && shown !== '') row[column] = shown;
        value = null;
      } else if (name === 'row') rows.push({ number, cells: row });
    },
  });
}

/** `B7` -> 1. */
function columnNumber(reference: string): number {
  let number = 0;
  for (const letter of /^[A-Z]{1,4}/iu.exec(reference)?.[0].toUpperCase() ?? '')
    number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
