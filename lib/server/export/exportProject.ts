import 'server-only';
import { getDb } from '@/db/client';
import type { Actor } from '@/lib/bitext/can';
import type { Result } from '@/lib/result';
import type { ProjectExportInput } from './ExportInput';
import { projectScope } from './ExportScope';
import { exportResponse } from './exportResponse';
import { manifestResponse } from './manifestResponse';
import { prepareExport } from './prepareExport';
import { type ExportPreview, previewExport } from './previewExport';

/** Some documents of a project, or all of them, as a stream: the same revision and the same choices give the same bytes. */
export async function exportProject(
  actor: Actor,
  input: ProjectExportInput,
  request?: Request,
): Promise<Result<never> | Response> {
  const db = await getDb();
  const scope = await projectScope(actor, db, input);
  if (!scope.ok) return scope;
  const prepared = await prepareExport(db, scope.value, input);
  return prepared.ok ? exportResponse(prepared.value, request) : prepared;
}

/** What the same export holds and leaves out, with the checksum of its bytes. */
export async function exportProjectManifest(
  actor: Actor,
  input: ProjectExportInput,
  request?: Request,
): Promise<Result<never> | Response> {
  const db = await getDb();
  const scope = await projectScope(actor, db, input);
  if (!scope.ok) return scope;
  const prepared = await prepareExport(db, scope.value, input);
  return prepared.ok ? manifestResponse(prepared.value, request?.signal) : prepared;
}

/** How the same export begins, and how much it holds. */
export async function previewProjectExport(
  actor: Actor,
  input: ProjectExportInput,
  request?: Request,
): Promise<Result<ExportPreview>> {
  const db = await getDb();
  const scope = await projectScope(actor, db, input);
  return scope.ok ? previewExport(db, scope.value, input, request?.signal) : scope;
}
