import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { collectFiles, header, unit } from '@/tests/fixtures/formats/units';
import { emptyReport } from '../WriteReport';
import { decodeCell } from './cell';
import { writeXlsx } from './writeXlsx';

describe('writeXlsx', () => {
  it('writes every text as an inline string, so that nothing is a formula', async () => {
    const units = [
      unit('1', { en: '=1+1', vi: '- Không\u000b\r\n_x0041_' }),
      unit('2', { en: 'two', vi: null }, { confidence: null, reason: 'omitted' }),
    ];
    const files = await collectFiles(writeXlsx({ ...header, langs: ['en', 'vi'] }, units));
    for (const xml of Object.values(files)) new SaxesParser({ xmlns: true }).write(xml).close();
    const sheet = files['xl/worksheets/sheet1.xml'];
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('<c t="inlineStr" s="2"><is><t xml:space="preserve">=1+1</t></is></c>');
    expect(sheet).toContain(
      '<c t="inlineStr" s="2"><is><t xml:space="preserve">- Không_x000B__x000D_\n_x005F_x0041_<',
    );
    expect(sheet).toContain('<row r="3"><c t="inlineStr"><is><t xml:space="preserve">2</t>');
    expect(sheet).toContain('<c t="inlineStr"><is><t xml:space="preserve">two</t>');
    // The third style: text, and no formula even when somebody edits it.
    expect(files['xl/styles.xml'].match(/<xf [^>]*>(?=.*<\/cellXfs>)/gu)?.at(-1)).toContain(
      'quotePrefix="1"',
    );
    expect(sheet).toContain('<c><v>0.8750</v></c>');
    expect(decodeCell('_x000B__x000D_\n_x005F_x0041_')).toBe('\u000b\r\n_x0041_');
  });

  it('cuts what no cell holds, and counts it', async () => {
    const report = emptyReport();
    await collectFiles(writeXlsx(header, [unit('1', { en: 'x'.repeat(32_770), vi: 'y' })], { report }));
    expect(report.replacedCharacters).toBe(3);
  });
});
