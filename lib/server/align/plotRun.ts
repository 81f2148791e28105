import 'server-only';
import { z } from 'zod';
import { getDb, type Tx } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import { asOfOneMoment } from '@/db/queries/asOfOneMoment';
import * as runs from '@/db/queries/runs';
import type { Lock } from '@/lib/align';
import { type Actor, can } from '@/lib/bitext/can';
import { segmentCount } from '@/lib/bitext/segments';
import { type Bead, isEmpty } from '@/lib/bitext/types';
import { err, ok, type Result } from '@/lib/result';
import { askEngine } from './askEngine';
import { learntFor } from './learnWords';
import { type AlignWindow, readWindow, type Stretch, segmentSpans, unitsOf } from './readWindow';

export const PlotRunInput = z.object({ documentId: z.uuid(), bitextId: z.uuid(), beadId: z.uuid() });

/** The dots around a bead: every source segment with every target segment of the run. */
export type PlottedRun = {
  /** Where the segments of either side begin, and at the end where the last one ends: offsets in their texts. */
  sources: number[];
  targets: number[];
  /** What each pair is worth in nats, rounded to tenths; row-major: the source segments are the rows. */
  nats: number[];
};

/** Beads read on either side; the run then holds as many of them as the two limits allow. */
const REACH = 100;
/** Segments of either side: more dots than this nobody sees. */
const MOST_SEGMENTS = 200;
/** Letters of either side, which bound the engine's time: some 1,500 sentences. */
const MOST_LETTERS = 120_000;

/**
 * What the engine finds in every pair of segments around a bead, whatever walls there are: for the dot plot.
 * Reads the run with its surroundings and stores nothing.
 */
export async function plotRun(
  actor: Actor,
  { documentId, bitextId, beadId }: z.output<typeof PlotRunInput>,
): Promise<Result<PlottedRun>> {
  const db = await getDb();
  const place = await alignments.findBitext(db, bitextId);
  if (!place || place.documentId !== documentId || !can(actor, 'read', place)) return err('bitext.notFound');
  const read = await asOfOneMoment(db, (tx) => readAround(tx, bitextId, beadId));
  if (!read.ok) return read;
  const { window, run } = read.value;
  const bounds = (side: 'source' | 'target', from: number, to: number) => [
    ...segmentSpans(window[side])
      .slice(from, to)
      .map(({ start }) => start),
    window[side].borders[to].at,
  ];
  const learnt = await learntFor(db, place.projectId, window.input);
  const nats = await askEngine({ kind: 'plot', input: { ...window.input, learnt }, run });
  return ok({
    sources: bounds('source', run.i0, run.i1),
    targets: bounds('target', run.j0, run.j1),
    nats: Array.from(nats, (x) => Math.round(10 * x) / 10),
  });
}

async function readAround(
  tx: Tx,
  bitextId: string,
  beadId: string,
): Promise<Result<{ window: AlignWindow; run: Lock }>> {
  const place = await alignments.findBitext(tx, bitextId);
  if (!place) return err('bitext.notFound');
  const middle = await runs.findBead(tx, bitextId, beadId);
  if (!middle) return err('bead.notFound');
  const { before, after } = await runs.neighbours(tx, bitextId, middle, REACH);
  const wide = await readWindow(tx, place, stretchOf([...before, middle, ...after]));
  const stretch = stretchOf(withinLimits(wide, before, middle, after));
  // Read again around the smaller stretch: its surroundings are what the engine compares with.
  const window = await readWindow(tx, place, stretch);
  return ok({ window, run: unitsOf(window, stretch) });
}

const stretchOf = (beads: readonly Bead[]): Stretch => ({
  source: { start: beads[0].source.start, end: beads.at(-1)!.source.end },
  target: { start: beads[0].target.start, end: beads.at(-1)!.target.end },
});

/** As many beads around the middle one as the limits allow, taken from both sides in turn; never fewer than it. */
export function withinLimits(
  { source, target }: Pick<AlignWindow, 'source' | 'target'>,
  before: readonly Bead[],
  middle: Bead,
  after: readonly Bead[],
): Bead[] {
  const taken = [middle];
  const fits = (beads: readonly Bead[]) => {
    const stretch = stretchOf(beads);
    return [[source, stretch.source] as const, [target, stretch.target] as const].every(
      ([text, span]) =>
        span.end - span.start <= MOST_LETTERS && (isEmpty(span) || segmentCount(text, span) <= MOST_SEGMENTS),
    );
  };
  let [up, down] = [before.length - 1, 0];
  for (let grown = true; grown; ) {
    grown = false;
    if (up >= 0 && fits([before[up], ...taken])) {
      taken.unshift(before[up--]);
      grown = true;
    }
    if (down < after.length && fits([...taken, after[down]])) {
      taken.push(after[down++]);
      grown = true;
    }
  }
  return taken;
}
