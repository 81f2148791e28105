import type { Tx } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import * as changes from '@/db/queries/changes';
import { headsOf } from '@/db/queries/heads';
import * as history from '@/db/queries/history';
import * as texts from '@/db/queries/texts';
import * as versions from '@/db/queries/versions';
import { type Actor, can } from '@/lib/bitext/can';
import { applyChange, type Change, invert, NO_CHANGE } from '@/lib/bitext/change';
import { findBorder } from '@/lib/bitext/segments';
import { takingBack } from '@/lib/bitext/standsAsLeft';
import type { BitextState, DocumentState } from '@/lib/bitext/types';
import { err, ok, type Result } from '@/lib/result';
import { announceReload } from '../live/announce';
import { newId } from '../newId';
import type { EditOutcome } from './editDocument';
import { changedSince, type Event } from './takeEventBack';

/**
 * Puts the version back that a corrected text took the place of, with the beads as they stood, as a new signed edit;
 * or the other way round. Refused when segments of the text, or beads that the newer version moved, have changed since.
 */
export async function takeTextBack(
  tx: Tx,
  actor: Actor,
  { id: documentId, projectId }: { id: string; projectId: string },
  event: Event,
  kind: 'undo' | 'redo' | 'revert',
): Promise<Result<EditOutcome>> {
  if (!can(actor, 'edit', { projectId })) return err('document.forbidden');
  const { event: _, ...heads } = await headsOf(tx, documentId);
  const swaps = invert(event.change).texts!;
  const beads = event.change.beads.map((row) => (row.before ?? row.after)!.id);
  const isHere = swaps.every(({ before }) => heads.texts.some(({ id }) => id === before));
  if (!isHere) return changedSince(tx, actor, event.seq, beads);
  for (const { before } of swaps) {
    const other = await history.lastOnText(tx, documentId, before, event.seq);
    if (other) return refused(other);
  }
  const state = await stateWith(tx, documentId, swaps);
  const change = takingBack(state, event.change);
  if (!change || !standsOnBorders(applyChange(state, change), swaps))
    return changedSince(tx, actor, event.seq, beads);
  const saved = await changes.save(tx, change, heads.bitexts);
  const takesBack = kind === 'revert' ? null : event.id;
  const row = { id: newId(), documentId, actorId: actor.id, at: new Date().toISOString(), kind, takesBack };
  const seq = await history.append(tx, { ...row, commands: [], change: saved });
  await announceReload(tx, documentId);
  // Who has the document open reads it again: every offset in it may be another one.
  return ok({ eventId: row.id, seq, change: { ...NO_CHANGE, texts: saved.texts } });
}

/** The document as it stands, but for the texts that come back: beads are held against their borders. */
async function stateWith(
  tx: Tx,
  documentId: string,
  swaps: NonNullable<Change['texts']>,
): Promise<DocumentState> {
  const now = await texts.skeletons(tx, documentId);
  for (const { lang, after } of swaps)
    now[after] = {
      id: after,
      lang,
      paragraphs: [],
      borders: await versions.bordersOf(tx, after),
      corrections: [],
    };
  const renamed = (id: string) => swaps.find(({ before }) => before === id)?.after ?? id;
  const bitexts: Record<string, BitextState> = {};
  for (const { id, sourceTextId, targetTextId } of await alignments.bitextsOf(tx, documentId))
    bitexts[id] = {
      id,
      sourceTextId: renamed(sourceTextId),
      targetTextId: renamed(targetTextId),
      beads: await alignments.beadsOf(tx, id),
    };
  return { texts: now, bitexts, comments: await alignments.commentsOf(tx, Object.keys(bitexts)) };
}

/** Beads that the newer version left where they were may have been drawn anew since, on segments that only it has. */
function standsOnBorders(
  { texts: now, bitexts }: DocumentState,
  swaps: NonNullable<Change['texts']>,
): boolean {
  const back = new Set(swaps.map(({ after }) => after));
  return Object.values(bitexts).every(({ sourceTextId, targetTextId, beads }) =>
    beads.every(
      ({ source, target }) =>
        (!back.has(sourceTextId) || findBorder(now[sourceTextId], source.end)) &&
        (!back.has(targetTextId) || findBorder(now[targetTextId], target.end)),
    ),
  );
}

function refused({ name, at, kind, commands }: history.Doing) {
  return err('history.changedSince', { name, at, command: kind === 'edit' ? commands[0]!.type : kind });
}
