import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import * as history from '@/db/queries/history';
import { type Actor, can } from '@/lib/bitext/can';
import { isNoChange } from '@/lib/bitext/change';
import type { EventKind } from '@/lib/bitext/history';
import type { BeadStatus } from '@/lib/bitext/types';
import { err, ok, type Result } from '@/lib/result';

export const ReadBeadHistoryInput = z.object({ documentId: z.uuid(), beadId: z.uuid() });

export type BeadHistoryEntry = {
  id: string;
  at: string;
  actor: string;
  kind: EventKind;
  /** Types of the commands, each once. */
  commands: string[];
  /** Whether it changed more than comments, so that it can be reverted. */
  revertible: boolean;
  before: BeadStatus | null;
  after: BeadStatus | null;
};

const LIMIT = 100;

/** Who did what to a bead, newest first. */
export async function readBeadHistory(
  actor: Actor,
  { documentId, beadId }: z.output<typeof ReadBeadHistoryInput>,
): Promise<Result<BeadHistoryEntry[]>> {
  const db = await getDb();
  const document = await documents.find(db, documentId);
  if (!document || !can(actor, 'read', document)) return err('document.notFound');
  const events = await history.ofBead(db, documentId, beadId, LIMIT);
  return ok(
    events.map(({ id, at, actor: name, kind, commands, change }) => {
      const row = change.beads.find((r) => (r.before ?? r.after)!.id === beadId);
      return {
        id,
        at,
        actor: name,
        kind,
        revertible: kind !== 'align' && !isNoChange({ ...change, comments: [] }),
        commands: [...new Set(commands.map((c) => c.type))],
        before: row?.before?.status ?? null,
        after: row?.after?.status ?? null,
      };
    }),
  );
}
