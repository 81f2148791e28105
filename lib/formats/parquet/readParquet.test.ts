import { describe, expect, it } from 'vitest';
import { collectBytes, header, unit } from '@/tests/fixtures/formats/units';
import type { ExportUnit } from '../ExportUnit';
import { readParquet } from './readParquet';
import { writeParquet } from './writeParquet';

const units = [
  unit('a', { en: 'one', vi: 'một', ro: 'unu' }, { confidence: 0.5 }),
  unit('b', { en: 'two', vi: null, ro: 'doi' }, { confidence: null, reason: 'omitted' }),
  unit('c', { en: 'two', vi: 'hai', ro: 'doi' }, { confidence: 0.25 }),
];
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

  it('ends within a second whichever byte of the file is damaged', async () => {
    const bytes = await written();
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
  }, 60_000);
});
