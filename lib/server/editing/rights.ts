import { type Actor, can } from '@/lib/bitext/can';
import { type BeadCommand, beadsNamed, REVIEW_COMMANDS } from '@/lib/bitext/commands';
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
    if ('text' in command) {
      const { lang } = bitexts.find((b) => b.targetTextId === command.text) ?? {};
      if (!can(actor, action, { projectId, lang })) return err('bead.forbidden');
      continue;
    }
    const found = new Set(beadsNamed(command).map((id) => findBead(state, id)?.bitext.id));
    const langs = bitexts.filter(({ id }) => found.has(id)).map(({ lang }) => lang);
    if (!langs.every((lang) => can(actor, action, { projectId, lang }))) return err('bead.forbidden');
    // A bead that isn't there any more is the reducer's to report, to whoever may do anything here at all.
    if (!langs.length && !bitexts.some(({ lang }) => can(actor, action, { projectId, lang })))
      return err('bead.forbidden');
  }
  return null;
}
