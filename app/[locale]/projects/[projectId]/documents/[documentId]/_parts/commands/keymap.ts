import { COMMANDS, type CommandId } from './registry';

/** Keys that a person has chosen instead of the registry's, by command. An empty list switches a key off. */
export type KeyChoices = Partial<Record<string, readonly string[]>>;
/** The keys of every command, as they hold for this person. */
export type Keymap = Readonly<Record<CommandId, readonly string[]>>;

/** Keys that browsers or input methods need for themselves, or that would take away the way back. */
const RESERVED: ReadonlySet<string> = new Set([
  'Backspace',
  'Tab',
  'Shift+Tab',
  'Escape',
  'F5',
  'Ctrl+W',
  'Ctrl+T',
  'Ctrl+N',
  'Ctrl+R',
]);
/** Commands that live on keys nobody may change: what stands on Tab and Esc while ghosts are shown. */
export const FIXED: ReadonlySet<CommandId> = new Set(['takeGhost', 'takeAllGhosts', 'leaveGhosts']);

export function keymapOf(choices: KeyChoices): Keymap {
  return Object.fromEntries(
    COMMANDS.map(({ id, keys }) => [id, FIXED.has(id) ? keys : (choices[id] ?? keys)]),
  ) as unknown as Keymap;
}

/** Why a key can't be given to a command: it is reserved, or another command has it. Null when it can. */
export function objectionTo(keymap: Keymap, id: CommandId, shortcut: string): 'reserved' | CommandId | null {
  if (RESERVED.has(shortcut)) return 'reserved';
  const other = COMMANDS.find((row) => row.id !== id && keymap[row.id].includes(shortcut));
  return other?.id ?? null;
}
