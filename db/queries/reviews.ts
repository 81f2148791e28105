import { and, asc, eq, inArray, not, or, type SQL, sql } from 'drizzle-orm';
import type { Bead } from '@/lib/bitext/types';
import type { Db, Tx } from '../client';
import { bead, bitext, document, text } from '../schema';
import { type BeadPlace, toBead } from './rows';

export type WaitingBead = { bead: Bead; bitext: BeadPlace; lang: string; documentId: string; title: string };

type Scope = { projectId: string; langs: readonly string[]; reviewerId: string; ownToo: boolean };

/** Confirmed beads that this person may approve: not their own work, and not under dispute. */
function waiting({ projectId, langs, reviewerId, ownToo }: Scope): SQL | undefined {
  const open = sql`exists (select 1 from comment c where c.bead_id = ${bead.id} and c.kind = 'dispute' and c.resolved_by is null)`;
  return and(
    eq(document.projectId, projectId),
    eq(bead.status, 'confirmed'),
    inArray(text.lang, [...langs]),
    ownToo ? undefined : sql`not (${reviewerId}::uuid = any(${bead.authors}))`,
    not(open),
  );
}

/** The next beads of the queue in document and text order, after the one named. */
export async function next(
  db: Db | Tx,
  scope: Scope,
  after: string | null,
  limit: number,
): Promise<WaitingBead[]> {
  if (!scope.langs.length) return [];
  const place = after ? await placeOf(db, after) : null;
  const order = sql`(${document.createdAt}, ${document.id}, ${text.lang}, ${bead.sourceStart}, ${bead.targetStart})`;
  const rows = await db
    .select({ bead, bitext, lang: text.lang, documentId: document.id, title: document.title })
    .from(bead)
    .innerJoin(bitext, eq(bitext.id, bead.bitextId))
    .innerJoin(text, eq(text.id, bitext.targetTextId))
    .innerJoin(document, eq(document.id, bitext.documentId))
    .where(
      and(
        waiting(scope),
        place
          ? sql`${order} > (${place.createdAt}::timestamptz, ${place.documentId}::uuid, ${place.lang}, ${place.sourceStart}::int, ${place.targetStart}::int)`
          : undefined,
      ),
    )
    .orderBy(
      asc(document.createdAt),
      asc(document.id),
      asc(text.lang),
      asc(bead.sourceStart),
      asc(bead.targetStart),
    )
    .limit(limit);
  return rows.map((row) => ({ ...row, bead: toBead(row.bead) }));
}

async function placeOf(db: Db | Tx, beadId: string) {
  const [row] = await db
    .select({
      createdAt: sql<string>`${document.createdAt}::text`,
      documentId: document.id,
      lang: text.lang,
      sourceStart: bead.sourceStart,
      targetStart: bead.targetStart,
    })
    .from(bead)
    .innerJoin(bitext, eq(bitext.id, bead.bitextId))
    .innerJoin(text, eq(text.id, bitext.targetTextId))
    .innerJoin(document, eq(document.id, bitext.documentId))
    .where(eq(bead.id, beadId));
  return row ?? null;
}

export async function countWaiting(db: Db | Tx, scope: Scope): Promise<Record<string, number>> {
  if (!scope.langs.length) return {};
  const rows = await db
    .select({ lang: text.lang, beads: sql<number>`count(*)::int` })
    .from(bead)
    .innerJoin(bitext, eq(bitext.id, bead.bitextId))
    .innerJoin(text, eq(text.id, bitext.targetTextId))
    .innerJoin(document, eq(document.id, bitext.documentId))
    .where(waiting(scope))
    .groupBy(text.lang);
  return Object.fromEntries(rows.map((row) => [row.lang, row.beads]));
}

/** The beads right before and after, which share a border with this one. */
export async function neighbours(
  db: Db | Tx,
  bitextId: string,
  one: Bead,
): Promise<{ previous: Bead | null; next: Bead | null }> {
  const rows = await db
    .select()
    .from(bead)
    .where(
      and(
        eq(bead.bitextId, bitextId),
        or(
          and(eq(bead.sourceEnd, one.source.start), eq(bead.targetEnd, one.target.start)),
          and(eq(bead.sourceStart, one.source.end), eq(bead.targetStart, one.target.end)),
        ),
      ),
    );
  const beads = rows.map(toBead);
  return {
    previous:
      beads.find((b) => b.source.end === one.source.start && b.target.end === one.target.start) ?? null,
    next: beads.find((b) => b.source.start === one.source.end && b.target.start === one.target.end) ?? null,
  };
}
