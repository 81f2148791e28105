import { type ExportHeader, type ExportUnit, textOf } from './ExportUnit';
import { languageTag } from './languageTag';
import type { WriteOptions } from './WriteOptions';

/** The columns of a table of units that are not texts. Readers know them by these names. */
export const PROPERTY_COLUMNS = [
  'id',
  'document',
  'status',
  'confidence',
  'reason',
  'derived',
  'changed_by',
  'changed_at',
] as const;
export type PropertyColumn = (typeof PROPERTY_COLUMNS)[number];

/** A column that is a property, or the text of a language. */
export type TableColumn = { name: string; read: (unit: ExportUnit) => string | null; isText: boolean };

/** The columns of every format that is a table: first the id, then the texts, then what is known of them. */
export function tableColumns(
  header: ExportHeader,
  { ids = true, properties = true, changes = false, languageTags }: WriteOptions,
): TableColumn[] {
  const property = (name: PropertyColumn, read: TableColumn['read']) => ({
    name,
    read,
    isText: false,
  });
  const { documents, derivedOver } = header;
  const columns: TableColumn[] = [];
  if (ids) columns.push(property('id', ({ id }) => id));
  if (documents) columns.push(property('document', ({ document }) => documents[document ?? 0]));
  for (const [at, lang] of header.langs.entries())
    columns.push({
      name: languageTag(lang, languageTags),
      // Units have their texts in the order of the header, as a rule.
      read: (unit) => (unit.texts[at]?.lang === lang ? unit.texts[at] : textOf(unit, lang))?.text ?? null,
      isText: true,
    });
  if (properties)
    columns.push(
      property('status', ({ status }) => status),
      property('confidence', ({ confidence }) => confidence?.toFixed(4) ?? null),
      property('reason', ({ reason }) => reason),
    );
  // Nobody has aligned these two: that is told whatever else is left out.
  if (derivedOver) columns.push(property('derived', () => languageTag(derivedOver, languageTags)));
  if (changes)
    columns.push(
      property('changed_by', ({ change }) => change?.by.join('; ') ?? null),
      property('changed_at', ({ change }) => change?.at ?? null),
    );
  return columns;
}
