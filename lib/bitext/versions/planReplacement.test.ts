import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenRules } from '@/tests/helpers/brokenRules';
import { idOf, randomDocument } from '@/tests/helpers/randomDocument';
import { applyChange, invert } from '../change';
import { makeText } from '../makeText';
import { readingOf } from '../segments';
import type { Bead, BeadStatus, DocumentState } from '../types';
import { comparePieces } from './pieces';
import { planReplacement } from './planReplacement';

const ids = () => {
  let n = 0;
  return () => idOf(7, n++);
};

/** Two texts aligned paragraph by paragraph, all of it confirmed; the reference is cut into sentences. */
function confirmed(en: string[], vi: string[]): DocumentState {
  const [source, target] = [makeText(en, 'en', 'sentence'), makeText(vi, 'vi', 'paragraph')];
  const spansOf = (paragraphs: typeof source.paragraphs) =>
    paragraphs.map(({ start, content }) => ({ start, end: start + content.length }));
  const sources = spansOf(source.paragraphs);
  const beads = spansOf(target.paragraphs).map((span, k): Bead => {
    const last = k === vi.length - 1;
    return {
      id: idOf(3, k),
      source: {
        start: sources[k].start,
        end: last ? source.lengthUtf16 : (sources[k + 1]?.start ?? sources[k].end),
      },
      target: span,
      ...{ status: 'confirmed', origin: 'machine', confidence: 0.9, reason: null, revision: 1 },
      authors: [idOf(9, 1)],
    };
  });
  const text = (id: string, lang: string, made: typeof source) => ({ id, lang, ...made, corrections: [] });
  return {
    texts: { en: text('en', 'en', source), vi: text('vi', 'vi', target) },
    bitexts: { b: { id: 'b', sourceTextId: 'en', targetTextId: 'vi', beads } },
    comments: [],
  };
}

function replaced(state: DocumentState, id: string, contents: string[], unit: 'sentence' | 'paragraph') {
  const made = makeText(contents, state.texts[id].lang, unit);
  const plan = planReplacement(state, id, 'new', made, ids());
  return { plan, after: swap(state, plan) };
}

/** The document with the newer version in it, as the database would have it. */
function swap(state: DocumentState, { text, change }: ReturnType<typeof planReplacement>): DocumentState {
  const [{ before, after }] = change.texts!;
  const { [before]: _, ...others } = state.texts;
  const renamed = (id: string) => (id === before ? after : id);
  const moved = applyChange(state, change);
  return {
    ...moved,
    texts: { ...others, [after]: text },
    bitexts: Object.fromEntries(
      Object.entries(moved.bitexts).map(([id, bitext]) => [
        id,
        {
          ...bitext,
          sourceTextId: renamed(bitext.sourceTextId),
          targetTextId: renamed(bitext.targetTextId),
        },
      ]),
    ),
  };
}

const statuses = (state: DocumentState) => state.bitexts.b.beads.map(({ status }): BeadStatus => status);
const shown = (state: DocumentState) =>
  state.bitexts.b.beads.map(({ source, target, status }) => [
    readingOf(state.texts[state.bitexts.b.sourceTextId], source),
    readingOf(state.texts[state.bitexts.b.targetTextId], target),
    status,
  ]);

const EN = ['All happy families are alike. Each other is not.', 'Everything was confused.', 'She wept.'];
const VI = [
  'Mọi gia đình hạnh phúc đều giống nhau.',
  'Mọi thứ đều rối loạn trong nhà.',
  'Nàng khóc rất lâu.',
];

