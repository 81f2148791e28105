'use client';

import { useRef } from 'react';
import type { BeadCommand } from '@/lib/bitext/commands';
import { findBead, textOf } from '@/lib/bitext/find';
import { offsetOf } from '@/lib/bitext/offsetOf';
import { innerSegmentBorders, segmentAt, segmentsIn } from '@/lib/bitext/segments';
import {
  type BeadId,
  type DocumentState,
  isEmpty,
  isLocked,
  isNull,
  type NullReason,
} from '@/lib/bitext/types';
import type { DocumentStore } from '../store/DocumentStore';
import { cutBefore, cutTargetAt } from './moves';
import { type CommandId, isAvailable, type Situation } from './registry';
import type { useGridFocus } from '../grid/useGridFocus';
import type { Editing, Focus, ViewState, WorkbenchActions } from '../WorkbenchContext';

export type Asking =
  | { what: 'remark'; remark: 'comment' | 'dispute' | 'return'; beadId: BeadId }
  | { what: 'reason'; beadId: BeadId }
  | { what: 'confirmMany' }
  | { what: 'help' }
  | null;

type Parts = {
  store: DocumentStore;
  grid: ReturnType<typeof useGridFocus>;
  situation: Situation;
  setEditing: (editing: Editing | null) => void;
  cutting: ViewState['cutting'];
  setCutting: (cutting: ViewState['cutting']) => void;
  ask: (asking: Asking) => void;
  say: (message: SaidKey, values?: Record<string, string | number>) => void;
  focusSearch: () => void;
};
export type SaidKey =
  | 'confirmed'
  | 'confirmedMany'
  | 'approved'
  | 'undone'
  | 'redone'
  | 'cutAsk'
  | 'nothingToCut';

export type CommandRunner = ReturnType<typeof makeRunner>;

/** What each command does. The object never changes, so that rows need not be drawn again. */
export function useCommandRunner(parts: Parts) {
  const now = useRef(parts);
  now.current = parts;
  const runner = useRef<CommandRunner>(null);
  runner.current ??= makeRunner(() => now.current);
  return runner.current;
}

