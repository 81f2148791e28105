import 'server-only';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import type { BitextRow } from '@/db/queries/rows';
import { type Actor, can } from '@/lib/bitext/can';
import { type AttachPlan, cutsCorrection, planAttach } from '@/lib/bitext/planAttach';
import type { DocumentState } from '@/lib/bitext/types';
import type { Attachment } from '@/lib/formats/attach/Attachment';
import { attachedBeads } from '@/lib/formats/attach/attachedBeads';
import type { AttachOrder, Resolved } from '@/lib/formats/attach/Resolved';
import { resolveAttachment } from '@/lib/formats/attach/resolveAttachment';
import { err, ok, type Result } from '@/lib/result';
import { BitextId, DocumentId } from '../inputs';
import { newId } from '../newId';
import { Files } from '../uploads/defineUpload';

/** Alignments are small beside their texts. */
export const MAX_ATTACH_BYTES = 50 * 1024 * 1024;
export const MAX_ATTACH_UPLOAD = MAX_ATTACH_BYTES + 64 * 1024;

const Choice = z
  .enum(['yes', 'no'])
  .default('no')
  .transform((choice) => choice === 'yes');

export const AttachInput = z.object({
  documentId: DocumentId,
  bitextId: BitextId,
  files: Files.min(1),
  encoding: z.string().max(40).optional().describe('As WHATWG names it; detected when not said'),
  order: z
    .enum(['sourceFirst', 'targetFirst'])
    .optional()
    .describe('Which text the first half of each link speaks of, where the file does not say'),
  replaceLocked: Choice.describe('Whether beads that people have vouched for are replaced too'),
});
export type AttachInput = z.output<typeof AttachInput>;

export type PlannedAttach = {
  plan: AttachPlan;
  order: AttachOrder;
  state: DocumentState;
  place: BitextRow & { projectId: string; lang: string };
  /** Links that crossed or overlapped, and units that no link speaks of. */
  crossing: number;
  unlinked: number;
  /** What was found of texts that came with the file, and how many links are left out for what was not. */
  placed: Resolved['placed'];
  leftOut: number;
};

/** What the file would change in the bitext as it stands now. */
export async function planAttached(
  tx: Tx,
  actor: Actor,
  { documentId, bitextId, order, replaceLocked }: AttachInput,
  attachment: Attachment,
): Promise<Result<PlannedAttach>> {
  const found = await alignments.findBitext(tx, bitextId);
  if (!found || found.documentId !== documentId || !can(actor, 'read', found)) return err('bitext.notFound');
  if (!can(actor, 'edit', found)) return err('bead.forbidden');
  const state = await alignments.load(tx, documentId);
  const place = { ...found, revision: state.revisions[bitextId] };
  const [source, target] = [state.texts[place.sourceTextId], state.texts[place.targetTextId]];
  const resolved = resolveAttachment(attachment, { source, target }, order);
  if (!resolved.ok) return resolved;
  const { beads, crossing, unlinked } = attachedBeads(resolved.value, state.bitexts[bitextId].beads);
  const plan = planAttach(state, bitextId, beads, { newId, actorId: actor.id, replaceLocked });
  // The reference belongs to all languages.
  if (plan.cuts.source && !can(actor, 'edit', { projectId: place.projectId })) return err('bead.forbidden');
  for (const { textId, after } of plan.change.borders)
    if (after && cutsCorrection(state.texts[textId], after.at)) return err('segment.correctionCut');
  const { order: settled, placed, leftOut } = resolved.value;
  return ok({ plan, order: settled, state, place, crossing, unlinked, placed, leftOut });
}
