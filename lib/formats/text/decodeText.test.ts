import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decodeText';

const vietnamese = readFileSync('db/samples/anna-karenina/vi.txt', 'utf8');
const SENTENCES = {
  vi: ['Tối qua anh ấy nói với tôi.', 'Đó là sự nghiệt ngã của số phận.', 'Không thể nào!'],
  ro: [
    'Într-o dimineaţă de toamnă, bătrânul a ieşit din casă.',
    '„Nu ştiu”, spuse el – şi plecă.',
    'Ţara mea',
  ],
  other: ['Le café était fermé, déjà l’été dernier.', 'Größe und Straße', 'Señor, ¿qué pasó?'],
};

/** As windows-1258 holds Vietnamese: vowels with their quality in one byte, tones in a byte of their own. */
function to1258(text: string): Uint8Array {
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;
  const split = [...text.normalize('NFC')].map((letter) => {
    const decomposed = letter.normalize('NFD');
    return decomposed.replace(tones, '').normalize('NFC') + (decomposed.match(tones)?.join('') ?? '');
  });
  return iconv.encode(split.join(''), 'windows-1258');
}

function decoded(bytes: Uint8Array, options = {}) {
  const read = decodeText(bytes, options);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

describe('decodeText', () => {
  it.each([vietnamese, ...SENTENCES.vi])('knows how Vietnamese is encoded: %.30s', (text) => {
    const plain = text.replace(/[“”]/gu, '"').replaceAll('\u00a0', ' ');
    expect(decoded(to1258(text))).toMatchObject({ encoding: 'windows-1258' });
    expect(decoded(to1258(text)).text.normalize('NFC')).toBe(text.normalize('NFC'));
    expect(decoded(iconv.encode(plain, 'tcvn'))).toMatchObject({ encoding: 'tcvn3', text: plain });
    expect(decoded(iconv.encode(plain, 'viscii'))).toMatchObject({ encoding: 'viscii', text: plain });
    expect(decoded(new TextEncoder().encode(text))).toMatchObject({ encoding: 'utf-8', text });
  });

  it.each(SENTENCES.ro)('knows how Romanian is encoded: %s', (text) => {
    expect(decoded(iconv.encode(text, 'windows-1250')).text).toBe(text);
    const plain = text.replace(/[„”]/gu, '"').replace('–', '-');
    // ISO-8859-2 and windows-1250 agree on all letters of Romanian: either name will do.
    expect(decoded(iconv.encode(plain, 'iso-8859-2')).text).toBe(plain);
  });

  it('knows ISO-8859-16 by its quotation marks', () => {
    const text = '„Nu știu”, spuse el, și plecă în țară.';
    expect(decoded(iconv.encode(text, 'iso-8859-16'))).toMatchObject({ encoding: 'iso-8859-16', text });
  });

  it.each(SENTENCES.other)('reads other languages in Latin letters: %s', (text) => {
    expect(decoded(iconv.encode(text, 'windows-1252'))).toMatchObject({ encoding: 'windows-1252', text });
  });

  it('reads other scripts', () => {
    const russian =
      'Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему.';
    expect(decoded(iconv.encode(russian, 'windows-1251'))).toMatchObject({
      encoding: 'windows-1251',
      text: russian,
    });
    const japanese = '吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。';
    expect(decoded(iconv.encode(japanese, 'shift_jis'))).toMatchObject({
      encoding: 'shift_jis',
      text: japanese,
    });
  });

  it('reads UTF-16 with and without its mark', () => {
    for (const encoding of ['utf-16le', 'utf-16be']) {
      for (const addBOM of [true, false]) {
        expect(decoded(iconv.encode(vietnamese, encoding, { addBOM }))).toMatchObject({
          encoding,
          text: vietnamese,
        });
      }
    }
  });

  it('shows the other readings, so that a person can choose', () => {
    const { candidates } = decoded(iconv.encode(`plain line\n${SENTENCES.vi[0]}`, 'tcvn'));
    expect(candidates[0]).toEqual({ encoding: 'tcvn3', sample: SENTENCES.vi[0] });
    expect(candidates.map(({ encoding }) => encoding)).toContain('viscii');
    const asked = decoded(iconv.encode(SENTENCES.vi[0], 'tcvn'), { encoding: 'VISCII' });
    expect(asked.encoding).toBe('viscii');
    expect(asked.candidates.slice(0, 2).map(({ encoding }) => encoding)).toEqual(['viscii', 'tcvn3']);
  });

  it('doubts a reading that another one rivals', () => {
    expect(decoded(iconv.encode('Xin chào', 'viscii')).uncertain).toBe(true);
    expect(decoded(iconv.encode(vietnamese, 'viscii')).uncertain).toBe(false);
  });

  it('names line and offset where bytes do not fit the encoding that was asked for', () => {
    const bytes = iconv.encode('one\r\ntwo\rcafé', 'windows-1252');
    expect(decodeText(bytes, { encoding: 'UTF-8' })).toEqual({
      ok: false,
      error: { code: 'import.wrongEncoding', params: { encoding: 'utf-8', line: 3, offset: 12 } },
    });
    expect(decodeText(Uint8Array.of(0x61, 0x0a, 0x81), { encoding: 'windows-1250' })).toMatchObject({
      error: { code: 'import.wrongEncoding', params: { line: 2, offset: 2 } },
    });
    expect(decodeText(bytes, { encoding: 'klingon' })).toMatchObject({
      error: { code: 'import.unknownEncoding' },
    });
  });

  it('names the place where UTF-8 is damaged rather than reading it as something else', () => {
    const bytes = new TextEncoder().encode('Tiếng Việt có dấu\nvà \ufffd hỏng');
    const cut = Uint8Array.of(...bytes.subarray(0, -3), ...bytes.subarray(-2));
    const broken = decodeText(cut);
    expect(broken).toMatchObject({
      error: { code: 'import.wrongEncoding', params: { encoding: 'utf-8', line: 2 } },
    });
    expect(() =>
      new TextDecoder('utf-8', { fatal: true }).decode(cut.subarray(0, offsetOf(broken))),
    ).not.toThrow();
    expect(() =>
      new TextDecoder('utf-8', { fatal: true }).decode(cut.subarray(0, offsetOf(broken) + 4)),
    ).toThrow();
  });
});

function offsetOf(result: ReturnType<typeof decodeText>): number {
  return result.ok ? -1 : Number(result.error.params?.offset);
}
