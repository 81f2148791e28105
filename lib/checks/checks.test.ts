import { describe, expect, it } from 'vitest';
import { checkBead } from './checkBead';
import type { BitextProfile, CheckId, CheckInput, Finding } from './types';

const usual = (lang: string, own: Partial<BitextProfile['target']> = {}): BitextProfile['target'] => ({
  ...{ lang, words: 1000, diacritics: lang === 'vi' ? 0.75 : lang === 'ro' ? 0.22 : 0, cedilla: 0 },
  ...{ innerI: 0, oldTone: 0, decomposed: 0 },
  ...own,
});

/** A bead of a text that is otherwise in order. */
function bead(
  source: string,
  target: string,
  lang: string,
  {
    profile = {},
    names = [],
    ...rest
  }: Partial<Omit<CheckInput, 'profile'>> & {
    profile?: Partial<BitextProfile['target']>;
    names?: string[];
  } = {},
): CheckInput {
  return {
    source: { lang: 'en', reading: source, segments: [source] },
    target: { lang, reading: target, segments: [target] },
    neighbours: [],
    lnRatio: null,
    profile: { source: usual('en'), target: usual(lang, profile), names },
    ...rest,
  };
}

const found = (input: CheckInput, check: CheckId): Finding[] =>
  checkBead(input).filter((one) => one.check === check);
const params = (input: CheckInput, check: CheckId) => found(input, check).map((one) => one.params);

describe('numbers', () => {
  it.each([
    ['It cost 3,500 lei in 1998.', 'A costat 3.500 de lei în 1998.', 'ro'],
    ['He waited 25 minutes.', 'A așteptat douăzeci și cinci de minute.', 'ro'],
    ['He waited 25 minutes.', 'Anh đợi hai mươi lăm phút.', 'vi'],
    ['In the 19th century', 'În secolul al XIX-lea', 'ro'],
    ['In the 19th century', 'Vào thế kỷ thứ mười chín', 'vi'],
    ['On Monday, 5 January', 'Thứ 2, ngày 5 tháng 1', 'vi'],
    ['The train leaves at 5 pm.', 'Trenul pleacă la ora 17.', 'ro'],
    ['It costs 2.5 million dollars.', 'Nó có giá 2,5 triệu đô la.', 'vi'],
    ['5,000 people came.', 'Au venit 5 mii de oameni.', 'ro'],
    ['Three hundred soldiers', '300 de soldați', 'ro'],
    ['The 1980s were grey.', "Anii '80 au fost cenușii.", 'ro'],
    ['The first day', 'Ngày thứ 1', 'vi'],
    ['A dozen eggs', '12 ouă', 'ro'],
  ])('let %j be %j', (source, target, lang) => {
    expect(found(bead(source, target, lang), 'numbers')).toEqual([]);
  });
  it('misses one that is lost, and one that is new', () => {
    const input = bead('He paid 3,500 lei.', 'A plătit 3.600 de lei.', 'ro');
    expect(found(input, 'numbers')).toEqual([
      expect.objectContaining({
        side: 'source',
        spans: [{ start: 8, end: 13 }],
        params: { kind: 'missing', numbers: '3,500' },
      }),
      expect.objectContaining({ side: 'target', params: { kind: 'extra', numbers: '3.600' } }),
    ]);
  });
});

describe('dates', () => {
  it.each([
    ['He died on 5 June 1999.', 'A murit la 5 iunie 1999.', 'ro'],
    ['He died on June 5th, 1999.', 'Ông mất ngày 5 tháng 6 năm 1999.', 'vi'],
    ['He died on June 5.', 'Ông mất ngày 5/6.', 'vi'],
    ['He died on 6/5/1999.', 'A murit la 5.06.1999.', 'ro'],
    ['They may 5 times', 'Ei pot de 5 ori', 'ro'],
  ])('let %j be %j', (source, target, lang) => {
    expect(found(bead(source, target, lang), 'dates')).toEqual([]);
  });
  it.each([
    ['He died on 5 June 1999.', 'A murit la 5 iulie 1999.', 'ro', 'different'],
    ['He died on June 5th.', 'Ông mất hôm ấy.', 'vi', 'missing'],
  ])('does not let %j be %j', (source, target, lang, kind) => {
    expect(params(bead(source, target, lang), 'dates')).toEqual([expect.objectContaining({ kind })]);
  });
});

