'use client';

import { useRef } from 'react';
import type { BeadCommand } from '@/lib/bitext/commands';
import { type BeadId, isLocked, isNull, type NullReason } from '@/lib/bitext/types';
import { isNothing } from '../store/Courier';
import type { WorkbenchActions } from '../WorkbenchContext';
import { type CommandId, isAvailable, missingRight } from './registry';
import { cuttingBeads } from './runner/cuttingBeads';
import { editingText } from './runner/editingText';
import { editAndStay, type GetParts, type Parts, type SaidKey } from './runner/parts';
import { suggesting } from './runner/suggesting';

export type CommandRunner = ReturnType<typeof makeRunner>;

/** What each command does. The object never changes, so that rows need not be drawn again. */
export function useCommandRunner(parts: Parts) {
  const now = useRef(parts);
  now.current = parts;
  const runner = useRef<CommandRunner>(null);
  runner.current ??= makeRunner(() => now.current);
  return runner.current;
}

function makeRunner(get: GetParts) {
  const newId = () => crypto.randomUUID();
  const edit = (commands: BeadCommand[]) => editAndStay(get, commands);
  const { cut, cutAt, confirmCut, chooseCut } = cuttingBeads(get);
  const text = editingText(get);
  const suggestions = suggesting(get);

  /** Decides about the bead under the focus, and goes on to the next one that waits. */
  const decide = (commands: BeadCommand[], said: SaidKey): boolean => {
    const { grid, say, store, nextWaiting } = get();
    const at = grid.focus;
    if (!at || !store.edit(commands).ok) return false;
    say(said);
    nextWaiting(at, new Set([at.beadId]));
    return true;
  };

  const takeBack = async (direction: 'undo' | 'redo') => {
    const { store, say, grid, suggest } = get();
    suggest.dismiss();
    const answer = await store.takeBack(direction);
    if (!answer.ok) {
      if (isNothing(answer.error)) say(direction === 'undo' ? 'nothingToUndo' : 'nothingToRedo');
      return;
    }
    const { change, took = [] } = answer.value;
    if (took.length) say(direction === 'undo' ? 'undoneWhat' : 'redoneWhat', { took });
    else say(direction === 'undo' ? 'undone' : 'redone');
    const row = change.beads.find((r) => r.after);
    // After the rows have followed: what was taken back may be far from where one is.
    if (row?.after) {
      const at = { bitextId: row.bitextId, beadId: row.after.id };
      requestAnimationFrame(() => get().grid.show(at));
    } else if (grid.focus) grid.settle(grid.focus);
  };

  const run = (id: CommandId): boolean => {
    const parts = get();
    const { grid, situation, ask } = parts;
    const bead = situation.found?.bead;
    if (situation.ghosting && id === 'confirm') {
      suggestions.takeOne();
      return true;
    }
    if (!isAvailable(id, situation)) {
      // The reducer knows why not: own work, an open dispute, not confirmed yet.
      if (id === 'approve' && bead && situation.mayReview)
        parts.store.edit([{ type: 'approve', bead: bead.id }]);
      const right = missingRight(id, situation);
      if (right === 'review') parts.say('notReviewer');
      else if (right === 'edit')
        parts.say(situation.edits.length ? 'editsOnly' : 'readsOnly', { langs: situation.edits });
      // A key that was understood and refused means nothing else.
      return right !== null;
    }
    switch (id) {
      case 'takeGhost':
        suggestions.takeOne();
        return true;
      case 'takeAllGhosts':
        suggestions.takeAll();
        return true;
      case 'leaveGhosts':
        suggestions.leave();
        return true;
      case 'confirm':
        if (isNull(bead!) && !bead!.reason) ask({ what: 'reason', beadId: bead!.id });
        else if (isLocked(bead!)) parts.nextWaiting(grid.focus!);
        else decide([{ type: 'confirm', bead: bead!.id }], 'confirmed');
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
      case 'pinpoint':
        suggestions.pinpoint();
        return true;
      case 'realign':
        void suggestions.realign();
        return true;
      case 'shiftDown':
      case 'shiftUp':
        ask({ what: 'shift', beadId: bead!.id, direction: id === 'shiftDown' ? 'down' : 'up' });
        return true;
      case 'correct':
        text.start();
        return true;
      case 'approve':
        decide([{ type: 'approve', bead: bead!.id }], 'approved');
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
        return suggestions.chooseSentence(1) || grid.sideways(1);
      case 'previousLanguage':
        return suggestions.chooseSentence(-1) || grid.sideways(-1);
      case 'nextAttention':
        parts.nextWaiting(grid.focus!);
        return true;
      case 'firstBead':
        grid.step(Number.NEGATIVE_INFINITY);
        return true;
      case 'lastBead':
        grid.step(Number.POSITIVE_INFINITY);
        return true;
      case 'search':
        parts.focusSearch();
        return true;
      case 'order':
        parts.setOrder(parts.order === 'text' ? 'doubt' : 'text');
        parts.say(parts.order === 'text' ? 'byDoubt' : 'inOrder');
        return true;
      case 'radar':
        parts.toggleRadar();
        return true;
      case 'dotPlot':
        parts.openPlot(grid.focus!);
        return true;
      case 'palette':
      case 'help':
        ask({ what: id });
        return true;
    }
  };

  /** Says why a bead has no counterpart, and goes on once that was its last open question. */
  const setReason = (beadId: BeadId, reason: NullReason, thenConfirm: boolean): boolean => {
    const commands: BeadCommand[] = [{ type: 'setNull', bead: beadId, reason, newBead: newId() }];
    if (!thenConfirm) return edit(commands);
    return decide([...commands, { type: 'confirm', bead: beadId }], 'confirmed');
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
    edit: text.edit,
    saveReading: text.saveReading,
    leaveEditing: text.leaveEditing,
    cutSegment: text.cutSegment,
    cutBefore: cutAt,
    moveBorder: (beadId, side, at) => void edit([{ type: 'moveBorder', bead: beadId, side, at }]),
    light: (pair) => get().light(pair),
    dropSentence: suggestions.dropSentence,
  };

  const { shift, shiftOf } = suggestions;
  return { run, setReason, remark, confirmMany, edit, actions, chooseCut, confirmCut, shift, shiftOf };
}
