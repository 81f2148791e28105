import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEAD_STATUSES } from '@/lib/bitext/types';
import { EXPORT_FORMAT_IDS, formatOf } from '@/lib/formats/formats';
import { choicesOf, type ExportChoices, exportQuery, FIRST_CHOICES, type LangChoice } from './exportChoices';

const LANGS: LangChoice[] = [
  { value: 'all', lang: 'all', label: '' },
  { value: 'vi', lang: 'vi', label: '' },
  { value: 'ro', lang: 'ro', label: '' },
  { value: 'vi:ro', lang: 'ro', from: 'vi', label: '' },
];
const of = (value: string) => LANGS.find((one) => one.value === value)!;

describe('choices in the address', () => {
  it('come back from the query as they were', () => {
    const choices = fc.record<ExportChoices>({
      format: fc.constantFrom(...EXPORT_FORMAT_IDS),
      langs: fc.constantFrom(...LANGS.map(({ value }) => value)),
      statuses: fc.subarray([...BEAD_STATUSES], { minLength: 1 }),
      nulls: fc.boolean(),
      manyToMany: fc.constantFrom('join', 'mark', 'leaveOut'),
      order: fc.constantFrom('text', 'confidence'),
      text: fc.constantFrom('corrected', 'imported'),
      ...{ regions: fc.boolean(), properties: fc.boolean(), changes: fc.boolean() },
      ...{ ids: fc.boolean(), pairsApart: fc.boolean(), filesApart: fc.boolean() },
    });
    fc.assert(
      fc.property(choices, (chosen) => {
        fc.pre(chosen.langs !== 'all' || !formatOf(chosen.format).pairOnly);
        const query = exportQuery(chosen, of(chosen.langs), null);
        const back = choicesOf(new URLSearchParams(query), LANGS);
        // What does not apply is not in the address.
        expect(back).toEqual({
          ...chosen,
          pairsApart: chosen.pairsApart && chosen.langs === 'all',
          filesApart: chosen.filesApart && formatOf(chosen.format).holdsDocuments === true,
        });
        expect(exportQuery(back, of(back.langs), null)).toBe(query);
      }),
    );
  });

  it('are as at first where the address says nothing, or nonsense', () => {
    const first = { ...FIRST_CHOICES, langs: 'all' };
    expect(choicesOf(new URLSearchParams(), LANGS)).toEqual(first);
    expect(choicesOf(new URLSearchParams('format=doc&lang=xx&order=up&from=vi'), LANGS)).toEqual(first);
  });

  it('name a pair where the format holds no more', () => {
    expect(choicesOf(new URLSearchParams('format=xliff2&lang=all'), LANGS).langs).toBe('vi');
  });
});
