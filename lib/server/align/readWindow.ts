import 'server-only';
import type { Tx } from '@/db/client';
import type { BitextRow } from '@/db/queries/rows';
import * as runs from '@/db/queries/runs';
import * as texts from '@/db/queries/texts';
import { type Lock, RUN_CONTEXT } from '@/lib/align';
import { segmentIndex } from '@/lib/bitext/fromLadder';
import { readingOf, segmentsIn } from '@/lib/bitext/segments';
import type { Span, TextState } from '@/lib/bitext/types';
import type { AlignTask } from './protocol';

/** A stretch of a bitext: a span of either text. */
export type Stretch = { source: Span; target: Span };

/** Both texts as far as a stretch and its surroundings need them; segment numbers count from the window's start. */
export type AlignWindow = { source: TextState; target: TextState; input: AlignTask };

/** Reads a stretch with RUN_CONTEXT segments around it, and nothing else of the document. */
export async function readWindow(tx: Tx, place: BitextRow, stretch: Stretch): Promise<AlignWindow> {
  const side = async (textId: string, span: Span) =>
    texts.around(tx, textId, await runs.widen(tx, textId, span, RUN_CONTEXT));
  const source = await side(place.sourceTextId, stretch.source);
  const target = await side(place.targetTextId, stretch.target);
  return { source, target, input: { source: alignSide(source), target: alignSide(target) } };
}

/** A text, or a window of one, as the engine wants it: the readings of its segments. */
export function alignSide(text: TextState): AlignTask['source'] {
  return { lang: text.lang, segments: segmentSpans(text).map((span) => readingOf(text, span).trim()) };
}

/** The segments that a text or window holds. */
export const segmentSpans = (text: TextState): Span[] =>
  text.borders.length ? segmentsIn(text, { start: text.borders[0].at, end: text.borders.at(-1)!.at }) : [];

/** A stretch in segment numbers of the window. */
export const unitsOf = (
  { source, target }: Pick<AlignWindow, 'source' | 'target'>,
  stretch: Stretch,
): Lock => ({
  i0: segmentIndex(source.borders, stretch.source.start),
  i1: segmentIndex(source.borders, stretch.source.end),
  j0: segmentIndex(target.borders, stretch.target.start),
  j1: segmentIndex(target.borders, stretch.target.end),
});
