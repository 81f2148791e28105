import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import type { BundleEntry, BundleRow } from '@/lib/bitext/bundle/bundleRows';
import type { Db, Tx } from '../client';
import { bead, bitext, border, comment, correction, event, ignoredCheck, paragraph, text } from '../schema';
import { breathe } from './breathe';

const PAGE = 2000;
/** A page of events may hold realignments of whole documents. */
const EVENT_PAGE = 20;
const iso = (time: string | Date): string => new Date(time).toISOString();

/** Every row of a document that a bundle carries, entry by entry, in short queries. People are not among them. */
export async function* rowsOf<E extends Exclude<BundleEntry, 'people'>>(
  db: Db | Tx,
  documentId: string,
  entry: E,
): AsyncGenerator<BundleRow<E>[]> {
  const read = READ[entry] as (db: Db | Tx, documentId: string) => AsyncGenerator<BundleRow<E>[]>;
  for await (const page of read(db, documentId)) {
    await breathe();
    yield page;
  }
}

type Readers = {
  [E in Exclude<BundleEntry, 'people'>]: (db: Db | Tx, documentId: string) => AsyncGenerator<BundleRow<E>[]>;
};

const READ: Readers = {
  async *texts(db, documentId) {
    const rows = await db.select().from(text).where(eq(text.documentId, documentId)).orderBy(asc(text.id));
    yield rows.map(({ documentId: _, indexedTo: __, importedAt, warnings, reading, ...row }) => ({
      ...row,
      warnings: warnings as unknown[],
      reading: reading as Record<string, unknown> | null,
      importedAt: iso(importedAt),
    }));
  },
  paragraphs: (db, documentId) =>
    ofTexts(db, documentId, (textId, after) =>
      db
        .select({ textId: paragraph.textId, start: paragraph.start, content: paragraph.content })
        .from(paragraph)
        .where(and(eq(paragraph.textId, textId), gt(paragraph.start, after)))
        .orderBy(asc(paragraph.start))
        .limit(PAGE),
    ),
  borders: async function* (db, documentId) {
    for await (const page of ofTexts(db, documentId, async (textId, after) => {
      const rows = await db
        .select()
        .from(border)
        .where(and(eq(border.textId, textId), gt(border.at, after)))
        .orderBy(asc(border.at))
        .limit(PAGE);
      return rows.map((row) => ({ ...row, start: row.at }));
    }))
      yield page.map(({ start: _, ...row }) => row);
  },
  corrections: (db, documentId) =>
    ofTexts(db, documentId, (textId, after) =>
      db
        .select()
        .from(correction)
        .where(and(eq(correction.textId, textId), gt(correction.start, after)))
        .orderBy(asc(correction.start))
        .limit(PAGE),
    ),
  async *bitexts(db, documentId) {
    const rows = await bitextsIn(db, documentId);
    yield rows.map(({ id, sourceTextId, targetTextId, revision, origin }) => ({
      ...{ id, sourceTextId, targetTextId, revision },
      aligned: origin !== null,
    }));
  },
  async *beads(db, documentId) {
    for (const { id } of await bitextsIn(db, documentId)) {
      let after: SQL | undefined;
      for (;;) {
        const page = await db
          .select()
          .from(bead)
          .where(and(eq(bead.bitextId, id), after))
          .orderBy(asc(bead.sourceStart), asc(bead.targetStart))
          .limit(PAGE);
        yield page.map((row) => ({
          ...{ id: row.id, bitextId: id, status: row.status, origin: row.origin },
          source: { start: row.sourceStart, end: row.sourceEnd },
          target: { start: row.targetStart, end: row.targetEnd },
          ...{ confidence: row.confidence, reason: row.reason },
          ...{ authors: row.authors, revision: row.revision },
        }));
        if (page.length < PAGE) break;
        const last = page.at(-1)!;
        after = sql`(${bead.sourceStart}, ${bead.targetStart}) > (${last.sourceStart}, ${last.targetStart})`;
      }
    }
  },
  async *comments(db, documentId) {
    const ids = (await bitextsIn(db, documentId)).map(({ id }) => id);
    if (!ids.length) return;
    const rows = await db
      .select()
      .from(comment)
      .where(inArray(comment.bitextId, ids))
      .orderBy(asc(comment.createdAt), asc(comment.id));
    yield rows.map((row) => ({ ...row, createdAt: iso(row.createdAt) }));
  },
  async *ignored(db, documentId) {
    const ids = (await bitextsIn(db, documentId)).map(({ id }) => id);
    if (!ids.length) return;
    const rows = await db
      .select()
      .from(ignoredCheck)
      .where(inArray(ignoredCheck.bitextId, ids))
      .orderBy(asc(ignoredCheck.beadId), asc(ignoredCheck.check));
    yield rows.map((row) => ({ ...row, ignoredAt: iso(row.ignoredAt) }));
  },
  async *events(db, documentId) {
    for (let after = 0; ; ) {
      const page = await db
        .select({
          ...{ id: event.id, seq: event.seq, actorId: event.actorId, at: event.at, kind: event.kind },
          ...{ takesBack: event.takesBack, commands: event.commands, change: event.change },
          beads: sql<
            string[]
          >`coalesce((select json_agg(bead_id order by bead_id) from event_bead where event_id = ${event.id}), '[]')`,
        })
        .from(event)
        .where(and(eq(event.documentId, documentId), gt(event.seq, after)))
        .orderBy(asc(event.seq))
        .limit(EVENT_PAGE);
      yield page.map(({ seq: _, ...row }) => ({ ...row, at: iso(row.at) }));
      if (page.length < EVENT_PAGE) return;
      after = page.at(-1)!.seq;
    }
  },
};

async function* ofTexts<Row extends { start: number }>(
  db: Db | Tx,
  documentId: string,
  pageOf: (textId: string, after: number) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  const texts = await db
    .select({ id: text.id })
    .from(text)
    .where(eq(text.documentId, documentId))
    .orderBy(asc(text.id));
  for (const { id } of texts)
    for (let after = -1; ; ) {
      const page = await pageOf(id, after);
      yield page;
      if (page.length < PAGE) break;
      after = page.at(-1)!.start;
    }
}

const bitextsIn = (db: Db | Tx, documentId: string) =>
  db.select().from(bitext).where(eq(bitext.documentId, documentId)).orderBy(asc(bitext.id));
