import { strToU8 } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it, vi } from 'vitest';
import { buildDocx, p } from '@/tests/fixtures/formats/buildDocx';
import { findFontText } from './legacyFont';
import { readText } from './readText';

const SENTENCE = 'Từ ngày tư lệnh về nước, người dân ở Hà Nội vẫn nhớ những đêm mưa.';
/** As a `.VnTime` font has it: each byte of TCVN3 became the Unicode character of the same number. */
const TCVN3 = iconv.encode(SENTENCE, 'tcvn').toString('latin1');
const VNI = 'Ngöôøi daân ôû Haø Noäi vaãn nhôù nhöõng ñeâm möa.';

describe('readText on text of old fonts', () => {
  it('offers to convert TCVN3 in a docx, in which the soft hyphen is ư', async () => {
    expect(TCVN3).toContain('\u00ad');
    const bytes = buildDocx({ body: p('Tiếng Việt đúng sẵn.') + p(TCVN3) + p('plain') });
    const asked = await readText(bytes, {});
    expect(asked).toMatchObject({
      value: {
        paragraphs: ['Tiếng Việt đúng sẵn.', TCVN3, 'plain'],
        fontText: {
          font: 'tcvn3',
          count: 1,
          converted: false,
          after: expect.stringContaining('Từ ngày tư lệnh'),
        },
      },
    });
    expect(asked.ok && asked.value.warnings.map(({ code }) => code)).not.toContain('softHyphen');
    const converted = await readText(bytes, { convertFont: 'tcvn3' });
    expect(converted).toMatchObject({
      value: {
        paragraphs: ['Tiếng Việt đúng sẵn.', SENTENCE, 'plain'],
        lang: 'vi',
        fontText: { before: expect.stringContaining('\u00ad'), converted: true },
      },
    });
  });

  it('converts the title with the text, and not before', async () => {
    const bytes = buildDocx({ body: p(TCVN3, '<w:pStyle w:val="Title"/>') + p(TCVN3) });
    expect(await readText(bytes, {})).toMatchObject({ value: { title: TCVN3 } });
    expect(await readText(bytes, { convertFont: 'tcvn3' })).toMatchObject({ value: { title: SENTENCE } });
  });

  it('offers to convert VNI in a page of HTML', async () => {
    const html = strToU8(`<html><meta charset="utf-8"><p>${VNI}</p>`);
    expect(await readText(html, { convertFont: 'vni' })).toMatchObject({
      value: {
        paragraphs: ['Người dân ở Hà Nội vẫn nhớ những đêm mưa.'],
        fontText: { font: 'vni', converted: true },
      },
    });
  });

  it.each([
    'Le garçon était déjà là, près de la forêt où le maître dormait.',
    'Señor, ¿qué pasó? Mañana será otro día, según mi opinión.',
    'Größe, Übung und schöne Straßen führen nach München.',
    'Într-o dimineață de toamnă, bătrânul a ieșit din casă și a plecat.',
    'Người dân ở Hà Nội vẫn nhớ những đêm mưa.',
    'Người dân ở Hà Nội vẫn nhớ những đêm mưa.'.normalize('NFD'),
    'a soft\u00adhyphen here and co\u00adoperation there, re\u00adentry too',
  ])('leaves in peace what is in order: %s', (text) => {
    expect(findFontText([text])).toBeNull();
  });

  it.each([
    ['tcvn3', TCVN3],
    ['vni', VNI],
  ])('offers to convert %s in plain text, and takes it for what it is: Vietnamese', async (font, text) => {
    const bytes = strToU8(`${text}\n${text}\n`);
    const asked = await readText(bytes, { fileName: 'a.txt' });
    expect(asked).toMatchObject({
      value: { encoding: 'utf-8', lang: 'vi', fontText: { font, count: 2, converted: false } },
    });
    expect(asked.ok && asked.value.paragraphs).toEqual([text, text]);
    expect(asked.ok && asked.value.langConfidence).toBeGreaterThan(0.9);
  });

  it('looks at as much of a giant of a paragraph as it needs', () => {
    const giant = `${'word '.repeat(2000)}${TCVN3} ${'word '.repeat(2_000_000)}`;
    const seen: number[] = [];
    const lower = vi.spyOn(String.prototype, 'toLowerCase').mockImplementation(function (this: string) {
      seen.push(this.length);
      return this.toLocaleLowerCase('en');
    });
    const found = findFontText([giant]);
    lower.mockRestore();
    expect(found).toMatchObject({ font: 'tcvn3', count: 1 });
    expect(Math.max(...seen)).toBeLessThan(10_000);
  });

  it('does not convert what was not asked for', async () => {
    const bytes = buildDocx({ body: p(TCVN3) });
    expect(await readText(bytes, { convertFont: 'vni' })).toMatchObject({ value: { paragraphs: [TCVN3] } });
  });

  it.each([
    'The mare cost £1,250, the hay £3, the cart £40 and the boy £5.',
    'It was 30°C in May, 31°C in June, 28°C in July and 12°C in winter.',
    '© 2018, © 2019 and © 2020; § 5, § 6 and § 7.',
  ])('takes signs beside figures for what they are: %s', (text) => {
    expect(findFontText([text, text, text])).toBeNull();
  });
});