describe('names', () => {
  const names = ['vronski', 'levin', 'gerusalem', 'ierusalem'];
  it.each([
    ['Then Levin came to Vronsky.', 'Atunci Levin veni la Vronski.', 'ro'],
    ['Then Levin came.', 'Rồi Lê-vin đến.', 'vi'],
    ["In Levin's house", 'În casa lui Levin', 'ro'],
    ['He went to Jerusalem.', 'Ngài lên Giê-ru-sa-lem.', 'vi'],
    ['Then the Prince came.', 'Atunci veni prințul.', 'ro'],
  ])('let %j be %j', (source, target, lang) => {
    expect(found(bead(source, target, lang, { names }), 'names')).toEqual([]);
  });
  it('misses one that is kept elsewhere', () => {
    const input = bead('Then Levin came to Vronsky.', 'Atunci el veni la Vronski.', 'ro', { names });
    expect(found(input, 'names')).toMatchObject([
      { params: { names: 'Levin' }, spans: [{ start: 5, end: 10 }] },
    ]);
  });
});

describe('length', () => {
  const long = 'She went into the garden, where the roses were, and sat down by the old well to wait.';
  it('is measured against the local curve', () => {
    const short = 'S-a dus în grădină.';
    expect(params(bead(long, short, 'ro', { lnRatio: 0.1 }), 'length')).toMatchObject([{ kind: 'short' }]);
    expect(found(bead(long, short, 'ro', { lnRatio: -1.4 }), 'length')).toEqual([]);
    expect(found(bead(long, short, 'ro'), 'length')).toEqual([]);
  });
  it('lets short texts vary', () => {
    expect(found(bead('Come here!', 'Vino!', 'ro', { lnRatio: 0.1 }), 'length')).toEqual([]);
  });
});

describe('duplicate', () => {
  const target = 'Toate familiile fericite se aseamănă.';
  it.each([
    ['another source', 'Every unhappy family is unhappy in its own way.', 1],
    ['the same source', 'All happy families are alike.', 0],
  ])('is told from a repetition by %s', (_, source, count) => {
    const input = bead('All happy families are alike.', target, 'ro', {
      neighbours: [{ source, target: `„${target}”` }],
    });
    expect(found(input, 'duplicate')).toHaveLength(count);
  });
  it('leaves short answers alone', () => {
    const input = bead('Yes.', 'Da.', 'ro', { neighbours: [{ source: 'Of course.', target: 'Da.' }] });
    expect(found(input, 'duplicate')).toEqual([]);
  });
});

describe('untranslated', () => {
  it('sees a run of words left as they were', () => {
    const input = bead(
      'He said that all happy families are alike.',
      'El a spus că all happy families are alike.',
      'ro',
    );
    expect(params(input, 'untranslated')).toEqual([{ text: 'all happy families are alike' }]);
  });
  it.each([
    ['He read The New York Times Book Review.', 'A citit The New York Times Book Review.'],
    ['Chapter 1 2 3 4 5', 'Capitolul 1 2 3 4 5'],
  ])('lets names and numbers be: %j', (source, target) => {
    expect(found(bead(source, target, 'ro'), 'untranslated')).toEqual([]);
  });
});

describe('ending', () => {
  it.each([
    ['Where are you?', 'Unde ești.', 'warning'],
    ['You are here.', 'Ești aici?', 'warning'],
    ['Go away!', 'Pleacă.', 'info'],
  ] as const)('sees %j become %j', (source, target, severity) => {
    expect(found(bead(source, target, 'ro'), 'ending')).toMatchObject([{ severity }]);
  });
  it.each([
    ['“Where are you?”', '– Unde ești?'],
    ['A headline', 'Un titlu.'],
    ['He was silent…', 'A tăcut.'],
    ['He said:', 'El a spus.'],
  ])('lets %j be %j', (source, target) => {
    expect(found(bead(source, target, 'ro'), 'ending')).toEqual([]);
  });
});

describe('unbalanced', () => {
  it.each([
    ['He (the prince) came.', 'El (prințul veni.', '('],
    ['He came.', 'El) veni.', ')'],
    ['“Come,” he said.', '„Vino, spuse el.', '„'],
    ['“Come,” he said.', '“Đến đây, anh nói.', '“'],
  ])('sees what is open in %j / %j', (source, target, mark) => {
    expect(params(bead(source, target, 'ro'), 'unbalanced')).toEqual([{ mark }]);
  });
  it.each([
    ['“Come,” he said.', '– Vino, spuse el.'],
    ['“Come, he said.', '„Vino, spuse el.'],
    ['First a) then b)', 'Întâi a) apoi b)'],
    ['Come :-)', 'Vino :-)'],
    ['He came (now) to us.', 'Anh đến (bây giờ) với chúng tôi (rồi).'],
    ['A 6" nail', 'Un cui de 6"'],
  ])('lets %j be %j', (source, target) => {
    expect(found(bead(source, target, 'ro'), 'unbalanced')).toEqual([]);
  });
});

