import type { Result } from '@/lib/result';
import type { AlignedDocument, ColumnRole, TableChoices, TableReading } from '../aligned/AlignedDocument';
import { AlignedDraft, isKnownLanguage, whole } from '../aligned/AlignedDraft';
import { languageNamed } from '../aligned/languageNamed';
import type { UnitPart } from '../ExportUnit';
import { PROPERTY_COLUMNS } from '../tableColumns';
import type { TableShape } from './tableRecords';

const PROPERTIES = ['id', 'status', 'confidence', 'reason'] as const;
type Property = (typeof PROPERTIES)[number];
type Row = readonly string[];
/** Rows by which columns are judged. */
const JUDGED_ROWS = 200;
const SAMPLE_CHARS = 80;
/** How hunalign's text output sets sentences of one cell apart. */
const HUNALIGN_JOIN = ' ~~~ ';
/** Names that head a text column without being a language tag. */
const TEXT_HEADS =
  /^(?:source|target|src|tgt|trg|text|translation|source text|target text|source_text|target_text)$/iu;

/** Columns of localization tables (Weblate, the Translate Toolkit, Magento) that are no texts, or whose names are none. */
const OTHER_HEADS =
  /^(?:key|value|string id|location|context|fuzzy|type|domain|origin|category|score|note|notes|comments?|(?:translator|developer)[ _]comments?|previous_\w+|source_language|target_language)$/iu;

/**
 * Aligned texts from the rows of a table, one unit a row. The columns `id`, `status`, `confidence` and `reason` are
 * known by their names; where two columns or more are named after languages, or source and target, these are the texts.
 * Else all are that hold neither numbers nor addresses. Without a header, or when a column's name is no language, the
 * column's number is its label. All of it can be chosen otherwise.
 *
 * @param shape null for cells of a workbook, whose rows end where their last filled cell stands.
 */
export async function readRecords(
  rows: Iterable<Row>,
  { format, encoding, choices, shape, continues, guards }: About,
): Promise<Result<AlignedDocument>> {
  const draft = new AlignedDraft();
  const iterator = rows[Symbol.iterator]();
  const first: Row[] = [];
  for (let next = iterator.next(); !next.done; next = iterator.next()) {
    first.push(next.value);
    if (first.length > JUDGED_ROWS) break;
  }
  const header = choices.header ?? looksLikeHeader(first[0] ?? []);
  const names = header ? (first.shift() ?? []) : [];
  const width = Math.max(names.length, ...first.map((fields) => fields.length), 0);
  const areNamed = names.filter((name) => namesText(name.trim())).length > 1;
  const roles = Array.from({ length: width }, (_, column) => {
    return choices.columns?.[column] ?? roleOf((names[column] ?? '').trim(), areNamed, first, column);
  });
  const columns: TableReading['columns'] = roles.map((role, column) => ({
    name: (names[column] ?? '').trim().slice(0, SAMPLE_CHARS),
    sample: (first.find((row) => row[column]?.trim())?.[column] ?? '').trim().slice(0, SAMPLE_CHARS),
    role,
  }));
  const languages = roles.flatMap((role, column) => {
    if (role !== 'text') return [];
    // Two columns of one name stay two.
    const label = columns[column].name || String(column + 1);
    const twice = columns.findIndex(({ name }, k) => roles[k] === 'text' && name === label) < column;
    const unique = twice && columns[column].name ? `${label} (${column + 1})` : label;
    // Some of these words are tags of languages that few have heard of.
    const isWord = OTHER_HEADS.test(label) || TEXT_HEADS.test(label);
    return [{ column, at: draft.language(unique, isWord ? null : undefined) }];
  });
  const placeOf = (property: Property) => roles.indexOf(property);
  const places = { id: placeOf('id'), status: placeOf('status'), confidence: placeOf('confidence') };
  const reasonAt = placeOf('reason');
  // Which document a row is of, as our own tables say it.
  const documentAt = roles.findIndex(
    (role, column) => role === 'skip' && columns[column].name.toLowerCase() === 'document',
  );
  const hunalign =
    languages.length === 2 && first.some((fields) => fields.some((one) => one.includes(HUNALIGN_JOIN)));
  let row = 0;
  let unit: { texts: Map<number, UnitPart[]>; fields: Row } | null = null;
  const addUnit = () => {
    if (!unit) return;
    const { texts, fields } = unit;
    const title = fields[documentAt]?.trim();
    if (title) draft.inDocument(title);
    draft.add(texts, {
      id: fields[places.id] || null,
      status: fields[places.status],
      confidence: fields[places.confidence],
      reason: fields[reasonAt],
    });
  };
  const add = (fields: Row) => {
    row++;
    if (fields.length !== width && (shape || fields.length > width)) draft.warn('uneven', row);
    const goesOn = unit && continues?.has(fields) ? unit : null;
    if (!goesOn) addUnit();
    const texts = goesOn?.texts ?? new Map<number, UnitPart[]>();
    for (const { column, at } of languages) {
      const field = fields[column] ?? '';
      const parts = hunalign ? field.split(HUNALIGN_JOIN).flatMap(whole) : whole(field);
      texts.set(at, [...(texts.get(at) ?? []), ...parts]);
    }
    if (!goesOn) unit = { texts, fields };
  };
  for (const fields of first) add(fields);
  for (let next = iterator.next(); !next.done; next = iterator.next()) add(next.value);
  addUnit();
  if (guards?.count) draft.warn('guards', guards.place, guards.count);
  const table: TableReading = {
    ...{ header, columns },
    ...{ delimiter: shape?.delimiter ?? null, quote: shape?.quote ?? '' },
  };
  return draft.finish(format, encoding, { table });
}

type About = {
  format: string;
  encoding: string;
  choices: TableChoices;
  shape: TableShape | null;
  /** Rows that go on with the unit of the row before them. */
  continues?: ReadonlySet<Row>;
  /** Apostrophes that were taken off again while the rows were read: how many, from which row on. */
  guards?: Readonly<{ count: number; place: number }>;
};

function roleOf(name: string, areNamed: boolean, rows: readonly Row[], column: number): ColumnRole {
  const property = PROPERTIES.find((one) => one === name.toLowerCase());
  if (property) return property;
  // What only our own tables say of a unit: who, when, of which document.
  if (PROPERTY_COLUMNS.some((one) => one === name.toLowerCase())) return 'skip';
  if (areNamed || namesText(name)) return namesText(name) ? 'text' : 'skip';
  return isText(rows, column) ? 'text' : 'skip';
}

const namesText = (name: string): boolean =>
  isKnownLanguage(name) || TEXT_HEADS.test(name) || languageNamed(name) !== null;

function looksLikeHeader(row: Row): boolean {
  const named = row.filter((field) => {
    const name = field.trim().toLowerCase();
    return PROPERTIES.some((one) => one === name) || OTHER_HEADS.test(name) || namesText(name);
  });
  return named.length >= 2;
}

/** Most of the first fields are neither numbers nor addresses nor ids. */
function isText(rows: readonly Row[], column: number): boolean {
  const fields = rows.flatMap((row) => row[column]?.trim() || []);
  const data = fields.filter((field) =>
    /^(?:[-+\d.,eE%:/]+|https?:\/\/\S+|[\da-f]{8}-[\da-f-]{27})$/u.test(field),
  );
  return fields.length > 0 && data.length <= fields.length / 2;
}
