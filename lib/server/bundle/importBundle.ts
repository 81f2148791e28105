import 'server-only';
import { z } from 'zod';
import { getDb, type Tx } from '@/db/client';
import { knownPeople, placeholders } from '@/db/queries/bundlePeople';
import * as documents from '@/db/queries/documents';
import * as history from '@/db/queries/history';
import * as projects from '@/db/queries/projects';
import { type Actor, can } from '@/lib/bitext/can';
import { NO_CHANGE } from '@/lib/bitext/change';
import { err, ok, type Result } from '@/lib/result';
import { DocumentTitle } from '../documents/createDocument';
import { ProjectId } from '../inputs';
import { newId } from '../newId';
import { Files } from '../uploads/defineUpload';
import type { Working } from '../uploads/Working';
import { emailHash } from './emailHash';
import { type OpenBundle, readBundle } from './readBundle';
import { Renamer } from './renamer';
import { storeBundle } from './storeBundle';

export const MAX_BUNDLE_BYTES = 1024 ** 3;
export const ImportBundleInput = z.object({
  projectId: ProjectId,
  files: Files.length(1),
  title: DocumentTitle.optional().describe('Instead of the one that the document had'),
});

/** Managers, and editors of all languages, bring documents in. */
export async function mayImportBundle(
  actor: Actor,
  { projectId }: { projectId?: unknown },
): Promise<Result<null>> {
  const id = z.uuid().safeParse(projectId);
  if (!id.success || !can(actor, 'read', { projectId: id.data })) return err('project.notFound');
  return can(actor, 'edit', { projectId: id.data }) ? ok(null) : err('project.forbidden');
}

/**
 * A document from another server, with all that is known of it, as a new document of the project. Read to its end and
 * checked before anything is stored; then all of it in one transaction, or nothing.
 *
 * Who did what: people with the address of a member of this project are that member, if a manager brings the bundle
 * in; everybody else becomes an account that nobody can sign in to. Somebody who is no manager could make a bundle up:
 * for them approvals count as confirmations that they have a share in, nobody is taken for a member, and the history
 * can be read but not taken back.
 */
export async function importBundle(
  actor: Actor,
  input: z.output<typeof ImportBundleInput>,
  { signal, progress }: Working,
): Promise<Result<{ documentId: string }>> {
  const { projectId } = input;
  const allowed = await mayImportBundle(actor, input);
  if (!allowed.ok) return allowed;
  const db = await getDb();
  const project = await projects.readProject(db, projectId);
  if (!project) return err('project.notFound');
  progress({ step: 'reading', share: 0 });
  const opened = await readBundle(input.files[0].path, signal);
  if (!opened.ok) return opened;
  const bundle = opened.value;
  const [reference, ...targets] = bundle.langs;
  if (reference !== project.referenceLang) return err('import.noReference', { lang: project.referenceLang });
  const unknown = targets.find((lang) => !project.targetLangs.includes(lang));
  if (unknown) return err('text.languageUnknown', { lang: unknown });
  const title = input.title ?? bundle.head.title;
  const trusted = can(actor, 'manage', { projectId });
  const documentId = newId();
  progress({ step: 'storing', share: 0 });
  return db.transaction(async (tx): Promise<Result<{ documentId: string }>> => {
    if (await documents.findByTitle(tx, projectId, title)) return err('document.titleTaken', { title });
    await documents.insert(tx, { id: documentId, projectId, title, createdBy: actor.id });
    const people = await settlePeople(tx, bundle, trusted ? projectId : null);
    const renamer = new Renamer(newId(), people);
    await storeBundle(tx, bundle, { documentId, actorId: actor.id, trusted, renamer }, (share) => {
      signal.throwIfAborted();
      progress({ step: 'storing', share });
    });
    await history.append(tx, {
      ...{ id: newId(), documentId, actorId: actor.id, at: new Date().toISOString() },
      ...{ kind: 'import', takesBack: null, commands: [], change: NO_CHANGE },
    });
    return ok({ documentId });
  });
}

/** Who each person of the bundle is here. @param projectId whose members are known again; null: nobody is. */
async function settlePeople(
  tx: Tx,
  bundle: OpenBundle,
  projectId: string | null,
): Promise<Map<string, string>> {
  const known = new Map(
    projectId === null
      ? []
      : (await knownPeople(tx, projectId)).map(({ id, email }) => [emailHash(email), id] as const),
  );
  const settled = new Map<string, string>();
  for await (const page of bundle.rows('people')) {
    const strangers = page.filter(({ email }) => !known.has(email));
    // The same stranger of the next bundle is the same account.
    const address = (email: string) => `bundle-${email.slice(0, 40)}@people.invalid`;
    const made = await placeholders(
      tx,
      strangers.map(({ name, email }) => ({ name, email: address(email) })),
    );
    for (const { id, email } of page) settled.set(id, known.get(email) ?? made.get(address(email))!);
  }
  return settled;
}
