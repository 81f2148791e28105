import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foldForMatching,
  lengthChars,
  numberValue,
  romanValue,
  splitSentences,
  stem,
  stripDiacritics,
  tokens,
} from '.';

describe('foldForMatching', () => {
  it('unifies Vietnamese: NFD, tone placement, the wrong D', () => {
    for (const [a, b] of [
      ['hoà', 'hòa'],
      ['khoẻ', 'khỏe'],
      ['thuỷ', 'thủy'],
      ['việt', 'việt'.normalize('NFD')],
      ['Ðức', 'Đức'],
    ])
      expect(foldForMatching(a, 'vi')).toBe(foldForMatching(b, 'vi'));
    expect(foldForMatching('quý hoàn', 'vi-VN')).toBe('quý hoàn');
  });
  it('makes Romanian with comma, cedilla, old î and no diacritics the same', () => {
    const forms = ['Şi pămîntul ţării', 'Și pămîntul țării', 'si pamintul tarii'];
    expect(new Set(forms.map((form) => foldForMatching(form, 'ro'))).size).toBe(1);
  });
  it('unifies quotes, dashes, blanks and drops what is invisible', () => {
    expect(foldForMatching('“A”\u00a0–\u200b „b” ,,c``\u00ad', 'en')).toBe('"a" - "b" "c\'\'');
  });
  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('en', 'vi', 'ro', 'tr'), (text, lang) => {
        const once = foldForMatching(text, lang);
        expect(foldForMatching(once, lang)).toBe(once);
      }),
    );
  });
});

describe('stripDiacritics', () => {
  it('leaves base letters', () =>
    expect(stripDiacritics('Đường phố, pământ, țară')).toBe('Duong pho, pamant, tara'));
});

describe('numberValue', () => {
  it.each([
    ['1.500', '1500'],
    ['1,500', '1500'],
    ['1.234.567,89', '1234567.89'],
    ['3,5', '3.5'],
    ['3.5', '3.5'],
    ['007', '7'],
    ['0,500', '0.500'],
    ['12.05.2001', '12.5.2001'],
    ['a1', null],
  ])('%s is %s', (text, value) => expect(numberValue(text)).toBe(value));
});

describe('romanValue', () => {
  it.each([
    ['XIX', 19],
    ['MCMXC', 1990],
    ['IIII', null],
    ['I', null],
    ['MIX', 1009],
  ])('%s is %s', (text, value) => expect(romanValue(text)).toBe(value));
});

describe('stem', () => {
  it.each([
    ['en', ['stop', 'stops', 'stopped', 'stopping']],
    ['en', ['city', 'cities']],
    ['en', ["king's", 'kings', 'king']],
    ['ro', ['oras', 'orase', 'orasul', 'oraselor', 'orasului']],
    ['ro', ['poarta', 'porti', 'portile']],
    ['ro', ['seara', 'seri', 'serilor']],
    ['ro', ['declara', 'declar']],
  ])('%s: %j are one word', (lang, words) => {
    expect(new Set(words.map((word) => stem(word, lang))).size).toBe(1);
  });
});

describe('tokens and lengthChars', () => {
  it('give words with their places', () => {
    const text = "Don't pay 3.500,20 for Giê-ru-sa-lem!";
    expect(tokens(text).map((t) => text.slice(t.start, t.end))).toEqual([
      "Don't",
      'pay',
      '3.500,20',
      'for',
      'Giê',
      'ru',
      'sa',
      'lem',
    ]);
    expect(lengthChars('Việt Nam, 75!')).toBe(9);
    expect(lengthChars('Việt Nam, 75!'.normalize('NFD'))).toBe(9);
  });
});

describe('splitSentences', () => {
  it('cuts at the same places however letters are composed', () => {
    const pieces = fc.constantFrom(
      ...[
        'Muối dính vào râu ông. ',
        'Ngày 3 tháng 3, ông đã hứa. ',
        'Ô. Nguyễn đến TP. Huế. ',
        'Th.S. Ấn nói: “Ừ!” ',
      ],
      ...['Họ đi hết.Anh ở lại. ', '“Ai đó?” Bà hỏi. ', 'Số. 12, điều. 3. ', 'Dl. Țînțaș a venit. '],
    );
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const sentences = (form: string) =>
          splitSentences(form, 'vi').map((from, k, all) => form.slice(from, all[k + 1]).normalize('NFC'));
        expect(sentences(text.normalize('NFD'))).toEqual(sentences(text.normalize('NFC')));
      }),
    );
    expect(splitSentences('Muối dính vào râu ông. Ngày 3 tháng 3, ông đã hứa.', 'vi')).toHaveLength(2);
  });
  it('tiles any text: starts at 0, rises, stays inside', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('A b.', ' ', '"', 'Dr.', '5.', '…', '?!', '– ', 'x', '。', '\n\n', '😀')),
        fc.constantFrom('en', 'vi', 'ro', 'th', 'ja'),
        (parts, lang) => {
          const text = parts.join('');
          const cuts = splitSentences(text, lang);
          expect(cuts[0]).toBe(0);
          for (let k = 1; k < cuts.length; k++) {
            expect(cuts[k]).toBeGreaterThan(cuts[k - 1]);
            expect(cuts[k]).toBeLessThan(text.length);
          }
        },
      ),
    );
  });
  it('cuts Japanese without blanks and Thai by dictionary, in long texts too', () => {
    expect(splitSentences('これは本です。それは猫です。', 'ja')).toEqual([0, 7]);
    expect(splitSentences('สวัสดีครับ '.repeat(2000), 'th')[0]).toBe(0);
  });
  it.each([
    ['stops after single letters', 'a. '],
    ['nothing but stops', '.'],
    ['no stop at all', 'word '],
    ['capitals with stops', 'A. '],
    ['open quotes', '"a '],
    ['blanks', ' '],
    ['dialogue dashes', '– Da. '],
    ['numbers of a list', '1. '],
  ])('is linear on a megabyte of %s', (_name, piece) => {
    const started = process.cpuUsage();
    splitSentences(piece.repeat(Math.ceil(1_000_000 / piece.length)), 'ro');
    // Quadratic work would take minutes; the bound leaves room for a busy machine.
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(4000);
  });
  it('is linear: a megabyte in one paragraph well within a second', () => {
    const text = 'Dr. Smith went home at 5 p.m. on Monday. "Why?" she asked. '.repeat(17_000);
    const started = performance.now();
    expect(splitSentences(text, 'en').length).toBeGreaterThan(17_000);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
