import { describe, expect, it } from 'vitest';
import type { Bead } from '@/lib/bitext/types';
import { beadOfDot, doubtOf, fullColour, pathIn, summaryOf, worthOf } from './plotPath';

const bead = (id: string, source: [number, number], target: [number, number], rest = {}): Bead => ({
  id,
  source: { start: source[0], end: source[1] },
  target: { start: target[0], end: target[1] },
  status: 'machine',
  origin: 'machine',
  confidence: 0.9,
  reason: null,
  authors: [],
  revision: 1,
  ...rest,
});
const BEADS = [
  bead('before', [0, 10], [0, 5]),
  bead('a', [10, 30], [5, 20]),
  bead('null', [30, 40], [20, 20], { confidence: 0.6 }),
  bead('wall', [40, 50], [20, 40], { status: 'confirmed', confidence: 0.1 }),
  bead('b', [50, 60], [40, 50], { confidence: 0.3 }),
];
const SOURCES = [10, 20, 30, 40, 50, 60];
const TARGETS = [5, 20, 30, 40, 50];

describe('pathIn', () => {
  it('places the beads of the run among its segments, and leaves out what lies before', () => {
    const path = pathIn(SOURCES, TARGETS, BEADS);
    expect(path.map(({ bead, i0, i1, j0, j1 }) => [bead.id, i0, i1, j0, j1])).toEqual([
      ['a', 0, 2, 0, 1],
      ['null', 2, 3, 1, 1],
      ['wall', 3, 4, 1, 3],
      ['b', 4, 5, 3, 4],
    ]);
  });
});

describe('beadOfDot', () => {
  it('is the bead that holds the dot, else that of its source segment', () => {
    const path = pathIn(SOURCES, TARGETS, BEADS);
    expect(beadOfDot(path, 3, 2)?.id).toBe('wall');
    expect(beadOfDot(path, 2, 3)?.id).toBe('null');
    expect(beadOfDot([], 0, 0)).toBeUndefined();
  });
});

describe('summaryOf', () => {
  it('counts, and lists what the engine doubts, worst first; walls are past doubt', () => {
    const { beads, walls, nulls, doubts } = summaryOf(BEADS);
    expect({ beads, walls, nulls }).toEqual({ beads: 5, walls: 1, nulls: 1 });
    expect(doubts.map(({ id }) => id)).toEqual(['b', 'null']);
    expect(summaryOf(BEADS, undefined, 1).doubts.map(({ id }) => id)).toEqual(['b']);
  });
});

describe('doubtOf', () => {
  const drawn = { status: 'proposed', origin: 'editor', confidence: null } as const;
  it('doubts what people drew too, by what the engine finds in it', () => {
    const own = bead('own', [0, 10], [0, 5], drawn);
    expect([doubtOf(own), doubtOf(own, 4), doubtOf(own, 0.2), doubtOf(own, -2)]).toEqual([
      0.5,
      null,
      0.5,
      0.05,
    ]);
    expect(doubtOf({ ...own, target: { start: 5, end: 5 } }, -2)).toBe(0.5);
    // From a file, with nothing said of how sure it is.
    expect(doubtOf({ ...own, status: 'machine' })).toBeNull();
  });
  it('puts first what was confirmed before its text changed, and leaves out what is confirmed', () => {
    const stale = bead('stale', [0, 10], [0, 5], { status: 'stale' });
    expect(doubtOf(stale, 9)).toBe(0);
    expect(doubtOf(bead('sure', [0, 10], [0, 5], { status: 'approved', confidence: 0.1 }), -9)).toBeNull();
    const beads = [
      bead('own', [10, 20], [5, 6], drawn),
      bead('bad', [20, 30], [6, 7], { confidence: 0.2 }),
      stale,
    ];
    expect(summaryOf(beads).doubts.map(({ id }) => id)).toEqual(['stale', 'bad', 'own']);
    expect(summaryOf(beads, () => 3).doubts.map(({ id }) => id)).toEqual(['stale', 'bad']);
  });
});

describe('worthOf', () => {
  it('is the best of the pairs in a bead, and nothing where it has none', () => {
    const [a, none] = pathIn(SOURCES, TARGETS, BEADS);
    const nats = Array.from({ length: 20 }, (_, k) => 1 - k);
    expect(worthOf(a!, nats, 4)).toBe(1);
    expect(worthOf({ ...a!, i0: 1 }, nats, 4)).toBe(-3);
    expect(worthOf(none!, nats, 4)).toBeNull();
  });
});

describe('fullColour', () => {
  it('is not bent by a few very good pairs, and something where nothing speaks for any', () => {
    expect(fullColour([...Array(99).fill(4), 400])).toBe(4);
    expect(fullColour([-3, 0])).toBe(1);
  });
});
