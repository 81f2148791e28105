import { and, asc, eq, sql } from 'drizzle-orm';
import type { BeadStatus } from '@/lib/bitext/types';
import type { Db, Tx } from '../client';
import { bead, bitext, comment, document, project, text } from '../schema';

/** A document with what rights and policies its project lays down. */
export type DocumentHead = {
  id: string;
  title: string;
  projectId: string;
  projectName: string;
  referenceLang: string;
  targetLangs: string[];
  selfReview: boolean;
};

const headColumns = {
  id: document.id,
  title: document.title,
  projectId: document.projectId,
  projectName: project.name,
  referenceLang: project.referenceLang,
  targetLangs: project.targetLangs,
  selfReview: project.selfReview,
};

export async function find(db: Db | Tx, id: string): Promise<DocumentHead | null> {
  const [row] = await db
    .select(headColumns)
    .from(document)
    .innerJoin(project, eq(project.id, document.projectId))
    .where(eq(document.id, id));
  return row ?? null;
}

/** As `find`, and keeps every other edit of the document waiting until the transaction ends. */
export async function lock(tx: Tx, id: string): Promise<DocumentHead | null> {
  const [row] = await tx
    .select(headColumns)
    .from(document)
    .innerJoin(project, eq(project.id, document.projectId))
    .where(eq(document.id, id))
    .for('update', { of: document });
  return row ?? null;
}

export async function findByTitle(
  db: Db | Tx,
  projectId: string,
  title: string,
): Promise<{ id: string } | null> {
  const [row] = await db
    .select({ id: document.id })
    .from(document)
    .where(and(eq(document.projectId, projectId), eq(document.title, title)));
  return row ?? null;
}

/** Titles of all documents of a project. */
export async function titles(db: Db | Tx, projectId: string): Promise<string[]> {
  const rows = await db
    .select({ title: document.title })
    .from(document)
    .where(eq(document.projectId, projectId));
  return rows.map(({ title }) => title);
}

/** A document and those that follow it in the list of its project. */
export async function fromHereOn(
  db: Db | Tx,
  projectId: string,
  id: string,
): Promise<{ documentId: string; title: string }[]> {
  const rows = await db
    .select({ documentId: document.id, title: document.title })
    .from(document)
    .where(eq(document.projectId, projectId))
    .orderBy(asc(document.createdAt), asc(document.title));
  return rows.slice(
    Math.max(
      0,
      rows.findIndex(({ documentId }) => documentId === id),
    ),
  );
}

export async function insert(
  tx: Db | Tx,
  row: {
    id: string;
    projectId: string;
    title: string;
    createdBy: string | null;
    /** Now, when nobody says; documents are listed in this order. */
    createdAt?: Date;
  },
): Promise<void> {
  await tx.insert(document).values(row);
}

export async function rename(tx: Db | Tx, projectId: string, id: string, title: string): Promise<void> {
  await tx
    .update(document)
    .set({ title })
    .where(and(eq(document.projectId, projectId), eq(document.id, id)));
}

export async function remove(tx: Db | Tx, projectId: string, id: string): Promise<void> {
  await tx.delete(document).where(and(eq(document.projectId, projectId), eq(document.id, id)));
}

export type TextHead = {
  id: string;
  documentId: string;
  lang: string;
  isReference: boolean;
  fileName: string | null;
  format: string;
  lengthUtf16: number;
};

export type BitextHead = {
  id: string;
  documentId: string;
  lang: string;
  /** Whether there are beads. */
  aligned: boolean;
  counts: Record<BeadStatus, number>;
  disputed: number;
};

export type DocumentSummary = {
  id: string;
  title: string;
  createdAt: Date;
  texts: TextHead[];
  bitexts: BitextHead[];
};

/** The documents of a project with their texts and how far each language is; all, or the one named. */
export async function summaries(
  db: Db | Tx,
  projectId: string,
  documentId?: string,
): Promise<DocumentSummary[]> {
  const scope = documentId
    ? and(eq(document.projectId, projectId), eq(document.id, documentId))
    : eq(document.projectId, projectId);
  const documents = await db
    .select({
      id: document.id,
      title: document.title,
      createdAt: document.createdAt,
    })
    .from(document)
    .where(scope)
    .orderBy(asc(document.createdAt), asc(document.title));
  const texts = await db
    .select({
      id: text.id,
      documentId: document.id,
      lang: text.lang,
      isReference: text.isReference,
      fileName: text.fileName,
      format: text.format,
      lengthUtf16: text.lengthUtf16,
    })
    .from(text)
    .innerJoin(document, eq(document.id, text.documentId))
    .where(and(scope, eq(text.isCurrent, true)))
    .orderBy(asc(text.lang));
  const bitexts = await db
    .select({
      id: bitext.id,
      documentId: document.id,
      lang: text.lang,
      origin: bitext.origin,
    })
    .from(bitext)
    .innerJoin(text, eq(text.id, bitext.targetTextId))
    .innerJoin(document, eq(document.id, bitext.documentId))
    .where(scope)
    .orderBy(asc(text.lang));
  const counted = await db
    .select({
      bitextId: bead.bitextId,
      status: bead.status,
      beads: sql<number>`count(*)::int`,
    })
    .from(bead)
    .innerJoin(bitext, eq(bitext.id, bead.bitextId))
    .innerJoin(document, eq(document.id, bitext.documentId))
    .where(scope)
    .groupBy(bead.bitextId, bead.status);
  const disputes = await db
    .select({
      bitextId: comment.bitextId,
      beads: sql<number>`count(distinct ${comment.beadId})::int`,
    })
    .from(comment)
    .innerJoin(bitext, eq(bitext.id, comment.bitextId))
    .innerJoin(document, eq(document.id, bitext.documentId))
    .where(and(scope, eq(comment.kind, 'dispute'), sql`${comment.resolvedBy} is null`))
    .groupBy(comment.bitextId);
  return documents.map((row) => ({
    ...row,
    texts: texts.filter((t) => t.documentId === row.id),
    bitexts: bitexts
      .filter((b) => b.documentId === row.id)
      .map(({ origin, ...b }) => {
        const counts = {
          machine: 0,
          stale: 0,
          proposed: 0,
          confirmed: 0,
          'self-reviewed': 0,
          approved: 0,
        };
        for (const c of counted) if (c.bitextId === b.id) counts[c.status] = c.beads;
        return {
          ...b,
          aligned: origin !== null,
          counts,
          disputed: disputes.find((d) => d.bitextId === b.id)?.beads ?? 0,
        };
      }),
  }));
}

export async function projectExists(db: Db | Tx, projectId: string): Promise<boolean> {
  const [row] = await db.select({ id: project.id }).from(project).where(eq(project.id, projectId));
  return row !== undefined;
}
