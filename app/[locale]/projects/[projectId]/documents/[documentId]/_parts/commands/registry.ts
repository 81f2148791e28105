import type { Found } from '@/lib/bitext/find';
import { isEmpty, isLocked, isReviewed } from '@/lib/bitext/types';

/** What decides whether a command can be given now. */
export type Situation = {
  found: Found | null;
  disputed: boolean;
  actorId: string;
  selfReview: boolean;
  mayEdit: boolean;
  mayReview: boolean;
  /** Names of the languages that this person edits, as they stand in a sentence. */
  edits: readonly string[];
  /** The engine's suggestion stands in the grid, to be taken or left. */
  ghosting: boolean;
  /** A sentence is marked, and waits for its paragraph. */
  pinning: boolean;
};

export const GROUPS = [
  'decide',
  'suggest',
  'shape',
  'text',
  'review',
  'discuss',
  'history',
  'move',
  'view',
] as const;
export type Group = (typeof GROUPS)[number];

type Row = { id: string; group: Group; keys: readonly string[]; when: (situation: Situation) => boolean };

const always = () => true;
const onBead = ({ found }: Situation) => found !== null;
const editing = ({ found, mayEdit, ghosting }: Situation) => found !== null && mayEdit && !ghosting;
const onGhost = ({ ghosting, mayEdit }: Situation) => ghosting && mayEdit;

const ROWS = [
  // While a suggestion stands in the grid, these come before everything else on the same keys.
  { id: 'takeGhost', group: 'suggest', keys: ['Tab'], when: onGhost },
  { id: 'takeAllGhosts', group: 'suggest', keys: ['Shift+Tab'], when: onGhost },
  {
    id: 'leaveGhosts',
    group: 'suggest',
    keys: ['Escape'],
    when: ({ ghosting, pinning }) => ghosting || pinning,
  },
  { id: 'confirm', group: 'decide', keys: ['Enter'], when: editing },
  { id: 'confirmMany', group: 'decide', keys: ['Shift+Enter'], when: ({ mayEdit }) => mayEdit },
  { id: 'reopen', group: 'decide', keys: ['Alt+U'], when: (s) => editing(s) && isLocked(s.found!.bead) },
  { id: 'setNull', group: 'decide', keys: ['0'], when: editing },
  {
    id: 'pullUp',
    group: 'shape',
    keys: ['Alt+ArrowUp'],
    when: (s) => editing(s) && !!s.found!.next && !isEmpty(s.found!.next.source),
  },
  {
    id: 'pushDown',
    group: 'shape',
    keys: ['Alt+ArrowDown'],
    when: (s) => editing(s) && !!s.found!.next && !isEmpty(s.found!.bead.source),
  },
  {
    id: 'pullUpTarget',
    group: 'shape',
    keys: ['Alt+Shift+ArrowUp'],
    when: (s) => editing(s) && !!s.found!.next && !isEmpty(s.found!.next.target),
  },
  {
    id: 'pushDownTarget',
    group: 'shape',
    keys: ['Alt+Shift+ArrowDown'],
    when: (s) => editing(s) && !!s.found!.next && !isEmpty(s.found!.bead.target),
  },
  { id: 'join', group: 'shape', keys: ['Alt+J'], when: (s) => editing(s) && !!s.found!.previous },
  { id: 'cut', group: 'shape', keys: ['Alt+X'], when: editing },
  { id: 'pinpoint', group: 'suggest', keys: ['Space'], when: editing },
  { id: 'realign', group: 'suggest', keys: ['Alt+R'], when: editing },
  {
    id: 'shiftDown',
    group: 'shape',
    keys: ['Alt+PageDown'],
    when: (s) => editing(s) && !isLocked(s.found!.bead),
  },
  {
    id: 'shiftUp',
    group: 'shape',
    keys: ['Alt+PageUp'],
    when: (s) => editing(s) && !isLocked(s.found!.bead),
  },
  { id: 'correct', group: 'text', keys: ['F2'], when: editing },
  {
    id: 'approve',
    group: 'review',
    keys: ['A'],
    when: ({ found, mayReview, disputed, actorId, selfReview }) =>
      !!found &&
      mayReview &&
      !disputed &&
      isLocked(found.bead) &&
      found.bead.status !== 'approved' &&
      (selfReview || !found.bead.authors.includes(actorId)),
  },
  {
    id: 'return',
    group: 'review',
    keys: ['R'],
    when: ({ found, mayReview }) =>
      !!found && mayReview && (isReviewed(found.bead) || found.bead.status === 'confirmed'),
  },
  { id: 'comment', group: 'discuss', keys: ['Alt+C'], when: editing },
  { id: 'dispute', group: 'discuss', keys: ['Alt+D'], when: editing },
  { id: 'undo', group: 'history', keys: ['Ctrl+Z'], when: ({ mayEdit }) => mayEdit },
  { id: 'redo', group: 'history', keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], when: ({ mayEdit }) => mayEdit },
  { id: 'nextBead', group: 'move', keys: ['ArrowDown'], when: always },
  { id: 'previousBead', group: 'move', keys: ['ArrowUp'], when: always },
  { id: 'nextLanguage', group: 'move', keys: ['ArrowRight', 'Tab'], when: onBead },
  { id: 'previousLanguage', group: 'move', keys: ['ArrowLeft', 'Shift+Tab'], when: onBead },
  { id: 'nextAttention', group: 'move', keys: ['Alt+N'], when: onBead },
  { id: 'firstBead', group: 'move', keys: ['Ctrl+Home'], when: always },
  { id: 'lastBead', group: 'move', keys: ['Ctrl+End'], when: always },
  { id: 'search', group: 'move', keys: ['/'], when: always },
  { id: 'order', group: 'move', keys: ['Alt+O'], when: always },
  { id: 'radar', group: 'view', keys: ['Alt+M'], when: always },
  { id: 'dotPlot', group: 'view', keys: ['Alt+P'], when: onBead },
  { id: 'palette', group: 'view', keys: ['Ctrl+K'], when: always },
  { id: 'help', group: 'view', keys: ['?'], when: always },
] as const satisfies readonly Row[];

export type CommandId = (typeof ROWS)[number]['id'];
export type CommandRow = Omit<Row, 'id'> & { id: CommandId };

/**
 * Everything that can be done in the workbench: menu, inspector, shortcuts and help sheet all read
 * these rows. A row's words are `Commands.<id>` in every language.
 */
export const COMMANDS: readonly CommandRow[] = ROWS;

export const isAvailable = (id: CommandId, situation: Situation): boolean =>
  COMMANDS.find((row) => row.id === id)!.when(situation);

/** Which right it is, and nothing else, that keeps a command from being given; null where it is something else. */
export function missingRight(id: CommandId, situation: Situation): 'edit' | 'review' | null {
  if (isAvailable(id, situation)) return null;
  if (isAvailable(id, { ...situation, mayEdit: true })) return 'edit';
  return isAvailable(id, { ...situation, mayReview: true }) ? 'review' : null;
}

/** Commands whose keys work all over the page, not in the grid alone. */
export const EVERYWHERE: ReadonlySet<CommandId> = new Set([
  'undo',
  'redo',
  'help',
  'palette',
  'search',
  'confirmMany',
  'order',
  'radar',
]);
