import type { LearntLexicon } from './learnt';
import type { Lexicon } from './lexicon';

/** One side of a bitext as the engine sees it. */
export type AlignSide = {
  /** BCP 47; the primary subtag chooses rules and lexicon column */
  readonly lang: string;
  /** Texts of the units, in order. */
  readonly segments: readonly string[];
};

/** A bead that must come out exactly so (a wall): source [i0, i1) with target [j0, j1). One side may be empty. */
export type Lock = { readonly i0: number; readonly i1: number; readonly j0: number; readonly j1: number };

/** Source unit i and target unit j must come out in one bead: somebody has marked the two. Which else is in it stays open. */
export type Pin = { readonly i: number; readonly j: number };

export type AlignInput = {
  readonly source: AlignSide;
  readonly target: AlignSide;
  readonly locks?: readonly Lock[];
  readonly pins?: readonly Pin[];
  /** Left out: the project's own lexicon. null: none. */
  readonly lexicon?: Lexicon | null;
  /** What confirmed beads have taught; used if its languages are those of the texts. */
  readonly learnt?: LearntLexicon;
  /** Share of the work done, 0..1, called now and then. Throw from it to cancel. */
  readonly onProgress?: (share: number) => void;
};

export type AlignOutput = {
  /** Rungs (i, j): bead b joins source [l[2b], l[2b+2]) with target [l[2b+1], l[2b+3]). From 0,0 to n,m. */
  readonly ladder: Int32Array;
  /** Probability that bead b is right, 0..1; locks have 1. */
  readonly confidence: Float32Array;
};
