import { findBead, textOf } from '@/lib/bitext/find';
import type { Hunk } from '@/lib/bitext/hunks';
import { innerSegmentBorders, nextBorder, segmentsIn } from '@/lib/bitext/segments';
import { runFrom, shiftRun } from '@/lib/bitext/shiftRun';
import { type BeadId, isEmpty, isReviewed } from '@/lib/bitext/types';
import type { Drop } from '../../grid/dropAt';
import { commandsOf } from '../../suggest/useSuggestion';
import type { Focus } from '../../WorkbenchContext';
import { editAndStay, type GetParts } from './parts';

const sizeOf = (hunks: readonly Hunk[]) => hunks.reduce((sum, hunk) => sum + hunk.beads.length, 0);

/** About a second: whoever left the suggestion meanwhile is not followed any longer. */
const MOST_FRAMES = 60;

/** Realignment with its ghosts, pinpointing, and shifts along a run: what changes many beads at a stroke. */
export function suggesting(get: GetParts) {
  const realign = async () => {
    const { grid, suggest, say } = get();
    if (!grid.focus) return;
    if (suggest.suggestion?.quiet) return showGhosts();
    const changed = await suggest.propose(grid.focus, false);
    say(changed ? 'suggested' : 'suggestedNothing', { count: changed });
    if (changed) toFirstGhost();
  };
  const showGhosts = () => {
    const { suggest, say } = get();
    suggest.reveal();
    say('suggested', { count: sizeOf(suggest.suggestion?.hunks ?? []) });
    toFirstGhost();
  };
  /** Once the ghosts have been drawn, which may take a slow machine some frames. */
  const toFirstGhost = (frames = MOST_FRAMES) =>
    requestAnimationFrame(() => {
      const { suggest, grid } = get();
      const [first] = suggest.ghosts.keys();
      const at = first && suggest.suggestion && { bitextId: suggest.suggestion.bitextId, beadId: first };
      if (!(at && grid.show(at)) && frames > 1) toFirstGhost(frames - 1);
    });

  const take = (hunks: readonly Hunk[]) => {
    const { suggest, store, say, grid } = get();
    const { suggestion } = suggest;
    if (!suggestion || !hunks.length) return;
    if (!store.edit(commandsOf(hunks)).ok) return suggest.dismiss();
    suggest.take(hunks);
    say('taken', { count: sizeOf(hunks) });
    const left = suggestion.hunks.filter((hunk) => !hunks.includes(hunk));
    const next = left.find((hunk) => hunk.beads[0].source.start >= hunks[0].beads[0].source.start) ?? left[0];
    const beadId = (next ?? hunks[0]).made[0].id;
    // The ghosts that were taken are beads now, under the same ids.
    requestAnimationFrame(() => {
      const at = { bitextId: suggestion.bitextId, beadId };
      if (!get().grid.show(at)) grid.settle(at);
    });
  };
  /** The piece of the suggestion under the focus, or the next one after it. */
  const takeOne = () => {
    const { suggest, grid } = get();
    const hunk = (grid.focus && suggest.ghosts.get(grid.focus.beadId)) ?? suggest.suggestion?.hunks[0];
    if (hunk) take([hunk]);
  };
  const takeAll = () => take(get().suggest.suggestion?.hunks ?? []);

  const leave = () => {
    const { suggest, setPin, pin, grid, say, state } = get();
    const ghost = grid.focus && suggest.ghosts.get(grid.focus.beadId);
    suggest.dismiss();
    if (pin) setPin(null);
    say('left');
    // At once: the next key must find a bead that is really there.
    const back = ghost ? { bitextId: grid.focus!.bitextId, beadId: ghost.beads[0].id } : grid.focus;
    if (back && (ghost || findBead(state, back.beadId))) grid.settle(back);
  };

  /** Space marks a sentence; Space again, on the bead with its paragraph, draws everything between the walls around that. */
  const pinpoint = () => {
    const { grid, situation, pin, setPin, say, store } = get();
    if (!grid.focus || !situation.found) return;
    const { bead, bitext } = situation.found;
    if (pin && pin.bitextId === bitext.id) {
      const [segment] = segmentsIn(textOf(store.read().state, bitext, 'target'), bead.target);
      if (!segment) return say('pinNothing');
      return void join(grid.focus, pin.beadId, pin.at, segment.start);
    }
    if (isEmpty(bead.source)) return say('pinNothing');
    setPin({ bitextId: bitext.id, beadId: bead.id, at: bead.source.start });
    say('pinAsk');
  };
  /** Another sentence of the bead whose sentence is marked. False at its ends. */
  const chooseSentence = (delta: 1 | -1): boolean => {
    const { pin, setPin, grid, store } = get();
    if (!pin || grid.focus?.beadId !== pin.beadId) return false;
    const found = findBead(store.read().state, pin.beadId);
    if (!found) return false;
    const text = textOf(store.read().state, found.bitext, 'source');
    const starts = [found.bead.source.start, ...innerSegmentBorders(text, found.bead.source)];
    const at = starts[starts.indexOf(pin.at) + delta];
    if (at === undefined) return false;
    setPin({ ...pin, at });
    return true;
  };
  /** A sentence and a paragraph belong together: the run between the walls is drawn around that, in one edit. */
  const join = async (stay: Focus, fromBead: BeadId, sourceAt: number, targetAt: number): Promise<void> => {
    const { suggest, setPin, say, fail } = get();
    setPin(null);
    const answer = await suggest.ask(
      { bitextId: stay.bitextId, beadId: fromBead },
      { sourceAt, targetAt },
      false,
    );
    if (!answer.ok) return fail(answer.error);
    const count = sizeOf(answer.value);
    if (!count) return say('pinned', { count });
    const { store, grid } = get();
    const edited = store.edit(commandsOf(answer.value));
    if (!edited.ok) return;
    say('pinned', { count });
    const there = edited.value.state.bitexts[stay.bitextId].beads.find(
      (bead) => bead.source.start <= sourceAt && sourceAt < bead.source.end,
    );
    if (there)
      requestAnimationFrame(() => {
        const at = { bitextId: stay.bitextId, beadId: there.id };
        if (!get().grid.show(at)) grid.settle(at);
      });
  };

  /**
   * A sentence dropped on a paragraph. On the bead next door, the border moves just that far; farther
   * away, everything between is drawn around the pair, as with Space and Space.
   */
  const dropSentence = (sourceAt: number, { bitextId, beadId, targetAt }: Drop) => {
    const { state } = get().store.read();
    const bitext = state.bitexts[bitextId];
    const from = bitext.beads.findIndex(
      (bead) => bead.source.start <= sourceAt && sourceAt < bead.source.end,
    );
    const to = bitext.beads.findIndex((bead) => bead.id === beadId);
    if (from < 0 || to < 0 || from === to) return;
    const at = { bitextId, beadId };
    if (to === from + 1)
      return void editAndStay(
        get,
        [{ type: 'moveBorder', bead: bitext.beads[from].id, side: 'source', at: sourceAt }],
        at,
      );
    const next = nextBorder(state.texts[bitext.sourceTextId], sourceAt);
    if (to === from - 1 && next)
      return void editAndStay(get, [{ type: 'moveBorder', bead: beadId, side: 'source', at: next.at }], at);
    if (targetAt !== null) void join(at, bitext.beads[from].id, sourceAt, targetAt);
  };

  /** What a shift would change: asked for its count before it is done. */
  const shiftOf = (beadId: BeadId, direction: 'up' | 'down') => {
    const found = findBead(get().store.read().state, beadId);
    if (!found) return null;
    const { beads } = found.bitext;
    const run = runFrom(beads, beads.indexOf(found.bead));
    const made = shiftRun(run, direction, () => crypto.randomUUID());
    return made && { run, made, approved: run.filter(isReviewed).length };
  };
  const shift = (beadId: BeadId, direction: 'up' | 'down') => {
    const planned = shiftOf(beadId, direction);
    if (!planned) return;
    const { run, made } = planned;
    const done = editAndStay(get, [{ type: 'redraw', beads: run.map((bead) => bead.id), made }]);
    if (done) get().say('shifted', { count: run.length });
  };

  return { realign, takeOne, takeAll, leave, pinpoint, chooseSentence, dropSentence, shift, shiftOf };
}
