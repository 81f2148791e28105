import type { EventId } from './types';

export const EVENT_KINDS = [
  'edit',
  'undo',
  'redo',
  'revert',
  'align',
  'realign',
  'import',
  'attach',
  'reimport',
] as const;
/**
 * - `edit`, and undo and redo, which are edits of their own.
 * - `revert` takes back somebody's edit, whoever's it was, and is an edit of one's own.
 * - `align`, `realign`: from the engine, at a person's wish.
 * - `import`: the texts came with their alignment. `attach`: an alignment from a file took the place of the one there was.
 * - `reimport`: a corrected text took the place of the one there was.
 */
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
    if (isStart(event.kind)) continue;
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

/** The starting point of a document is no step in it, and can't be taken back. */
export const isStart = (kind: EventKind): boolean => kind === 'align' || kind === 'import';
