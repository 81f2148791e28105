import { readFileSync } from 'node:fs';
import { gzipSync } from 'fflate';
import type { FileMetaData } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { collectBytes, header, unit } from '@/tests/fixtures/formats/units';
import { toUnits } from '../aligned/toUnits';
import type { ExportUnit } from '../ExportUnit';
import { codecsOf } from './codecs';
import { readParquet } from './readParquet';
import { writeParquet } from './writeParquet';

const units = [
  unit('a', { en: 'one', vi: 'một', ro: 'unu' }, { confidence: 0.5 }),
  unit('b', { en: 'two', vi: null, ro: 'doi' }, { confidence: null, reason: 'omitted' }),
  unit('c', { en: 'two', vi: 'hai', ro: 'doi' }, { confidence: 0.25 }),
];
const CODECS = ['gzip', 'zstd', 'brotli', 'lz4_raw'];
const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../tests/fixtures/formats/parquet/${name}.parquet`, import.meta.url));
const packedWith = (codec: string) =>
  ({ row_groups: [{ columns: [{ meta_data: { codec } }] }] }) as unknown as FileMetaData;
const written = (of: readonly ExportUnit[] = units) => collectBytes(writeParquet(header, of));
const read = (bytes: Uint8Array) => readParquet({ name: 'x.parquet', bytes }, {});

describe('readParquet', () => {
  it('says that a file is broken when its end is, or is not there', async () => {
    const bytes = await written();
    const footer = bytes.length - 8;
    for (const [at, value] of [
      [footer, 0xff],
      [footer + 3, 0x7f],
      [footer - 1, 0xff],
    ]) {
      const broken = bytes.slice();
      broken[at] = value;
      expect(await read(broken)).toMatchObject({ ok: false, error: { code: 'import.brokenFile' } });
    }
  });

  it('reads a Buffer, which shares its memory with others', async () => {
    const bytes = await written();
    const shared = Buffer.concat([Buffer.alloc(13, 0xff), bytes]).subarray(13);
    const result = await read(shared);
    expect(result).toMatchObject({ ok: true, value: { units: { length: units.length } } });
  });

  it.each(CODECS)("reads DuckDB's files that are packed with %s", async (codec) => {
    const result = await read(fixture(`duckdb-${codec}`));
    if (!result.ok) throw new Error(result.error.code);
    const { units, languages } = result.value;
    expect(languages.map(({ label }) => label)).toEqual(['en', 'vi', 'ro']);
    expect(units).toHaveLength(40);
    const texts = toUnits(result.value).units;
    const rows = [...texts].map(({ id, texts: all, confidence }) => [
      id,
      confidence,
      ...all.map(({ text }) => text),
    ]);
    expect(rows[0]).toEqual([
      's0',
      0,
      'The 0 men went home. 🙂',
      'Nguyễn 0 về nhà; ừ, ễ\n"x"',
      'Cei 0 s-au întors acasă.',
    ]);
    expect(rows[3]).toEqual(['s3', 0.075, null, 'Nguyễn 3 về nhà; ừ, ễ\n"x"', 'Cei 3 s-au întors acasă.']);
    const nested = await read(fixture(`duckdb-struct-${codec}`));
    if (!nested.ok) throw new Error(nested.error.code);
    const pairs = [...toUnits(nested.value).units].map(({ texts: all }) => all.map(({ text }) => text));
    // A row without a word is no unit.
    expect(pairs).toEqual(rows.map(([, , en, vi]) => [en, vi]).filter(([en, vi]) => en ?? vi));
  });

  it.each(['snappy', ...CODECS])(
    'ends within a second whichever byte of a file packed with %s is damaged',
    async (codec) => {
      const bytes = codec === 'snappy' ? await written() : fixture(`duckdb-struct-${codec}`);
      let slowestMs = 0;
      let refused = 0;
      for (const [at, value] of bytes.entries()) {
        for (const damaged of [
          0x00,
          0x7f,
          0x80,
          0xff,
          value ^ 1,
          value ^ 2,
          value ^ 8,
          value ^ 64,
          value ^ 128,
        ]) {
          const broken = bytes.slice();
          broken[at] = damaged;
          const start = performance.now();
          // A refusal or other texts, but no exception.
          if (!(await read(broken)).ok) refused++;
          slowestMs = Math.max(slowestMs, performance.now() - start);
        }
      }
      expect(slowestMs).toBeLessThan(1000);
      expect(refused).toBeGreaterThan(bytes.length);
    },
    120_000,
  );

  it('does not unpack a page further than it says', async () => {
    // A gzip bomb behind a header of a hundred bytes, and a zstd frame that claims a gigabyte.
    const { GZIP, ZSTD } = await codecsOf(packedWith('GZIP'));
    const bomb = gzipSync(new Uint8Array(50_000_000));
    expect(() => GZIP!(bomb, 100)).toThrow(RangeError);
    expect(() => GZIP!(gzipSync(new Uint8Array(99)), 100)).toThrow(RangeError);
    const claims = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 0x40, 0x01, 0, 0);
    const before = process.memoryUsage().arrayBuffers;
    try {
      ZSTD!(claims, 100);
    } catch {
      // It may refuse; what counts is what it takes.
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
  });
});
