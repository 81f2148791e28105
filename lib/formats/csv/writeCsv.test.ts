import { describe, expect, it } from 'vitest';
import { collect, header, unit } from '@/tests/fixtures/formats/units';
import { emptyReport } from '../WriteReport';
import { writeCsv, writeSheetCsv } from './writeCsv';

const pair = { ...header, langs: ['en', 'vi'] };

describe('writeCsv', () => {
  it('quotes what RFC 4180 wants quoted, and leaves formulas and dashes as they are', async () => {
    const units = [unit('1', { en: '- "No," he said.', vi: '=1+1\nhai' }), unit('2', { en: ' x', vi: null })];
    expect(await collect(writeCsv(pair, units, { properties: false }))).toBe(
      'id,en,vi\r\n1,"- ""No,"" he said.","=1+1\nhai"\r\n2," x",\r\n',
    );
  });
});

describe('writeSheetCsv', () => {
  it.each(['=1', '+1', '-1', '@x', ' =1', '\n=1', '\t@x', '\u00a0-1', '＝1', '"=1', '\ufeff=1'])(
    'makes %j harmless',
    async (text) => {
      const report = emptyReport();
      const file = await collect(
        writeSheetCsv(pair, [unit('1', { en: text, vi: 'x' })], { properties: false, report }),
      );
      expect(file).toMatch(/\r\n1,"?'/u);
      expect(report.guardedCells).toBe(1);
    },
  );

  it.each([
    ['a;=1+1;b', "a;'=1+1;b"],
    ['a; "-2;@x', `"a;' ""-2;'@x"`],
    ['=1;=2', "'=1;'=2"],
    ['a; b - c', 'a; b - c'],
  ])('makes %j harmless where the semicolon is the delimiter', async (text, cell) => {
    const file = await collect(
      writeSheetCsv(pair, [unit('1', { en: 'x', vi: text })], { properties: false, ids: false }),
    );
    expect(
      file
        .split('\r\n')[1]
        .replace(/^x,/u, '')
        .replace(/^"([^"]*)"$/u, '$1'),
    ).toBe(cell);
  });

  it('has a byte order mark, no line breaks in cells, and leaves other text alone', async () => {
    const units = [unit('1', { en: 'a\n=b', vi: 'Không = có' })];
    expect(await collect(writeSheetCsv(pair, units, { properties: false }))).toBe(
      '\ufeffid,en,vi\r\n1,a =b,Không = có\r\n',
    );
  });
});
