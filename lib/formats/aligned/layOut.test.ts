import { describe, expect, it } from 'vitest';
import type { AlignedDocument, AlignedUnit } from './AlignedDocument';
import { layOut } from './layOut';

const part = (text: string, opens = true) => ({ text, opens });
const unit = (sides: AlignedUnit['sides'], more: Partial<AlignedUnit> = {}): AlignedUnit => ({
  ...{ id: null, status: null, confidence: null, reason: null },
  sides,
  ...more,
});
const document = (units: AlignedUnit[]): AlignedDocument => ({
  format: 'tmx',
  encoding: 'utf-8',
  title: null,
  languages: ['en', 'vi', 'ro'].map((lang) => ({ label: lang, lang })),
  units,
  warnings: [],
});
const columns = [
  { at: 0, lang: 'en' },
  { at: 1, lang: 'vi' },
  { at: 2, lang: 'ro' },
];
const options = { newId: () => 'id', actorId: 'me', keepApprovals: false };

describe('layOut', () => {
  it('lays texts end to end and puts a bead over each unit, in each bitext of its own', () => {
    const { texts, bitexts } = layOut(
      document([
        unit([[part('One.'), part('Two.', false)], [part('Một hai.')], []]),
        unit([[], [part('Ba.')], []]),
        unit([[part('Four.')], [], [part('Patru.')]]),
      ]),
      columns,
      options,
    );
    expect(texts[0]).toEqual({
      paragraphs: [
        { start: 0, content: 'One. Two.' },
        { start: 9, content: 'Four.' },
      ],
      borders: [
        { at: 0, kind: 'paragraph' },
        { at: 5, kind: 'sentence' },
        { at: 9, kind: 'paragraph' },
        { at: 14, kind: 'paragraph' },
      ],
      lengthUtf16: 14,
    });
    const spans = bitexts.map((beads) =>
      beads.map(({ source, target }) => [source.start, source.end, target.start, target.end]),
    );
    expect(spans).toEqual([
      [
        [0, 9, 0, 8],
        [9, 9, 8, 11],
        [9, 14, 11, 11],
      ],
      [
        [0, 9, 0, 0],
        [9, 14, 0, 6],
      ],
    ]);
  });

  it('keeps the status that the file says, but for what nobody could have given here', () => {
    const pair = [[part('a')], [part('b')], []];
    const units = [
      unit(pair),
      unit(pair, { status: 'confirmed', confidence: 0.5 }),
      unit(pair, { status: 'approved' }),
      unit([[part('a')], [], []], { status: 'approved' }),
      unit([[part('a')], [], []], { status: 'approved', reason: 'omitted' }),
    ];
    const laid = layOut(document(units), columns.slice(0, 2), options);
    expect(laid.bitexts[0]!.map(({ status, reason, authors }) => [status, reason, authors.length])).toEqual([
      ['machine', null, 0],
      ['confirmed', null, 1],
      ['confirmed', null, 1],
      ['proposed', null, 1],
      ['confirmed', 'omitted', 1],
    ]);
    expect(laid.warnings).toEqual([
      { code: 'approvals', params: { count: 2, place: 3 } },
      { code: 'confirmedNulls', params: { count: 1, place: 4 } },
    ]);
    const kept = layOut(document(units), columns.slice(0, 2), { ...options, keepApprovals: true });
    expect(kept.bitexts[0]!.map(({ status }) => status)).toEqual([
      ...['machine', 'confirmed', 'approved', 'proposed', 'approved'],
    ]);
  });
});
