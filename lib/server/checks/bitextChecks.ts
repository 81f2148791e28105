import 'server-only';
import { getDb } from '@/db/client';
import * as checks from '@/db/queries/checks';
import { lastSeq } from '@/db/queries/history';
import type { BitextRow } from '@/db/queries/rows';
import { packedId } from '@/lib/bitext/packed';
import type { BeadId } from '@/lib/bitext/types';
import type { BitextProfile, CheckId, Severity } from '@/lib/checks';
import { sweepInSteps } from '@/lib/checks/sweep';
import { sweepInThread } from './sweepInThread';

/** What was found in a bitext, as far as lists and filters need it. */
export type BitextChecks = {
  /** The last event of the document that is in it. */
  seq: number;
  profile: BitextProfile;
  found: { check: CheckId; severity: Severity; beads: BeadId[] }[];
  /** Of beads with findings. */
  fingerprints: Map<BeadId, string>;
  /** Start of each bead in the source, with what length ratio is usual there. */
  starts: readonly number[];
  curve: readonly (number | null)[];
};

type Entry = { startedAt: number; running: Promise<BitextChecks> };

/** Bitexts kept in memory. */
const MOST = 8;
/** A bitext under work is checked anew as a whole this often at most; its beads one by one at any time. */
const FRESH_MS = 15_000;
const TRIES = 3;

// On globalThis, because the bundler gives every route its own copy of this module.
const KEY = Symbol.for('triptych.checks');
const holder = globalThis as { [KEY]?: Map<string, Entry> };
holder[KEY] ??= new Map();
const entries = holder[KEY];

/** The findings of a whole bitext: from memory if nothing has happened since, or not long ago. */
export async function bitextChecks(place: BitextRow, now = Date.now()): Promise<BitextChecks> {
  const known = entries.get(place.id);
  if (known) {
    const kept = await known.running.catch(() => null);
    const isFresh =
      kept &&
      (now - known.startedAt < FRESH_MS || kept.seq === (await lastSeq(await getDb(), place.documentId)));
    if (isFresh) return keep(place.id, known).running;
    // Somebody else has begun meanwhile.
    const other = entries.get(place.id);
    if (other && other !== known) return other.running;
  }
  return keep(place.id, { startedAt: now, running: compute(place) }).running;
}

/** What is usual in a bitext: from memory however old, since habits change slowly. */
export async function bitextHabits(place: BitextRow): Promise<BitextChecks> {
  const known = await entries.get(place.id)?.running.catch(() => null);
  return known ?? bitextChecks(place);
}

/** Forgets everything. For tests. */
export const forgetChecks = (): void => entries.clear();

/** Puts an entry last, and drops the one that was not asked for longest. */
function keep(id: string, entry: Entry): Entry {
  entries.delete(id);
  entries.set(id, entry);
  entry.running.catch(() => entries.get(id) === entry && entries.delete(id));
  for (const oldest of entries.keys()) {
    if (entries.size <= MOST) break;
    entries.delete(oldest);
  }
  return entry;
}

async function compute(place: BitextRow): Promise<BitextChecks> {
  const db = await getDb();
  for (let attempt = 1; ; attempt++) {
    const seq = await lastSeq(db, place.documentId);
    const source = await checks.packedText(db, place.sourceTextId);
    const target = await checks.packedText(db, place.targetTextId);
    const beads = await checks.packedBeads(db, place);
    // Read while somebody edits, parts of two states could stand side by side. The last try is as good as it gets.
    if (attempt < TRIES && (await lastSeq(db, place.documentId)) !== seq) continue;
    const task = { source, target, beads };
    const sweep = await (beads.sourceEnds.length > SMALL
      ? sweepInThread(task)
      : inSlices(sweepInSteps(task)));
    const idOf = (k: number): BeadId => packedId(beads, k);
    return {
      ...{
        seq,
        profile: sweep.profile,
        curve: Array.from(sweep.curve, (one) => (Number.isNaN(one) ? null : one)),
      },
      found: sweep.found.map((group) => ({ ...group, beads: group.beads.map(idOf) })),
      fingerprints: new Map(sweep.fingerprints.map(([k, print]) => [idOf(k), print])),
      starts: Array.from(beads.sourceEnds, (_, k) => beads.sourceEnds[k - 1] ?? 0),
    };
  }
}

/** Bitexts up to this many beads are checked where we are, in slices: starting a thread would take longer. */
const SMALL = 1500;

/** The longest stretch of work between two looks at the event loop. */
const SLICE_MS = 12;

/** Runs a generator to its end, letting others run in between. */
async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  for (let startedAt = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - startedAt < SLICE_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    startedAt = performance.now();
  }
}
