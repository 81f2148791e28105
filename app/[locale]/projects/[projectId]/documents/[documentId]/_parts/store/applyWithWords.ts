import { applyCommands, type Edited } from '@/lib/bitext/applyCommands';
import type { BeadCommand, CommandContext } from '@/lib/bitext/commands';
import { nextBorder, previousBorder } from '@/lib/bitext/segments';
import type { DocumentState } from '@/lib/bitext/types';
import type { Result } from '@/lib/result';
import type { Passages } from './Passages';

/** Runs the reducer on a document whose words are elsewhere: those that the commands are about are laid in first. */
export function applyWithWords(
  state: DocumentState,
  { commands, context }: { commands: readonly BeadCommand[]; context: CommandContext },
  passages: Passages,
): Result<Edited> {
  let { texts } = state;
  for (const command of commands) {
    if (!('text' in command) || !texts[command.text]) continue;
    const text = texts[command.text];
    const at = 'at' in command ? command.at : command.start;
    const start = previousBorder(text, at)?.at ?? 0;
    const end = nextBorder(text, at)?.at ?? at;
    const filled = passages.fill(text, { start, end });
    if (filled) texts = { ...texts, [text.id]: filled };
  }
  return applyCommands(texts === state.texts ? state : { ...state, texts }, commands, context);
}
