import { BEAD_STATUSES, type BeadStatus } from '@/lib/bitext/types';
import { EXPORT_FORMAT_IDS, type ExportFormatId, formatOf } from '@/lib/formats/formats';

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

/** What an address asks for, in the words of `exportQuery`; what it does not say or says wrongly is as at first. */
export function choicesOf(params: URLSearchParams, langs: readonly LangChoice[]): ExportChoices {
  const one = <T extends string>(name: string, values: readonly T[], otherwise: T): T =>
    values.find((value) => value === params.get(name)) ?? otherwise;
  const format = one('format', EXPORT_FORMAT_IDS, FIRST_CHOICES.format);
  const asked = params.get('statuses')?.split(',') ?? FIRST_CHOICES.statuses;
  const fits = langs.filter(({ value }) => value !== 'all' || !formatOf(format).pairOnly);
  const lang =
    fits.find(
      (choice) => choice.lang === params.get('lang') && (choice.from ?? null) === params.get('from'),
    ) ??
    fits[0] ??
    langs[0];
  return {
    format,
    langs: lang.value,
    statuses: BEAD_STATUSES.filter((status) => asked.includes(status)),
    nulls: params.get('nulls') === 'keep',
    manyToMany: one('manyToMany', ['join', 'mark', 'leaveOut'], FIRST_CHOICES.manyToMany),
    order: one('order', ['text', 'confidence'], FIRST_CHOICES.order),
    text: one('text', ['corrected', 'imported'], FIRST_CHOICES.text),
    regions: params.get('languageTags') === 'region',
    properties: params.get('properties') === 'true',
    changes: params.get('changes') === 'true',
    ids: params.get('ids') !== 'false',
    pairsApart: params.get('pairs') === 'apart',
    filesApart: params.get('files') === 'apart',
  };
}
