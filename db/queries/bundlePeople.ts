import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '../client';
import { bead, bitext, comment, event, ignoredCheck, membership, text, user } from '../schema';

export type BundlePerson = { id: string; name: string; email: string };

/** Everybody who had their hands on a document. */
export async function peopleOf(db: Db | Tx, documentId: string): Promise<BundlePerson[]> {
  // Whom undo might bring back.
  const named = (path: string) =>
    sql`(one.value #>> '{}')::uuid from ${event}, jsonb_path_query(${event.change}, ${path}::jsonpath) as one(value) where ${event.documentId} = ${documentId}`;
  const bitexts = sql`(select ${bitext.id} from ${bitext} where ${bitext.documentId} = ${documentId})`;
  return db
    .select({ id: user.id, name: user.name, email: user.email })
    .from(user)
    .where(
      sql`${user.id} in (
        select ${text.importedBy} from ${text} where ${text.documentId} = ${documentId}
        union select ${event.actorId} from ${event} where ${event.documentId} = ${documentId}
        union select unnest(${bead.authors}) from ${bead} where ${bead.bitextId} in ${bitexts}
        union select ${comment.authorId} from ${comment} where ${comment.bitextId} in ${bitexts}
        union select ${comment.resolvedBy} from ${comment} where ${comment.bitextId} in ${bitexts}
        union select ${ignoredCheck.ignoredBy} from ${ignoredCheck} where ${ignoredCheck.bitextId} in ${bitexts}
        union select ${named('$.beads[*].*.authors[*]')}
        union select ${named('$.comments[*].*.authorId')}
        union select ${named('$.comments[*].*.resolvedBy')}
      )`,
    )
    .orderBy(asc(user.id));
}

/** The members of a project, and the owners, by whom people of a bundle are known again. */
export async function knownPeople(db: Db | Tx, projectId: string): Promise<BundlePerson[]> {
  const members = db
    .select({ id: membership.userId })
    .from(membership)
    .where(eq(membership.projectId, projectId));
  return db
    .select({ id: user.id, name: user.name, email: user.email })
    .from(user)
    .where(sql`${user.id} in ${members} or ${user.role} = 'owner'`);
}

/** The accounts at these addresses, by address. */
export async function accountsAt(db: Db | Tx, emails: readonly string[]): Promise<Map<string, string>> {
  if (!emails.length) return new Map();
  const rows = await db
    .select({ id: user.id, email: user.email })
    .from(user)
    .where(inArray(user.email, [...emails]));
  return new Map(rows.map(({ id, email }) => [email, id]));
}

/**
 * Accounts that nobody can sign in to, for people who are unknown here: without a password, and at addresses that
 * cannot exist (RFC 2606).
 */
export async function addPlaceholders(tx: Tx, people: readonly BundlePerson[]): Promise<void> {
  if (people.length) await tx.insert(user).values([...people]);
}
