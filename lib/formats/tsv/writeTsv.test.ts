import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTsv } from '@/tests/fixtures/formats/parseTsv';
import { collect, header, unit } from '@/tests/fixtures/formats/units';
import { emptyReport } from '../WriteReport';

import { writeTsv } from './writeTsv';

describe('writeTsv', () => {
  it('writes a header line and one line a unit, nulls as empty fields', async () => {
    const units = [
      unit('1', { en: 'one', vi: 'một', ro: 'unu' }),
      unit(
        '2',
        { en: 'two', vi: null, ro: null },
        { reason: 'omitted', confidence: null, status: 'approved' },
      ),
    ];
    expect(await collect(writeTsv(header, units))).toBe(
      'id\ten\tvi\tro\tstatus\tconfidence\treason\n' +
        '1\tone\tmột\tunu\tconfirmed\t0.8750\t\n' +
        '2\ttwo\t\t\tapproved\t\tomitted\n',
    );
  });

  it('leaves nulls and properties out on wish', async () => {
    const report = emptyReport();
    const units = [
      unit('1', { en: 'one', vi: 'một', ro: null }),
      unit('2', { en: 'two', vi: null, ro: null }),
    ];
    const options = { nulls: 'leaveOut', properties: false, languageTags: 'region', report } as const;
    expect(await collect(writeTsv(header, units, options))).toBe('id\ten-US\tvi-VN\tro-RO\n1\tone\tmột\t\n');
    expect(report.leftOut.null).toBe(1);
  });

  it('keeps every text exact but for tabs and line breaks, which it counts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.string({ unit: 'binary' }),
            fc.string({ unit: fc.constantFrom('\t', '\n', '\r', '\r\n', '\u2028', '"', '-', '=', 'a') }),
          ),
        ),
        async (pairs) => {
          const report = emptyReport();
          const text = await collect(
            writeTsv(
              header,
              pairs.map(([en, vi], at) => unit(String(at), { en, vi, ro: null })),
              { report },
            ),
          );
          // biome-ignore lint/suspicious/noControlCharactersInRegex: the breaks that the writer documents
          const breaks = /\r\n|[\u0000\t\n\u000b\u000c\r\u001c-\u001e\u0085\u2028\u2029]/gu;
          const flat = (value: string) => value.toWellFormed().replace(breaks, ' ');
          expect(parseTsv(text).map(({ en, vi }) => [en, vi])).toEqual(pairs.map((pair) => pair.map(flat)));
          expect(report.flattenedBreaks).toBe(pairs.flat().join('x').match(breaks)?.length ?? 0);
        },
      ),
    );
  });
});
