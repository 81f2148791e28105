import 'server-only';
import { z } from 'zod';
import { getDb, type Tx } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import { asOfOneMoment } from '@/db/queries/asOfOneMoment';
import * as runs from '@/db/queries/runs';
import type { Lock, Pin } from '@/lib/align';
import { type Actor, can } from '@/lib/bitext/can';
import { beadsFromLadder } from '@/lib/bitext/fromLadder';
import { findBorder } from '@/lib/bitext/segments';
import { type Bead, isLocked, type Span } from '@/lib/bitext/types';
import { err, ok, type Result } from '@/lib/result';
import { askEngine } from './askEngine';
import { langsOf, learntFor, refreshSoon } from './learnWords';
import { type AlignWindow, readWindow, type Stretch, unitsOf } from './readWindow';

const Offset = z.int().nonnegative();
/** Beads on either side of a run that somebody can wait for; more is work for a job. */
const MOST_BEADS = 1000;

export const ProposeRunInput = z.object({
  documentId: z.uuid(),
  bitextId: z.uuid(),
  /** A bead nobody has vouched for: the run is what lies around it between the nearest locked beads. */
  around: z.uuid(),
  /** Starts of a source and a target segment that belong together. */
  pin: z.object({ sourceAt: Offset, targetAt: Offset }).optional(),
  /** Beads on either side that may come into play; the run ends there if no wall comes before. */
  reach: z.int().min(1).max(MOST_BEADS).default(300),
  /** Whether beads that people have drawn are walls too, although nobody has vouched for them yet. */
  keepDrawn: z.boolean().default(false),
});

export type ProposedBead = { source: Span; target: Span; confidence: number };

export type ProposedRun = {
  bitextId: string;
  /** Revision of the bitext that was read. */
  revision: number;
  /** The run as the engine would draw it, in order. */
  beads: ProposedBead[];
  /** The beads that now stand there, in order. */
  replaced: { id: string; revision: number }[];
  /** The walls on either side; null where the run ends with the text, or out of reach. */
  walls: { before: string | null; after: string | null };
};

/** Longest run, in segments of either side, that somebody can wait for; beyond it is work for a job. */
export const LONGEST_RUN = 4000;

/**
 * Aligns the run around a bead again and says what would change. Reads the run with its surroundings, whatever the
 * size of the document, and stores nothing.
 */
export async function proposeRun(
  actor: Actor,
  { documentId, bitextId, around, pin, reach, keepDrawn }: z.output<typeof ProposeRunInput>,
): Promise<Result<ProposedRun>> {
  const db = await getDb();
  const place = await alignments.findBitext(db, bitextId);
  if (!place || place.documentId !== documentId || !can(actor, 'read', place)) return err('bitext.notFound');
  if (!can(actor, 'edit', place)) return err('bead.forbidden');
  const read = await asOfOneMoment(db, (tx) => readRun(tx, bitextId, around, reach, keepDrawn));
  if (!read.ok) return read;
  const { window, run, revision, beads, walls } = read.value;
  const pins = pin ? pinIn(window, run, pin) : [];
  if (!pins) return err('align.pinOutside');
  const learnt = await learntFor(db, place.projectId, window.input);
  const answer = await askEngine({ kind: 'run', input: { ...window.input, pins, learnt }, run });
  refreshSoon({ projectId: place.projectId, ...langsOf(window.input) });
  const made = beadsFromLadder(answer, window.source.borders, window.target.borders, () => '');
  return ok({
    bitextId,
    revision,
    beads: made.map(({ source, target, confidence }) => ({ source, target, confidence: confidence ?? 0 })),
    replaced: beads.map((bead) => ({ id: bead.id, revision: bead.revision })),
    walls: { before: walls.before?.id ?? null, after: walls.after?.id ?? null },
  });
}

type Run = {
  window: AlignWindow;
  run: Lock;
  revision: number;
  beads: Bead[];
  walls: { before: Bead | null; after: Bead | null };
};

async function readRun(
  tx: Tx,
  bitextId: string,
  around: string,
  reach: number,
  keepDrawn: boolean,
): Promise<Result<Run>> {
  const place = await alignments.findBitext(tx, bitextId);
  if (!place) return err('bitext.notFound');
  const middle = await runs.findBead(tx, bitextId, around);
  if (!middle) return err('bead.notFound');
  const isWall = (bead: Bead) => isLocked(bead) || (keepDrawn && bead.origin === 'person');
  if (isWall(middle)) return err('align.nothingFree');
  const { before, after } = await runs.neighbours(tx, bitextId, middle, reach);
  const wallBefore = before.findLastIndex(isWall);
  const wallAfter = after.findIndex(isWall);
  const beads = [
    ...before.slice(wallBefore + 1),
    middle,
    ...(wallAfter < 0 ? after : after.slice(0, wallAfter)),
  ];
  const stretch: Stretch = {
    source: { start: beads[0].source.start, end: beads.at(-1)!.source.end },
    target: { start: beads[0].target.start, end: beads.at(-1)!.target.end },
  };
  const units = Math.max(
    await runs.countSegments(tx, place.sourceTextId, stretch.source),
    await runs.countSegments(tx, place.targetTextId, stretch.target),
  );
  if (units > LONGEST_RUN) return err('align.runTooLong', { units, most: LONGEST_RUN });
  const window = await readWindow(tx, place, stretch);
  const walls = { before: before[wallBefore] ?? null, after: after[wallAfter] ?? null };
  return ok({ window, run: unitsOf(window, stretch), revision: place.revision, beads, walls });
}

/** The pin in segment numbers; null if either segment does not lie in the run. */
function pinIn(
  window: AlignWindow,
  { i0, i1, j0, j1 }: Lock,
  { sourceAt, targetAt }: { sourceAt: number; targetAt: number },
): Pin[] | null {
  if (!findBorder(window.source, sourceAt) || !findBorder(window.target, targetAt)) return null;
  const here = { start: sourceAt, end: sourceAt };
  const { i0: i, j0: j } = unitsOf(window, { source: here, target: { start: targetAt, end: targetAt } });
  return i >= i0 && i < i1 && j >= j0 && j < j1 ? [{ i, j }] : null;
}
