import { describe, expect, it } from 'vitest';
import { splitUnits } from '@/tests/fixtures/formats/splitUnits';
import { collectFiles, header } from '@/tests/fixtures/formats/units';
import { writeLadder } from './writeLadder';

describe('writeLadder', () => {
  it('writes one rung a unit and a last one at the end', async () => {
    expect(await collectFiles(writeLadder({ ...header, langs: ['en', 'vi'] }, splitUnits))).toEqual({
      'en.txt': 'One.\nTwo & a half.\nThree.\n',
      'vi.txt': 'Một và hai rưỡi.\nBốn.\n',
      'en-vi.ladder': '0\t0\t0.8750\n2\t1\t1.0000\n3\t1\t0.5000\n3\t2\t0\n',
    });
  });
});
