import { describe, expect, it } from 'vitest';
import { bandRows } from '@/lib/bitext/bandRows';
import type { Bead, Border, TextState } from '@/lib/bitext/types';
import { blockOfRow, isLit, overlap, readingBlock, readingBlocks } from './readingBlocks';

/** A text from the lengths of its paragraphs' sentences. */
function textOf(id: string, paragraphs: readonly (readonly number[])[]): TextState {
  const borders: Border[] = [];
  let at = 0;
  for (const sentences of paragraphs)
    for (const [k, length] of sentences.entries()) {
      borders.push({ at, kind: k === 0 ? 'paragraph' : 'sentence' });
      at += length;
    }
  borders.push({ at, kind: 'paragraph' });
  return { id, lang: id, paragraphs: [], borders, corrections: [] };
}

const bead = (id: string, source: [number, number], target: [number, number]): Bead => ({
  id,
  source: { start: source[0], end: source[1] },
  target: { start: target[0], end: target[1] },
  status: 'machine',
  origin: 'machine',
  confidence: 1,
  reason: null,
  authors: [],
  revision: 1,
});

const en = textOf('en', [[10, 10, 10], [10, 10], [10]]);
const vi = textOf('vi', [[30], [5], [20, 10]]);
const ro = textOf('ro', [[10, 10], [10], [20], [10]]);
const bitexts = [
  {
    id: 'en-vi',
    sourceTextId: 'en',
    targetTextId: 'vi',
    beads: [bead('v1', [0, 30], [0, 30]), bead('added', [30, 30], [30, 35]), bead('v2', [30, 60], [35, 65])],
  },
  {
    id: 'en-ro',
    sourceTextId: 'en',
    targetTextId: 'ro',
    beads: [
      bead('r1', [0, 10], [0, 10]),
      bead('r2', [10, 30], [10, 30]),
      bead('r3', [30, 50], [30, 50]),
      bead('r4', [50, 60], [50, 60]),
    ],
  },
];
const texts = { en, vi, ro };
const rows = bandRows(en, bitexts);

describe('readingBlocks', () => {
  it('cuts at paragraphs of the reference where no bead goes on over them; additions stay with what is before', () => {
    const blocks = readingBlocks(rows);
    expect(rows.count).toBe(3);
    expect([...blocks]).toEqual([0, 2, 3]);
    expect([0, 1, 2].map((row) => blockOfRow(blocks, row))).toEqual([0, 0, 1]);
  });

  it('cuts a text without paragraphs, and has no block for nothing', () => {
    const long = textOf('en', [Array(100).fill(10)]);
    const beads = Array.from({ length: 100 }, (_, k) =>
      bead(String(k), [k * 10, k * 10 + 10], [k * 10, k * 10 + 10]),
    );
    const one = { id: 'x', sourceTextId: 'en', targetTextId: 'vi', beads };
    expect([...readingBlocks(bandRows(long, [one]))]).toEqual([0, 40, 80, 100]);
    expect([...readingBlocks(bandRows(textOf('en', []), []))]).toEqual([0]);
  });
});

describe('readingBlock', () => {
  const [first, second] = [readingBlock(rows, texts, 0, 2), readingBlock(rows, texts, 2, 3)];

  it('shows every segment of every text once, in paragraphs as in the original', () => {
    const shape = (block: typeof first) =>
      block.columns.map(({ paragraphs }) => paragraphs.map((list) => list.length));
    expect(shape(first)).toEqual([[3], [1, 1], [2, 1]]);
    expect(shape(second)).toEqual([[2, 1], [2], [1, 1]]);
    expect(first.columns[1].span).toEqual({ start: 0, end: 35 });
  });

  it('lights the bead in every language, from whichever sentence', () => {
    const lit = (key: string, block = first) => {
      const all = block.columns.flatMap(({ paragraphs }) => paragraphs.flat());
      const at = all.find((one) => one.key === key)!;
      return all.filter((one) => isLit(one, at)).map((one) => one.key);
    };
    expect(lit('ro0')).toEqual(['r0', 'vi0', 'ro0']);
    expect(lit('vi0')).toEqual(['r0', 'r10', 'r20', 'vi0', 'ro0', 'ro10', 'ro20']);
    expect(lit('r10')).toEqual(['r0', 'r10', 'r20', 'vi0', 'ro0', 'ro10', 'ro20']);
    expect(lit('vi30')).toEqual(['vi30']);
  });

  it('knows where a click goes, and has each bead of a translation anchored once', () => {
    const [reference, vietnamese, romanian] = first.columns.map(({ paragraphs }) => paragraphs.flat());
    expect(reference.map(({ beadId }) => beadId)).toEqual(['v1', 'v1', 'v1']);
    expect(vietnamese.map(({ beadId, anchor }) => [beadId, anchor])).toEqual([
      ['v1', true],
      ['added', true],
    ]);
    expect(romanian.map(({ anchor }) => anchor)).toEqual([true, true, false]);
  });
});

describe('overlap', () => {
  it('is of stretches that share a letter', () => {
    expect(overlap({ start: 0, end: 10 }, { start: 9, end: 12 })).toBe(true);
    expect(overlap({ start: 0, end: 10 }, { start: 10, end: 12 })).toBe(false);
    expect(overlap({ start: 5, end: 5 }, { start: 0, end: 12 })).toBe(false);
  });
});
