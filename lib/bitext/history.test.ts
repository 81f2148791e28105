import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EventKind, type EventRef, undoStack } from './history';

/** What a person does: edits, and undo or redo of what the stack says. */
function play(wishes: readonly EventKind[]): EventRef[] {
  const events: EventRef[] = [];
  for (const [n, kind] of wishes.entries()) {
    const stack = undoStack(events);
    const takesBack = kind === 'undo' ? stack.undo : kind === 'redo' ? stack.redo : null;
    if ((kind === 'undo' || kind === 'redo') && !takesBack) continue;
    events.push({ id: `e${n}`, kind, takesBack });
  }
  return events;
}

describe('undoStack', () => {
  it('goes back through edits and forth through undos', () => {
    const events = play(['edit', 'realign', 'undo', 'undo', 'redo']);
    expect(events.map((event) => event.takesBack)).toEqual([null, null, 'e1', 'e0', 'e3']);
    expect(undoStack(events)).toEqual({ undo: 'e4', redo: 'e2' });
  });
  it('forgets what could be redone after an edit, and never offers the first alignment', () => {
    expect(undoStack(play(['align']))).toEqual({ undo: null, redo: null });
    expect(undoStack(play(['edit', 'undo', 'edit']))).toEqual({ undo: 'e2', redo: null });
  });
  it('takes every event back at most once, whatever the order', () => {
    const kinds = fc.array(fc.constantFrom<EventKind>('edit', 'undo', 'redo', 'align', 'realign'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(kinds, (wishes) => {
        const taken = play(wishes).flatMap((event) => event.takesBack ?? []);
        expect(new Set(taken).size).toBe(taken.length);
      }),
    );
  });
});
