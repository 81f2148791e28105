import 'server-only';
import { type Db, getDb } from '@/db/client';
import * as stored from '@/db/queries/learnt';
import * as texts from '@/db/queries/texts';
import { readingOf } from '@/lib/bitext/segments';
import type { TextState } from '@/lib/bitext/types';
import { log } from '../log';
import { askEngine } from './askEngine';
import type { AlignTask, BeadTexts } from './protocol';

/** Most beads that are learnt from, newest documents first. */
const MOST_BEADS = 20_000;
/** While somebody works, new words are learnt at most so often. */
const PAUSE_MS = 2 * 60_000;

export const langsOf = ({ source, target }: AlignTask) => ({
  sourceLang: source.lang,
  targetLang: target.lang,
});

/** What the project has learnt so far about the languages of a task. */
export async function learntFor(
  db: Db,
  projectId: string,
  task: AlignTask,
): Promise<stored.LearntWords | undefined> {
  return (await stored.find(db, { projectId, ...langsOf(task) })) ?? undefined;
}

/**
 * Learns from all confirmed beads of the scope anew, if any of them has changed since the last time, and stores it.
 * Always from the beads themselves and never on top of what was learnt before: a bead that was reopened teaches nothing
 * any more.
 */
export async function refreshLearnt(
  db: Db,
  scope: stored.LearntScope,
): Promise<stored.LearntWords | undefined> {
  const known = await stored.find(db, scope);
  const { beads, stamp } = await stored.stampOf(db, scope);
  if (known?.stamp === stamp || (!known && beads === 0)) return known ?? undefined;
  const { sourceLang, targetLang } = scope;
  const lexicon = await askEngine({
    kind: 'learn',
    beads: await textsOf(db, await stored.beadsOf(db, scope, MOST_BEADS)),
    sourceLang,
    targetLang,
  });
  await stored.put(db, scope, { beads, stamp, lexicon });
  return lexicon;
}

type Row = Awaited<ReturnType<typeof stored.beadsOf>>[number];

/** One pair of texts after the other: a project's books need not be in memory together. */
async function textsOf(db: Db, rows: readonly Row[]): Promise<BeadTexts[]> {
  const out: BeadTexts[] = [];
  for (let first = 0; first < rows.length; ) {
    const { sourceTextId, targetTextId } = rows[first];
    let end = first;
    while (rows[end]?.sourceTextId === sourceTextId && rows[end]?.targetTextId === targetTextId) end++;
    const { paragraphs, corrections } = await texts.contents(db, [sourceTextId, targetTextId]);
    const side = (id: string): Pick<TextState, 'paragraphs' | 'corrections'> => ({
      paragraphs: paragraphs.filter((p) => p.textId === id),
      corrections: corrections.filter((c) => c.textId === id),
    });
    const [source, target] = [side(sourceTextId), side(targetTextId)];
    for (const row of rows.slice(first, end))
      out.push({
        source: readingOf(source, { start: row.sourceStart, end: row.sourceEnd }),
        target: readingOf(target, { start: row.targetStart, end: row.targetEnd }),
      });
    first = end;
  }
  return out;
}

const lastAt = new Map<string, number>();

/** Learns in the background, now and then: the next run that is aligned again knows more words. */
export function refreshSoon(scope: stored.LearntScope): void {
  const key = JSON.stringify(scope);
  const now = Date.now();
  if (now - (lastAt.get(key) ?? 0) < PAUSE_MS) return;
  lastAt.set(key, now);
  getDb()
    .then((db) => refreshLearnt(db, scope))
    .catch((cause: unknown) => log.error('learn.failed', cause));
}
