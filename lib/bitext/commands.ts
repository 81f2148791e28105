import { z } from 'zod';
import { NULL_REASONS } from './types';

const Id = z.uuid();
const Offset = z.int().nonnegative().max(2_000_000_000);
const SideName = z.enum(['source', 'target']);
/** PostgreSQL stores neither a zero character nor half of one outside the basic plane. */
const STORABLE = /^[^\0\p{Cs}]*$/u;
const Body = z.string().trim().min(1).max(10_000).regex(STORABLE);

/** Beads that one command may draw anew. */
export const LONGEST_RUN = 5000;
const Stretch = z.object({ start: Offset, end: Offset });
/** A bead to be: the engine says how sure it is, a person does not. */
const MadeBead = z.object({
  id: Id,
  source: Stretch,
  target: Stretch,
  confidence: z.number().min(0).max(1).nullable(),
});
export type MadeBead = z.infer<typeof MadeBead>;

/**
 * Everything a person can do to an alignment, as data. Beads are named by id, segments by text
 * and offset; ids of new things come in from outside, so that grid and server make the same ones.
 */
export const BeadCommand = z.discriminatedUnion('type', [
  /** Vouch for the bead. A null bead needs its reason first. */
  z.object({ type: z.literal('confirm'), bead: Id }),
  /** Vouch for many at once: a wide confirmation is one command, one event and one undo. */
  z.object({ type: z.literal('confirmAll'), beads: z.array(Id).min(1).max(50_000) }),
  /** Take a confirmation or approval back. */
  z.object({ type: z.literal('reopen'), bead: Id }),
  /** Take the next bead's first segment on one side. */
  z.object({ type: z.literal('pullUp'), bead: Id, side: SideName }),
  /** Give the last segment on one side to the next bead. */
  z.object({ type: z.literal('pushDown'), bead: Id, side: SideName }),
  /** Move the border between this bead and the next one to a segment border (drag with the mouse). */
  z.object({
    type: z.literal('moveBorder'),
    bead: Id,
    side: SideName,
    at: Offset,
  }),
  /** Join with the previous bead, which keeps its id. */
  z.object({ type: z.literal('join'), bead: Id }),
  /** Cut in two at a segment border on each side; the later half is `newBead`. */
  z.object({
    type: z.literal('cut'),
    bead: Id,
    sourceAt: Offset,
    targetAt: Offset,
    newBead: Id,
  }),
  /**
   * Draw the run of neighbouring `beads` anew: what the engine suggests, or what a shift along the run
   * makes of it. `made` covers the same stretches. One that stands where an old one stood changes nothing.
   */
  z.object({
    type: z.literal('redraw'),
    beads: z.array(Id).min(1).max(LONGEST_RUN),
    made: z.array(MadeBead).min(1).max(LONGEST_RUN),
  }),
  /** Say why a null bead has no counterpart; a bead with both sides first falls apart into two null beads. */
  z.object({
    type: z.literal('setNull'),
    bead: Id,
    reason: z.enum(NULL_REASONS),
    newBead: Id,
  }),
  /** Begin a new segment at `at`. */
  z.object({ type: z.literal('cutSegment'), text: Id, at: Offset }),
  /** Take the border at `at` away again. */
  z.object({ type: z.literal('joinSegments'), text: Id, at: Offset }),
  /** Give the segment that starts at `start` another reading; the original content takes it back. */
  z.object({
    type: z.literal('correct'),
    text: Id,
    start: Offset,
    reading: z.string().max(200_000).regex(STORABLE),
  }),
  z.object({ type: z.literal('comment'), bead: Id, id: Id, body: Body }),
  /** A comment that blocks approval until it is resolved. */
  z.object({ type: z.literal('dispute'), bead: Id, id: Id, body: Body }),
  z.object({ type: z.literal('resolve'), bead: Id, comment: Id }),
  z.object({ type: z.literal('approve'), bead: Id }),
  /** Send a bead back to its editor, saying why. */
  z.object({ type: z.literal('return'), bead: Id, id: Id, body: Body }),
]);
export type BeadCommand = z.infer<typeof BeadCommand>;
export type CommandType = BeadCommand['type'];

/** Commands that take from a neighbour or give to it. */
export const REACHING_COMMANDS: ReadonlySet<CommandType> = new Set([
  'pullUp',
  'pushDown',
  'moveBorder',
  'join',
]);

/** Every bead that the command names. */
export const beadsNamed = (command: BeadCommand): readonly string[] =>
  'bead' in command ? [command.bead] : 'beads' in command ? command.beads : [];

/** Commands that only a reviewer of the language may give. */
export const REVIEW_COMMANDS: ReadonlySet<CommandType> = new Set(['approve', 'return']);

/** Who gives the command and when; the reducer itself has no clock and no session. */
export type CommandContext = {
  actorId: string;
  /** ISO 8601, UTC. */
  at: string;
  /** The project allows approval of one's own work, as `self-reviewed`. */
  selfReview: boolean;
};
