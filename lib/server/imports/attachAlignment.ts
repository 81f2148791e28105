import 'server-only';
import { getDb } from '@/db/client';
import * as changes from '@/db/queries/changes';
import * as documents from '@/db/queries/documents';
import * as history from '@/db/queries/history';
import { type Actor, can } from '@/lib/bitext/can';
import { applyChange, isNoChange } from '@/lib/bitext/change';
import { err, ok, type Result } from '@/lib/result';
import { beadsUnder } from '../editing/editDocument';
import { rememberEvent } from '../live/recentEvents';
import { newId } from '../newId';
import { readInThread } from '../reading/openReading';
import type { Working } from '../uploads/Working';
import { type AttachInput, planAttached } from './attachTask';
import { attachmentTask } from './previewAttach';

export type Attached = { eventId: string | null; made: number; gone: number };

/**
 * Puts an alignment from a file in the place of a bitext's own, as one event that can be undone. Planned again under the
 * document's lock: what was confirmed since the preview is a wall too.
 */
export async function attachAlignment(
  actor: Actor,
  input: AttachInput,
  working: Working,
): Promise<Result<Attached>> {
  const read = await readInThread(attachmentTask(input), working);
  if (!read.ok) return read;
  const db = await getDb();
  return db.transaction(async (tx): Promise<Result<Attached>> => {
    const document = await documents.lock(tx, input.documentId);
    if (!document || !can(actor, 'read', document)) return err('document.notFound');
    working.progress({ step: 'storing', share: 0 });
    const planned = await planAttached(tx, actor, input, read.value);
    if (!planned.ok) return planned;
    const { plan, place, state } = planned.value;
    const { made, gone } = plan;
    if (isNoChange(plan.change)) return ok({ eventId: null, made, gone });
    const saved = await changes.save(tx, plan.change, [place]);
    const row = {
      id: newId(),
      documentId: input.documentId,
      actorId: actor.id,
      at: new Date().toISOString(),
      kind: 'attach' as const,
      takesBack: null,
    };
    const alsoBeads = beadsUnder(applyChange(state, saved), saved);
    const seq = await history.append(tx, { ...row, commands: [], change: saved, alsoBeads });
    rememberEvent({ ...row, seq, actorName: actor.name, change: saved });
    working.signal.throwIfAborted();
    return ok({ eventId: row.id, made, gone });
  });
}
