import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { collectBytes, header, unit } from '@/tests/fixtures/formats/units';
import type { ExportHeader, Units } from '../ExportUnit';
import { emptyReport } from '../WriteReport';
import { isParquet } from './isParquet';
import { writeParquet } from './writeParquet';

async function written(about: ExportHeader, units: Units, options = {}) {
  const bytes = await collectBytes(writeParquet(about, units, options));
  const file = bytes.slice().buffer as ArrayBuffer;
  return { bytes, metadata: parquetMetadata(file), rows: await parquetReadObjects({ file }) };
}

describe('writeParquet', () => {
  it('has a column a property, and a translation with a field a language', async () => {
    const units = [
      unit('a', { en: 'One\n“two”.', vi: 'Một', ro: null }, { status: 'approved', confidence: 0.5 }),
      unit('b', { en: 'x', vi: null, ro: null }, { reason: 'omitted', confidence: null }),
    ];
    const { rows, metadata } = await written(header, units, { changes: true });
    expect(rows).toEqual([
      {
        translation: { en: 'One\n“two”.', vi: 'Một', ro: null },
        ...{ id: 'a', status: 'approved', confidence: 0.5, reason: null, changed_by: null, changed_at: null },
      },
      {
        translation: { en: 'x', vi: null, ro: null },
        ...{ id: 'b', status: 'confirmed', confidence: null, reason: 'omitted' },
        ...{ changed_by: null, changed_at: null },
      },
    ]);
    const about = JSON.parse(metadata.key_value_metadata![0].value!);
    expect(about).toMatchObject({ title: 'Anna Karenina', langs: ['en', 'vi', 'ro'], referenceLang: 'en' });
  });

  it('names the document of each unit when there are several', async () => {
    const about = { ...header, documents: ['First', 'Second'] };
    const units = [
      { ...unit('a', { en: 'a', vi: 'b', ro: 'c' }), document: 0 },
      { ...unit('b', { en: 'a', vi: 'b', ro: 'c' }), document: 1 },
    ];
    const { rows } = await written(about, units);
    expect(rows.map(({ document }) => document)).toEqual(['First', 'Second']);
  });

  it('streams row groups that leave as soon as they are full', async () => {
    const langs = ['en', 'vi'];
    const count = 45_000;
    let made = 0;
    function* many() {
      for (; made < count; made++) yield unit(String(made), { en: `Sentence ${made}.`, vi: `Câu ${made}.` });
    }
    const seen: number[] = [];
    for await (const chunk of writeParquet({ ...header, langs }, many())) {
      expect(chunk.length).toBeLessThan(4_000_000);
      seen.push(made);
    }
    expect(seen[0]).toBeLessThan(12_000);
    made = 0;
    const { metadata, rows } = await written({ ...header, langs }, many());
    expect(metadata.row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([
      10_000, 10_000, 10_000, 10_000, 5_000,
    ]);
    expect(rows.at(-1)).toMatchObject({ translation: { en: 'Sentence 44999.', vi: 'Câu 44999.' } });
  });

  it('has an empty file for nothing, which is still Parquet', async () => {
    const { bytes, rows } = await written(header, []);
    expect(isParquet(bytes)).toBe(true);
    expect(rows).toEqual([]);
  });

  it('counts half characters, which UTF-8 cannot hold', async () => {
    const report = emptyReport();
    const { rows } = await written(header, [unit('a', { en: 'x\ud800', vi: 'y', ro: 'z' })], { report });
    expect(rows[0].translation.en).toBe('x\ufffd');
    expect(report.replacedCharacters).toBe(1);
  });
});
