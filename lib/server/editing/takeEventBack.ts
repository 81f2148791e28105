import type { Tx } from '@/db/client';
import * as changes from '@/db/queries/changes';
import { headsOf } from '@/db/queries/heads';
import * as history from '@/db/queries/history';
import { loadAround } from '@/db/queries/neighbourhood';
import { type Actor, can } from '@/lib/bitext/can';
import { type Change, isNoChange } from '@/lib/bitext/change';
import { REVIEW_COMMANDS } from '@/lib/bitext/commands';
import { isDisputed } from '@/lib/bitext/find';
import { takingBack } from '@/lib/bitext/standsAsLeft';
import { isReviewed } from '@/lib/bitext/types';
import { err, ok, type Result } from '@/lib/result';
import { rememberEvent } from '../live/recentEvents';
import { newId } from '../newId';
import { beadsUnder, type EditOutcome } from './editDocument';
import { takeTextBack } from './takeTextBack';

export type Event = NonNullable<Awaited<ReturnType<typeof history.find>>>;

/**
 * The mirror image of an event, as a new signed edit. Refused when somebody else has changed the same
 * beads, segments or comments since. A revert leaves comments alone: they are their authors' words.
 */
export async function takeEventBack(
  tx: Tx,
  actor: Actor,
  { id: documentId, projectId }: { id: string; projectId: string },
  event: Event,
  kind: 'undo' | 'redo' | 'revert',
): Promise<Result<EditOutcome>> {
  const done: Change = kind === 'revert' ? { ...event.change, comments: [] } : event.change;
  if (isNoChange(done)) return err('history.nothingToRevert');
  if (done.texts)
    return takeTextBack(tx, actor, { id: documentId, projectId }, { ...event, change: done }, kind);
  const places = placesOfChange(done);
  const { event: _, ...heads } = await headsOf(tx, documentId);
  const state = await loadAround(tx, heads, places);
  const action = event.commands.some((c) => REVIEW_COMMANDS.has(c.type)) ? 'review' : 'edit';
  for (const { lang } of langsOf(done, heads.bitexts))
    if (!can(actor, action, { projectId, lang })) return err('bead.forbidden');
  const isOlder = (row: { textId: string }) => !state.texts[row.textId];
  const change = [...done.borders, ...done.corrections].some(isOlder) ? null : takingBack(state, done);
  if (!change) return changedSince(tx, actor, event.seq, [...places.beads, ...beadsUnder(state, done)]);
  const disputed = change.beads.some(
    ({ before, after }) =>
      after && isReviewed(after) && before?.status === 'confirmed' && isDisputed(state, after.id),
  );
  if (disputed) return err('bead.disputed');
  const saved = await changes.save(tx, change, heads.bitexts);
  const at = new Date().toISOString();
  const takesBack = kind === 'revert' ? null : event.id;
  const row = { id: newId(), documentId, actorId: actor.id, at, kind, takesBack };
  const seq = await history.append(tx, { ...row, commands: event.commands, change: saved });
  rememberEvent({ ...row, seq, actorName: actor.name, change: saved });
  return ok({ eventId: row.id, seq, change: saved });
}

/** Refused: names who did what to the same places since, and when. */
export async function changedSince(tx: Tx, actor: Actor, since: number, beadIds: readonly string[]) {
  const other = await history.lastByOthers(tx, beadIds, actor.id, since);
  if (!other) return err('bead.stale');
  const { name, at, kind, commands } = other;
  return err('history.changedSince', { name, at, command: kind === 'edit' ? commands[0]!.type : kind });
}

function placesOfChange(change: Change) {
  const rowOf = <Row>(row: { before: Row | null; after: Row | null }): Row => (row.before ?? row.after)!;
  return {
    beads: [
      ...new Set([
        ...change.beads.map((row) => rowOf(row).id),
        ...change.comments.map((row) => rowOf(row).beadId),
      ]),
    ],
    texts: [
      ...change.borders.map((row) => ({ text: row.textId, at: rowOf(row).at })),
      ...change.corrections.map((row) => ({ text: row.textId, at: rowOf(row).start })),
    ],
    reach: 1,
  };
}

/** The languages a change is about; undefined stands for the reference text and so for all of them. */
function langsOf(change: Change, bitexts: readonly { id: string; targetTextId: string; lang: string }[]) {
  const langs = new Set<string | undefined>();
  for (const row of [...change.beads, ...change.comments.map((c) => (c.after ?? c.before)!)])
    langs.add(bitexts.find((b) => b.id === row.bitextId)?.lang);
  for (const row of [...change.borders, ...change.corrections])
    langs.add(bitexts.find((b) => b.targetTextId === row.textId)?.lang);
  return [...langs].map((lang) => ({ lang }));
}
