import { and, asc, count, countDistinct, eq, inArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '../client';
import { document, text } from '../schema/document';
import { membership, project } from '../schema/project';

export type Project = {
  id: string;
  name: string;
  referenceLang: string;
  targetLangs: string[];
  selfReview: boolean;
  createdAt: Date;
};

export type ProjectFields = Pick<Project, 'name' | 'referenceLang' | 'targetLangs' | 'selfReview'>;

export type ProjectSummary = Project & { documents: number; members: number };

const COLUMNS = {
  id: project.id,
  name: project.name,
  referenceLang: project.referenceLang,
  targetLangs: project.targetLangs,
  selfReview: project.selfReview,
  createdAt: project.createdAt,
};

export async function readProject(db: Db | Tx, projectId: string): Promise<Project | null> {
  const [row] = await db.select(COLUMNS).from(project).where(eq(project.id, projectId));
  return row ?? null;
}

/** Makes others who change this project or its members wait until this transaction ends. */
export async function lockProject(tx: Tx, projectId: string): Promise<Project | null> {
  const [row] = await tx.select(COLUMNS).from(project).where(eq(project.id, projectId)).for('update');
  return row ?? null;
}

/** Makes others who make projects wait until this transaction ends. */
export async function lockProjects(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table ${project} in share row exclusive mode`);
}

/** @param among ids of the projects to list, or `all` of the instance. */
export async function listProjects(db: Db | Tx, among: 'all' | string[]): Promise<ProjectSummary[]> {
  if (among !== 'all' && among.length === 0) return [];
  return db
    .select({
      ...COLUMNS,
      documents: countDistinct(document.id),
      members: countDistinct(membership.userId),
    })
    .from(project)
    .leftJoin(document, eq(document.projectId, project.id))
    .leftJoin(membership, eq(membership.projectId, project.id))
    .where(among === 'all' ? undefined : inArray(project.id, among))
    .groupBy(project.id)
    .orderBy(asc(project.name), asc(project.createdAt));
}

export async function insertProject(
  db: Db | Tx,
  fields: ProjectFields,
  createdBy: string | null,
): Promise<string> {
  const [row] = await db
    .insert(project)
    .values({ ...fields, createdBy })
    .returning({ id: project.id });
  if (!row) throw new Error('insert returned no row');
  return row.id;
}

export async function saveProject(db: Db | Tx, projectId: string, fields: ProjectFields): Promise<void> {
  await db.update(project).set(fields).where(eq(project.id, projectId));
}

export async function deleteProject(db: Db | Tx, projectId: string): Promise<void> {
  await db.delete(project).where(eq(project.id, projectId));
}

/** The languages in which this project has texts, each with how many and whether as reference. */
export async function langsInUse(
  db: Db | Tx,
  projectId: string,
): Promise<{ lang: string; isReference: boolean; texts: number }[]> {
  return db
    .select({ lang: text.lang, isReference: text.isReference, texts: count() })
    .from(text)
    .innerJoin(document, and(eq(document.id, text.documentId), eq(document.projectId, projectId)))
    .where(eq(text.isCurrent, true))
    .groupBy(text.lang, text.isReference);
}
