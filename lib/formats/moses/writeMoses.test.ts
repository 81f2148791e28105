import { describe, expect, it } from 'vitest';
import { collectFiles, header, unit } from '@/tests/fixtures/formats/units';
import { emptyReport } from '../WriteReport';
import { writeMoses } from './writeMoses';

const units = [
  unit('1', { en: 'one\u2028two', vi: 'một\thai', ro: 'unu' }),
  unit('2', { en: 'x', vi: null, ro: 'y' }),
  unit('3', { en: 'three', vi: 'ba', ro: 'trei' }),
];

describe('writeMoses', () => {
  it('writes one line a unit in every file, whole units only', async () => {
    const report = emptyReport();
    expect(await collectFiles(writeMoses(header, units, { report }))).toEqual({
      'corpus.en': 'one two\nthree\n',
      'corpus.vi': 'một hai\nba\n',
      'corpus.ro': 'unu\ntrei\n',
      'corpus.ids': '1\n3\n',
      'corpus.documents': '1\t2\tAnna Karenina\n',
    });
    expect(report).toMatchObject({ units: 2, flattenedBreaks: 2, leftOut: { null: 1 } });
  });

  it('keeps empty lines when asked', async () => {
    const files = await collectFiles(writeMoses(header, units, { nulls: 'keep', properties: true }));
    expect(files['corpus.vi']).toBe('một hai\n\nba\n');
    expect(files['corpus.ids']).toBe(
      '1\tconfirmed\t0.8750\t\n2\tconfirmed\t0.8750\t\n3\tconfirmed\t0.8750\t\n',
    );
  });
});
