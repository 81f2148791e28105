import { err, ok, type Result } from '@/lib/result';

export const DELIMITERS = ['\t', ',', ';', '|'] as const;
/** Characters by which the shape of a table is judged. */
const SAMPLE_CHARS = 64 * 1024;

export type TableShape = { delimiter: string; quoted: boolean };

/**
 * How a table is written: the delimiter that stands equally often in all lines of its beginning, more than once if
 * possible. A table with tabs has no quotes (IANA), unless every field that begins with one also ends with one.
 */
export function tableShape(text: string): TableShape {
  const sample = text.slice(0, SAMPLE_CHARS);
  let best: TableShape & { score: number } = { delimiter: '\t', quoted: false, score: -1 };
  for (const delimiter of DELIMITERS) {
    const quoted = delimiter !== '\t' || tabsAreQuoted(sample);
    const widths = [...records(sample, { delimiter, quoted })]
      .map(({ fields }) => fields.length)
      .slice(0, -1);
    if (!widths.length) widths.push(sample.split(delimiter).length);
    const width = mostFrequent(widths);
    if (width < 2) continue;
    // Agreement counts first; a tab is never part of a text, a comma often is.
    const score =
      widths.filter((one) => one === width).length / widths.length + (delimiter === '\t' ? 0.5 : 0);
    if (score > best.score) best = { delimiter, quoted, score };
  }
  return { delimiter: best.delimiter, quoted: best.quoted };
}

function tabsAreQuoted(sample: string): boolean {
  const fields = sample.split(/[\t\r\n]+/u).slice(0, -1);
  const opening = fields.filter((field) => field.startsWith('"'));
  return (
    opening.some((field) => field.slice(1, -1).includes('""')) &&
    opening.every((field) => field.length > 1 && /^"(?:[^"]|"")*"$/u.test(field))
  );
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** `line` is where the record begins, from 1. `open`: its last quote is never closed. */
export type TableRecord = { line: number; fields: string[]; open: boolean };

/** The records of a table (RFC 4180): a quoted field holds delimiters and line breaks, `""` in it is a quote. */
export function* records(text: string, { delimiter, quoted }: TableShape): Generator<TableRecord> {
  let at = 0;
  let line = 1;
  let record: TableRecord = { line, fields: [], open: false };
  while (at < text.length) {
    if (quoted && text[at] === '"') {
      let field = '';
      let from = at + 1;
      for (;;) {
        const end = text.indexOf('"', from);
        if (end < 0) {
          record.fields.push(field + text.slice(from));
          record.open = true;
          yield record;
          return;
        }
        field += text.slice(from, end);
        if (text[end + 1] !== '"') {
          at = end + 1;
          break;
        }
        field += '"';
        from = end + 2;
      }
      for (let k = 0; k < field.length; k++) if (field.charCodeAt(k) === 10) line++;
      // What follows a closing quote belongs to the field: readers differ, nobody throws it away.
      const end = fieldEnd(text, at, delimiter);
      record.fields.push(field + text.slice(at, end));
      at = end;
    } else {
      const end = fieldEnd(text, at, delimiter);
      record.fields.push(text.slice(at, end));
      at = end;
    }
    if (text[at] === delimiter) {
      at++;
      // The empty field after a last delimiter; any other one is found by the next round.
      if (at === text.length) record.fields.push('');
    } else {
      if (text[at] === '\r') at++;
      if (text[at] === '\n') at++;
      line++;
      yield record;
      record = { line, fields: [], open: false };
    }
  }
  if (record.fields.length) yield record;
}

function fieldEnd(text: string, from: number, delimiter: string): number {
  let at = from;
  for (; at < text.length; at++) {
    const one = text[at];
    if (one === delimiter || one === '\n' || (one === '\r' && (text[at + 1] === '\n' || delimiter !== '\t')))
      break;
  }
  return at;
}

/** All records that hold something. */
export function parseTable(text: string, shape: TableShape, file: string): Result<TableRecord[]> {
  const rows: TableRecord[] = [];
  for (const record of records(text, shape)) {
    if (record.open) return err('import.brokenLine', { file, line: record.line, reason: 'quote' });
    if (record.fields.some((field) => field !== '')) rows.push(record);
  }
  return ok(rows);
}
