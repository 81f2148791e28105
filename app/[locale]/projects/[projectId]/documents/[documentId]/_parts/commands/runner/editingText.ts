import { findBead } from '@/lib/bitext/find';
import { offsetOf } from '@/lib/bitext/offsetOf';
import { segmentAt, segmentsIn } from '@/lib/bitext/segments';
import type { BeadId } from '@/lib/bitext/types';
import type { Editing } from '../../WorkbenchContext';
import { editAndStay, type GetParts } from './parts';

/** F2 and the text field that it opens. */
export function editingText(get: GetParts) {
  const state = () => get().store.read().state;
  /** The segments of a bead in the order in which Tab visits them: translation first. */
  const segmentsOf = (beadId: BeadId) => {
    const found = findBead(state(), beadId);
    if (!found) return [];
    const { bitext, bead } = found;
    const of = (textId: string, span: { start: number; end: number }) =>
      segmentsIn(state().texts[textId], span).map(({ start }) => ({ textId, start }));
    return [...of(bitext.targetTextId, bead.target), ...of(bitext.sourceTextId, bead.source)];
  };
  const back = () => {
    const { grid } = get();
    if (grid.focus) grid.settle(grid.focus);
  };
  return {
    start: () => {
      const { situation, setEditing } = get();
      if (!situation.found) return;
      const { id } = situation.found.bead;
      const [first] = segmentsOf(id);
      if (first) setEditing({ ...first, beadId: id });
    },
    edit: (textId: string, start: number, beadId: string) => {
      const { situation, setEditing } = get();
      if (situation.mayEdit) setEditing({ textId, start, beadId });
    },
    saveReading: (editing: Editing, reading: string, move: -1 | 0 | 1) => {
      const segments = segmentsOf(editing.beadId);
      const index = segments.findIndex((s) => s.textId === editing.textId && s.start === editing.start);
      const next = move ? segments[index + move] : undefined;
      get().setEditing(next ? { ...next, beadId: editing.beadId } : null);
      if (state().texts[editing.textId] && reading.trim()) {
        const edited = get().store.edit([
          { type: 'correct', text: editing.textId, start: editing.start, reading },
        ]);
        if (edited.ok && edited.value.change.corrections.length) get().say('done', { command: 'correct' });
      }
      if (!next) back();
    },
    leaveEditing: () => {
      get().setEditing(null);
      back();
    },
    cutSegment: (editing: Editing, caret: number, reading: string) => {
      // What was typed is kept first; the cut then falls where the caret stands in it.
      if (reading.trim())
        get().store.edit([{ type: 'correct', text: editing.textId, start: editing.start, reading }]);
      const text = state().texts[editing.textId];
      const span = segmentAt(text, editing.start);
      const filled = span && get().passages.fill(text, span);
      const at = span && filled ? offsetOf(filled, span, reading, caret) : null;
      get().setEditing(null);
      if (at !== null) editAndStay(get, [{ type: 'cutSegment', text: editing.textId, at }]);
      else {
        get().say('cutNowhere');
        back();
      }
    },
  };
}
