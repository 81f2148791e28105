import { err, type Result } from '@/lib/result';
import { type AlignedDocument, AlignedRefusal } from '../aligned/AlignedDocument';
import type { ReadSource } from '../aligned/readSource';
import { isGuardedTable, unguardedCell } from '../csv/unguardTable';
import { readRecords } from './readRecords';
import { tableRecords } from './tableRecords';
import { namedDelimiter, tableShape } from './tableShape';

/** TSV, CSV and hunalign's text output: decodes, and takes the shape for granted. */
export async function readTable(source: ReadSource): Promise<Result<AlignedDocument>> {
  const { name, encoding, table = {} } = source;
  const named = namedDelimiter(source.head);
  const head = source.head.slice(named?.length ?? 0);
  const shape = tableShape(
    head,
    {
      delimiter: table.delimiter ?? named?.delimiter,
      quote: table.quote,
    },
    source.isWhole,
  );
  const records = () => tableRecords(without(source.slices(), named?.length ?? 0), shape);
  // Only what is meant for spreadsheets has both, and is worth a look at the whole of it.
  const isGuarded = source.hasMark && shape.delimiter !== '\t' && isGuardedTable(records());
  const guards = { count: 0, place: 0 };
  const unguarded = (fields: readonly string[], row: number) =>
    fields.map((field) => {
      const text = unguardedCell(field);
      if (text === field) return field;
      guards.count++;
      guards.place ||= row;
      return text;
    });
  function* rows() {
    let row = 0;
    for (const record of records()) {
      const { open, fields, line } = record;
      if (open) throw new AlignedRefusal(err('import.brokenLine', { file: name, line, reason: 'quote' }));
      row++;
      if (fields.some((field) => field !== '')) yield isGuarded ? unguarded(fields, row) : fields;
    }
  }
  const format = shape.delimiter === '\t' ? 'tsv' : 'csv';
  return readRecords(rows(), { format, encoding, choices: table, shape, guards });
}

/** The slices without so many characters at their beginning. */
function* without(slices: Iterable<string>, characters: number): Generator<string> {
  let left = characters;
  for (const slice of slices) {
    const rest = slice.slice(left);
    left = Math.max(0, left - slice.length);
    if (rest) yield rest;
  }
}
