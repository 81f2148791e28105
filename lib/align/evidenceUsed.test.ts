import { describe, expect, it } from 'vitest';
import { align } from './align';
import { explain } from './explain';
import { ladderBeads } from './ladderBeads';

/** Pairs of words that `explain` lights up between one English and one translated sentence, as `source=target`. */
function lit(lang: string, english: string, translated: string): string[] {
  // Neighbours without a word in common, so that rates are those of a text and not of one sentence.
  const other: Record<string, string> = { vi: 'Mưa rơi lộp độp.', ro: 'Ploua mereu acolo.' };
  const source = { lang: 'en', segments: ['Rain kept falling.', english, 'Rain kept falling.'] };
  const target = { lang, segments: [other[lang], translated, other[lang]] };
  const why = explain({ source, target }, 1, 2, 1, 2);
  return why.matches.map((m) => {
    const [s, t] = [source.segments[m.source.segment], target.segments[m.target.segment]];
    return `${s.slice(m.source.start, m.source.end)}=${t.slice(m.target.start, m.target.end)}`;
  });
}

/** Every kind of evidence the engine claims to use, in a sentence where it is all there is of its kind. */
describe('evidence', () => {
  it.each([
    ['English inflection', 'ro', 'The cities were stopped.', 'Un oraș.', 'cities=oraș'],
    ['English possessive', 'vi', "The king's", 'Vua', "king's=Vua"],
    ['Romanian stem changes', 'ro', 'The gates', 'Porțile', 'gates=Porțile'],
    ['Romanian without diacritics', 'ro', 'A city', 'Orasele', 'city=Orasele'],
    ['Romanian with cedilla', 'ro', 'The city', 'Oraşul', 'city=Oraşul'],
    ['old spelling: î inside words', 'ro', 'The earth', 'pămîntul', 'earth=pămîntul'],
    ['new spelling of the same word', 'ro', 'The earth', 'pământul', 'earth=pământul'],
    ['Vietnamese phrases', 'vi', 'In October', 'Vào tháng mười', 'October=tháng mười'],
    ['Vietnamese in NFD', 'vi', 'The king', 'Đức vua'.normalize('NFD'), 'king=vua'],
    ['tone placement, old', 'vi', 'peace', 'hoà bình', 'peace=hoà bình'],
    ['tone placement, new', 'vi', 'peace', 'hòa bình', 'peace=hòa bình'],
    [
      'hyphenated transliteration',
      'vi',
      'He saw Jerusalem',
      'Người thấy Giê-ru-sa-lem',
      'Jerusalem=Giê-ru-sa-lem',
    ],
    ['names spelt another way', 'ro', 'They saw Alexander', 'Îl văzură pe Alexandru', 'Alexander=Alexandru'],
    ['cognates', 'ro', 'A xylophonist', 'Un xilofonist', 'xylophonist=xilofonist'],
    ['untranslated words', 'vi', 'Type debootstrap now', 'Hãy gõ debootstrap', 'debootstrap=debootstrap'],
    ['numbers with either separator', 'vi', 'It cost 1,500 dong', 'Giá 1.500 đồng', '1,500=1.500'],
    ['decimals with either separator', 'ro', 'It rose 3.5 points', 'Crescu 3,5 puncte', '3.5=3,5'],
    ['number words', 'ro', 'fifteen', 'cincisprezece', 'fifteen=cincisprezece'],
    ['number words', 'vi', 'fifteen', 'mười lăm', 'fifteen=mười lăm'],
    ['ordinals', 'vi', 'the eleventh', 'thứ mười một', 'eleventh=thứ mười một'],
    ['ordinals', 'ro', 'the third', 'al treilea', 'third=treilea'],
    ['ordinals in digits', 'vi', 'the 20th day', 'ngày thứ 20', '20=20'],
    ['dates', 'vi', 'on 5 October 1998', 'ngày 5 tháng 10 năm 1998', 'October=tháng 10'],
    ['dates', 'ro', 'on 5 October 1998', 'la 5 octombrie 1998', '1998=1998'],
    ['digits with a number word', 'vi', 'He had 15 ships', 'mười lăm con tàu', '15=mười lăm'],
    ['digits with a number word', 'ro', 'He had 15 ships', 'cincisprezece corăbii', '15=cincisprezece'],
    ['number words with digits', 'ro', 'fifteen', '15', 'fifteen=15'],
    ['number words with digits', 'vi', 'fifteen', '15', 'fifteen=15'],
    ['longer number words', 'vi', 'thirty-seven', 'ba mươi bảy', 'thirty-seven=ba mươi bảy'],
    [
      'longer number words',
      'ro',
      'two hundred and six',
      'două sute șase',
      'two hundred and six=două sute șase',
    ],
    ['longer number words with digits', 'vi', 'one hundred and five', '105', 'one hundred and five=105'],
    ['ordinals with digits', 'ro', 'the 15th day', 'a cincisprezecea zi', '15=cincisprezecea'],
    ['ordinals with Roman numerals', 'ro', 'the nineteenth', 'al XIX-lea', 'nineteenth=XIX'],
    ['dates in digits', 'ro', 'on 5 October 1998', 'la 05.10.1998', '1998=1998'],
    ['dates in digits', 'vi', 'on 5 October 1998', '5/10/1998', '5=5'],
    ['Roman numerals', 'vi', 'Louis XIV', 'Louis 14', 'XIV=14'],
    ['Roman numerals', 'ro', 'The year 19', 'Anul XIX', '19=XIX'],
  ])('%s (%s)', (_name, lang, english, translated, pair) => {
    expect(lit(lang, english, translated)).toContain(pair);
  });

  /** Which of the two English sentences a translation goes to that says nothing but its marks. */
  function goesTo(english: readonly [string, string], translated: string): readonly number[] {
    const frame = (lang: string, between: readonly string[]) =>
      lang === 'en'
        ? ['The king saw the city in 1998.', ...between, 'The queen saw the sea in 1999.']
        : ['Regele a văzut orașul în 1998.', ...between, 'Regina a văzut marea în 1999.'];
    const found = align({
      source: { lang: 'en', segments: frame('en', english) },
      target: { lang: 'ro', segments: frame('ro', [translated]) },
    });
    return ladderBeads(found.ladder).find(([, t]) => t.includes(1))?.[0] ?? [];
  }

  it.each([
    ['question marks', 'Xab ybc zcd?', 'Xde yef zfg.', 'Wab vbc ucd?'],
    ['exclamation marks', 'Xab ybc zcd!', 'Xde yef zfg.', 'Wab vbc ucd!'],
    ['closing quotes', 'Xab ybc zcd.”', 'Xde yef zfg.', '„Wab vbc ucd.”'],
    ['colons before a list', 'Xab ybc zcd:', 'Xde yef zfg.', 'Wab vbc ucd:'],
  ])('%s decide where nothing else does', (_name, marked, plain, translated) => {
    expect(goesTo([marked, plain], translated)).toEqual([1]);
    expect(goesTo([plain, marked], translated)).toEqual([2]);
  });

  it('adds up: every nat of the total is shown somewhere', () => {
    const source = { lang: 'en', segments: ['The king saw Jerusalem in 1998.', 'He slept.'] };
    const target = { lang: 'ro', segments: ['Regele a văzut orașul în 1998.', 'Dormea.'] };
    const why = explain({ source, target }, 0, 1, 0, 1);
    const all = [...why.matches, ...why.missing.source, ...why.missing.target, why.length];
    expect(why.total).toBeCloseTo(
      all.reduce((sum, { nats }) => sum + nats, 0),
      9,
    );
    const lost = why.missing.source.map(({ place }) => source.segments[0].slice(place.start, place.end));
    expect(lost).toContain('Jerusalem');
    expect(why.missing.target.length).toBeGreaterThan(0);
  });

  it('shows words that the text itself teaches, as learnt', () => {
    const english = Array.from(
      { length: 90 },
      (_, k) => `Chapter ${k + 100}: ${k % 6 ? 'a stone' : 'a blimmer'} here.`,
    );
    const romanian = english.map((_, k) => `Capitolul ${k + 100}: ${k % 6 ? 'o piatră' : 'zdranga'} aici.`);
    const input = { source: { lang: 'en', segments: english }, target: { lang: 'ro', segments: romanian } };
    const why = explain(input, 30, 31, 30, 31);
    const learnt = why.matches.find(({ kind }) => kind === 'learnt');
    expect(learnt && romanian[30].slice(learnt.target.start, learnt.target.end)).toBe('zdranga');
    expect(learnt && english[30].slice(learnt.source.start, learnt.source.end)).toBe('blimmer');
  });

  it('is quick in a long document', () => {
    const one = Array.from(
      { length: 10_000 },
      (_, k) => `The old king of town ${k} saw ${k % 17} ships and a house by the sea.`,
    );
    const two = one.map(
      (_, k) => `Bătrânul rege al orașului ${k} a văzut ${k % 17} corăbii și o casă lângă mare.`,
    );
    const input = { source: { lang: 'en', segments: one }, target: { lang: 'ro', segments: two } };
    explain(input, 500, 501, 500, 501);
    const times = [2000, 5000, 8000].map((k) => {
      const started = performance.now();
      explain(input, k, k + 1, k, k + 1);
      return performance.now() - started;
    });
    // 30 ms on a quiet machine; this bound is for a busy one.
    expect(Math.min(...times)).toBeLessThan(300);
  });
});