describe('planReplacement', () => {
  it('changes nothing when nothing has changed', () => {
    const { plan } = replaced(confirmed(EN, VI), 'vi', VI, 'paragraph');
    expect(plan.change.beads).toEqual([]);
  });

  it('makes stale what reads otherwise, and moves on what follows', () => {
    const corrected = [VI[0], 'Mọi thứ trong nhà Oblonski đều rối loạn.', VI[2]];
    const { after } = replaced(confirmed(EN, VI), 'vi', corrected, 'paragraph');
    expect(statuses(after)).toEqual(['confirmed', 'stale', 'confirmed']);
    expect(shown(after)[2]).toEqual([EN[2], VI[2], 'confirmed']);
    expect(brokenRules(after)).toEqual([]);
  });

  it('gives a paragraph that came in a bead of its own', () => {
    const { after } = replaced(
      confirmed(EN, VI),
      'vi',
      [VI[0], 'Một câu hoàn toàn khác.', ...VI.slice(1)],
      'paragraph',
    );
    expect(shown(after)).toEqual([
      [EN[0], VI[0], 'confirmed'],
      ['', 'Một câu hoàn toàn khác.', 'machine'],
      [EN[1], VI[1], 'confirmed'],
      [EN[2], VI[2], 'confirmed'],
    ]);
  });

  it('gives paragraphs at the start and at the end beads of their own', () => {
    const { after } = replaced(confirmed(EN, VI), 'vi', ['Phần một', ...VI, 'Hết'], 'paragraph');
    expect(shown(after).map(([, target, status]) => [target, status])).toEqual([
      ['Phần một', 'machine'],
      [VI[0], 'confirmed'],
      [VI[1], 'confirmed'],
      [VI[2], 'confirmed'],
      ['Hết', 'machine'],
    ]);
  });

  it('leaves the counterpart of a paragraph that is gone without one', () => {
    const { after } = replaced(confirmed(EN, VI), 'vi', [VI[0], VI[2]], 'paragraph');
    expect(shown(after)).toEqual([
      [EN[0], VI[0], 'confirmed'],
      [EN[1], '', 'stale'],
      [EN[2], VI[2], 'confirmed'],
    ]);
    expect(after.bitexts.b.beads[1].reason).toBeNull();
  });

  it('takes a sentence that came into a bead as part of it, and only that bead is stale', () => {
    const corrected = ['All happy families are alike. Truly they are. Each other is not.', ...EN.slice(1)];
    const { after } = replaced(confirmed(EN, VI), 'en', corrected, 'sentence');
    expect(shown(after).map(([source, , status]) => [source, status])).toEqual([
      [corrected[0], 'stale'],
      [EN[1], 'confirmed'],
      [EN[2], 'confirmed'],
    ]);
  });

  it('does not mind other white space, other paragraphs or the way accents are encoded', () => {
    const other = [`${VI[0]} ${VI[1]}`.normalize('NFD'), ` ${VI[2]}`];
    const { after } = replaced(confirmed(EN, VI), 'vi', other, 'paragraph');
    expect(statuses(after)).toEqual(['confirmed', 'confirmed', 'confirmed']);
    expect(brokenRules(after)).toEqual([]);
  });

  it('keeps beads on paragraphs without a full stop whose letters are encoded otherwise now', () => {
    const titles = ['Chương một', 'Chiếc phà cũ rời bến', 'Hết'];
    for (const [from, to] of [
      ['NFD', 'NFC'],
      ['NFC', 'NFD'],
    ]) {
      const older = titles.map((one) => one.normalize(from));
      const newer = [...titles.slice(0, 2), 'Một đoạn mới', titles[2]].map((one) => one.normalize(to));
      const { after } = replaced(confirmed(EN, older), 'vi', newer, 'paragraph');
      expect(shown(after)).toEqual([
        [EN[0], newer[0], 'confirmed'],
        [EN[1], newer[1], 'confirmed'],
        ['', newer[2], 'machine'],
        [EN[2], newer[3], 'confirmed'],
      ]);
      expect(brokenRules(after)).toEqual([]);
    }
  });

  it('keeps cuts and corrections where the words are the same', () => {
    const state = confirmed(EN, VI);
    const cut = VI[0].length + 4;
    const [start, end] = [VI[0].length + 4, VI[0].length + 7];
    const text = state.texts.vi;
    const worked: DocumentState = {
      ...state,
      texts: {
        ...state.texts,
        vi: {
          ...text,
          borders: [...text.borders, { at: cut, kind: 'editor' as const }].sort((a, b) => a.at - b.at),
          corrections: [{ start, end, old: VI[1].slice(4, 7), reading: 'việc' }],
        },
      },
    };
    const { plan, after } = replaced(worked, 'vi', ['Chương I', VI[0], VI[1], 'Nàng khóc.'], 'paragraph');
    expect(brokenRules(after)).toEqual([]);
    const moved = 'Chương I'.length;
    expect(plan.text.borders).toContainEqual({ at: cut + moved, kind: 'editor' });
    expect(plan.text.corrections).toMatchObject([{ start: start + moved, reading: 'việc' }]);
    expect(statuses(after)).toEqual(['machine', 'confirmed', 'confirmed', 'stale']);
  });

  it('counts a correction that the new file has too as the same reading', () => {
    const state = confirmed(EN, VI);
    const start = VI[0].length;
    const corrected: DocumentState = {
      ...state,
      texts: {
        ...state.texts,
        vi: {
          ...state.texts.vi,
          corrections: [{ start, end: start + 3, old: 'Mọi', reading: 'Tất cả mọi' }],
        },
      },
    };
    const { plan, after } = replaced(
      corrected,
      'vi',
      [VI[0], `Tất cả mọi${VI[1].slice(3)}`, VI[2]],
      'paragraph',
    );
    expect(plan.text.corrections).toEqual([]);
    expect(statuses(after)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  });

  it('holds every rule, whatever the new version is, and can be turned round', () => {
    const edits = fc.array(fc.tuple(fc.nat(5), fc.nat(30), fc.string({ unit: 'grapheme', maxLength: 12 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.nat(), edits, fc.boolean(), (seed, changes, ofSource) => {
        const state = randomDocument(seed, 6);
        const [bitext] = Object.values(state.bitexts);
        const id = ofSource ? bitext.sourceTextId : bitext.targetTextId;
        const contents = state.texts[id].paragraphs.map(({ content }) => content);
        for (const [how, where, word] of changes) {
          const at = where % (contents.length || 1);
          if (how === 0) contents.splice(at, 1);
          else if (how === 1) contents.splice(at, 0, word);
          else if (how === 2 && contents.length > 1)
            contents.splice(at, 2, contents.slice(at, at + 2).join(' '));
          else if (how === 3) contents[at] = `${word} ${contents[at] ?? ''}`;
          else if (how === 4) contents[at] = contents[at]?.slice(where % 7) ?? '';
          else contents[at] = (contents[at] ?? '').replace(' ', `. ${word}. `);
        }
        const kept = contents.filter((content) => content.trim());
        if (!kept.length) kept.push('x');
        const made = makeText(kept, state.texts[id].lang, seed % 2 ? 'sentence' : 'paragraph');
        const plan = planReplacement(state, id, idOf(8, 1), made, ids());
        const after = swap(state, plan);
        expect(brokenRules(after)).toEqual([]);
        const back = applyChange(after, invert(plan.change));
        for (const { id: one, beads } of Object.values(state.bitexts))
          expect(back.bitexts[one].beads).toEqual(beads);
      }),
      { numRuns: 400 },
    );
  });
});

describe('comparePieces', () => {
  const CONTENTS = fc.array(fc.stringMatching(/^[ab .]{1,8}$/u), { maxLength: 6 });

  it('covers both versions from end to end, and same pieces are the same', () => {
    fc.assert(
      fc.property(CONTENTS, CONTENTS, (older, newer) => {
        const pieces = comparePieces(older, newer);
        let [i, j] = [0, 0];
        for (const piece of pieces) {
          expect([piece.oldStart, piece.newStart]).toEqual([i, j]);
          [i, j] = [piece.oldEnd, piece.newEnd];
          const [a, b] = [older.join('').slice(piece.oldStart, i), newer.join('').slice(piece.newStart, j)];
          expect(a === b).toBe(piece.kind === 'same');
        }
        expect([i, j]).toEqual([older.join('').length, newer.join('').length]);
      }),
    );
  });

  it('is quick with two texts that have nothing in common', () => {
    const many = (word: string) => Array.from({ length: 20_000 }, (_, k) => `${word} ${k} ${word}.`);
    const started = performance.now();
    expect(comparePieces(many('older'), many('newer')).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
