import 'server-only';
import { getDb } from '@/db/client';
import { asOfOneMoment } from '@/db/queries/asOfOneMoment';
import type { Actor } from '@/lib/bitext/can';
import { flowOf } from '@/lib/bitext/segments';
import type { AttachOrder, Resolved } from '@/lib/formats/attach/Resolved';
import { ok, type Result } from '@/lib/result';
import { readInThread } from '../reading/openReading';
import type { Working } from '../uploads/Working';
import { type AttachInput, planAttached } from './attachTask';

export type AttachPreview = {
  format: string;
  file: string;
  /** Which text the first half of each link speaks of. */
  order: AttachOrder;
  kept: number;
  made: number;
  gone: number;
  lockedGone: number;
  clipped: number;
  cuts: { source: number; target: number };
  crossing: number;
  unlinked: number;
  /** How the segments of texts that came with the file stand in ours; null when there were none. */
  placed: Resolved['placed'];
  /** Links left out because some of their segments were not found. */
  leftOut: number;
  /** The first beads that would come. */
  first: { source: string; target: string }[];
};

const SHOWN = 20;
const SHOWN_CHARS = 400;

/** What attaching an alignment would change; stores nothing. */
export async function previewAttach(
  actor: Actor,
  input: AttachInput,
  working: Working,
): Promise<Result<AttachPreview>> {
  const read = await readInThread(attachmentTask(input), working);
  if (!read.ok) return read;
  const planned = await asOfOneMoment(await getDb(), (tx) => planAttached(tx, actor, input, read.value));
  if (!planned.ok) return planned;
  const { plan, order, state, place, crossing, unlinked, placed, leftOut } = planned.value;
  const { kept, made, gone, lockedGone, clipped, cuts, change } = plan;
  const [source, target] = [state.texts[place.sourceTextId], state.texts[place.targetTextId]];
  const first = change.beads.flatMap(({ after }) => (after ? [after] : [])).slice(0, SHOWN);
  return ok({
    ...{ format: read.value.format, file: read.value.file, order },
    ...{ kept, made, gone, lockedGone, clipped, cuts, crossing, unlinked, placed, leftOut },
    first: first.map((bead) => ({
      source: flowOf(source, bead.source).slice(0, SHOWN_CHARS),
      target: flowOf(target, bead.target).slice(0, SHOWN_CHARS),
    })),
  });
}

export const attachmentTask = ({ files, encoding }: AttachInput) => ({
  kind: 'attachment' as const,
  files: files.map(({ name, path }) => ({ name, path })),
  options: { encoding },
});
