import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stripDiacritics } from '@/lib/text/fold';
import { splitSentences } from '@/lib/text/splitSentences';
import { detectLang } from './detectLang';

const sample = (lang: string) => readFileSync(`db/samples/anna-karenina/${lang}.txt`, 'utf8');
const sentences = (lang: string) =>
  sample(lang)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => splitSentences(line, lang).map((start, at, all) => line.slice(start, all[at + 1])));

describe('detectLang', () => {
  it.each(['en', 'vi', 'ro'])('is sure of the %s sample, with and without diacritics', async (lang) => {
    for (const text of [sample(lang), stripDiacritics(sample(lang))]) {
      expect(await detectLang(text)).toEqual({ lang, confidence: 0.99 });
    }
  });

  it.each(['en', 'vi', 'ro'])(
    'knows every single sentence of the %s sample, with and without diacritics',
    async (lang) => {
      for (const sentence of sentences(lang)) {
        for (const text of [sentence, stripDiacritics(sentence)]) {
          expect((await detectLang(text)).lang, text).toBe(lang);
        }
      }
    },
  );

  it.each([
    [
      'vi',
      [
        'Xin chào',
        'Anh yêu em.',
        'khong the nao chay tron',
        'Toi la sinh vien',
        'Cảm ơn bạn nhiều!',
        'Ha Noi la thu do cua Viet Nam',
      ],
    ],
    [
      'ro',
      [
        'Nu stiu.',
        'Ce faci?',
        'Bună ziua',
        'Sotia lui Vronski',
        'Viata e frumoasa',
        'Multumesc frumos',
        'Şi aşa mai departe',
      ],
    ],
    [
      'en',
      [
        'Good morning',
        'Hello.',
        'She came home late',
        'Thank you very much',
        'What is this?',
        'I do not know',
      ],
    ],
  ])('knows short texts in %s', async (lang, texts) => {
    for (const text of texts) expect((await detectLang(text)).lang, text).toBe(lang);
  });

  it('leaves other languages what they are', async () => {
    const others = {
      fr: 'Toutes les familles heureuses se ressemblent, mais chaque famille malheureuse l’est à sa façon.',
      it: 'Tutte le famiglie felici si somigliano; ogni famiglia infelice è invece disgraziata a modo suo.',
      es: 'Todas las familias felices se parecen unas a otras, pero cada familia infeliz lo es a su manera.',
      de: 'Alle glücklichen Familien gleichen einander, jede unglückliche ist auf ihre eigene Weise unglücklich.',
      ru: 'Все счастливые семьи похожи друг на друга (BBC News)',
      ja: '吾輩は猫である。名前はまだ無い。',
    };
    for (const [lang, text] of Object.entries(others)) expect((await detectLang(text)).lang).toBe(lang);
  });

  it('says so when there is nothing to go by', async () => {
    expect(await detectLang('1234 5678')).toEqual({ lang: null, confidence: 0 });
    expect(await detectLang('1234', 'vi-VN')).toEqual({ lang: 'vi', confidence: 0.5 });
    expect((await detectLang('Anna Karenina')).confidence).toBeLessThan(0.7);
  });

  it('looks all over a long text, not at its first page only', async () => {
    const paragraphs = [
      'THE PROJECT OF A BOOK',
      ...Array.from({ length: 200 }, () => sample('vi').split('\n')[0]),
    ];
    expect((await detectLang(paragraphs)).lang).toBe('vi');
  });
});
