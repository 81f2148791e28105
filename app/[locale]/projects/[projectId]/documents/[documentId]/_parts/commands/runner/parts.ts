import { isNoChange } from '@/lib/bitext/change';
import type { BeadCommand } from '@/lib/bitext/commands';
import { findBead } from '@/lib/bitext/find';
import { type BeadId, type DocumentState, isLocked } from '@/lib/bitext/types';
import type { Failure } from '@/lib/result';
import type { Order } from '../../grid/gridSteps';
import type { useGridFocus } from '../../grid/useGridFocus';
import type { DocumentStore } from '../../store/DocumentStore';
import type { Passages } from '../../store/Passages';
import type { useSuggestion } from '../../suggest/useSuggestion';
import type { Editing, Focus, ViewState } from '../../WorkbenchContext';
import type { Situation } from '../registry';

export type Asking =
  | { what: 'remark'; remark: 'comment' | 'dispute' | 'return'; beadId: BeadId }
  | { what: 'reason'; beadId: BeadId }
  | { what: 'shift'; beadId: BeadId; direction: 'up' | 'down' }
  | { what: 'confirmMany' }
  | { what: 'palette' }
  | { what: 'help' }
  | null;

export type SaidKey =
  | 'confirmed'
  | 'confirmedMany'
  | 'approved'
  | 'undone'
  | 'undoneWhat'
  | 'redone'
  | 'redoneWhat'
  | 'nothingToUndo'
  | 'nothingToRedo'
  | 'done'
  | 'doneUnconfirmed'
  | 'cutNowhere'
  | 'cutAsk'
  | 'nothingToCut'
  | 'pinAsk'
  | 'pinned'
  | 'pinNothing'
  | 'suggested'
  | 'suggestedNothing'
  | 'taken'
  | 'left'
  | 'shifted'
  | 'nothingWaits'
  | 'editsOnly'
  | 'readsOnly'
  | 'notReviewer'
  | 'byDoubt'
  | 'inOrder';

/** What is said besides the sentence: a count, the command it is about, what was taken back, or names of languages. */
export type SaidValues = {
  count?: number;
  command?: string;
  took?: readonly string[];
  langs?: readonly string[];
};

/** What commands work with: read anew at every key, since the runner itself never changes. */
export type Parts = {
  store: DocumentStore;
  passages: Passages;
  /** What the grid shows: the document, or what it would be with the suggestion. */
  state: DocumentState;
  grid: ReturnType<typeof useGridFocus>;
  suggest: ReturnType<typeof useSuggestion>;
  situation: Situation;
  order: Order;
  setOrder: (order: Order) => void;
  nextWaiting: (at: Focus, done?: ReadonlySet<string>) => boolean;
  setEditing: (editing: Editing | null) => void;
  cutting: ViewState['cutting'];
  setCutting: (cutting: ViewState['cutting']) => void;
  pin: ViewState['pin'];
  setPin: (pin: ViewState['pin']) => void;
  toggleRadar: () => void;
  openPlot: (at: Focus) => void;
  ask: (asking: Asking) => void;
  light: (pair: number | null) => void;
  say: (message: SaidKey, values?: SaidValues) => void;
  fail: (failure: Failure) => void;
  focusSearch: () => void;
};
export type GetParts = () => Parts;

/** Edits, and keeps the focus on the bead, or on what took its place. */
export function editAndStay(
  get: GetParts,
  commands: BeadCommand[],
  stay: Focus | null = get().grid.focus,
): boolean {
  const { store, grid, suggest, say } = get();
  const before = stay && findBead(store.read().state, stay.beadId);
  const edited = store.edit(commands);
  if (!edited.ok) return false;
  suggest.dismiss();
  const unconfirmed = edited.value.change.beads.some(
    ({ before, after }) => before && isLocked(before) && (!after || !isLocked(after)),
  );
  const [{ type: command }] = commands;
  if (!isNoChange(edited.value.change))
    say(unconfirmed && command !== 'reopen' ? 'doneUnconfirmed' : 'done', { command });
  if (!stay) return true;
  if (findBead(edited.value.state, stay.beadId)) grid.settle(stay);
  else if (before) {
    const beads = edited.value.state.bitexts[stay.bitextId].beads;
    const heir =
      beads.find(
        (b) => b.source.end > before.bead.source.start && b.target.end >= before.bead.target.start,
      ) ?? beads.at(-1);
    if (heir) grid.settle({ ...stay, beadId: heir.id });
  }
  // What the engine makes of the rest, now that a person has drawn something: offered, never done.
  const reshapes = edited.value.change.beads.some(
    ({ before, after }) =>
      !before || !after || before.source.end !== after.source.end || before.target.end !== after.target.end,
  );
  if (reshapes) void suggest.propose(stay, true);
  return true;
}
