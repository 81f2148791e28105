import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf, LAN, randomDocument } from '@/tests/helpers/randomDocument';
import { applyCommands } from './applyCommands';
import type { BeadCommand } from './commands';
import { hunksOf } from './hunks';
import { runFrom, shiftRun } from './shiftRun';
import { type Bead, type DocumentState, isLocked } from './types';

const CONTEXT = { actorId: LAN, at: '2026-01-01T00:00:00.000Z', selfReview: false };
const seeds = fc.record({ seed: fc.nat(400), which: fc.nat(99), down: fc.boolean() });
const bitextOf = (state: DocumentState) => Object.values(state.bitexts)[0]!;
const words = (beads: readonly Pick<Bead, 'source' | 'target'>[]) =>
  beads.map(({ source, target }) => [source.start, source.end, target.start, target.end].join());
const ids = () => {
  let n = 0;
  return () => idOf(9, ++n);
};

describe('shiftRun', () => {
  it('covers the run again, whichever way, and the reducer takes it', () => {
    let shifted = 0;
    fc.assert(
      fc.property(seeds, ({ seed, which, down }) => {
        const state = randomDocument(seed);
        const { id, beads } = bitextOf(state);
        const run = runFrom(beads, which % beads.length);
        expect(run.some(isLocked)).toBe(false);
        const made = shiftRun(run, down ? 'down' : 'up', ids());
        if (!made) return;
        shifted++;
        const command: BeadCommand = { type: 'redraw', beads: run.map((bead) => bead.id), made };
        const edited = applyCommands(state, [command], CONTEXT);
        expect(edited.ok).toBe(true);
        if (!edited.ok) return;
        const after = edited.value.state.bitexts[id]!.beads;
        const wall = beads[beads.indexOf(run[0]!) + run.length];
        expect(wall ? after.includes(wall) : true).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(shifted).toBeGreaterThan(50);
  });

  it('moves every translation one bead further', () => {
    const bead = (k: number, sources: number): Bead => ({
      ...bitextOf(randomDocument(1)).beads[0]!,
      id: idOf(3, k),
      status: 'machine',
      source: { start: k * 10, end: k * 10 + sources },
      target: { start: k * 5, end: k * 5 + 5 },
    });
    const run = [0, 1, 2, 3].map((k) => bead(k, 10));
    expect(words(shiftRun(run, 'down', ids())!)).toEqual([
      '0,10,0,0',
      '10,20,0,5',
      '20,30,5,10',
      '30,40,10,20',
    ]);
    expect(words(shiftRun(run, 'up', ids())!)).toEqual([
      '0,0,0,5',
      '0,10,5,10',
      '10,20,10,15',
      '20,30,15,20',
      '30,40,20,20',
    ]);
  });
});

describe('redraw', () => {
  const freeIn = (state: DocumentState) => {
    const { beads } = bitextOf(state);
    const at = beads.findIndex((bead, k) => !isLocked(bead) && beads[k + 1] && !isLocked(beads[k + 1]!));
    return at < 0 || !beads.some(isLocked) ? [] : beads.slice(at, at + 2);
  };
  // A document at work: two free neighbours, and a wall somewhere.
  const state = Array.from({ length: 99 }, (_, seed) => randomDocument(seed)).find((s) => freeIn(s).length)!;
  const { beads } = bitextOf(state);
  const free = freeIn(state);
  const joined = {
    id: idOf(9, 1),
    source: { start: free[0]!.source.start, end: free[1]!.source.end },
    target: { start: free[0]!.target.start, end: free[1]!.target.end },
    confidence: 0.8,
  };
  const code = (command: BeadCommand) => {
    const edited = applyCommands(state, [command], CONTEXT);
    return edited.ok ? 'ok' : edited.error.code;
  };
  const names = free.map((bead) => bead.id);

  it('signs what it draws, and keeps what stands already', () => {
    const edited = applyCommands(state, [{ type: 'redraw', beads: names, made: [joined] }], CONTEXT);
    const made =
      edited.ok && edited.value.state.bitexts[bitextOf(state).id]!.beads.find((b) => b.id === joined.id);
    expect(made).toMatchObject({ status: 'proposed', origin: 'machine', confidence: 0.8, reason: null });
    expect(made ? made.authors : []).toContain(LAN);
    const same = free.map(({ source, target }, k) => ({ id: idOf(9, k), source, target, confidence: 1 }));
    const none = applyCommands(state, [{ type: 'redraw', beads: names, made: same }], CONTEXT);
    expect(none.ok && none.value.change.beads).toEqual([]);
  });

  it('refuses holes, overlaps, strangers, walls and runs that are none', () => {
    const short = { ...joined, target: { ...joined.target, end: joined.target.end + 1 } };
    expect(code({ type: 'redraw', beads: names, made: [short] })).toBe('bead.badRun');
    expect(code({ type: 'redraw', beads: [...names].reverse(), made: [joined] })).toBe('bead.badRun');
    expect(code({ type: 'redraw', beads: [idOf(8, 8)], made: [joined] })).toBe('bead.notFound');
    const wall = beads.find(isLocked)!;
    const over = { id: idOf(9, 2), source: wall.source, target: wall.target, confidence: 1 };
    expect(code({ type: 'redraw', beads: [wall.id], made: [over] })).toBe('bead.locked');
  });
});

describe('hunksOf', () => {
  it('gives the differences alone; taking all of them makes the suggestion', () => {
    fc.assert(
      fc.property(seeds, ({ seed, which, down }) => {
        const state = randomDocument(seed);
        const { id, beads } = bitextOf(state);
        const run = runFrom(beads, which % beads.length);
        const made = shiftRun(run, down ? 'down' : 'up', ids());
        if (!made) return;
        const hunks = hunksOf(run, made);
        const commands = hunks.map(
          (hunk): BeadCommand => ({
            type: 'redraw',
            beads: hunk.beads.map((bead) => bead.id),
            made: [...hunk.made],
          }),
        );
        const edited = applyCommands(state, commands, CONTEXT);
        expect(edited.ok).toBe(true);
        if (!edited.ok) return;
        const from = beads.indexOf(run[0]!);
        expect(words(edited.value.state.bitexts[id]!.beads.slice(from, from + made.length))).toEqual(
          words(made),
        );
        expect(hunksOf(run, run)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
