import { describe, expect, it } from 'vitest';
import { collect, header, unit } from '@/tests/fixtures/formats/units';
import { writeHf } from './writeHf';

describe('writeHf', () => {
  it('writes translations by language, and nulls on wish', async () => {
    const units = [
      unit('1', { en: 'one', vi: 'một', ro: null }),
      unit('2', { en: 'two', vi: null, ro: null }),
    ];
    expect(await collect(writeHf(header, units))).toBe(
      '{"id":"1","translation":{"en":"one","vi":"một","ro":null}}\n',
    );
    expect(await collect(writeHf(header, units, { nulls: 'keep', properties: true }))).toContain(
      '{"id":"2","translation":{"en":"two","vi":null,"ro":null},"status":"confirmed","confidence":0.875,"reason":null}\n',
    );
  });
});
