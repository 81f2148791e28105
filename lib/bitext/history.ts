import type { EventId } from './types';

export const EVENT_KINDS = ['edit', 'undo', 'redo', 'align', 'realign', 'revert'] as const;
/** A `revert` takes back somebody's edit, whoever's it was, and is an edit of one's own. `align` and `realign` come from the engine at a person's wish; undo and redo are edits of their own. */
export type EventKind = (typeof EVENT_KINDS)[number];

/** One row of a document's history, as far as undo has to know it. */
export type EventRef = {
  id: EventId;
  kind: EventKind;
  /** The event that an undo or redo takes back. */
  takesBack: EventId | null;
};

/**
 * What Ctrl+Z and Ctrl+Shift+Z would take back next. Undo goes backwards through the person's own
 * edits, redo through their undos; a new edit forgets what could be redone. Nothing is stored but
 * the events themselves, hence it is the same after a reload and on another machine.
 *
 * @param events one person's events in a document, oldest first.
 */
export function undoStack(events: readonly EventRef[]): {
  undo: EventId | null;
  redo: EventId | null;
} {
  const done: EventId[] = [];
  const undone: EventId[] = [];
  for (const event of events) {
    if (event.kind === 'align') continue; // the starting point of a document, not a step in it
    if (event.kind === 'undo') {
      done.pop();
      undone.push(event.id);
    } else if (event.kind === 'redo') {
      undone.pop();
      done.push(event.id);
    } else {
      done.push(event.id);
      undone.length = 0;
    }
  }
  return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null };
}
