import { err, ok, type Result } from '@/lib/result';
import type { AlignedDocument, AlignedFile, AlignedOptions } from '../aligned/AlignedDocument';
import { readRecords } from '../table/readTable';
import { parseXml } from '../xml/parseXml';
import { decodeCell } from './cell';

/** Excel's own bound. */
const MAX_COLUMNS = 16_384;

/**
 * The first sheet of a workbook (ECMA-376, SpreadsheetML, transitional or strict) as a table: shared and inline
 * strings, numbers and what formulas have last shown. Phonetic readings are left out.
 */
export async function readXlsx(
  parts: readonly AlignedFile[],
  options: AlignedOptions,
): Promise<Result<AlignedDocument>> {
  const decode = (name: string): Result<string> | null => {
    const part = parts.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!part) return null;
    try {
      return ok(new TextDecoder('utf-8', { fatal: true }).decode(part.bytes));
    } catch {
      return err('import.wrongEncoding', { encoding: 'utf-8', line: 1, offset: 0 });
    }
  };
  const sheetName = firstSheet(parts);
  const sheet = decode(sheetName);
  if (!sheet?.ok) return sheet ?? err('import.brokenArchive', { file: 'xlsx', part: sheetName });
  const shared: string[] = [];
  const strings = decode('xl/sharedStrings.xml');
  if (strings) {
    if (!strings.ok) return strings;
    const read = await readShared(strings.value, shared, options);
    if (!read.ok) return read;
  }
  const rows: string[][] = [];
  const read = await readSheet(sheet.value, sheetName, shared, rows, options);
  if (!read.ok) return read;
  const filled = rows.filter((row) => row?.some(Boolean)).map((row) => Array.from(row, (cell) => cell ?? ''));
  return readRecords(filled, { format: 'xlsx', encoding: 'utf-8', header: options.header });
}

/** The sheet that the first relation of a worksheet leads to; sheets are usually numbered anyway. */
function firstSheet(parts: readonly AlignedFile[]): string {
  const sheets = parts
    .map(({ name }) => name)
    .filter((name) => /^xl\/worksheets\/[^/]+\.xml$/iu.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return sheets[0] ?? 'xl/worksheets/sheet1.xml';
}

async function readShared(xml: string, shared: string[], { breathe }: AlignedOptions): Promise<Result<null>> {
  let item: string | null = null;
  let inText = false;
  let phonetic = 0;
  return parseXml(
    xml,
    'xl/sharedStrings.xml',
    {
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
    },
    breathe,
  );
}

async function readSheet(
  xml: string,
  file: string,
  shared: readonly string[],
  rows: string[][],
  { breathe }: AlignedOptions,
): Promise<Result<null>> {
  let row: string[] = [];
  let column = -1;
  let type = 'n';
  let value: string | null = null;
  let phonetic = 0;
  let inText = false;
  return parseXml(
    xml,
    file,
    {
      open({ name, attributes }) {
        if (name === 'row') {
          row = [];
          column = -1;
        } else if (name === 'c') {
          column = attributes.r ? columnNumber(attributes.r) : column + 1;
          type = attributes.t ?? 'n';
          value = '';
        } else if (name === 'rPh') phonetic++;
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
            type === 's' ? (shared[Number(value)] ?? '') : type === 'n' ? value : decodeCell(value);
          if (column >= 0 && column < MAX_COLUMNS && shown !== '') row[column] = shown;
          value = null;
        } else if (name === 'row') rows.push(row);
      },
    },
    breathe,
  );
}

/** `B7` -> 1. */
function columnNumber(reference: string): number {
  let number = 0;
  for (const letter of /^[A-Z]{1,4}/iu.exec(reference)?.[0].toUpperCase() ?? '')
    number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
