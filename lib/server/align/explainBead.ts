import 'server-only';
import { z } from 'zod';
import { getDb, type Tx } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import { asOfOneMoment } from '@/db/queries/asOfOneMoment';
import * as runs from '@/db/queries/runs';
import type { ExplainKind, Lock, Place } from '@/lib/align';
import { type Actor, can } from '@/lib/bitext/can';
import { readingOf } from '@/lib/bitext/segments';
import { type Bead, isLocked, type Span, type TextState } from '@/lib/bitext/types';
import { err, ok, type Result } from '@/lib/result';
import { askEngine } from './askEngine';
import { learntFor } from './learnWords';
import type { BeadExplained } from './protocol';
import { type AlignWindow, readWindow, type Stretch, segmentSpans, unitsOf } from './readWindow';

export const ExplainBeadInput = z.object({ documentId: z.uuid(), bitextId: z.uuid(), beadId: z.uuid() });

/** A stretch of the reading of a segment: `at` is where the segment starts in its text, the rest counts from there. */
export type SegmentPlace = { at: number; start: number; end: number };

type Matched = { kind: ExplainKind; source: SegmentPlace; target: SegmentPlace; nats: number };
type Missed = { kind: ExplainKind; place: SegmentPlace; nats: number };

export type ExplainedBead = {
  /** Revision of the bitext that was read. */
  revision: number;
  /** Strongest first. */
  matches: Matched[];
  missing: { source: Missed[]; target: Missed[] };
  /** Letters of both sides, what the source makes one expect, and the nats that the difference is worth. */
  length: { source: number; target: number; expected: number; nats: number };
  /** How likely the bead is as it is drawn, 0..1. */
  probability: number;
  /** Up to three other ways to draw it, likeliest first. `beads` take the place of `replaced`, the same for all. */
  alternatives: { probability: number; beads: { source: Span; target: Span }[] }[];
  /** The beads that alternatives redraw: the bead itself and its unlocked neighbours. In order. */
  replaced: { id: string; revision: number }[];
};

/** Beads on either side that an alternative may redraw. */
const REACH = 2;

/** Why a bead is as it is, and what else it might be: for the inspector. Stores nothing. */
export async function explainBead(
  actor: Actor,
  { documentId, bitextId, beadId }: z.output<typeof ExplainBeadInput>,
): Promise<Result<ExplainedBead>> {
  const db = await getDb();
  const place = await alignments.findBitext(db, bitextId);
  if (!place || place.documentId !== documentId || !can(actor, 'read', place)) return err('bitext.notFound');
  const read = await asOfOneMoment(db, (tx) => readAround(tx, bitextId, beadId));
  if (!read.ok) return read;
  const { window, stretch, bead, beads, revision } = read.value;
  const learnt = await learntFor(db, place.projectId, window.input);
  const answer = await askEngine({ kind: 'explain', input: { ...window.input, learnt }, stretch, bead });
  return ok({
    revision,
    ...placed(window, answer),
    length: answer.why.length,
    probability: answer.probability,
    alternatives: answer.others.map(({ probability, beads: drawn }) => ({
      probability,
      beads: drawn.map((units) => spansOf(window, units)),
    })),
    replaced: beads.map(({ id, revision: seen }) => ({ id, revision: seen })),
  });
}

type Around = { window: AlignWindow; stretch: Lock; bead: Lock; beads: Bead[]; revision: number };

async function readAround(tx: Tx, bitextId: string, beadId: string): Promise<Result<Around>> {
  const place = await alignments.findBitext(tx, bitextId);
  if (!place) return err('bitext.notFound');
  const bead = await runs.findBead(tx, bitextId, beadId);
  if (!bead) return err('bead.notFound');
  const { before, after } = await runs.neighbours(tx, bitextId, bead, REACH);
  const wallBefore = before.findLastIndex(isLocked);
  const wallAfter = after.findIndex(isLocked);
  const beads = [
    ...before.slice(wallBefore + 1),
    bead,
    ...(wallAfter < 0 ? after : after.slice(0, wallAfter)),
  ];
  const stretch: Stretch = {
    source: { start: beads[0].source.start, end: beads.at(-1)!.source.end },
    target: { start: beads[0].target.start, end: beads.at(-1)!.target.end },
  };
  const window = await readWindow(tx, place, stretch);
  const { revision } = place;
  return ok({ window, stretch: unitsOf(window, stretch), bead: unitsOf(window, bead), beads, revision });
}

/** The engine counts in trimmed segments of the window; people see readings of segments as they stand. */
function placed(
  { source, target }: AlignWindow,
  { why }: BeadExplained,
): Pick<ExplainedBead, 'matches' | 'missing'> {
  const [inSource, inTarget] = [placesIn(source), placesIn(target)];
  return {
    matches: why.matches.map((m) => ({ ...m, source: inSource(m.source), target: inTarget(m.target) })),
    missing: {
      source: why.missing.source.map((m) => ({ ...m, place: inSource(m.place) })),
      target: why.missing.target.map((m) => ({ ...m, place: inTarget(m.place) })),
    },
  };
}

function placesIn(text: TextState): (place: Place) => SegmentPlace {
  const spans = segmentSpans(text);
  return ({ segment, start, end }) => {
    const span = spans[segment];
    const reading = readingOf(text, span);
    const trimmed = reading.length - reading.trimStart().length;
    return { at: span.start, start: start + trimmed, end: end + trimmed };
  };
}

const spansOf = ({ source, target }: AlignWindow, { i0, i1, j0, j1 }: Lock): Stretch => ({
  source: { start: source.borders[i0].at, end: source.borders[i1].at },
  target: { start: target.borders[j0].at, end: target.borders[j1].at },
});
