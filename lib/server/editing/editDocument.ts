import 'server-only';
import { z } from 'zod';
import { getDb, type Tx } from '@/db/client';
import * as changes from '@/db/queries/changes';
import * as documents from '@/db/queries/documents';
import * as history from '@/db/queries/history';
import { loadAround, placesOf } from '@/db/queries/neighbourhood';
import { applyCommands } from '@/lib/bitext/applyCommands';
import { type Actor, can } from '@/lib/bitext/can';
import { type Change, isNoChange } from '@/lib/bitext/change';
import { BeadCommand, beadsNamed } from '@/lib/bitext/commands';
import { beadsHolding } from '@/lib/bitext/find';
import type { DocumentState } from '@/lib/bitext/types';
import { err, ok, type Result } from '@/lib/result';
import { Rollback } from '../rollback';
import { forbiddenIn } from './rights';

export const EditInput = z.object({
  documentId: z.uuid(),
  /** Id of the history row to be: sending the same edit again after a lost answer changes nothing. */
  editId: z.uuid(),
  /** Revision of each bead that the client expects to touch, as it last saw it. */
  seen: z.record(z.uuid(), z.int().nonnegative()),
  commands: z.array(BeadCommand).min(1).max(200),
});

export type EditOutcome = { eventId: string | null; change: Change };

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
    const document = await documents.lock(tx, documentId);
    if (!document || !can(actor, 'read', document)) return err('document.notFound');
    const done = await history.find(tx, documentId, editId);
    if (done)
      return done.actorId === actor.id ? ok({ eventId: done.id, change: done.change }) : err('bead.stale');
    const { state, bitexts } = await loadAround(tx, documentId, placesOf(commands));
    const forbidden = forbiddenIn(actor, document, state, bitexts, commands);
    if (forbidden) return forbidden;
    const at = new Date().toISOString();
    const context = { actorId: actor.id, at, selfReview: document.selfReview };
    const unseen = await refuseUnseen(tx, actor, state, seen, commands);
    if (unseen) return unseen;
    const edited = applyCommands(state, commands, context);
    if (!edited.ok) return edited;
    const { change } = edited.value;
    if (isNoChange(change)) return ok({ eventId: null, change });
    const stale = change.beads.find((row) => row.before && seen[row.before.id] !== row.before.revision);
    if (stale) throw new Rollback('bead.stale');
    const saved = await changes.save(tx, change, bitexts);
    await history.append(tx, {
      id: editId,
      documentId,
      actorId: actor.id,
      at,
      kind: 'edit',
      takesBack: null,
      commands,
      change: saved,
      alsoBeads: beadsUnder(edited.value.state, saved),
    });
    return ok({ eventId: editId, change: saved });
  });
}

/** A command about a bead that somebody else has changed or taken away since is refused, and says who. */
async function refuseUnseen(
  tx: Tx,
  actor: Actor,
  state: DocumentState,
  seen: Readonly<Record<string, number>>,
  commands: readonly BeadCommand[],
) {
  const present = new Map(
    Object.values(state.bitexts).flatMap((b) => b.beads.map((bead) => [bead.id, bead.revision] as const)),
  );
  const changed = Object.keys(seen).filter(
    (id) => present.get(id) !== undefined && present.get(id) !== seen[id],
  );
  const gone = commands.flatMap(beadsNamed).filter((id) => seen[id] !== undefined && !present.has(id));
  const ids = [...changed, ...gone];
  if (!ids.length) return null;
  // One's own second window is nobody else's doing.
  const last = await history.lastOn(tx, ids);
  return last && last.actorId !== actor.id
    ? err('bead.changedByOther', { name: last.name })
    : err('bead.stale');
}

/** The beads over a cut, joined or corrected segment, whose rows need not have changed. */
export function beadsUnder(state: DocumentState, change: Change): string[] {
  const places = [
    ...change.borders.map((row) => ({ textId: row.textId, at: (row.after ?? row.before)!.at })),
    ...change.corrections.map((row) => ({ textId: row.textId, at: (row.after ?? row.before)!.start })),
  ];
  return places.flatMap(({ textId, at }) => beadsHolding(state, textId, at).map(({ bead }) => bead.id));
}
