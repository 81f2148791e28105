import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bead, DocumentState, TextState } from '@/lib/bitext/types';
import { checkBead } from './checkBead';
import { checkDocument } from './checkDocument';
import { fingerprintOf } from './fingerprint';
import { lengthCurve } from './lengthCurve';
import { textProfile } from './textProfile';
import { type CheckInput, SIDES } from './types';

/** Any Unicode, and often what the checks look for. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    ...[
      'ş',
      'Ţ',
      's\u0327',
      'e\u0301',
      '\u200b',
      '\u202e',
      '  ',
      ' ,',
      ' .',
      '"',
      '„',
      '(',
      ')',
      '12',
      '3.500',
    ],
    ...[
      'XIX',
      '5 June',
      '5.06.1999',
      'hoà',
      'pîine',
      'Levin',
      '?',
      '!',
      '…',
      'all happy families are alike',
      '\ud800',
    ],
    ...['👩\u200d🚀', '\u1100\u1161', '¨', 'a  , b  . c', '\u037e', 'ﬁ', '\u0344', 's\u0327\u0323'],
  ),
);
const segment = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
const segments = fc.array(segment, { maxLength: 3 });
const lang = fc.constantFrom('en', 'vi', 'ro', 'ro-MD', 'fr', 'fa', 'zh-Hans', 'xx');
const side = fc.record({ lang, segments }).map((one) => ({ ...one, reading: one.segments.join('') }));
const share = fc.constantFrom(0, 0.05, 0.5, 0.95, 1);
const profile = fc.record({
  ...{ lang, words: fc.constant(1000), diacritics: share, cedilla: share, innerI: share, oldTone: share },
  decomposed: share,
});
const input: fc.Arbitrary<CheckInput> = fc.record({
  ...{ source: side, target: side },
  neighbours: fc.array(fc.record({ source: segment, target: segment }), { maxLength: 2 }),
  lnRatio: fc.option(fc.double({ min: -3, max: 3, noNaN: true })),
  profile: fc.record({ source: profile, target: profile, names: fc.constant(['levin']) }),
});

describe('checkBead', () => {
  it('never throws, and points inside the text', () => {
    fc.assert(
      fc.property(input, (one) => {
        const seen = new Set<string>();
        for (const { check, side: which, spans } of checkBead(one)) {
          expect(seen).not.toContain(`${check} ${which}`);
          seen.add(`${check} ${which}`);
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(one[which].reading.length);
          }
        }
      }),
      { numRuns: 1500 },
    );
  });
  it('has nothing to say any more once its fix is taken', () => {
    fc.assert(
      fc.property(input, (one) => {
        for (const { check, side: which, fix } of checkBead(one)) {
          if (!fix) continue;
          const mended = [...one[which].segments];
          for (const { index, reading } of fix.segments) mended[index] = reading;
          // Segments are mended one by one: one that can't be emptied is left, and so is what it holds.
          if (mended.some((text) => text.trim() === '')) continue;
          const after = { ...one, [which]: { ...one[which], segments: mended, reading: mended.join('') } };
          const left = checkBead(after).filter((next) => next.check === check && next.side === which);
          expect(left).toEqual([]);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe('checkDocument', () => {
  it('finds in every bead what it finds in each by itself, and stops', () => {
    const texts = ['Levin came (at 5.', 'Who?', 'Levin  went.', 'He paid 12 lei.'];
    const state = stateOf(texts, ['Levin veni la 5.', 'Cine.', 'Levin plecă.', 'A plătit 13 lei.']);
    const { findings } = checkDocument(state, 'b');
    expect([...findings].map(([id, found]) => [id, found.map((one) => one.check)])).toEqual([
      ['1', ['ending']],
      ['2', ['spacing']],
      ['3', ['numbers', 'numbers']],
    ]);
  });
  it('takes any text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(segment, segment), { minLength: 1, maxLength: 6 }), (pairs) => {
        const own = pairs.filter(([a, b]) => a !== '' && b !== '');
        checkDocument(
          stateOf(
            own.map(([a]) => a),
            own.map(([, b]) => b),
          ),
          'b',
        );
      }),
    );
  });
});

describe('textProfile', () => {
  it('says what is usual', () => {
    expect(textProfile(['Şi pîine', 'Și'], 'ro')).toMatchObject({
      cedilla: 0.5,
      innerI: 1,
      words: 3,
      diacritics: 1,
    });
    expect(textProfile(['hoà hòa hòa thúy', 'ye\u0302u'], 'vi')).toMatchObject({
      oldTone: 0.25,
      decomposed: 0.5,
    });
    for (const one of SIDES) expect(textProfile([], one)).toMatchObject({ words: 0, diacritics: 0 });
  });
});

describe('lengthCurve', () => {
  it('is the median of the neighbourhood', () => {
    const ratios = Array.from({ length: 120 }, (_, k) => (k % 7 === 3 ? 5 : k / 100));
    const curve = lengthCurve(ratios);
    for (const [at, value] of curve.entries()) {
      const near = ratios.slice(Math.max(0, at - 25), at + 26).sort((a, b) => a - b);
      expect(value).toBe(near[near.length >> 1]);
    }
  });
  it('says nothing of a handful of beads', () => {
    expect(lengthCurve([0.1, null, 0.2])).toEqual([null, null, null]);
  });
});

describe('fingerprintOf', () => {
  it('tells texts apart, and sides', () => {
    const all = ['', 'a', 'b', 'ab', 'ă', 'â'].flatMap((a) => ['', 'a', 'b'].map((b) => fingerprintOf(a, b)));
    expect(new Set(all).size).toBe(all.length);
    for (const one of all) expect(one).toMatch(/^[0-9a-f]{16}$/);
  });
});

function stateOf(source: string[], target: string[]): Pick<DocumentState, 'texts' | 'bitexts'> {
  const [from, to] = [textOf('s', 'en', source), textOf('t', 'ro', target)];
  const beads = source.map(
    (_, k): Bead => ({
      ...{
        id: String(k),
        status: 'machine',
        origin: 'machine',
        confidence: 1,
        reason: null,
        authors: [],
        revision: 0,
      },
      source: { start: from.borders[k].at, end: from.borders[k + 1].at },
      target: { start: to.borders[k].at, end: to.borders[k + 1].at },
    }),
  );
  return {
    texts: { s: from, t: to },
    bitexts: { b: { id: 'b', sourceTextId: 's', targetTextId: 't', beads } },
  };
}

function textOf(id: string, lang: string, contents: string[]): TextState {
  const paragraphs: TextState['paragraphs'][number][] = [];
  let at = 0;
  for (const content of contents) {
    paragraphs.push({ start: at, content });
    at += content.length;
  }
  const starts = [...paragraphs.map(({ start }) => start), at];
  return {
    id,
    lang,
    paragraphs,
    borders: starts.map((start) => ({ at: start, kind: 'paragraph' })),
    corrections: [],
  };
}
