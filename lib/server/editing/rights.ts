import { type Actor, can } from '@/lib/bitext/can';
import { type BeadCommand, REVIEW_COMMANDS } from '@/lib/bitext/commands';
import { findBead } from '@/lib/bitext/find';
import type { DocumentState } from '@/lib/bitext/types';
import { err } from '@/lib/result';

type Place = { id: string; targetTextId: string; lang: string };

/**
 * The error if the actor may not give one of the commands, else null. Rights go by the language of
 * the translation; the reference text belongs to all languages, and so does the right to cut it.
 */
export function forbiddenIn(
  actor: Actor,
  { projectId }: { projectId: string },
  state: DocumentState,
  bitexts: readonly Place[],
  commands: readonly BeadCommand[],
) {
  for (const command of commands) {
    const action = REVIEW_COMMANDS.has(command.type) ? 'review' : 'edit';
    const place =
      'bead' in command
        ? bitexts.find((b) => b.id === findBead(state, command.bead)?.bitext.id)
        : bitexts.find((b) => b.targetTextId === command.text);
    // A bead that isn't there any more is the reducer's to report.
    if ('bead' in command && !place) {
      if (
        !can(actor, action, { projectId }) &&
        !bitexts.some((b) => can(actor, action, { projectId, lang: b.lang }))
      )
        return err('bead.forbidden');
      continue;
    }
    if (!can(actor, action, { projectId, lang: place?.lang })) return err('bead.forbidden');
  }
  return null;
}
