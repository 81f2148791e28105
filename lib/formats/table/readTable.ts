import { err, type Result } from '@/lib/result';
import { type AlignedDocument, AlignedRefusal } from '../aligned/AlignedDocument';
import type { ReadSource } from '../aligned/readSource';
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
  function* rows() {
    for (const record of tableRecords(without(source.slices(), named?.length ?? 0), shape)) {
      const { open, fields, line } = record;
      if (open) throw new AlignedRefusal(err('import.brokenLine', { file: name, line, reason: 'quote' }));
      if (fields.some((field) => field !== '')) yield fields;
    }
  }
  const format = shape.delimiter === '\t' ? 'tsv' : 'csv';
  return readRecords(rows(), { format, encoding, choices: table, shape });
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
