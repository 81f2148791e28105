import 'server-only';
import type { Db } from '@/db/client';
import * as documents from '@/db/queries/documents';
import * as exporting from '@/db/queries/exporting';
import * as projects from '@/db/queries/projects';
import { type Actor, can } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import type { ExportInput, ProjectExportInput } from './ExportInput';

/** What is exported: documents of one project. */
export type ExportScope = {
  /** Of the file: the document's title, or the project's name. */
  title: string;
  referenceLang: string;
  /** Of the project. */
  targetLangs: readonly string[];
  documents: readonly exporting.ExportedDocument[];
};

/** One document; every member may. */
export async function documentScope(
  actor: Actor,
  db: Db,
  { documentId }: Pick<ExportInput, 'documentId'>,
): Promise<Result<ExportScope>> {
  const head = await documents.find(db, documentId);
  if (!head || !can(actor, 'export', head)) return err('document.notFound');
  const { id, title, referenceLang, targetLangs } = head;
  return ok({ title, referenceLang, targetLangs, documents: [{ id, title }] });
}

/** All documents of a project, or those that are named. */
export async function projectScope(
  actor: Actor,
  db: Db,
  { projectId, documentIds }: Pick<ProjectExportInput, 'projectId' | 'documentIds'>,
): Promise<Result<ExportScope>> {
  if (!can(actor, 'export', { projectId })) return err('project.notFound');
  const project = await projects.readProject(db, projectId);
  if (!project) return err('project.notFound');
  const found = await exporting.documentsOf(db, projectId, documentIds);
  if (documentIds && found.length < new Set(documentIds).size) return err('document.notFound');
  const { name, referenceLang, targetLangs } = project;
  return ok({ title: name, referenceLang, targetLangs, documents: found });
}
