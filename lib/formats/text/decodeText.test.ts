import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decodeText';
import { SLICE_BYTES } from './legacyEncodings';

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

/** As VNI-Windows holds it: a sign for the vowel, a sign for its mark. */
function toVni(text: string): Uint8Array {
  const letters = [...'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ'];
  const signs =
    'aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò oø où oû oõ oï ' +
    'oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î ñ';
  const table = new Map(signs.split(' ').map((sign, at) => [letters[at]!, sign]));
  const vni = [...text.normalize('NFC')].map((letter) => {
    const sign = table.get(letter.toLowerCase());
    if (sign === undefined) return letter;
    return letter === letter.toLowerCase() ? sign : sign.toUpperCase();
  });
  return iconv.encode(vni.join(''), 'windows-1252');
}

function decoded(bytes: Uint8Array, options = {}) {
  const read = decodeText(bytes, options);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return { ...read.value, text: [...read.value.slices()].join('') };
}

describe('decodeText', () => {
  it.each([vietnamese, ...SENTENCES.vi])('knows how Vietnamese is encoded: %.30s', (text) => {
    const plain = text.replace(/[“”]/gu, '"').replaceAll('\u00a0', ' ');
    expect(decoded(to1258(text))).toMatchObject({ encoding: 'windows-1258' });
    expect(decoded(to1258(text)).text).toBe(text.normalize('NFC'));
    expect(decoded(iconv.encode(plain, 'tcvn'))).toMatchObject({ encoding: 'tcvn3', text: plain });
    expect(decoded(toVni(plain))).toMatchObject({ encoding: 'vni', text: plain });
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

  it.each([
    'The mare cost £1,250 and the hay £3. It was not much.',
    'He paid ¥500, or “nearly” 5 € – no more.',
    'The café was closed; the naïve boy paid £5 at 30° for a “menu”.',
    'Fiancée',
  ])('takes sums of money in English for what they are: %s', (text) => {
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

  it('decodes the same wherever the slices are cut', () => {
    const long = vietnamese.repeat(150);
    for (const [bytes, encoding] of [
      [iconv.encode(long, 'utf-8'), 'utf-8'],
      [iconv.encode(long, 'utf-16le'), 'utf-16le'],
      [to1258(long), 'windows-1258'],
    ] as const) {
      expect(bytes.length).toBeGreaterThan(512 * 1024);
      expect(decoded(bytes)).toMatchObject({ encoding, text: long.normalize('NFC') });
    }
    // A vowel in one slice, its mark in the next.
    const split = new Uint8Array(SLICE_BYTES + 1).fill(0x20);
    split.set([0x6f, 0xf9], SLICE_BYTES - 1);
    expect(decoded(split, { encoding: 'VNI' }).text.trim()).toBe('ó');
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

  it('says that a file is cut off when its last character is', () => {
    const bytes = new TextEncoder().encode('Tiếng Việt có dấu\nvà hết ở');
    for (const missing of [1, 2]) {
      const cut = bytes.subarray(0, -missing);
      const expected = { ok: false, error: { code: 'import.cutOff', params: { offset: bytes.length - 3 } } };
      expect(decodeText(cut)).toEqual(expected);
      expect(decodeText(cut, { encoding: 'utf-8' })).toEqual(expected);
    }
    // A second break, or one that is not at the end, is something else.
    const twice = Uint8Array.of(...bytes.subarray(0, 3), ...bytes.subarray(0, -1));
    expect(decodeText(twice, { encoding: 'utf-8' })).toMatchObject({
      error: { code: 'import.wrongEncoding' },
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
