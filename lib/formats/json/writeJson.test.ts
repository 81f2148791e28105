import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collect, header, unit } from '@/tests/fixtures/formats/units';
import { writeJson, writeJsonl } from './writeJson';

const units = [
  unit('1', { en: 'one', vi: 'một' }),
  unit('2', { en: 'two', vi: null }, { reason: 'omitted' }),
];

describe('writeJson', () => {
  it('is one JSON document with every unit', async () => {
    const read = JSON.parse(await collect(writeJson(header, units)));
    expect(read).toMatchObject({
      format: 'triptych-alignment',
      version: 1,
      langs: ['en', 'vi', 'ro'],
      units,
    });
    expect(JSON.parse(await collect(writeJson(header, [])))).toMatchObject({ units: [] });
  });

  it('gives back any text exactly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), async (texts) => {
        const made = texts.map((en, at) => unit(String(at), { en, vi: 'x' }));
        expect(JSON.parse(await collect(writeJson(header, made))).units).toEqual(made);
        const lines = (await collect(writeJsonl(header, made))).split('\n').slice(0, -1);
        expect(lines.map((line) => JSON.parse(line))).toEqual(made);
      }),
    );
  });

  it('leaves nulls out on wish', async () => {
    const read = JSON.parse(await collect(writeJson(header, units, { nulls: 'leaveOut' })));
    expect(read.units).toHaveLength(1);
    expect(await collect(writeJsonl(header, units, { nulls: 'leaveOut', properties: false }))).toBe(
      '{"id":"1","texts":[{"lang":"en","text":"one","segments":1},{"lang":"vi","text":"một","segments":1}]}\n',
    );
  });
});
