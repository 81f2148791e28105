import 'server-only';
import { getDb, type Tx } from '@/db/client';
import { placeholders } from '@/db/queries/bundlePeople';
import * as documents from '@/db/queries/documents';
import * as history from '@/db/queries/history';
import type { Actor } from '@/lib/bitext/can';
import { NO_CHANGE } from '@/lib/bitext/change';
import { err, ok, type Result } from '@/lib/result';
import { wakeIndexer } from '../find/indexer';
import { newId } from '../newId';
import type { Working } from '../uploads/Working';
import { type BundleInput, type PlannedBundle, planBundle } from './planBundle';
import { Renamer } from './renamer';
import { storeBundle } from './storeBundle';

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
  input: BundleInput,
  working: Working,
): Promise<Result<{ documentId: string }>> {
  const { signal, progress } = working;
  const planned = await planBundle(actor, input, working);
  if (!planned.ok) return planned;
  const { summary, title, problem, trusted } = planned.value;
  if (problem) return { ok: false, error: problem };
  const { projectId } = input;
  const documentId = newId();
  const file = { path: input.files[0].path, counts: summary.counts };
  progress({ step: 'storing', share: 0 });
  const db = await getDb();
  const stored = await db.transaction(async (tx): Promise<Result<{ documentId: string }>> => {
    if (await documents.findByTitle(tx, projectId, title)) return err('document.titleTaken', { title });
    await documents.insert(tx, { id: documentId, projectId, title, createdBy: actor.id });
    const renamer = new Renamer(newId(), await settlePeople(tx, planned.value));
    await storeBundle(tx, file, { documentId, actorId: actor.id, trusted, renamer }, (share) => {
      signal.throwIfAborted();
      progress({ step: 'storing', share });
    });
    await history.append(tx, {
      ...{ id: newId(), documentId, actorId: actor.id, at: new Date().toISOString() },
      ...{ kind: 'import', takesBack: null, commands: [], change: NO_CHANGE },
    });
    signal.throwIfAborted();
    return ok({ documentId });
  });
  if (stored.ok) wakeIndexer();
  return stored;
}

/** Who each person of the bundle is here. */
async function settlePeople(tx: Tx, { summary, members }: PlannedBundle): Promise<Map<string, string>> {
  const strangers = summary.people.filter(({ email }) => !members.has(email));
  // The same stranger of the next bundle is the same account.
  const address = (email: string) => `bundle-${email.slice(0, 40)}@people.invalid`;
  const made = await placeholders(
    tx,
    strangers.map(({ name, email }) => ({ name, email: address(email) })),
  );
  return new Map(
    summary.people.map(({ id, email }) => [id, members.get(email)?.id ?? made.get(address(email))!]),
  );
}