describe('diacritics and spelling', () => {
  it.each([
    ['El a venit si a plecat dupa o ora.', 'ro', 'si, dupa'],
    ['Toi khong biet nguoi nay.', 'vi', 'khong, biet, nguoi'],
  ])('misses them in %j', (target, lang, words) => {
    expect(params(bead('x', target, lang), 'missingDiacritics')).toEqual([{ words }]);
  });
  it.each([
    ['Casa mare e pe deal.', 'ro'],
    ['Ion Popescu', 'ro'],
    ['Anna đi.', 'vi'],
    ['Đi ra. An Nam.', 'vi'],
  ])('does not miss them in %j', (target, lang) => {
    expect(found(bead('x', target, lang), 'missingDiacritics')).toEqual([]);
  });
  it('leaves a text alone that has none at all', () => {
    const input = bead('x', 'El a venit si a plecat.', 'ro', { profile: { diacritics: 0.001 } });
    expect(found(input, 'missingDiacritics')).toEqual([]);
  });
  it('mends the cedilla', () => {
    const input = bead('x', 'Şi ţara, și țara; s\u0327i', 'ro');
    expect(found(input, 'cedilla')).toMatchObject([
      {
        severity: 'warning',
        params: { count: 3 },
        fix: { segments: [{ index: 0, reading: 'Și țara, și țara; și' }] },
      },
    ]);
    expect(found(bead('x', 'Şi', 'ro', { profile: { cedilla: 1 } }), 'cedilla')).toMatchObject([
      { severity: 'info' },
    ]);
    expect(found(bead('x', 'İstanbul’da güneş', 'tr'), 'cedilla')).toEqual([]);
  });
  it.each([
    ['El mînca pîine.', 0, 'mînca, pîine'],
    ['El mânca pâine; românul.', 1, 'mânca, pâine'],
  ])('sees the other spelling in %j', (target, innerI, words) => {
    expect(params(bead('x', target, 'ro', { profile: { innerI } }), 'mixedSpelling')).toEqual([{ words }]);
  });
  it.each(['Reîntors neîncetat și bineînțeles în zori.', 'A hotărî, a coborî.'])('lets %j be', (target) => {
    expect(found(bead('x', target, 'ro'), 'mixedSpelling')).toEqual([]);
  });
  it.each([
    ['Hoà bình, thuỷ thủ', 0, 'Hoà, thuỷ'],
    ['Hòa bình, thúy', 1, 'Hòa, thúy'],
  ])('sees the other tone placement in %j', (target, oldTone, words) => {
    expect(params(bead('x', target, 'vi', { profile: { oldTone } }), 'tonePlacement')).toEqual([{ words }]);
  });
  it('knows syllables in which the two schools agree', () => {
    expect(found(bead('x', 'Quý vị, hoàn toàn, quỳ', 'vi'), 'tonePlacement')).toEqual([]);
  });
});

describe('typing', () => {
  it('puts letters together', () => {
    const input = bead('x', 'Anh ye\u0302u em', 'vi');
    expect(found(input, 'decomposed')).toMatchObject([{ fix: { segments: [{ reading: 'Anh yêu em' }] } }]);
    expect(found(bead('x', 'Anh yêu em', 'vi'), 'decomposed')).toEqual([]);
    const { profile } = input;
    const throughout = { ...profile, target: { ...profile.target, decomposed: 0.9 } };
    expect(found({ ...input, profile: throughout }, 'decomposed')).toEqual([]);
  });
  it('takes out what nobody sees', () => {
    const input = bead('x', 'Anh\u200b yêu\u202e em\ufeff', 'vi');
    expect(found(input, 'invisible')).toMatchObject([
      { params: { count: 3 }, fix: { segments: [{ reading: 'Anh yêu em' }] } },
    ]);
    expect(found(bead('x', 'می\u200cخواهم', 'fa'), 'invisible')).toEqual([]);
    expect(found(bead('x', '👩\u200d🚀', 'vi'), 'invisible')).toEqual([]);
  });
  it('mends blanks', () => {
    const input = bead('x', 'Anh  yêu em , thật đấy .', 'vi');
    expect(found(input, 'spacing')).toMatchObject([
      { fix: { segments: [{ reading: 'Anh yêu em, thật đấy.' }] } },
    ]);
  });
  it.each(['Well ... maybe', 'a .5 b', 'End. ', 'x :-) y'])('lets %j be', (target) => {
    expect(found(bead('x', target, 'vi'), 'spacing')).toEqual([]);
  });
  it('does not look across the border between two segments', () => {
    const segments = ['One.  ', ' Two.'];
    const target = { lang: 'vi', reading: segments.join(''), segments };
    expect(found(bead('x', '', 'vi', { target }), 'spacing')).toEqual([]);
  });
});
