'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import type { BeadCommand } from '@/lib/bitext/commands';
import { positionOf } from '@/lib/bitext/find';
import { type Hunk, hunksOf } from '@/lib/bitext/hunks';
import { type Bead, type BitextId, type DocumentState, isLocked } from '@/lib/bitext/types';
import { err, type Failure, ok, type Result } from '@/lib/result';
import { proposeRun } from '../../actions';
import type { DocumentStore } from '../store/DocumentStore';
import type { Focus } from '../WorkbenchContext';

/** Where the engine would draw a run otherwise. A quiet one is only announced; the others stand in the grid as ghosts. */
export type Suggestion = { bitextId: BitextId; hunks: readonly Hunk[]; quiet: boolean };

export type Pin = { sourceAt: number; targetAt: number };

/** How far a suggestion may reach, in beads on either side. */
const REACH = { quiet: 60, asked: 300, pinned: 1000 };

export const commandsOf = (hunks: readonly Hunk[]): BeadCommand[] =>
  hunks.map((hunk) => ({
    type: 'redraw',
    beads: hunk.beads.map((bead) => bead.id),
    made: [...hunk.made],
  }));

/**
 * What the engine suggests for the run around a bead, and what it would look like. Nothing is changed
 * until a person takes it, whole or piece by piece.
 */
export function useSuggestion(
  documentId: string,
  store: DocumentStore,
  state: DocumentState,
  onFailure: (failure: Failure) => void,
) {
  const [suggestion, setSuggestion] = useState<Suggestion | null>(null);
  // A later question makes the answer to an earlier one worthless.
  const asked = useRef(0);

  const ask = useCallback(
    async (at: Focus, pin: Pin | null, quiet: boolean): Promise<Result<readonly Hunk[]>> => {
      const turn = ++asked.current;
      await store.settled();
      // Asked for, only what is confirmed is a wall; unasked, what people have drawn is left in peace.
      const keepDrawn = quiet;
      const around = freeBeadAt(store.read().state, at, keepDrawn);
      if (!around) return err('align.nothingFree');
      const reach = pin ? REACH.pinned : quiet ? REACH.quiet : REACH.asked;
      const answer = await proposeRun({
        documentId,
        bitextId: at.bitextId,
        around: around.id,
        ...(pin && { pin }),
        reach,
        keepDrawn,
      }).catch(() => err('request.offline'));
      if (!answer.ok) return answer;
      if (turn !== asked.current) return ok([]);
      const { bitexts } = store.read().state;
      const byId = new Map(bitexts[at.bitextId].beads.map((bead) => [bead.id, bead]));
      const beads = answer.value.replaced.flatMap(({ id }) => byId.get(id) ?? []);
      if (beads.length < answer.value.replaced.length) return err('bead.stale');
      const made = answer.value.beads.map((bead) => ({ id: crypto.randomUUID(), ...bead }));
      return ok(hunksOf(beads, made));
    },
    [documentId, store],
  );

  /** Asks and shows the answer. @returns how many beads it would change. */
  const propose = useCallback(
    async (at: Focus, quiet: boolean): Promise<number> => {
      const answer = await ask(at, null, quiet);
      if (!answer.ok) {
        if (!quiet) onFailure(answer.error);
        else setSuggestion((now) => (now?.quiet ? null : now));
        return 0;
      }
      const hunks = answer.value;
      setSuggestion((now) =>
        quiet && now && !now.quiet ? now : hunks.length ? { bitextId: at.bitextId, hunks, quiet } : null,
      );
      return hunks.reduce((sum, hunk) => sum + hunk.beads.length, 0);
    },
    [ask, onFailure],
  );

  /** The document as it would be; null when nothing is suggested, or when it no longer fits. */
  const preview = useMemo((): DocumentState | null => {
    if (!suggestion || suggestion.quiet) return null;
    const previewed = store.preview(state, commandsOf(suggestion.hunks));
    return previewed.ok ? previewed.value.state : null;
  }, [store, state, suggestion]);
  const ghosts = useMemo(
    () =>
      new Map(
        preview && suggestion
          ? suggestion.hunks.flatMap((hunk) => hunk.made.map((bead) => [bead.id, hunk] as const))
          : [],
      ),
    [preview, suggestion],
  );

  const dismiss = useCallback(() => setSuggestion(null), []);
  const reveal = useCallback(() => setSuggestion((now) => now && { ...now, quiet: false }), []);
  const take = useCallback((taken: readonly Hunk[]) => {
    setSuggestion((now) => {
      const left = now ? now.hunks.filter((hunk) => !taken.includes(hunk)) : [];
      return now && left.length ? { ...now, hunks: left } : null;
    });
  }, []);

  return { suggestion, ghosts, preview, ask, propose, reveal, dismiss, take };
}

/** The bead itself, or the nearest one after it that the engine may draw anew, or else before it. */
function freeBeadAt(state: DocumentState, at: Focus, keepDrawn: boolean): Bead | null {
  const bitext = state.bitexts[at.bitextId];
  const index = positionOf(bitext, at.beadId);
  const isFree = (bead: Bead | undefined) =>
    bead !== undefined && !isLocked(bead) && !(keepDrawn && bead.origin === 'person');
  for (const delta of [0, 1, 2, -1, -2]) {
    const bead = bitext.beads[index + delta];
    if (index >= 0 && isFree(bead)) return bead;
  }
  return null;
}
