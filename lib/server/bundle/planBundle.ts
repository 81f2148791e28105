import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import { knownPeople } from '@/db/queries/bundlePeople';
import * as documents from '@/db/queries/documents';
import type { BundleSummary } from '@/lib/bitext/bundle/BundleTally';
import { type Actor, can } from '@/lib/bitext/can';
import { err, type Failure, ok, type Result } from '@/lib/result';
import { DocumentTitle } from '../documents/createDocument';
import { mayImportIntoProject } from '../imports/mayImportInto';
import { ProjectId } from '../inputs';
import { readInThread } from '../reading/openReading';
import { Files } from '../uploads/defineUpload';
import type { Working } from '../uploads/Working';
import { emailHash } from './emailHash';

export const MAX_BUNDLE_BYTES = 1024 ** 3;
export const ImportBundleInput = z.object({
  projectId: ProjectId,
  files: Files.length(1),
  title: DocumentTitle.optional().describe('Instead of the one that the document had'),
});
export type BundleInput = z.output<typeof ImportBundleInput>;

export type PlannedBundle = {
  summary: BundleSummary;
  /** Under which it would be stored, if that is free. */
  title: string;
  /** What stands in the way of the import, null when nothing does. */
  problem: Failure | null;
  /** Whether approvals, names and history are believed: if a manager vouches for them. */
  trusted: boolean;
  /** Members of the project, as whom people of the bundle are known again, by the hash of their address. */
  members: ReadonlyMap<string, { id: string; name: string }>;
};

/** What a bundle holds, and what would become of it in a project. Stores nothing. */
export async function planBundle(
  actor: Actor,
  input: BundleInput,
  working: Working,
): Promise<Result<PlannedBundle>> {
  const { projectId } = input;
  const project = await mayImportIntoProject(actor, input);
  if (!project.ok) return project;
  const { referenceLang, targetLangs } = project.value;
  const read = await readInThread({ kind: 'bundle', path: input.files[0].path }, working);
  if (!read.ok) return read;
  const summary = read.value;
  const title = input.title ?? summary.head.title.trim();
  const [reference, ...targets] = summary.texts.map(({ lang }) => lang);
  const unknown = targets.find((lang) => !targetLangs.includes(lang));
  const db = await getDb();
  const isTaken = (await documents.findByTitle(db, projectId, title)) !== null;
  const trusted = can(actor, 'manage', { projectId });
  const members = trusted ? await knownPeople(db, projectId) : [];
  const problem =
    reference !== referenceLang
      ? err('import.noReference', { lang: referenceLang })
      : unknown
        ? err('text.languageUnknown', { lang: unknown })
        : isTaken
          ? err('document.titleTaken', { title })
          : null;
  return ok({
    ...{ summary, title, trusted, problem: problem?.error ?? null },
    members: new Map(members.map(({ id, name, email }) => [emailHash(email), { id, name }])),
  });
}
