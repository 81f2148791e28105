import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '../client';
import { bead, bitext, document, learntLexicon, text } from '../schema';

/** A lexicon as the engine takes it. */
export type LearntWords = {
  sourceLang: string;
  targetLang: string;
  pairs: readonly {
    source: string;
    target: string;
    together: number;
    sourceCount: number;
    targetCount: number;
  }[];
};

/** A project and a pair of languages: what is learnt stays within these. */
export type LearntScope = { projectId: string; sourceLang: string; targetLang: string };

const LOCKED = ['confirmed', 'self-reviewed', 'approved'] as const;

const isScope = ({ projectId, sourceLang, targetLang }: LearntScope) =>
  and(
    eq(learntLexicon.projectId, projectId),
    eq(learntLexicon.sourceLang, sourceLang),
    eq(learntLexicon.targetLang, targetLang),
  );

export async function find(
  db: Db | Tx,
  scope: LearntScope,
): Promise<(LearntWords & { stamp: string }) | null> {
  const [row] = await db.select().from(learntLexicon).where(isScope(scope));
  if (!row) return null;
  const pairs = row.pairs.map(([source, target, together, sourceCount, targetCount]) => ({
    source,
    target,
    together,
    sourceCount,
    targetCount,
  }));
  return { sourceLang: row.sourceLang, targetLang: row.targetLang, pairs, stamp: row.stamp };
}

export async function put(
  db: Db | Tx,
  scope: LearntScope,
  made: { beads: number; stamp: string; lexicon: LearntWords },
): Promise<void> {
  const pairs = made.lexicon.pairs.map((p): [string, string, number, number, number] => [
    p.source,
    p.target,
    // Three digits: what comes after them is the order in which beads were added up.
    Math.round(p.together * 1000) / 1000,
    p.sourceCount,
    p.targetCount,
  ]);
  const row = { beads: made.beads, stamp: made.stamp, pairs };
  await db
    .insert(learntLexicon)
    .values({ ...scope, ...row })
    .onConflictDoUpdate({
      target: [learntLexicon.projectId, learntLexicon.sourceLang, learntLexicon.targetLang],
      set: row,
    });
}

/** The linked beads of the scope that somebody vouches for. */
const taught = ({ projectId, targetLang }: LearntScope) =>
  and(
    eq(document.projectId, projectId),
    eq(text.lang, targetLang),
    inArray(bead.status, [...LOCKED]),
    sql`${bead.sourceStart} < ${bead.sourceEnd}`,
    sql`${bead.targetStart} < ${bead.targetEnd}`,
  );

/** How many beads there are to learn from, and a stamp that changes when they do. */
export async function stampOf(db: Db | Tx, scope: LearntScope): Promise<{ beads: number; stamp: string }> {
  const [row] = await db
    .select({
      beads: sql<number>`count(*)::int`,
      sum: sql<string>`coalesce(sum(${bead.revision} + 1), 0)::text`,
    })
    .from(bead)
    .innerJoin(bitext, eq(bitext.id, bead.bitextId))
    .innerJoin(document, eq(document.id, bitext.documentId))
    .innerJoin(text, eq(text.id, bitext.targetTextId))
    .where(taught(scope));
  return { beads: row?.beads ?? 0, stamp: `${row?.beads ?? 0}:${row?.sum ?? 0}` };
}

/** The spans of those beads with their texts, by text and in order; the latest `most` of them. */
export async function beadsOf(db: Db | Tx, scope: LearntScope, most: number) {
  const rows = await db
    .select({
      sourceTextId: bead.sourceTextId,
      targetTextId: bead.targetTextId,
      sourceStart: bead.sourceStart,
      sourceEnd: bead.sourceEnd,
      targetStart: bead.targetStart,
      targetEnd: bead.targetEnd,
    })
    .from(bead)
    .innerJoin(bitext, eq(bitext.id, bead.bitextId))
    .innerJoin(document, eq(document.id, bitext.documentId))
    .innerJoin(text, eq(text.id, bitext.targetTextId))
    .where(taught(scope))
    .orderBy(desc(document.createdAt), asc(document.id), asc(bead.sourceStart), asc(bead.targetStart))
    .limit(most);
  return rows;
}
