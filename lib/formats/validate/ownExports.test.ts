import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEAD_STATUSES, NULL_REASONS } from '@/lib/bitext/types';
import { anyText, collectBytes, header, unit } from '@/tests/fixtures/formats/units';
import { isNullUnit } from '../ExportUnit';
import { EXPORT_FORMATS } from '../formats';
import type { WriteOptions } from '../WriteOptions';
import { writeAlignment } from '../writeAlignment';
import { isChoice } from './rules';
import { validateFiles } from './validateFiles';

/** Binary, or with its own page of rules elsewhere: read, but not looked into. */
const NOT_LINTED = ['xlsx', 'parquet'];
const FORMATS = EXPORT_FORMATS.filter(({ id }) => !NOT_LINTED.includes(id));

/** Never empty, and without the NUL that no database of ours holds. */
const text = anyText.map((value) => `x${value.replaceAll('\0', '')}`);
const options: fc.Arbitrary<WriteOptions> = fc.record({
  nulls: fc.constantFrom('keep' as const, 'leaveOut' as const),
  properties: fc.boolean(),
  languageTags: fc.constantFrom('plain' as const, 'region' as const),
});
const units = fc
  .array(
    fc.record({
      en: fc.option(text, { freq: 5 }),
      vi: fc.option(text, { freq: 5 }),
      status: fc.constantFrom(...BEAD_STATUSES),
      reason: fc.option(fc.constantFrom(...NULL_REASONS)),
    }),
    { maxLength: 5 },
  )
  .map((rows) => [
    unit('first', { en: 'One.', vi: 'Một.' }),
    ...rows
      .filter(({ en, vi }) => en !== null || vi !== null)
      .map(({ en, vi, status, reason }, at) => {
        const made = unit(`id-${at}`, { en, vi }, { status });
        return { ...made, reason: isNullUnit(made) ? reason : null };
      }),
  ]);

async function found(id: string, written: ReturnType<typeof unit>[], chosen: WriteOptions) {
  const chunks = await writeAlignment({ ...header, langs: ['en', 'vi'] }, written, id, chosen);
  if (!chunks.ok) throw new Error(chunks.error.code);
  const { extensions } = EXPORT_FORMATS.find((format) => format.id === id)!;
  const done = await validateFiles([{ name: `x.${extensions[0]}`, bytes: await collectBytes(chunks.value) }]);
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}

describe('what our writers write', () => {
  it.each(FORMATS.map(({ id }) => id))('validates clean as %s, whatever the texts', async (id) => {
    await fc.assert(
      fc.asyncProperty(units, options, async (written, chosen) => {
        const { files, findings } = await found(id, written, chosen);
        expect(files.map(({ as }) => as)).not.toContain('other');
        const wrong = findings.filter(({ code, severity }) => severity !== 'note' && !isChoice(code));
        expect(wrong).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it.each(FORMATS.map(({ id }) => id))('has nothing to say of plain pairs as %s', async (id) => {
    const pairs = [unit('1', { en: 'One.', vi: 'Một.' }), unit('2', { en: 'Two.', vi: 'Hai.' })];
    expect((await found(id, pairs, {})).findings).toEqual([
      // It is named, with an empty address, and never loaded.
      ...(id === 'xliff2' ? [expect.objectContaining({ code: 'xliff.minorVersion', severity: 'note' })] : []),
      ...(id === 'sheet-csv' ? [expect.objectContaining({ code: 'table.mark', severity: 'note' })] : []),
      ...(id === 'xces' ? [expect.objectContaining({ code: 'xml.externalDtd', severity: 'note' })] : []),
    ]);
  });

  it.each(['json', 'jsonl'])('has nothing to say of units without counterpart as %s', async (id) => {
    const units = [unit('1', { en: 'One.', vi: 'Một.' }), unit('2', { en: 'Two.', vi: null })];
    expect((await found(id, units, { nulls: 'keep' })).findings).toEqual([]);
  });
});
