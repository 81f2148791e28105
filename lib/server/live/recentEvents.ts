import 'server-only';
import type { Change } from '@/lib/bitext/change';
import type { EventKind } from '@/lib/bitext/history';

/** An event of a document's history as those who watch it get it. */
export type LiveEvent = {
  id: string;
  /** Its number; grows with every event of the document. */
  seq: number;
  documentId: string;
  actorId: string;
  actorName: string;
  at: string;
  kind: EventKind;
  change: Change;
};

const KEPT = 200;

// On globalThis, because the bundler gives every route its own copy of this module.
const KEY = Symbol.for('triptych.live.recent');
const holder = globalThis as { [KEY]?: Map<number, LiveEvent> };

/**
 * Keeps an event that this process has just written, so that its watchers need not read it back from
 * the database. Nobody looks at it before the database has announced the commit; of a transaction
 * that fails nothing is ever announced.
 */
export function rememberEvent({
  id,
  seq,
  documentId,
  actorId,
  actorName,
  at,
  kind,
  change,
}: LiveEvent): void {
  holder[KEY] ??= new Map();
  const recent = holder[KEY];
  recent.set(seq, { id, seq, documentId, actorId, actorName, at, kind, change });
  for (const oldest of recent.keys()) {
    if (recent.size <= KEPT) break;
    recent.delete(oldest);
  }
}

/** The event of this number, if this process wrote it not long ago. */
export function recallEvent(documentId: string, seq: number): LiveEvent | null {
  const event = holder[KEY]?.get(seq);
  return event?.documentId === documentId ? event : null;
}
