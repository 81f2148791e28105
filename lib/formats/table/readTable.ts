import type { Result } from '@/lib/result';
import type { AlignedDocument } from '../aligned/AlignedDocument';
import { AlignedDraft, languageLike, whole } from '../aligned/AlignedDraft';
import type { ReadSource } from '../aligned/readSource';
import type { UnitPart } from '../ExportUnit';
import { PROPERTY_COLUMNS } from '../tableColumns';
import { parseTable, tableShape } from './parseTable';

const PROPERTIES = ['id', 'status', 'confidence', 'reason'] as const;
type Property = (typeof PROPERTIES)[number];
/** How hunalign's text output sets sentences of one cell apart. */
const HUNALIGN_JOIN = ' ~~~ ';
/** Names that head a text column without being a language tag. */
const TEXT_HEADS =
  /^(?:source|target|src|tgt|trg|text|translation|english|vietnamese|romanian|tiếng việt|română?)$/iu;

/** TSV, CSV and hunalign's text output: decodes, and takes the shape for granted. */
export async function readTable({
  text,
  name,
  encoding,
  header,
  breathe,
}: ReadSource): Promise<Result<AlignedDocument>> {
  const shape = tableShape(text);
  const parsed = parseTable(text, shape, name);
  if (!parsed.ok) return parsed;
  await breathe?.();
  return readRecords(
    parsed.value.map(({ fields }) => fields),
    { format: shape.delimiter === '\t' ? 'tsv' : 'csv', encoding, header },
  );
}

/**
 * Aligned texts from the rows of a table, one unit a row. The columns `id`, `status`, `confidence` and `reason` are
 * known by their names; the others are languages, save those of numbers and addresses. Without a header, or when a
 * column's name is no language, the column's number is its label.
 */
export async function readRecords(
  rows: readonly (readonly string[])[],
  { format, encoding, header }: { format: string; encoding: string; header?: boolean },
): Promise<Result<AlignedDocument>> {
  const draft = new AlignedDraft();
  const hasHeader = header ?? looksLikeHeader(rows[0] ?? []);
  const names = hasHeader ? rows[0] : [];
  const body = hasHeader ? rows.slice(1) : rows;
  const width = Math.max(names.length, ...body.slice(0, 200).map((fields) => fields.length));
  const properties = new Map<Property, number>();
  const languages: { column: number; at: number }[] = [];
  for (let column = 0; column < width; column++) {
    const name = (names[column] ?? '').trim();
    const property = PROPERTIES.find((one) => one === name.toLowerCase());
    if (property) properties.set(property, column);
    // What only our own tables say of a unit: who, when, of which document.
    else if (PROPERTY_COLUMNS.some((one) => one === name.toLowerCase())) continue;
    else if (languageLike(name) || isText(body, column))
      languages.push({ column, at: draft.language(name || String(column + 1)) });
  }
  const hunalign =
    languages.length === 2 && body.some((fields) => fields.some((one) => one.includes(HUNALIGN_JOIN)));
  for (const [k, fields] of body.entries()) {
    if (fields.length !== width && !(fields.length < width && format === 'xlsx')) draft.warn('uneven', k + 1);
    const texts = new Map<number, UnitPart[]>();
    for (const { column, at } of languages) {
      const field = fields[column] ?? '';
      texts.set(at, hunalign ? field.split(HUNALIGN_JOIN).flatMap(whole) : whole(field));
    }
    const value = (property: Property) => fields[properties.get(property) ?? -1] ?? null;
    draft.add(texts, {
      id: value('id'),
      status: value('status'),
      confidence: value('confidence'),
      reason: value('reason'),
    });
  }
  return draft.finish(format, encoding);
}

function looksLikeHeader(row: readonly string[]): boolean {
  const named = row.filter((field) => {
    const name = field.trim().toLowerCase();
    return PROPERTIES.some((one) => one === name) || TEXT_HEADS.test(name) || languageLike(name) !== null;
  });
  return named.length >= 2;
}

/** Most of the first fields are neither numbers nor addresses nor ids. */
function isText(rows: readonly (readonly string[])[], column: number): boolean {
  const fields = rows.slice(0, 200).flatMap((row) => row[column]?.trim() || []);
  const data = fields.filter((field) =>
    /^(?:[-+\d.,eE%]+|https?:\/\/\S+|[\da-f]{8}-[\da-f-]{27})$/u.test(field),
  );
  return fields.length > 0 && data.length <= fields.length / 2;
}