function makeRunner(get: () => Parts) {
  const newId = () => crypto.randomUUID();
  const state = (): DocumentState => get().store.read().state;

  /** Edits, and keeps the focus on the bead, or on what took its place. */
  const edit = (commands: BeadCommand[], stay: Focus | null = get().grid.focus): boolean => {
    const before = stay && findBead(state(), stay.beadId);
    const edited = get().store.edit(commands);
    if (!edited.ok || !stay) return edited.ok;
    const after = findBead(edited.value.state, stay.beadId);
    if (after) get().grid.settle(stay);
    else if (before) {
      const beads = edited.value.state.bitexts[stay.bitextId].beads;
      const heir =
        beads.find(
          (b) => b.source.end > before.bead.source.start && b.target.end >= before.bead.target.start,
        ) ?? beads.at(-1);
      if (heir) get().grid.settle({ ...stay, beadId: heir.id });
    }
    return true;
  };

  const decide = (command: BeadCommand, said: SaidKey) => {
    const { grid, say } = get();
    if (!grid.focus) return;
    const at = grid.focus;
    if (!get().store.edit([command]).ok) return;
    say(said);
    grid.nextAttention(at, new Set([at.beadId]));
  };

  const cut = () => {
    const { situation, cutting, setCutting, say } = get();
    if (!situation.found) return;
    if (cutting) return confirmCut();
    const { bead, bitext } = situation.found;
    const side = isEmpty(bead.source) ? 'target' : 'source';
    const places = innerSegmentBorders(textOf(state(), bitext, side), bead[side]);
    if (!places.length) return say('nothingToCut');
    if (places.length === 1) return cutAt(bead.id, side, places[0]);
    setCutting({ beadId: bead.id, side, places, chosen: 0 });
    say('cutAsk', { count: places.length });
  };
  const cutAt = (beadId: BeadId, side: 'source' | 'target', at: number) => {
    const found = findBead(state(), beadId);
    if (!found) return;
    const command =
      side === 'target' && isEmpty(found.bead.source)
        ? cutTargetAt(found.bead, at, newId())
        : cutBefore(state(), found, at, newId());
    get().setCutting(null);
    edit([command], { bitextId: found.bitext.id, beadId });
  };
  const confirmCut = () => {
    const { cutting } = get();
    if (cutting) cutAt(cutting.beadId, cutting.side, cutting.places[cutting.chosen]);
  };
  const chooseCut = (delta: number) => {
    const { cutting, setCutting } = get();
    if (!cutting) return;
    const chosen = Math.min(cutting.places.length - 1, Math.max(0, cutting.chosen + delta));
    setCutting({ ...cutting, chosen });
  };

  const takeBack = async (direction: 'undo' | 'redo') => {
    const { store, say, grid } = get();
    const change = await store.takeBack(direction);
    if (!change) return;
    say(direction === 'undo' ? 'undone' : 'redone');
    const row = change.beads.find((r) => r.after);
    // After the rows have followed: what was taken back may be far from where one is.
    if (row?.after) {
      const { bitextId, after } = row;
      requestAnimationFrame(() => get().grid.show({ bitextId, beadId: after.id }));
    } else if (grid.focus) grid.settle(grid.focus);
  };

  const startEditing = () => {
    const { situation, setEditing } = get();
    if (!situation.found) return;
    const first = segmentsOf(situation.found.bead.id)[0];
    if (first) setEditing({ ...first, beadId: situation.found.bead.id });
  };
  /** The segments of a bead in the order in which Tab visits them: translation first. */
  const segmentsOf = (beadId: BeadId) => {
    const found = findBead(state(), beadId);
    if (!found) return [];
    const { bitext, bead } = found;
    const of = (textId: string, span: { start: number; end: number }) =>
      segmentsIn(state().texts[textId], span).map(({ start }) => ({ textId, start }));
    return [...of(bitext.targetTextId, bead.target), ...of(bitext.sourceTextId, bead.source)];
  };

  const run = (id: CommandId): boolean => {
    const { grid, situation, ask, focusSearch } = get();
    const bead = situation.found?.bead;
    if (!isAvailable(id, situation)) {
      // The reducer knows why not: own work, an open dispute, not confirmed yet.
      if (id === 'approve' && bead && situation.mayReview)
        get().store.edit([{ type: 'approve', bead: bead.id }]);
      return false;
    }
    switch (id) {
      case 'confirm':
        if (isNull(bead!) && !bead!.reason) ask({ what: 'reason', beadId: bead!.id });
        else if (isLocked(bead!)) grid.nextAttention(grid.focus!);
        else decide({ type: 'confirm', bead: bead!.id }, 'confirmed');
        return true;
      case 'confirmMany':
        ask({ what: 'confirmMany' });
        return true;
      case 'reopen':
        return edit([{ type: 'reopen', bead: bead!.id }]);
      case 'setNull':
        ask({ what: 'reason', beadId: bead!.id });
        return true;
      case 'pullUp':
      case 'pushDown':
        return edit([{ type: id, bead: bead!.id, side: 'source' }]);
      case 'pullUpTarget':
        return edit([{ type: 'pullUp', bead: bead!.id, side: 'target' }]);
      case 'pushDownTarget':
        return edit([{ type: 'pushDown', bead: bead!.id, side: 'target' }]);
      case 'join':
        return edit([{ type: 'join', bead: bead!.id }]);
      case 'cut':
        cut();
        return true;
      case 'correct':
        startEditing();
        return true;
      case 'approve':
        decide({ type: 'approve', bead: bead!.id }, 'approved');
        return true;
      case 'return':
      case 'comment':
      case 'dispute':
        ask({ what: 'remark', remark: id, beadId: bead!.id });
        return true;
      case 'undo':
      case 'redo':
        void takeBack(id);
        return true;
      case 'nextBead':
        grid.step(1);
        return true;
      case 'previousBead':
        grid.step(-1);
        return true;
      case 'nextLanguage':
        return grid.sideways(1);
      case 'previousLanguage':
        return grid.sideways(-1);
      case 'nextAttention':
        grid.nextAttention(grid.focus!);
        return true;
      case 'firstBead':
        grid.step(Number.NEGATIVE_INFINITY);
        return true;
      case 'lastBead':
        grid.step(Number.POSITIVE_INFINITY);
        return true;
      case 'search':
        focusSearch();
        return true;
      case 'help':
        ask({ what: 'help' });
        return true;
    }
  };

  /** Says why a bead has no counterpart, and goes on once that was its last open question. */
  const setReason = (beadId: BeadId, reason: NullReason, thenConfirm: boolean) => {
    const commands: BeadCommand[] = [{ type: 'setNull', bead: beadId, reason, newBead: newId() }];
    const { grid } = get();
    const at = grid.focus;
    if (!thenConfirm || !at) return edit(commands);
    if (!get().store.edit([...commands, { type: 'confirm', bead: beadId }]).ok) return false;
    get().say('confirmed');
    grid.nextAttention(at, new Set([beadId]));
    return true;
  };

  const confirmMany = (ids: readonly BeadId[]) => {
    const edited = get().store.edit([{ type: 'confirmAll', beads: [...ids] }]);
    if (edited.ok) get().say('confirmedMany', { count: ids.length });
  };

  const remark = (what: 'comment' | 'dispute' | 'return', beadId: BeadId, body: string) =>
    edit([{ type: what, bead: beadId, id: newId(), body }]);

  const actions: WorkbenchActions = {
    focus: (at) => get().grid.look(at),
    run: (id) => void run(id),
    edit: (textId, start, beadId) => {
      const { situation, setEditing } = get();
      if (situation.mayEdit) setEditing({ textId, start, beadId });
    },
    saveReading: (editing, reading, move) => {
      const text = state().texts[editing.textId];
      const segments = segmentsOf(editing.beadId);
      const index = segments.findIndex((s) => s.textId === editing.textId && s.start === editing.start);
      const next = move ? segments[index + move] : undefined;
      get().setEditing(next ? { ...next, beadId: editing.beadId } : null);
      if (text && reading.trim())
        get().store.edit([{ type: 'correct', text: editing.textId, start: editing.start, reading }]);
      if (!next && get().grid.focus) get().grid.settle(get().grid.focus!);
    },
    leaveEditing: () => {
      get().setEditing(null);
      if (get().grid.focus) get().grid.settle(get().grid.focus!);
    },
    cutSegment: (editing, offset, reading) => {
      const at = offsetInText(state(), editing, offset, reading);
      get().setEditing(null);
      if (at !== null) edit([{ type: 'cutSegment', text: editing.textId, at }]);
      else if (get().grid.focus) get().grid.settle(get().grid.focus!);
    },
    cutBefore: cutAt,
    moveBorder: (beadId, side, at) => void edit([{ type: 'moveBorder', bead: beadId, side, at }]),
  };

  return { run, setReason, remark, confirmMany, actions, chooseCut, confirmCut };
}

/** Where a caret in the edited reading stands in the text as imported; null where a cut makes no sense. */
function offsetInText(state: DocumentState, editing: Editing, caret: number, reading: string): number | null {
  const text = state.texts[editing.textId];
  const span = segmentAt(text, editing.start);
  return span ? offsetOf(text, span, reading, caret) : null;
}
