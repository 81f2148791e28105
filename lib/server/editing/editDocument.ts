import 'server-only';
import { z } from 'zod';
import { getDb, type Tx } from '@/db/client';
import * as changes from '@/db/queries/changes';
import * as documents from '@/db/queries/documents';
import { headsOf } from '@/db/queries/heads';
import * as history from '@/db/queries/history';
import { loadAround, placesOf } from '@/db/queries/neighbourhood';
import { applyCommands } from '@/lib/bitext/applyCommands';
import { type Actor, can } from '@/lib/bitext/can';
import { type Change, isNoChange } from '@/lib/bitext/change';
import { BeadCommand, beadsNamed } from '@/lib/bitext/commands';
import { beadsHolding } from '@/lib/bitext/find';
import type { DocumentState } from '@/lib/bitext/types';
import { err, ok, type Result } from '@/lib/result';
import { rememberEvent } from '../live/recentEvents';
import { forbiddenIn } from './rights';

export const EditInput = z.object({
  documentId: z.uuid(),
  /** Id of the history row to be: sending the same edit again after a lost answer changes nothing. */
  editId: z.uuid(),
  /** Revision of each bead that the client expects to touch, as it last saw it. */
  seen: z.record(z.uuid(), z.int().nonnegative()),
  commands: z.array(BeadCommand).min(1).max(200),
});

/** `eventId` and `seq`, the place of the event among all, are null when nothing had to be changed. */
export type EditOutcome = { eventId: string | null; seq: number | null; change: Change };

/**
 * Carries out commands and writes their history, in one transaction. The document is locked, so
 * that two editors' commands follow one another and the second one is checked against the first.
 */
export async function editDocument(
  actor: Actor,
  { documentId, editId, seen, commands }: z.output<typeof EditInput>,
): Promise<Result<EditOutcome>> {
  const db = await getDb();
  return db.transaction(async (tx): Promise<Result<EditOutcome>> => {
    // A statement of its own: those after it see what was committed while it waited.
    const document = await documents.lock(tx, documentId);
    if (!document || !can(actor, 'read', document)) return err('document.notFound');
    const { event: done, ...heads } = await headsOf(tx, documentId, editId);
    if (done)
      return done.actorId === actor.id
        ? ok({ eventId: done.id, seq: done.seq, change: done.change })
        : err('bead.stale');
    const state = await loadAround(tx, heads, placesOf(commands));
    const forbidden = forbiddenIn(actor, document, state, heads.bitexts, commands);
    if (forbidden) return forbidden;
    const at = new Date().toISOString();
    const context = { actorId: actor.id, at, selfReview: document.selfReview };
    const unseen = unseenBy(state, seen, commands);
    if (unseen.length) return refuse(tx, actor, unseen);
    const edited = applyCommands(state, commands, context);
    if (!edited.ok) return edited;
    const { change } = edited.value;
    if (isNoChange(change)) return ok({ eventId: null, seq: null, change });
    const stale = change.beads.flatMap(({ before }) =>
      before && seen[before.id] !== before.revision ? before.id : [],
    );
    if (stale.length) return refuse(tx, actor, stale);
    const saved = await changes.save(tx, change, heads.bitexts);
    const row = { id: editId, documentId, actorId: actor.id, at, kind: 'edit' as const, takesBack: null };
    const alsoBeads = beadsUnder(edited.value.state, saved);
    const seq = await history.append(tx, { ...row, commands, change: saved, alsoBeads });
    rememberEvent({ ...row, seq, actorName: actor.name, change: saved });
    return ok({ eventId: editId, seq, change: saved });
  });
}

/** Beads the commands are about that have been changed or taken away since the client saw them. */
function unseenBy(
  state: DocumentState,
  seen: Readonly<Record<string, number>>,
  commands: readonly BeadCommand[],
): string[] {
  const present = new Map(
    Object.values(state.bitexts).flatMap((b) => b.beads.map((bead) => [bead.id, bead.revision] as const)),
  );
  const changed = Object.keys(seen).filter(
    (id) => present.get(id) !== undefined && present.get(id) !== seen[id],
  );
  const gone = commands.flatMap(beadsNamed).filter((id) => seen[id] !== undefined && !present.has(id));
  return [...changed, ...gone];
}

/** Says who changed these beads last, and when: the client lets people choose between that and their own. */
async function refuse(tx: Tx, actor: Actor, beadIds: readonly string[]) {
  const last = await history.lastOn(tx, beadIds);
  if (!last) return err('bead.stale');
  const { name, at } = last;
  // One's own second window is nobody else's doing.
  return err(last.actorId === actor.id ? 'bead.stale' : 'bead.changedByOther', { name, at });
}

/** The beads over a cut, joined or corrected segment, whose rows need not have changed. */
export function beadsUnder(state: DocumentState, change: Change): string[] {
  const places = [
    ...change.borders.map((row) => ({ textId: row.textId, at: (row.after ?? row.before)!.at })),
    ...change.corrections.map((row) => ({ textId: row.textId, at: (row.after ?? row.before)!.start })),
  ];
  return places.flatMap(({ textId, at }) => beadsHolding(state, textId, at).map(({ bead }) => bead.id));
}
