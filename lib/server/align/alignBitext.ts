import 'server-only';
import { getDb, type Tx } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import { asOfOneMoment } from '@/db/queries/asOfOneMoment';
import * as changes from '@/db/queries/changes';
import * as documents from '@/db/queries/documents';
import * as history from '@/db/queries/history';
import * as jobs from '@/db/queries/jobs';
import type { LearntWords } from '@/db/queries/learnt';
import type { BitextRow } from '@/db/queries/rows';
import { type Change, isNoChange, NO_CHANGE } from '@/lib/bitext/change';
import { rehomeComments } from '@/lib/bitext/discussion';
import { beadsFromLadder } from '@/lib/bitext/fromLadder';
import { replaceRun } from '@/lib/bitext/replaceRun';
import { type Bead, type DocumentState, isLocked, type TextState } from '@/lib/bitext/types';
import { err, ok, type Result } from '@/lib/result';
import { newId } from '../newId';
import { langsOf, refreshLearnt } from './learnWords';
import type { AlignTask } from './protocol';
import { alignSide, unitsOf } from './readWindow';
import { runInWorker } from './runInWorker';

/** How often a realignment starts again because somebody edited meanwhile. */
const MAX_ROUNDS = 3;

/**
 * Carries out an alignment job: reads the two texts, aligns them in a worker with every locked bead
 * as a wall, and replaces what is not locked in one transaction with its history row.
 *
 * @param onProgress told twice a second of the share that is done, 0..1
 */
export async function alignBitext(
  job: jobs.JobRow,
  onProgress: (share: number) => void = () => {},
): Promise<Result<null>> {
  const db = await getDb();
  let learnt: LearntWords | undefined;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const place = await alignments.findBitext(db, job.bitextId);
    if (!place) return err('bitext.notFound');
    const state = await asOfOneMoment(db, (tx) => alignments.load(tx, place.documentId));
    if (!state.bitexts[place.id]) return err('bitext.notFound');
    const bitext = state.bitexts[place.id];
    const [source, target] = [state.texts[place.sourceTextId], state.texts[place.targetTextId]];
    const task = taskOf(source, target, bitext.beads);
    // Once a job is enough: what is confirmed while it runs is a wall in the next round anyway.
    learnt ??= await refreshLearnt(db, { projectId: place.projectId, ...langsOf(task) });
    const answer = await runInWorker({ ...task, learnt }, (share) => {
      onProgress(share);
      return jobs.beat(db, job.id, share);
    });
    if (!answer) return ok(null); // cancelled: the row says so already
    const made = beadsFromLadder(answer, source.borders, target.borders, newId, task.locks);
    const stored = await db.transaction((tx) => store(tx, job, place, state, made));
    if (stored) return ok(null);
  }
  return err('job.failed');
}

function taskOf(source: TextState, target: TextState, beads: readonly Bead[]): AlignTask {
  const locks = beads.filter(isLocked).map((bead) => unitsOf({ source, target }, bead));
  return { source: alignSide(source), target: alignSide(target), locks };
}

/** False when the bitext or its texts changed while the engine was at work. */
async function store(
  tx: Tx,
  job: jobs.JobRow,
  place: BitextRow,
  before: DocumentState,
  made: readonly Bead[],
): Promise<boolean> {
  await documents.lock(tx, place.documentId);
  const now = await alignments.load(tx, place.documentId);
  const sameBorders = [place.sourceTextId, place.targetTextId].every((id) => {
    const borders = now.texts[id]?.borders;
    return (
      borders?.length === before.texts[id].borders.length &&
      borders.every((border, k) => border.at === before.texts[id].borders[k].at)
    );
  });
  if (!sameBorders || now.revisions[place.id] !== place.revision) return false;
  const beads = now.bitexts[place.id].beads;
  const rows = replaceRun(beads, made).map((row) => ({ bitextId: place.id, ...row }));
  const change: Change = rehomeComments(now, { ...NO_CHANGE, beads: rows });
  // Cancelled in the last moment: the row is no longer running, and nothing is stored.
  if (!(await jobs.end(tx, job.id, 'done'))) return true;
  if (isNoChange(change)) return true;
  const saved = await changes.save(tx, change, [place]);
  const first = beads.length === 0;
  if (!job.createdBy) return true; // the sample: nobody to sign for it
  await history.append(tx, {
    id: newId(),
    documentId: place.documentId,
    actorId: job.createdBy,
    at: new Date().toISOString(),
    kind: first ? 'align' : 'realign',
    takesBack: null,
    commands: [],
    // The first alignment can't be undone, and would be a copy of all beads: its summary is enough.
    change: first ? NO_CHANGE : saved,
  });
  return true;
}
