import { describe, expect, it } from 'vitest';
import { header, unit } from '@/tests/fixtures/formats/units';
import { writeMoses } from '../moses/writeMoses';

describe('writeZip', () => {
  it('streams: the second file waits packed, and nothing else', async () => {
    function* many() {
      for (let k = 0; k < 100_000; k++)
        yield unit(String(k), { en: `A sentence ${k}.`, vi: `Một câu ${k}.` });
    }
    let chunks = 0;
    let bytes = 0;
    for await (const chunk of writeMoses({ ...header, langs: ['en', 'vi'] }, many())) {
      chunks++;
      bytes += chunk.length;
    }
    expect(chunks).toBeGreaterThan(20);
    expect(bytes).toBeLessThan(2_000_000);
  });
});
