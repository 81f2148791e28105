import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import * as projects from '@/db/queries/projects';
import { type Actor, can } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';

/** Texts change what everybody works on: managers, and editors of all languages, bring them in. */
export const mayImport = (actor: Actor, projectId: string): boolean => can(actor, 'edit', { projectId });

/** The project, if the actor may bring documents into it. */
export async function mayImportIntoProject(
  actor: Actor,
  params: { projectId?: unknown },
): Promise<Result<projects.Project>> {
  const projectId = z.uuid().safeParse(params.projectId);
  if (!projectId.success || !can(actor, 'read', { projectId: projectId.data }))
    return err('project.notFound');
  if (!mayImport(actor, projectId.data)) return err('project.forbidden');
  const project = await projects.readProject(await getDb(), projectId.data);
  return project ? ok(project) : err('project.notFound');
}

/** The document, if the actor may bring texts into it. */
export async function mayImportInto(
  actor: Actor,
  params: { documentId?: unknown },
): Promise<Result<documents.DocumentHead>> {
  const documentId = z.uuid().safeParse(params.documentId);
  const head = documentId.success && (await documents.find(await getDb(), documentId.data));
  if (!head || !can(actor, 'read', head)) return err('document.notFound');
  return mayImport(actor, head.projectId) ? ok(head) : err('document.forbidden');
}

/** The document, if the actor may edit one of its languages at least; which one is for the use case to ask. */
export async function mayEditSome(
  actor: Actor,
  params: { documentId?: unknown },
): Promise<Result<documents.DocumentHead>> {
  const documentId = z.uuid().safeParse(params.documentId);
  const head = documentId.success && (await documents.find(await getDb(), documentId.data));
  if (!head || !can(actor, 'read', head)) return err('document.notFound');
  const some = head.targetLangs.some((lang) => can(actor, 'edit', { projectId: head.projectId, lang }));
  return some ? ok(head) : err('document.forbidden');
}
