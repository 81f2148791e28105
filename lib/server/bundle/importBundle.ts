import 'server-only';
import { type Db, getDb } from '@/db/client';
import { accountsAt, addPlaceholders, type BundlePerson } from '@/db/queries/bundlePeople';
import * as documents from '@/db/queries/documents';
import * as history from '@/db/queries/history';
import * as importedRows from '@/db/queries/importedRows';
import type { Actor } from '@/lib/bitext/can';
import { NO_CHANGE } from '@/lib/bitext/change';
import { err, ok, type Result } from '@/lib/result';
import { wakeIndexer } from '../find/indexer';
import { newId } from '../newId';
import type { Working } from '../uploads/Working';
import type { BundlePlace } from './BundlePlace';
import { type BundleInput, type PlannedBundle, planBundle } from './planBundle';
import { Renamer } from './renamer';
import { settleBundle } from './settleBundle';
import { stageBundle } from './stageBundle';

/**
 * A document from another server, with all that is known of it, as a new document of the project. Read to its end and
 * checked before anything is stored. What is large is laid down where nobody sees it; one transaction then gives it its
 * place, with all else. When the client leaves, or anything fails, nothing of it stays.
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
  const db = await getDb();
  const people = await settlePeople(db, planned.value);
  const whole = Object.values(summary.counts).reduce((sum, count) => sum + count, 0);
  let done = 0;
  const place: BundlePlace = {
    ...{ path: input.files[0].path, documentId: newId(), actorId: actor.id, trusted },
    renamer: new Renamer(newId(), people.ids),
    onRows(rows) {
      signal.throwIfAborted();
      done += rows;
      progress({ step: 'storing', share: Math.min(1, done / whole) });
    },
  };
  const { documentId } = place;
  let staged: string[] = [];
  try {
    await stageBundle(db, place, staged);
    const stored = await db.transaction(async (tx): Promise<Result<{ documentId: string }>> => {
      if (await documents.findByTitle(tx, projectId, title)) return err('document.titleTaken', { title });
      await documents.insert(tx, { id: documentId, projectId, title, createdBy: actor.id });
      await addPlaceholders(tx, people.strangers);
      await settleBundle(tx, place);
      await history.append(tx, {
        ...{ id: newId(), documentId, actorId: actor.id, at: new Date().toISOString() },
        ...{ kind: 'import', takesBack: null, commands: [], change: NO_CHANGE },
      });
      signal.throwIfAborted();
      return ok({ documentId });
    });
    if (!stored.ok) return stored;
    staged = [];
    wakeIndexer();
    return stored;
  } finally {
    await importedRows.discard(db, staged);
  }
}

type People = {
  /** Who each person of the bundle is here. */
  ids: Map<string, string>;
  /** Those of them who have no account yet. */
  strangers: BundlePerson[];
};

async function settlePeople(db: Db, { summary, members }: PlannedBundle): Promise<People> {
  // The same stranger of the next bundle is the same account.
  const address = (email: string) => `bundle-${email.slice(0, 40)}@people.invalid`;
  const unknown = summary.people.filter(({ email }) => !members.has(email));
  const accounts = await accountsAt(
    db,
    unknown.map(({ email }) => address(email)),
  );
  const strangers: BundlePerson[] = [];
  for (const { name, email } of unknown) {
    if (accounts.has(address(email))) continue;
    const made = { id: newId(), name, email: address(email) };
    strangers.push(made);
    accounts.set(made.email, made.id);
  }
  const ids = summary.people.map(({ id, email }) => {
    return [id, members.get(email)?.id ?? accounts.get(address(email))!] as const;
  });
  return { ids: new Map(ids), strangers };
}
