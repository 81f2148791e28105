import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenRules } from '@/tests/helpers/brokenRules';
import { commandOf, type Intent, intents } from '@/tests/helpers/randomCommand';
import { ION, idOf, LAN, randomDocument } from '@/tests/helpers/randomDocument';
import { applyCommands, type Edited } from './applyCommands';
import { applyChange, type Change, compose, invert, isNoChange, NO_CHANGE } from './change';
import type { BeadCommand, CommandContext } from './commands';
import { beadsHolding, findBead } from './find';
import { standsAsLeft, takingBack } from './standsAsLeft';
import type { DocumentState } from './types';

const RUNS = 300;
const contextOf = (by: number, n: number): CommandContext => ({
  actorId: by ? LAN : ION,
  at: new Date(Date.UTC(2026, 5, 1, 0, 0, n)).toISOString(),
  selfReview: false,
});

type Step = { command: BeadCommand; by: number; before: DocumentState } & Edited;

/** Gives the commands one after the other and hands every accepted one to `visit`. */
function play(start: DocumentState, wishes: readonly Intent[], visit: (step: Step) => void): DocumentState {
  let state = start;
  for (const [n, wish] of wishes.entries()) {
    const command = commandOf(state, wish, n);
    const edited = applyCommands(state, [command], contextOf(wish.by, n));
    if (!edited.ok) continue;
    visit({ command, by: wish.by, before: state, ...edited.value });
    state = edited.value.state;
  }
  return state;
}

const document = fc.nat().map((seed) => randomDocument(seed));
const check = (property: (start: DocumentState, wishes: Intent[]) => void, from = 0, to = 40) =>
  fc.assert(fc.property(document, intents(from, to), property), { numRuns: RUNS });

describe('applyCommands', () => {
  it('keeps every rule of the model, whatever two people do', () => {
    let accepted = 0;
    check((start, wishes) => {
      expect(brokenRules(start)).toEqual([]);
      play(start, wishes, ({ state }) => {
        accepted++;
        expect(brokenRules(state)).toEqual([]);
      });
    });
    expect(accepted).toBeGreaterThan(RUNS);
  });

  it('changes the beads it names and one neighbour, and no others', () => {
    check((start, wishes) => {
      play(start, wishes, ({ command, before, change }) => {
        const changed = change.beads.map((row) => (row.before ?? row.after)!.id);
        expect(changed.length).toBeLessThanOrEqual('bead' in command ? 2 : 99);
        expect(new Set(changed)).toEqual(new Set(changed.filter((id) => mayChange(before, command).has(id))));
      });
    });
  });

  it('never lets an author approve', () => {
    check((start, wishes) => {
      play(start, wishes, ({ command, before, state, by }) => {
        if (command.type !== 'approve') return;
        const [was, is] = [before, state].map((s) => findBead(s, command.bead)!.bead);
        if (was!.status !== 'approved') expect(was!.authors).not.toContain(contextOf(by, 0).actorId);
        expect(is!.status).toBe('approved');
      });
    });
  });

  it('leaves text as imported, and what it was given', () => {
    check((start, wishes) => {
      const copy = structuredClone(start);
      const end = play(start, wishes, () => {});
      expect(start).toEqual(copy);
      for (const [id, text] of Object.entries(end.texts))
        expect(text.paragraphs).toEqual(start.texts[id]!.paragraphs);
    });
  });

  it('is all or nothing, and the same in one go as one by one', () => {
    check((start, wishes) => {
      const steps: Step[] = [];
      const end = play(start, wishes, (step) => steps.push(step));
      const together = applyCommands(
        start,
        steps.filter((step) => step.by).map((step) => step.command),
        contextOf(1, 0),
      );
      if (together.ok) expect(applyChange(start, together.value.change)).toEqual(together.value.state);
      const composed = steps.reduce((sum, { change }) => compose(sum, change), NO_CHANGE);
      expect(applyChange(start, composed)).toEqual(end);
    });
  });

  it('refuses what it does not know', () => {
    const state = randomDocument(1);
    const edited = applyCommands(state, [{ type: 'confirm', bead: idOf(7, 7) }], contextOf(0, 0));
    expect(edited).toEqual({ ok: false, error: { code: 'bead.notFound' } });
  });
});

describe('invert', () => {
  it('takes any change back, and itself', () => {
    check((start, wishes) => {
      play(start, wishes, ({ before, state, change }) => {
        expect(invert(invert(change))).toEqual(change);
        expect(applyChange(before, change)).toEqual(state);
        expect(applyChange(state, invert(change))).toEqual(before);
      });
    });
  });

  it('takes everything back, last first', () => {
    check((start, wishes) => {
      const done: Change[] = [];
      let state = play(start, wishes, ({ change }) => done.push(change));
      for (const change of done.reverse()) state = applyChange(state, invert(change));
      expect(state).toEqual(start);
    });
  });
});

describe('takingBack', () => {
  it("keeps every rule when one takes their work back among the other's", () => {
    let taken = 0;
    let refused = 0;
    check(
      (start, wishes) => {
        const done: { by: number; change: Change }[] = [];
        let state = play(start, wishes, ({ by, change }) => {
          if (!isNoChange(change)) done.push({ by, change });
        });
        for (const { change } of done.filter(({ by }) => by === 1).reverse()) {
          const back = takingBack(state, change);
          if (back) {
            taken++;
            const before = state;
            state = applyChange(state, back);
            expect(brokenRules(state)).toEqual([]);
            expect(applyChange(state, invert(back))).toEqual(before);
          } else refused++;
        }
      },
      40,
      80,
    );
    expect(taken).toBeGreaterThan(RUNS);
    expect(refused).toBeGreaterThan(RUNS / 10);
  });
});

describe('standsAsLeft', () => {
  it('never stands in the way of the last change', () => {
    check((start, wishes) => {
      play(start, wishes, ({ state, change }) => expect(standsAsLeft(state, invert(change))).toBe(true));
    });
  });
});

function mayChange(state: DocumentState, command: BeadCommand): Set<string> {
  if (command.type === 'correct')
    return new Set(beadsHolding(state, command.text, command.start).map(({ bead }) => bead.id));
  if (command.type === 'redraw') return new Set([...command.beads, ...command.made.map(({ id }) => id)]);
  if (!('bead' in command)) return new Set();
  const { bead, previous, next } = findBead(state, command.bead)!;
  const ids: (string | undefined)[] = [bead.id];
  if (command.type === 'join') ids.push(previous?.id);
  if (command.type === 'pullUp' || command.type === 'pushDown' || command.type === 'moveBorder')
    ids.push(next?.id);
  if ('newBead' in command) ids.push(command.newBead);
  return new Set(ids.filter((id) => id !== undefined));
}
