import type { BeadStatus } from '@/lib/bitext/types';
import { type ExportFormatId, formatOf } from '@/lib/formats/formats';

/** Two languages to export, or all of them; the value of an option in the form. */
export type LangChoice = { value: string; lang: string; from?: string; label: string };

/** What the person has chosen. */
export type ExportChoices = {
  format: ExportFormatId;
  /** `value` of a `LangChoice`. */
  langs: string;
  statuses: readonly BeadStatus[];
  nulls: boolean;
  manyToMany: 'join' | 'mark' | 'leaveOut';
  order: 'text' | 'confidence';
  text: 'corrected' | 'imported';
  regions: boolean;
  properties: boolean;
  changes: boolean;
  ids: boolean;
  pairsApart: boolean;
  filesApart: boolean;
};

export const FIRST_CHOICES: Omit<ExportChoices, 'langs'> = {
  format: 'tmx',
  statuses: ['approved'],
  ...{ nulls: false, manyToMany: 'join', order: 'text', text: 'corrected' },
  ...{ regions: false, properties: false, changes: false, ids: true, pairsApart: false, filesApart: false },
};

/** The choices as the routes take them. */
export function exportQuery(
  choices: ExportChoices,
  { lang, from }: LangChoice,
  documentIds: readonly string[] | null,
): string {
  const { format, statuses, nulls, manyToMany, order, text } = choices;
  const params = new URLSearchParams({ format, lang, statuses: statuses.join(','), manyToMany, order, text });
  if (from) params.set('from', from);
  if (documentIds) params.set('documentIds', documentIds.join(','));
  params.set('nulls', nulls ? 'keep' : 'leaveOut');
  if (choices.regions) params.set('languageTags', 'region');
  if (choices.properties) params.set('properties', 'true');
  if (choices.changes) params.set('changes', 'true');
  if (!choices.ids) params.set('ids', 'false');
  if (choices.pairsApart && lang === 'all') params.set('pairs', 'apart');
  if (choices.filesApart && formatOf(format).holdsDocuments) params.set('files', 'apart');
  return params.toString();
}
