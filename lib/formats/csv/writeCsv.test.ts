import { describe, expect, it } from 'vitest';
import { collect, header, unit } from '@/tests/fixtures/formats/units';
import { readAligned } from '../aligned/readAligned';
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
  const written = (texts: readonly string[]) =>
    collect(
      writeSheetCsv(
        pair,
        texts.map((text, k) => unit(String(k), { en: `One ${k}.`, vi: text })),
      ),
    );
  const readBack = async (file: string) => {
    const read = await readAligned([{ name: 'x.sheet.csv', bytes: new TextEncoder().encode(file) }]);
    if (!read.ok) throw new Error(read.error.code);
    const at = read.value.languages.findIndex(({ lang }) => lang === 'vi');
    return {
      texts: read.value.units.map(({ sides }) => sides[at].map(({ text }) => text).join('')),
      guards: read.value.warnings.find(({ code }) => code === 'guards')?.params,
    };
  };

  it('comes back without its apostrophes, but for those that were there, and says so', async () => {
    const texts = ['- Đi đâu?', "'Tis", "'- a", 'a;=1;b', "a;'=1", '; -2', '"+x"', 'a; b', "b;'c"];
    expect(await readBack(await written(texts))).toEqual({ texts, guards: { count: 6, place: 2 } });
  });

  it.each([
    ['one formula is not guarded', async () => `${await written(['- x'])}9,One.,=1,machine,,\r\n`],
    ['it has no byte order mark', async () => (await written(['- x'])).slice(1)],
  ])('leaves the apostrophes of a table alone when %s', async (_, make) => {
    const { texts, guards } = await readBack(await make());
    expect(texts[0]).toBe("'- x");
    expect(guards).toBeUndefined();
  });

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
