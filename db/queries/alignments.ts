import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Bead, Comment, DocumentState, TextState } from '@/lib/bitext/types';
import type { Db, Tx } from '../client';
import { bead, bitext, comment, document, text } from '../schema';
import { type BitextRow, toBead, toBitextState, toComment } from './rows';
import * as texts from './texts';

/** A bitext with the project and language that rights are judged by. */
export async function findBitext(
  db: Db | Tx,
  id: string,
): Promise<(BitextRow & { projectId: string; lang: string }) | null> {
  const [row] = await db
    .select({ bitext, documentId: document.id, projectId: document.projectId, lang: text.lang })
    .from(bitext)
    .innerJoin(document, eq(document.id, bitext.documentId))
    .innerJoin(text, eq(text.id, bitext.targetTextId))
    .where(eq(bitext.id, id));
  if (!row) return null;
  const { bitext: own, ...place } = row;
  return { ...own, ...place };
}

/** The bitexts of a document with the language of their translation. */
export async function bitextsOf(db: Db | Tx, documentId: string): Promise<(BitextRow & { lang: string })[]> {
  const rows = await db
    .select({ bitext, lang: text.lang })
    .from(bitext)
    .innerJoin(text, eq(text.id, bitext.targetTextId))
    .where(eq(bitext.documentId, documentId))
    .orderBy(asc(text.lang));
  return rows.map((row) => ({ ...row.bitext, documentId, lang: row.lang }));
}

export async function beadsOf(db: Db | Tx, bitextId: string): Promise<Bead[]> {
  const rows = await db
    .select()
    .from(bead)
    .where(eq(bead.bitextId, bitextId))
    .orderBy(asc(bead.sourceStart), asc(bead.targetStart));
  return rows.map(toBead);
}

/** Everything of a document, for the workbench. */
export async function load(
  db: Db | Tx,
  documentId: string,
): Promise<DocumentState & { revisions: Record<string, number> }> {
  const bitexts = await bitextsOf(db, documentId);
  const heads = await texts.listOf(db, documentId);
  const { paragraphs, borders, corrections } = await texts.contents(
    db,
    heads.map((t) => t.id),
  );
  const state: Record<string, TextState> = {};
  for (const { id, lang } of heads) {
    const own = <Row extends { textId: string }>(rows: Row[]) =>
      rows.filter((row) => row.textId === id).map(({ textId: _, ...row }) => row);
    state[id] = {
      id,
      lang,
      paragraphs: own(paragraphs),
      borders: own(borders),
      corrections: own(corrections),
    };
  }
  const comments = await commentsOf(
    db,
    bitexts.map((b) => b.id),
  );
  const states: DocumentState['bitexts'] = Object.fromEntries(
    await mapInOrder(
      bitexts,
      async (row) => [row.id, toBitextState(row, await beadsOf(db, row.id))] as const,
    ),
  );
  return {
    texts: state,
    bitexts: states,
    comments,
    revisions: Object.fromEntries(bitexts.map((b) => [b.id, b.revision])),
  };
}

/** In the order in which they were written. */
export async function commentsOf(db: Db | Tx, bitextIds: readonly string[]): Promise<Comment[]> {
  if (!bitextIds.length) return [];
  const rows = await db
    .select()
    .from(comment)
    .where(inArray(comment.bitextId, [...bitextIds]))
    .orderBy(asc(comment.createdAt), asc(comment.id));
  return rows.map(toComment);
}

/** One after the other: a transaction has one connection. */
async function mapInOrder<T, R>(items: readonly T[], visit: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await visit(item));
  return results;
}

/** Whether a person has worked on the bitext, so that replacing it needs a second thought. */
export async function hasWork(db: Db | Tx, bitextId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: bead.id })
    .from(bead)
    .where(and(eq(bead.bitextId, bitextId), ne(bead.status, 'machine')))
    .limit(1);
  return row !== undefined;
}

/** Ids of the beads with an open dispute. */
export async function disputedOf(db: Db | Tx, bitextIds: readonly string[]): Promise<Set<string>> {
  if (!bitextIds.length) return new Set();
  const rows = await db
    .select({ beadId: comment.beadId })
    .from(comment)
    .where(
      and(inArray(comment.bitextId, [...bitextIds]), eq(comment.kind, 'dispute'), isNull(comment.resolvedBy)),
    );
  return new Set(rows.map((row) => row.beadId));
}
